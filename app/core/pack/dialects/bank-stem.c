/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Where the question above a run of options starts.
 *
 * Upwards from the options, at most to where the item before ends, there may be a
 * heading, a summary, a line with a number, or just a paragraph. A number counts
 * for more than the heading of a section above it, and a heading that is numbered
 * or asks counts for more than a numbered list below it.
 */

#include "config.h"

#include "pack/dialects/bank.h"

#include "pack/dialects/answer-word.h"

#include <string.h>

#define MAX_ROWS 400
#define MAX_STARTS 64
#define MAX_TITLE_ROWS 30

typedef struct
{
  guint          row;
  DrillBankStart start;
} Candidate;

typedef struct
{
  DrillBank      *bank;
  DrillBankGroup *group;
  guint           from;
  guint           expected;           /* number that would go on with the series */
  Candidate       starts[MAX_STARTS]; /* the nearest first */
  guint           n_starts;
  int             heading;
  int             summary;
  int             paragraph; /* first row of the best paragraph */
  gboolean        paragraph_asks;
} Search;

static const DrillRow *
get_row (Search *self, guint row)
{
  return &self->bank->outline->rows[row];
}

static DrillSlice
get_text (Search *self, guint row)
{
  return drill_outline_get_text (self->bank->outline, row);
}

/* First row of the paragraph that @row is in. */
static guint
paragraph_start (Search *self, guint row)
{
  while (row > self->from && get_row (self, row - 1)->kind == DRILL_ROW_TEXT
         && !get_row (self, row - 1)->in_summary && !get_row (self, row - 1)->closes)
    row--;

  return row;
}

static gboolean
paragraph_asks (Search *self, guint first, guint last)
{
  for (guint row = first; row <= last; row++)
    if (drill_bank_start_asks (get_text (self, row)))
      return TRUE;

  return FALSE;
}

/* Whether a paragraph may be a stem at all. */
static gboolean
may_be_stem (Search *self, guint first)
{
  DrillSlice text = get_text (self, first);
  DrillSlice rest;
  DrillWord  word = drill_answer_word_parse (text, &rest);

  if (word == DRILL_WORD_ANSWER || word == DRILL_WORD_EXPLANATION)
    return FALSE;

  return !drill_slice_starts_with (text, "![") && !drill_slice_starts_with (text, "|")
         && !drill_slice_starts_with (text, "[Reference") && !drill_bank_is_chrome (text);
}

static void
note_paragraph (Search *self, guint row)
{
  guint    first = paragraph_start (self, row);
  gboolean asks;

  if (self->paragraph_asks || !may_be_stem (self, first))
    return;
  asks = paragraph_asks (self, first, row);
  if (self->paragraph < 0 || asks)
    {
      self->paragraph = first;
      self->paragraph_asks = asks;
    }
}

/* Looks at the rows above the options. */
static void
look_up (Search *self)
{
  guint last = self->group->first;
  guint first = self->from;

  if (last > first + MAX_ROWS)
    first = last - MAX_ROWS;
  for (guint row = last; row-- > first;)
    {
      const DrillRow *now = get_row (self, row);
      DrillSlice      text = get_text (self, row);
      DrillBankStart  start;

      if (now->kind == DRILL_ROW_RULE)
        return;
      if (now->in_summary)
        {
          guint top = row;

          while (top > first && !get_row (self, top)->starts_summary)
            top--;
          if (!drill_answer_word_is_show (get_text (self, top)))
            {
              self->summary = top;
              return;
            }
          row = top;
          continue;
        }
      if (now->closes && !now->opens)
        return;
      if (now->kind == DRILL_ROW_HEADING)
        {
          if (drill_bank_is_chrome (text))
            continue;
          self->heading = row;
          return;
        }
      if (now->kind != DRILL_ROW_TEXT)
        continue;
      if (drill_bank_start_parse (text, FALSE, &start) && self->n_starts < MAX_STARTS)
        self->starts[self->n_starts++] = (Candidate){ row, start };
      if (row + 1 == last || get_row (self, row + 1)->kind != DRILL_ROW_TEXT || self->paragraph < 0)
        note_paragraph (self, row);
    }
}

/* The numbered line that starts the question, or NULL. */
static const Candidate *
choose_start (Search *self)
{
  guint count = self->n_starts;

  for (guint i = 0; i < count; i++)
    if (self->starts[i].start.named)
      return &self->starts[i];
  for (guint i = 0; i < count; i++)
    if (self->starts[i].start.number == self->expected && self->expected > 1)
      return &self->starts[i];
  for (guint i = 0; i < count; i++)
    if (drill_bank_start_asks (self->starts[i].start.title))
      return &self->starts[i];
  /* "1." and "2." below each other are a list of the stem. */
  if (count >= 2 && self->starts[count - 1].start.number == 1
      && self->starts[count - 2].start.number == 2 && self->paragraph >= 0
      && (guint) self->paragraph < self->starts[count - 1].row)
    return NULL;

  return count > 0 ? &self->starts[count - 1] : NULL;
}

/* Joins the paragraph that starts at @row to one line. Returns: the row behind it */
static guint
join_paragraph (Search *self, guint row, DrillSlice first, DrillSlice *title)
{
  g_autoptr (GString) joined = NULL;
  guint end = row + 1;

  while (end < self->group->first && end < row + MAX_TITLE_ROWS
         && get_row (self, end)->kind == DRILL_ROW_TEXT && !get_row (self, end)->opens
         && !get_row (self, end)->in_summary)
    {
      DrillSlice     text = get_text (self, end);
      DrillSlice     item = text;
      DrillBankStart start;

      /* A list or a picture below the question is its body. */
      if (drill_slice_eat_bullet (&item) || drill_slice_starts_with (text, "![")
          || drill_slice_starts_with (text, "|") || drill_slice_starts_with (text, "$")
          || drill_bank_start_parse (text, FALSE, &start))
        break;
      end++;
    }
  *title = first;
  if (end == row + 1)
    return end;

  joined = g_string_new_len (first.at, drill_slice_length (first));
  for (guint i = row + 1; i < end; i++)
    {
      DrillSlice text = get_text (self, i);

      drill_slice_eat_quote (&text);
      if (joined->len > 0)
        g_string_append_c (joined, ' ');
      g_string_append_len (joined, text.at, drill_slice_length (text));
    }
  *title = drill_slice (g_string_chunk_insert_len (self->bank->strings, joined->str, joined->len));

  return end;
}

/* Makes the first paragraph below the stem's row the title. */
static void
take_title_below (Search *self, guint row)
{
  while (row < self->group->first)
    {
      const DrillRow *now = get_row (self, row);

      if (now->kind == DRILL_ROW_TEXT && !now->in_summary
          && !drill_slice_starts_with (get_text (self, row), "![")
          && !drill_slice_starts_with (get_text (self, row), "- (Topic")
          && !drill_slice_starts_with (get_text (self, row), "Topic "))
        {
          DrillSlice text = get_text (self, row);

          drill_slice_eat_quote (&text);
          drill_slice_eat_bullet (&text);
          self->group->body_first
            = join_paragraph (self, row, drill_slice_unwrap (text), &self->group->title);
          return;
        }
      row++;
    }
}

static void
use_text (Search *self, guint row, DrillSlice title, guint number)
{
  DrillBankGroup *group = self->group;

  group->stem = row;
  group->has_stem = TRUE;
  group->number = number;
  group->numbered = number > 0;
  group->body_first = join_paragraph (self, row, title, &group->title);
  group->title = drill_slice_unwrap (group->title);
  if (drill_slice_is_empty (group->title))
    take_title_below (self, row + 1);
}

static void
use_heading (Search *self)
{
  DrillBankGroup *group = self->group;
  DrillSlice      text = get_text (self, self->heading);
  DrillBankStart  start;

  group->stem = self->heading;
  group->has_stem = TRUE;
  group->marked = TRUE;
  group->level = get_row (self, self->heading)->level;
  group->body_first = self->heading + 1;
  if (drill_bank_start_parse (text, TRUE, &start))
    {
      group->number = start.number;
      group->numbered = TRUE;
      group->title = start.title;
    }
  else
    group->title = drill_slice_unwrap (text);
  if (drill_slice_is_empty (group->title) || drill_bank_is_chrome (group->title))
    take_title_below (self, self->heading + 1);
}

static void
use_summary (Search *self)
{
  DrillBankGroup *group = self->group;
  guint           row = self->summary + 1;
  DrillBankStart  start;

  group->stem = self->summary;
  group->has_stem = group->marked = group->from_summary = TRUE;
  group->title = get_text (self, self->summary);
  if (drill_bank_start_parse (group->title, TRUE, &start))
    {
      group->title = start.title;
      group->number = start.number;
      group->numbered = start.number > 0;
    }
  group->title = drill_slice_unwrap (group->title);
  group->body_first = row;
}

static void
use_paragraph (Search *self)
{
  DrillSlice text = get_text (self, self->paragraph);

  drill_slice_eat_quote (&text);
  drill_slice_eat_bullet (&text);
  use_text (self, self->paragraph, text, 0);
}

/* Whether the heading is the question itself. */
static gboolean
heading_is_question (Search *self)
{
  DrillBankStart start;
  DrillSlice     text;

  if (self->heading < 0)
    return FALSE;
  text = get_text (self, self->heading);

  return drill_bank_start_parse (text, TRUE, &start) || drill_bank_start_asks (text);
}

static gboolean
heading_goes_on (Search *self)
{
  DrillBankStart start;

  return drill_bank_start_parse (get_text (self, self->heading), TRUE, &start)
         && (start.number == self->expected || start.named);
}

/* A stem on the line of its options; its number may stand in a heading above. */
static void
settle_head (Search *self)
{
  DrillBankGroup *group = self->group;
  DrillBankStart  start;
  DrillSlice      title = group->title;

  group->stem = group->first;
  if (drill_bank_start_parse (title, FALSE, &start))
    {
      group->title = start.title;
      group->number = start.number;
      group->numbered = TRUE;
      group->marked = TRUE;
    }
  else if (self->heading >= 0
           && drill_bank_start_parse (get_text (self, self->heading), TRUE, &start)
           && drill_slice_is_empty (start.title))
    {
      group->stem = self->heading;
      group->number = start.number;
      group->numbered = group->marked = TRUE;
    }
  group->body_first = group->first;
}

/**
 * drill_bank_find_stem:
 * @from: first row that may belong to the question
 * @expected: number that would go on with the series
 */
void
drill_bank_find_stem (DrillBank *self, DrillBankGroup *group, guint from, guint expected)
{
  Search           search = { .bank = self, .group = group, .from = from, .expected = expected };
  const Candidate *start;

  search.heading = search.summary = search.paragraph = -1;
  look_up (&search);
  if (group->has_stem)
    {
      settle_head (&search);
      group->asked = drill_bank_start_asks (group->title);
      group->body_last = group->first;
      return;
    }

  start = choose_start (&search);
  if (start != NULL && search.heading >= 0 && heading_is_question (&search)
      && (heading_goes_on (&search)
          || !(start->start.named
               || (start->start.number == expected && drill_bank_start_asks (start->start.title)))))
    start = NULL;
  if (start != NULL)
    {
      group->marked = TRUE;
      use_text (&search, start->row, start->start.title, start->start.number);
      group->numbered = TRUE;
    }
  else if (search.summary >= 0)
    use_summary (&search);
  else if (search.heading >= 0 && (heading_is_question (&search) || !search.paragraph_asks))
    use_heading (&search);
  else if (search.paragraph >= 0)
    use_paragraph (&search);
  group->body_last = group->first;
  if (!group->has_stem)
    return;

  group->asked = drill_bank_start_asks (group->title);
  for (guint row = group->body_first; row < group->first && !group->asked; row++)
    group->asked = get_row (&search, row)->kind == DRILL_ROW_TEXT
                   && drill_bank_start_asks (get_text (&search, row));
}
