/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Runs of options.
 *
 * Options are the surest sign of a multiple-choice question: everything around
 * them differs from bank to bank. A run starts at a box or at the first letter of
 * an alphabet and goes on over blank lines, code and pictures, because there
 * Markdown's own lists end and people do not know it.
 *
 *     - [ ] one          option
 *                        \
 *     ```               | what stands behind an option belongs to it when
 *     code              | another option follows
 *     ```               /
 *     - [x] two          option
 *
 * Text behind the last option is its own only when it goes on without a blank
 * line, or when the option has no text yet, or when the others had the like.
 */

#include "config.h"

#include "pack/dialects/bank.h"

#include "pack/dialects/answer-word.h"

#include <string.h>

#define MAX_GAP 60 /* rows from one option to the next */
#define MAX_OPTIONS 200
#define MAX_PLAIN 10       /* options without letters */
#define MAX_PLAIN_TEXT 300 /* bytes of one */
#define MAX_PLAIN_GAP 8    /* rows from the last one to the key */
#define MAX_HEAD 4000      /* bytes of a line that holds a stem and its options */

typedef struct
{
  DrillBank     *bank;
  DrillBankGroup group;
  gboolean       code_behind; /* an option so far had code behind its text */
  guint          seam;        /* index of an option behind a paragraph, or 0 */
} Run;

static const DrillRow *
get_row (const DrillBank *self, guint row)
{
  return &self->outline->rows[row];
}

static DrillBankOption *
last_option (Run *run)
{
  return &g_array_index (run->group.options, DrillBankOption, run->group.options->len - 1);
}

static gboolean
parse (DrillBank *self, guint row, DrillChoice *choice)
{
  if (get_row (self, row)->kind != DRILL_ROW_TEXT || get_row (self, row)->in_summary)
    return FALSE;

  return drill_choice_parse (drill_outline_get_text (self->outline, row), choice);
}

static gboolean
is_image (DrillSlice text)
{
  return drill_slice_starts_with (text, "![") && drill_slice_ends_with (text, ")");
}

static void
add_option (Run *run, const DrillChoice *choice, guint row, gboolean joined)
{
  DrillBankOption option = { .choice = *choice, .row = row, .last = row, .joined = joined };

  g_array_append_val (run->group.options, option);
  run->group.last = row;
}

/* Options that stand behind the first one on its line. */
static void
split_line (Run *run, guint row)
{
  DrillChoice next;
  guint       order = run->group.options->len;

  if (run->group.boxed)
    return;
  while (
    run->group.options->len < MAX_OPTIONS
    && drill_choice_split (&last_option (run)->choice.rest, run->group.alphabets, order, &next))
    {
      run->group.alphabets &= drill_alphabets_of (next.letter, order);
      add_option (run, &next, row, TRUE);
      order++;
    }
}

/* Whether an option goes on with the run. Sets @odd when its letter is wrong. */
static gboolean
continues (Run *run, const DrillChoice *choice, gboolean *odd)
{
  guint          order = run->group.options->len;
  DrillAlphabets next;

  *odd = FALSE;
  if (run->group.boxed != (choice->box != DRILL_BOX_NONE))
    return FALSE;
  if (run->group.boxed)
    return TRUE;

  if (run->group.weak != choice->weak)
    return FALSE;
  next = drill_alphabets_of (choice->letter, order) & run->group.alphabets;
  if (next != 0)
    {
      run->group.alphabets = next;
      return TRUE;
    }
  if (run->group.weak)
    return FALSE;
  /* The same letter again, or one left out. */
  *odd = (order > 1 && (drill_alphabets_of (choice->letter, order - 1) & run->group.alphabets) != 0)
         || (drill_alphabets_of (choice->letter, order + 1) & run->group.alphabets) != 0
         || (drill_alphabets_of (choice->letter, order + 2) & run->group.alphabets) != 0;

  return *odd;
}

/* Whether the row cannot be inside of an option. */
static gboolean
is_barrier (Run *run, guint row)
{
  const DrillRow *now = get_row (run->bank, row);
  DrillSlice      text = drill_outline_get_text (run->bank->outline, row);
  DrillSlice      rest;
  DrillBankStart  start;

  if (now->kind == DRILL_ROW_HEADING || now->kind == DRILL_ROW_RULE || now->opens || now->closes
      || now->in_summary)
    return TRUE;
  if (now->kind != DRILL_ROW_TEXT)
    return FALSE;
  if (drill_answer_word_parse (text, &rest) != DRILL_WORD_NONE)
    return TRUE;

  return drill_outline_get_indent (run->bank->outline, row) < 4
         && drill_bank_start_parse (text, FALSE, &start)
         && (start.named || drill_bank_start_asks (start.title)
             || drill_outline_get_indent (run->bank->outline, row) == 0);
}

/* Follows the run row by row. */
static void
follow (Run *run)
{
  DrillBank  *self = run->bank;
  guint       first_indent = drill_outline_get_indent (self->outline, run->group.first);
  gboolean    after_blank = FALSE;
  gboolean    paragraph = FALSE; /* text at the margin since the last option */
  gboolean    code = FALSE;
  guint       end = MIN (self->outline->n_rows, run->group.first + MAX_GAP);
  DrillChoice choice;
  gboolean    odd;

  for (guint row = run->group.first + 1; row < end; row++)
    {
      const DrillRow *now = get_row (self, row);

      if (now->kind == DRILL_ROW_BLANK)
        {
          after_blank = TRUE;
          continue;
        }
      if (now->kind == DRILL_ROW_COMMENT)
        continue;
      if (now->kind == DRILL_ROW_CODE)
        {
          code = TRUE;
          if (!after_blank && run->group.last + 1 == row)
            run->group.last = last_option (run)->last = row;
          continue;
        }
      if (parse (self, row, &choice) && run->group.weak && !choice.weak)
        {
          /* Options below a numbered line: that is a question, and no option. */
          g_array_set_size (run->group.options, 1);
          return;
        }
      /* The first letter again: another run. */
      if (!run->group.boxed && parse (self, row, &choice) && choice.box == DRILL_BOX_NONE
          && choice.weak == run->group.weak
          && (drill_alphabets_of (choice.letter, 0) & run->group.alphabets) != 0)
        return;
      if (parse (self, row, &choice) && continues (run, &choice, &odd)
          && run->group.options->len < MAX_OPTIONS)
        {
          DrillBankOption *before = last_option (run);

          if (run->group.weak && after_blank && paragraph)
            return;
          if (paragraph && run->seam == 0)
            run->seam = run->group.options->len;
          run->code_behind |= code && !drill_slice_is_empty (before->choice.rest);
          before->last = row - 1;
          if (odd && run->group.odd_row == 0)
            run->group.odd_row = row;
          add_option (run, &choice, row, FALSE);
          split_line (run, row);
          after_blank = paragraph = code = FALSE;
          end = MIN (self->outline->n_rows, row + MAX_GAP);
          continue;
        }
      if (now->closes || now->opens)
        {
          /* What closes on the last option's row closes behind it. */
          return;
        }
      if (is_barrier (run, row))
        return;
      code |= is_image (drill_outline_get_text (self->outline, row));
      if (!after_blank && run->group.last + 1 == row)
        run->group.last = last_option (run)->last = row;
      else if (after_blank && !is_image (drill_outline_get_text (self->outline, row))
               && drill_outline_get_indent (self->outline, row) < first_indent + 2)
        paragraph = TRUE;
      if (run->group.weak && paragraph)
        return;
    }
}

/* Code or a picture behind the last option is its own when it has nothing else, or
 * when those before it had some. */
static void
finish_last (Run *run)
{
  DrillBank       *self = run->bank;
  DrillBankOption *option = last_option (run);
  gboolean empty = drill_slice_is_empty (option->choice.rest) && option->last == option->row;
  guint    row = option->last + 1;
  gboolean in_code = FALSE;

  if (!empty && !run->code_behind)
    return;
  for (; row < self->outline->n_rows && row < option->row + 2 * MAX_GAP; row++)
    {
      const DrillRow *now = get_row (self, row);

      if (now->kind == DRILL_ROW_BLANK && !in_code)
        continue;
      if (now->kind == DRILL_ROW_CODE)
        {
          in_code = TRUE;
          option->last = run->group.last = row;
          continue;
        }
      if (in_code || now->kind != DRILL_ROW_TEXT || is_barrier (run, row) || now->in_summary)
        return;
      if (is_image (drill_outline_get_text (self->outline, row)) || empty)
        option->last = run->group.last = row;
      if (!run->code_behind || empty)
        return;
      return;
    }
}

/* Two lists of boxes with a paragraph between them, and ticks in both, are two. */
static void
cut_at_seam (Run *run)
{
  guint    seam = run->seam;
  gboolean before = FALSE;
  gboolean behind = FALSE;

  if (seam == 0 || !run->group.boxed)
    return;
  for (guint i = 0; i < run->group.options->len; i++)
    {
      DrillBankOption *option = &g_array_index (run->group.options, DrillBankOption, i);

      if (option->choice.box == DRILL_BOX_TICKED)
        *(i < seam ? &before : &behind) = TRUE;
    }
  if (!before || !behind || seam < 2)
    return;

  g_array_set_size (run->group.options, seam);
  last_option (run)->last = last_option (run)->row;
  run->group.last = last_option (run)->row;
}

/* Letters inside boxes are marks when they run in order; else they are text. */
static void
settle_letters (DrillBankGroup *group)
{
  DrillAlphabets alphabets = ~(DrillAlphabets) 0;

  if (!group->boxed)
    return;
  for (guint i = 0; i < group->options->len && alphabets != 0; i++)
    {
      DrillBankOption *option = &g_array_index (group->options, DrillBankOption, i);

      alphabets &= option->choice.letter != 0 && !drill_slice_is_empty (option->choice.rest) ?
                     drill_alphabets_of (option->choice.letter, i) :
                     0;
    }
  group->alphabets = alphabets;
  for (guint i = 0; i < group->options->len && alphabets == 0; i++)
    {
      DrillBankOption *option = &g_array_index (group->options, DrillBankOption, i);

      option->choice.rest = option->choice.whole;
    }
}

static gboolean
starts_run (DrillBank *self, guint row, DrillChoice *choice)
{
  if (!parse (self, row, choice))
    return FALSE;
  if (choice->box != DRILL_BOX_NONE)
    return TRUE;
  if (drill_alphabets_of (choice->letter, 0) == 0)
    return FALSE;

  return !choice->weak || !drill_bank_start_asks (choice->rest);
}

/* Finds the run that starts at @row. Returns: the row to go on with */
static guint
take_run (DrillBank *self, const DrillChoice *first, guint row)
{
  Run run = { .bank = self };

  run.group.options = g_array_new (FALSE, FALSE, sizeof (DrillBankOption));
  run.group.first = row;
  run.group.boxed = first->box != DRILL_BOX_NONE;
  run.group.weak = first->weak;
  run.group.alphabets = run.group.boxed ? 0 : drill_alphabets_of (first->letter, 0);
  add_option (&run, first, row, FALSE);
  split_line (&run, row);
  follow (&run);
  cut_at_seam (&run);
  finish_last (&run);
  settle_letters (&run.group);
  /* One letter alone is an option that lost the others, or the key itself. */
  if (run.group.options->len < 2 && !run.group.boxed
      && (run.group.weak || get_row (self, row)->depth > 0))
    {
      g_array_unref (run.group.options);
      return row + 1;
    }
  run.group.end = run.group.last + 1;
  g_array_append_val (self->groups, run.group);

  return run.group.last + 1;
}

/* A stem, and its options behind it on the same line. */
static guint
take_head_run (DrillBank *self, guint row)
{
  DrillSlice  text = drill_outline_get_text (self->outline, row);
  DrillChoice first;
  Run         run = { .bank = self };

  if (drill_slice_length (text) > MAX_HEAD || !drill_choice_find (&text, &first))
    return row + 1;
  run.group.options = g_array_new (FALSE, FALSE, sizeof (DrillBankOption));
  run.group.first = row;
  run.group.alphabets = drill_alphabets_of (first.letter, 0);
  run.group.has_stem = TRUE;
  run.group.stem = row;
  run.group.title = text;
  add_option (&run, &first, row, TRUE);
  split_line (&run, row);
  follow (&run);
  if (run.group.options->len < 2)
    {
      g_array_unref (run.group.options);
      return row + 1;
    }
  run.group.end = run.group.last + 1;
  g_array_append_val (self->groups, run.group);

  return run.group.last + 1;
}

static gboolean
holds_options (DrillBank *self, guint row)
{
  DrillSlice  text = drill_outline_get_text (self->outline, row);
  DrillChoice first;

  return drill_slice_length (text) <= MAX_HEAD && drill_choice_find (&text, &first);
}

/* The text of a list item that is not counted: "- True". */
static gboolean
is_plain_item (DrillBank *self, guint row, DrillSlice *text)
{
  DrillChoice choice;

  if (get_row (self, row)->kind != DRILL_ROW_TEXT || get_row (self, row)->in_summary)
    return FALSE;
  *text = drill_outline_get_text (self->outline, row);
  if (drill_choice_parse (*text, &choice))
    return FALSE;

  return drill_slice_eat_bullet (text) && !drill_slice_is_empty (*text)
         && drill_slice_length (*text) < MAX_PLAIN_TEXT;
}

/* Whether a key stands within a few rows. */
static gboolean
has_key_below (DrillBank *self, guint row)
{
  guint end = MIN (self->outline->n_rows, row + MAX_PLAIN_GAP);

  for (; row < end; row++)
    {
      DrillSlice rest;

      if (get_row (self, row)->kind != DRILL_ROW_TEXT
          && get_row (self, row)->kind != DRILL_ROW_HEADING)
        continue;
      if (drill_answer_word_parse (drill_outline_get_text (self->outline, row), &rest)
          == DRILL_WORD_ANSWER)
        return TRUE;
      if (!get_row (self, row)->in_summary)
        return FALSE;
    }

  return FALSE;
}

/* Items of a plain list are options when a key below names one of them. Returns:
 * the row to go on with, or @row when they are not */
static guint
take_plain_run (DrillBank *self, guint row)
{
  Run        run = { .bank = self };
  DrillSlice text;
  guint      end = row;
  guint      indent = drill_outline_get_indent (self->outline, row);

  while (end < self->outline->n_rows && end < row + MAX_PLAIN && is_plain_item (self, end, &text)
         && drill_outline_get_indent (self->outline, end) == indent)
    end++;
  if (end < row + 2 || !has_key_below (self, end))
    return row;

  run.group.options = g_array_new (FALSE, FALSE, sizeof (DrillBankOption));
  run.group.first = row;
  run.group.weak = TRUE;
  run.group.alphabets = drill_alphabets_of ('A', 0);
  for (guint i = row; i < end; i++)
    {
      DrillChoice choice = { .bullet = TRUE };

      is_plain_item (self, i, &text);
      choice.rest = choice.whole = text;
      add_option (&run, &choice, i, FALSE);
    }
  run.group.end = run.group.last + 1;
  g_array_append_val (self->groups, run.group);

  return end;
}

void
drill_bank_find_groups (DrillBank *self)
{
  DrillChoice choice;
  DrillSlice  text;

  for (guint row = 0; row < self->outline->n_rows;)
    {
      const DrillRow *now = get_row (self, row);

      if (now->kind == DRILL_ROW_TEXT && starts_run (self, row, &choice)
          && !(choice.weak && holds_options (self, row)))
        row = take_run (self, &choice, row);
      else if (is_plain_item (self, row, &text))
        {
          guint next = take_plain_run (self, row);

          row = next > row ? next : take_head_run (self, row);
        }
      else if (now->kind == DRILL_ROW_TEXT || now->kind == DRILL_ROW_HEADING)
        row = take_head_run (self, row);
      else
        row++;
    }
}
