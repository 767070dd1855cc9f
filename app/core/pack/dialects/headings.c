/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Open questions as headings, with the answer in prose below. A heading asks when it
 * ends in a question mark or has a question's number; others of its level count
 * when most of that level do. A file has to have a few, or it is somebody's README.
 */

#include "config.h"

#include "pack/dialects/bank.h"

#include <string.h>

#define MIN_QUESTIONS 3

typedef struct
{
  guint n_headings[7];
  guint n_asked[7];
  guint n_numbered[7];
  guint total;
} Census;

static const DrillRow *
get_row (const DrillBank *self, guint row)
{
  return &self->outline->rows[row];
}

static gboolean
ends_in_mark (DrillSlice title)
{
  static const char *const marks[] = { "?", "？", "؟", "?**" };

  title = drill_slice_strip (title);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (drill_slice_ends_with (title, marks[i]))
      return TRUE;

  return FALSE;
}

/* A link into the page itself is an entry of its contents. */
static gboolean
is_heading (const DrillBank *self, guint row, DrillSlice *text)
{
  *text = drill_outline_get_text (self->outline, row);

  return get_row (self, row)->kind == DRILL_ROW_HEADING && !self->claimed[row]
         && !drill_bank_is_chrome (*text) && !drill_start_is_link (*text);
}

static void
count (const DrillBank *self, Census *census)
{
  for (guint row = 0; row < self->outline->n_rows; row++)
    {
      DrillSlice     text;
      DrillBankStart start;
      guint          level = get_row (self, row)->level;

      if (!is_heading (self, row, &text))
        continue;
      census->n_headings[level]++;
      if (drill_bank_start_parse (text, TRUE, &start))
        {
          census->n_numbered[level]++;
          if (start.named || ends_in_mark (start.title))
            {
              census->n_asked[level]++;
              census->total++;
            }
        }
      else if (ends_in_mark (text))
        {
          census->n_asked[level]++;
          census->total++;
        }
    }
}

static gboolean
is_question (const DrillBank *self, const Census *census, guint row, DrillBankStart *start)
{
  DrillSlice text;
  guint      level = get_row (self, row)->level;
  gboolean   numbered;

  if (!is_heading (self, row, &text))
    return FALSE;
  numbered = drill_bank_start_parse (text, TRUE, start);
  if (!numbered)
    *start = (DrillBankStart){ .title = drill_slice_unwrap (text) };
  if (drill_slice_is_empty (start->title))
    return FALSE;
  if (start->named || ends_in_mark (start->title))
    return TRUE;

  return level > 1 && census->n_asked[level] * 2 >= census->n_headings[level]
         && (numbered || census->n_numbered[level] * 2 < census->n_headings[level]);
}

static gboolean
is_way_back (const DrillBank *self, guint row)
{
  DrillSlice       text = drill_outline_get_text (self->outline, row);
  g_autofree char *folded = NULL;

  if (drill_slice_length (text) > 200)
    return FALSE;
  folded = g_ascii_strdown (text.at, drill_slice_length (text));

  return strstr (folded, "back to top") != NULL || strstr (folded, "back to the top") != NULL
         || strstr (folded, "table-of-contents)") != NULL || strcmp (folded, "source") == 0;
}

/* The row behind the answer to the heading at @row. */
static guint
find_end (const DrillBank *self, const Census *census, guint row)
{
  guint          level = get_row (self, row)->level;
  guint          end = row + 1;
  DrillBankStart start;

  for (; end < self->outline->n_rows && !self->claimed[end]; end++)
    if (get_row (self, end)->kind == DRILL_ROW_HEADING
        && (get_row (self, end)->level <= level || is_question (self, census, end, &start)))
      break;

  return end;
}

static guint
take_question (DrillBank *self, const Census *census, guint row, const DrillBankStart *start)
{
  guint       end = find_end (self, census, row);
  guint       first = row + 1;
  guint       last = end;
  DrillDraft *draft;

  while (first < last && get_row (self, first)->kind == DRILL_ROW_BLANK)
    first++;
  while (last > first
         && (get_row (self, last - 1)->kind == DRILL_ROW_BLANK
             || get_row (self, last - 1)->kind == DRILL_ROW_RULE || is_way_back (self, last - 1)))
    last--;
  if (first == last && !ends_in_mark (start->title))
    return end;

  draft = drill_bank_begin (self, DRILL_ITEM_QUESTION, row, start->title, start->number);
  drill_bank_add_rows (draft, DRILL_PART_ANSWER, first, last);
  drill_bank_claim (self, row, end);
  drill_bank_admit (self, draft);

  return end;
}

void
drill_bank_read_headings (DrillBank *self)
{
  Census         census = { .total = 0 };
  DrillBankStart start;

  count (self, &census);
  if (census.total < MIN_QUESTIONS)
    return;

  for (guint row = 0; row < self->outline->n_rows;)
    {
      if (is_question (self, &census, row, &start))
        row = take_question (self, &census, row, &start);
      else
        row++;
    }
}
