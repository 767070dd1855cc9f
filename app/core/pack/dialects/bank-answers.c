/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Keys in a list of their own, behind the questions: "1. B", "2-C", "| 3 | A |",
 * several to a line or one. They belong to the questions above that have no key,
 * by number.
 */

#include "config.h"

#include "pack/dialects/bank.h"

#include "pack/dialects/answer-word.h"

#include <string.h>

#define MAX_NUMBER 10000

typedef struct
{
  DrillBank  *bank;
  GHashTable *keys; /* number -> row of groups' keys, see Entry */
} Answers;

typedef struct
{
  guint      row;
  DrillSlice text;
} Entry;

/* A heading, or a line in bold, that says "Answers". */
static gboolean
is_title (const DrillBank *self, guint row)
{
  DrillSlice text = drill_outline_get_text (self->outline, row);
  DrillSlice rest;

  if (self->outline->rows[row].kind == DRILL_ROW_TEXT && drill_slice_unwrap (text).at == text.at
      && !drill_slice_ends_with (text, ":") && drill_slice_length (text) > 16)
    return FALSE;
  if (self->outline->rows[row].kind != DRILL_ROW_HEADING
      && self->outline->rows[row].kind != DRILL_ROW_TEXT)
    return FALSE;

  return drill_answer_word_parse (text, &rest) == DRILL_WORD_ANSWER && drill_slice_is_empty (rest);
}

static gboolean
eat_number (DrillSlice *text, guint *number)
{
  drill_slice_eat_any (text, (const char *const[]){ "Q", "q", "#", NULL });

  return drill_slice_eat_number (text, number) && *number > 0 && *number < MAX_NUMBER;
}

/* One or more letters that end where a word ends. */
static gboolean
eat_letters (DrillSlice *text, DrillSlice *letters)
{
  const char *at = text->at;
  guint       count = 0;

  while (at < text->end && count < 7 && g_ascii_isalpha (*at) && g_ascii_toupper (*at) <= 'J')
    {
      at++;
      count++;
    }
  if (count == 0 || (at < text->end && (g_ascii_isalnum (*at) || (guchar) *at >= 0x80)))
    return FALSE;
  if (count > 1 && g_ascii_islower (*text->at))
    return FALSE;
  /* "A, C": the letters go on behind a comma. */
  while (at + 2 < text->end && *at == ',')
    {
      const char *next = at + 1;

      while (next < text->end && *next == ' ')
        next++;
      if (next >= text->end || !g_ascii_isalpha (*next)
          || (next + 1 < text->end && g_ascii_isalnum (next[1])))
        break;
      at = next + 1;
    }
  *letters = (DrillSlice){ text->at, at };
  text->at = at;

  return TRUE;
}

static void
skip_marks (DrillSlice *text)
{
  while (!drill_slice_is_empty (*text) && strchr (" \t.):|-*_`(=>[", *text->at) != NULL)
    text->at++;
}

/* Takes all pairs of a row. Returns: how many */
static guint
take_row (Answers *self, guint row)
{
  DrillSlice text = drill_outline_get_text (self->bank->outline, row);
  guint      count = 0;

  while (!drill_slice_is_empty (text))
    {
      DrillSlice rest = text;
      DrillSlice letters;
      guint      number;

      skip_marks (&rest);
      if (!eat_number (&rest, &number))
        return count;
      text = rest;
      skip_marks (&rest);
      if (rest.at == text.at || !eat_letters (&rest, &letters))
        return count;
      if (!g_hash_table_contains (self->keys, GUINT_TO_POINTER (number)))
        {
          Entry *entry = g_new0 (Entry, 1);

          entry->row = row;
          entry->text = letters;
          g_hash_table_insert (self->keys, GUINT_TO_POINTER (number), entry);
        }
      count++;
      text = rest;
      while (!drill_slice_is_empty (text) && strchr (" \t,;|).*_`", *text.at) != NULL)
        text.at++;
    }

  return count;
}

/* Reads the list below a title. Returns: the row behind it */
static guint
take_list (Answers *self, guint title)
{
  guint row = title + 1;
  guint misses = 0;

  for (; row < self->bank->outline->n_rows; row++)
    {
      const DrillRow *now = &self->bank->outline->rows[row];

      if (now->kind == DRILL_ROW_HEADING)
        break;
      if (now->kind != DRILL_ROW_TEXT || now->in_summary)
        continue;
      if (take_row (self, row) == 0 && ++misses > 6 && g_hash_table_size (self->keys) == 0)
        break;
    }

  return row;
}

static void
hand_out (Answers *self, guint from, guint title)
{
  guint ordinal = 0;

  for (guint i = 0; i < self->bank->groups->len; i++)
    {
      DrillBankGroup *group = &g_array_index (self->bank->groups, DrillBankGroup, i);
      Entry          *entry;

      if (group->first < from || group->first >= title || !group->has_stem)
        continue;
      ordinal++;
      if (group->has_key || group->weak)
        continue;
      entry = g_hash_table_lookup (self->keys,
                                   GUINT_TO_POINTER (group->number > 0 ? group->number : ordinal));
      if (entry == NULL)
        continue;
      group->has_key = group->certain_key = group->distant_key = TRUE;
      group->key_row = entry->row;
      group->key = entry->text;
    }
}

/* Gives the groups without a key the one that stands in a list of answers. */
void
drill_bank_read_answers (DrillBank *self)
{
  guint from = 0;

  for (guint row = 0; row < self->outline->n_rows;)
    {
      Answers answers = { .bank = self };
      guint   end;

      if (!is_title (self, row))
        {
          row++;
          continue;
        }
      answers.keys = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      end = take_list (&answers, row);
      if (g_hash_table_size (answers.keys) >= 2)
        {
          hand_out (&answers, from, row);
          drill_bank_claim (self, row, end);
          from = row;
          row = end;
        }
      else
        row++;
      g_hash_table_unref (answers.keys);
    }
}
