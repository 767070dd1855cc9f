/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Open questions in <details>: the summary asks, what is folded away answers. When
 * the summary says no more than "show the answer", the heading or the numbered line
 * above it asks. A missing </details> ends where the next one opens.
 */

#include "config.h"

#include "pack/dialects/bank.h"

#include "pack/dialects/answer-word.h"

#include <string.h>

#define MAX_UP 80 /* rows from "show the answer" up to the question */

static const DrillRow *
get_row (const DrillBank *self, guint row)
{
  return &self->outline->rows[row];
}

/* The row behind a summary that starts at @row. */
static guint
summary_end (const DrillBank *self, guint row)
{
  guint end = row + 1;

  if (get_row (self, row)->behind > 0)
    return end;
  while (end < self->outline->n_rows && get_row (self, end)->in_summary
         && !get_row (self, end)->starts_summary)
    {
      end++;
      if (get_row (self, end - 1)->behind > 0)
        break;
    }

  return end;
}

/* Whether the details that open here ask something of their own. */
static gboolean
asks_below (const DrillBank *self, guint row)
{
  if (!get_row (self, row)->starts_summary)
    row++;

  return row < self->outline->n_rows && get_row (self, row)->starts_summary
         && !drill_answer_word_is_show (drill_outline_get_text (self->outline, row));
}

/* The row behind the answer, and whether the last row of it is its own. */
static guint
answer_end (const DrillBank *self, guint first, guint depth)
{
  guint row = first;

  for (; row < self->outline->n_rows; row++)
    {
      const DrillRow *now = get_row (self, row);

      if (now->closes && now->depth < depth)
        return row + 1;
      if (now->opens && !now->closes && now->depth > depth && self->source->lines[row].indent < 2
          && asks_below (self, row))
        return row;
      if (now->opens && now->starts_summary && now->depth == depth && now->closes)
        continue;
      if (self->claimed[row])
        return row;
    }

  return row;
}

/* A heading or a numbered line above that asks. */
static int
find_question_above (const DrillBank *self, guint row)
{
  guint first = row > MAX_UP ? row - MAX_UP : 0;

  for (guint at = row; at-- > first;)
    {
      const DrillRow *now = get_row (self, at);
      DrillBankStart  start;
      DrillSlice      text = drill_outline_get_text (self->outline, at);

      if (self->claimed[at] || now->kind == DRILL_ROW_RULE || now->closes)
        return -1;
      if (now->kind == DRILL_ROW_HEADING)
        return drill_bank_is_chrome (text) ? -1 : (int) at;
      if (now->kind == DRILL_ROW_TEXT && drill_bank_start_parse (text, FALSE, &start)
          && (start.named || drill_bank_start_asks (start.title)))
        return at;
      if (now->kind == DRILL_ROW_TEXT && drill_slice_ends_with (drill_slice_unwrap (text), "?"))
        return at;
    }

  return -1;
}

static void
take_answer (DrillBank *self, DrillDraft *draft, guint summary, guint first, guint end)
{
  DrillSlice behind = drill_outline_get_behind (self->outline, first - 1);

  if (get_row (self, first - 1)->behind == 0)
    behind = (DrillSlice){ NULL, NULL };
  while (drill_slice_eat (&behind, "<br>"))
    behind = drill_slice_chug (behind);
  if (drill_slice_is_empty (behind) && first >= end)
    return;

  drill_draft_open (draft, DRILL_PART_ANSWER, summary);
  if (!drill_slice_is_empty (behind))
    {
      g_autofree char *head = drill_slice_dup (behind);

      drill_draft_add_head (draft, head);
      draft->head_line = first - 1;
    }
  draft->in_item = TRUE;
  if (first < end)
    {
      drill_draft_add_line (draft, first);
      drill_draft_add_line (draft, end - 1);
    }
}

/* The first line of a summary that has one asks; the others are the body. */
static DrillDraft *
begin_from_summary (DrillBank *self, guint row, guint end)
{
  guint          first = row;
  DrillSlice     title;
  DrillBankStart start;
  DrillDraft    *draft;

  while (first + 1 < end && drill_slice_is_empty (drill_outline_get_text (self->outline, first)))
    first++;
  title = drill_outline_get_text (self->outline, first);
  if (!drill_bank_start_parse (title, TRUE, &start))
    start = (DrillBankStart){ .title = title };
  draft = drill_bank_begin (self, DRILL_ITEM_QUESTION, row, start.title, start.number);
  if (first + 1 < end)
    {
      gboolean last_holds
        = get_row (self, end - 1)->behind > 0
          && drill_slice_is_empty (drill_outline_get_text (self->outline, end - 1));

      drill_bank_add_rows (draft, DRILL_PART_BODY, first + 1, last_holds ? end - 1 : end);
    }

  return draft;
}

static DrillDraft *
begin_from_above (DrillBank *self, guint above, guint row)
{
  DrillSlice     text = drill_outline_get_text (self->outline, above);
  DrillBankStart start;
  DrillDraft    *draft;
  guint          end = row;

  if (!drill_bank_start_parse (text, get_row (self, above)->kind == DRILL_ROW_HEADING, &start))
    start = (DrillBankStart){ .title = drill_slice_unwrap (text) };
  if (drill_slice_is_empty (start.title) && above + 1 < row)
    {
      guint below = above + 1;

      while (below < row && get_row (self, below)->kind != DRILL_ROW_TEXT)
        below++;
      if (below < row)
        start.title = drill_outline_get_text (self->outline, below);
    }
  draft = drill_bank_begin (self, DRILL_ITEM_QUESTION, above, start.title, start.number);
  /* A row that opens the details and no more is not the question's. */
  while (end > above + 1
         && (get_row (self, end - 1)->opens || get_row (self, end - 1)->kind == DRILL_ROW_BLANK))
    end--;
  drill_bank_add_rows (draft, DRILL_PART_BODY, above + 1, end);

  return draft;
}

static guint
take_details (DrillBank *self, guint row)
{
  guint       first = summary_end (self, row);
  guint       depth = MAX (1, get_row (self, row)->depth);
  guint       end;
  int         above = row;
  DrillDraft *draft;

  if (get_row (self, row)->closes && get_row (self, row)->opens)
    end = first;
  else
    end = answer_end (self, first, depth);
  if (drill_answer_word_is_show (drill_outline_get_text (self->outline, row))
      && summary_end (self, row) == row + 1)
    {
      above = find_question_above (self, row);
      if (above < 0)
        return end;
      draft = begin_from_above (self, above, row);
    }
  else
    draft = begin_from_summary (self, row, first);
  take_answer (self, draft, row, first, end);
  drill_bank_claim (self, above, MAX (end, first));
  drill_bank_admit (self, draft);

  return MAX (end, first);
}

void
drill_bank_read_details (DrillBank *self)
{
  for (guint row = 0; row < self->outline->n_rows;)
    {
      if (get_row (self, row)->starts_summary && !self->claimed[row])
        row = take_details (self, row);
      else
        row++;
    }
}
