/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The key below a run of options, and which options it means.
 *
 * It stands on a line of its own, in a heading, in a summary, or inside of the
 * details whose summary says "answer" in any language: there the first line counts,
 * too, and so does anything of the shape "word: B".
 */

#include "config.h"

#include "pack/dialects/bank.h"

#include "pack/dialects/answer-word.h"

#include <string.h>

#define MAX_ROWS 400
#define MAX_TEXT 40 /* rows of text between options and key */

/* Reading the letters of a key */

static DrillSlice
skip_marks (DrillSlice text)
{
  static const char *const signs[] = { "**", "__", "*", "_", "`", "(", "[",      "（", "【",
                                       "「", "\"", "'", "“", "‘", "✅", "✔️", "✔",  "☑️" };
  gboolean                 moved = TRUE;

  for (guint i = 0; i < 8 && moved; i++)
    {
      moved = FALSE;
      text = drill_slice_chug (text);
      for (guint j = 0; j < G_N_ELEMENTS (signs) && !moved; j++)
        moved = drill_slice_eat (&text, signs[j]);
    }

  return drill_slice_chug (text);
}

/* "option", "choice" in front of a letter. */
static DrillSlice
skip_nouns (DrillSlice text)
{
  static const char *const nouns[]
    = { "options", "option", "choices", "choice", "letter", "answer",
        "opción",  "opção",  "вариант", "选项",   "選項",   "الخيار" };

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (drill_slice_length (text) > strlen (nouns[i])
        && g_ascii_strncasecmp (text.at, nouns[i], strlen (nouns[i])) == 0
        && !g_ascii_isalpha (text.at[strlen (nouns[i])]))
      return skip_marks ((DrillSlice){ text.at + strlen (nouns[i]), text.end });

  return text;
}

static DrillAlphabets
alphabets_of_group (const DrillBankGroup *group)
{
  /* Boxes without letters are counted in Latin ones. */
  return group->alphabets != 0 ? group->alphabets : 7;
}

static int
order_of (const DrillBankGroup *group, gunichar letter)
{
  int order = drill_alphabets_get_order (alphabets_of_group (group), letter);

  return order >= 0 && order < (int) group->options->len ? order : -1;
}

/* "and", a comma and the like between letters. */
static gboolean
skip_join (DrillSlice *text)
{
  static const char *const joins[]
    = { ",", "，", "、", "/", "&", "+", ";", "；", "和", "及", "と", "و" };
  static const char *const words[]
    = { "and", "y", "e", "et", "und", "и", "та", "i", "ve", "dan", "và", "en", "or" };
  DrillSlice rest = *text;
  gboolean   joined = FALSE;

  for (guint tries = 0; tries < 4; tries++)
    {
      gboolean moved = FALSE;

      rest = drill_slice_chug (rest);
      while (!drill_slice_is_empty (rest) && strchr ("*_`\"')]", *rest.at) != NULL)
        rest.at++;
      for (guint i = 0; i < G_N_ELEMENTS (joins) && !moved; i++)
        moved = drill_slice_eat (&rest, joins[i]);
      for (guint i = 0; i < G_N_ELEMENTS (words) && !moved; i++)
        {
          DrillSlice word = rest;

          if (drill_slice_eat (&word, words[i]) && !drill_slice_is_empty (word)
              && g_ascii_isspace (*word.at))
            {
              rest = word;
              moved = TRUE;
            }
        }
      joined |= moved;
      if (!moved)
        break;
    }
  if (joined)
    *text = rest;

  return joined;
}

/* One letter that nothing but a mark or a space follows. */
static int
eat_letter (const DrillBankGroup *group, DrillSlice *text, gboolean *marked, gunichar *letter)
{
  DrillSlice rest = skip_nouns (skip_marks (*text));
  gunichar   next;

  if (drill_slice_eat (&rest, "الف"))
    *letter = 0x0627;
  else
    {
      if (drill_slice_is_empty (rest))
        return -1;
      *letter = g_utf8_get_char (rest.at);
      if (!drill_alphabet_is_letter (*letter))
        return -1;
      rest.at = g_utf8_next_char (rest.at);
    }
  next = drill_slice_is_empty (rest) ? ' ' : g_utf8_get_char (rest.at);
  if (g_unichar_isalnum (next) || next == '\'' || next == 0x2019 || next == '-')
    return -1;
  *marked = drill_slice_is_empty (rest)
            || strchr (")].:,*_`\"/|;&+", (int) (next < 0x80 ? next : 'x')) != NULL
            || next >= 0x2000;
  while (!drill_slice_is_empty (rest) && strchr (")].:*_`\"'", *rest.at) != NULL)
    rest.at++;
  drill_slice_eat_any (&rest, (const char *const[]){ "）", "】", "、", "。", "．", NULL });
  *text = rest;

  return order_of (group, *letter);
}

/* "BCD": a word of capitals that are all letters of the options, in order. */
static gboolean
read_joined (const DrillBankGroup *group, DrillSlice text, guint32 *keys, DrillSlice *rest)
{
  guint32 found = 0;
  guint   count = 0;

  text = skip_marks (text);
  while (!drill_slice_is_empty (text))
    {
      gunichar letter = g_utf8_get_char (text.at);
      int      order;

      if (!g_unichar_isalnum (letter))
        break;
      if (g_unichar_islower (letter) && letter < 0x80)
        return FALSE;
      order = order_of (group, letter);
      if (order < 0 || order >= 26 || (found & (1u << order)) != 0)
        return FALSE;
      found |= 1u << order;
      count++;
      text.at = g_utf8_next_char (text.at);
    }
  if (count < 2)
    return FALSE;
  while (!drill_slice_is_empty (text) && strchr (")].:*_`\"'", *text.at) != NULL)
    text.at++;
  *keys = found;
  *rest = text;

  return TRUE;
}

/* Texts without markup, white space, case and a full stop at the end. */
static gboolean
is_same_text (DrillSlice a, DrillSlice b)
{
  static const char *const skipped = "*_`\"'\\";

  a = drill_slice_strip (a);
  b = drill_slice_strip (b);
  while (!drill_slice_is_empty (a) && strchr (".*_` ", a.end[-1]) != NULL)
    a.end--;
  while (!drill_slice_is_empty (b) && strchr (".*_` ", b.end[-1]) != NULL)
    b.end--;
  for (;;)
    {
      while (a.at < a.end && (g_ascii_isspace (*a.at) || strchr (skipped, *a.at) != NULL))
        a.at++;
      while (b.at < b.end && (g_ascii_isspace (*b.at) || strchr (skipped, *b.at) != NULL))
        b.at++;
      if (a.at == a.end || b.at == b.end)
        return a.at == a.end && b.at == b.end;
      if (g_ascii_tolower (*a.at++) != g_ascii_tolower (*b.at++))
        return FALSE;
    }
}

/* The only option of that text, or -1. */
static int
find_text (const DrillBankGroup *group, DrillSlice text)
{
  int found = -1;

  if (drill_slice_is_empty (drill_slice_strip (text)))
    return -1;
  for (guint i = 0; i < group->options->len; i++)
    {
      const DrillBankOption *option = &g_array_index (group->options, DrillBankOption, i);

      if (!is_same_text (option->choice.rest, text))
        continue;
      if (found >= 0)
        return -1;
      found = i;
    }

  return found;
}

static DrillSlice
strip_reason (DrillSlice text)
{
  static const char *const dashes[] = { "-", "–", "—", ":", ".", "：", "，", ",", "→", "=>" };

  text = drill_slice_strip (text);
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (drill_slice_eat (&text, dashes[i]))
      text = drill_slice_chug (text);

  return drill_slice_strip (text);
}

/**
 * drill_bank_resolve_key:
 * @text: what stands behind the word for "answer"
 * @strict: whether it has to be letters, or an option's text, and little else
 * @keys: (out): a bit per option
 * @reason: (out): what is said behind the letters
 */
gboolean
drill_bank_resolve_key (DrillBankGroup *group,
                        DrillSlice      text,
                        gboolean        strict,
                        guint32        *keys,
                        DrillSlice     *reason)
{
  DrillSlice left = text;
  gboolean   marked = FALSE;
  gunichar   letter = 0;
  int        order;

  *keys = 0;
  *reason = (DrillSlice){ text.end, text.end };
  order = find_text (group, text);
  if (order >= 0 && order < 26)
    {
      *keys = 1u << order;
      return TRUE;
    }
  if (read_joined (group, text, keys, &left))
    {
      *reason = strip_reason (left);
      return !strict || drill_slice_is_empty (*reason);
    }

  order = eat_letter (group, &left, &marked, &letter);
  if (order < 0 || order >= 26)
    return FALSE;
  /* "A queue of callbacks" and "a list" are no letters. */
  if (!marked && !drill_slice_is_empty (drill_slice_strip (left)))
    {
      DrillSlice behind = drill_slice_strip (left);
      DrillSlice joined = left;

      if (!skip_join (&joined) && find_text (group, behind) < 0
          && (strict || g_unichar_islower (letter)
              || ((letter == 'A' || letter == 'I') && g_ascii_islower (*behind.at))))
        return FALSE;
    }
  *keys = 1u << order;
  for (;;)
    {
      DrillSlice next = left;
      DrillSlice words;

      if (!skip_join (&next))
        {
          /* "B D" and "(B) (D)" have no comma. */
          words = drill_slice_chug (next);
          if (drill_slice_length (words) > 40)
            break;
        }
      order = eat_letter (group, &next, &marked, &letter);
      if (order < 0 || order >= 26 || (!marked && g_unichar_islower (letter)))
        break;
      if (!marked && !drill_slice_is_empty (drill_slice_strip (next))
          && find_text (group, drill_slice_strip (next)) < 0
          && !drill_alphabet_is_letter (g_utf8_get_char (drill_slice_strip (next).at)))
        break;
      *keys |= 1u << order;
      left = next;
    }

  left = strip_reason (left);
  while (!drill_slice_is_empty (left) && strchr ("*_`)]\"", *left.at) != NULL
         && drill_slice_length (left) <= 3)
    left.at++;
  if (drill_slice_is_empty (left) || find_text (group, left) >= 0)
    return TRUE;
  *reason = left;

  return !strict || marked;
}

/* Finding its line */

typedef struct
{
  DrillBank      *bank;
  DrillBankGroup *group;
  gboolean        in_details; /* of which the summary says "answer" */
  gboolean        first_line; /* nothing was read in them yet */
  gboolean        awaits;     /* the word stood alone */
  gboolean        after_rule;
  guint           n_text;
} Hunt;

static void
found (Hunt *self, guint row, DrillSlice text, gboolean certain)
{
  self->group->has_key = TRUE;
  self->group->certain_key = certain;
  self->group->key_in_details = self->in_details;
  self->group->key_row = row;
  self->group->key = text;
  self->group->end = row + 1;
}

static gboolean
resolves (Hunt *self, DrillSlice text, gboolean strict)
{
  guint32    keys;
  DrillSlice reason;

  return drill_bank_resolve_key (self->group, text, strict, &keys, &reason);
}

/* Looks at one text. Returns: whether the key was found */
static gboolean
look_at (Hunt *self, guint row, DrillSlice text, gboolean heading)
{
  DrillSlice rest;
  DrillWord  word;

  if (drill_slice_is_empty (text))
    return FALSE;
  word = drill_answer_word_parse (text, &rest);
  if (word == DRILL_WORD_ANSWER && !drill_slice_is_empty (rest))
    {
      /* "The correct answer: ..." in somebody's explanation names no option. */
      if (!resolves (self, rest, FALSE) && (self->awaits || self->group->boxed))
        return FALSE;
      found (self, row, rest, TRUE);
      return TRUE;
    }
  if (word == DRILL_WORD_ANSWER)
    {
      self->awaits = TRUE;
      return FALSE;
    }
  if (word == DRILL_WORD_SHAPE
      && (self->in_details || heading || drill_slice_starts_with (text, "**")
          || drill_slice_starts_with (text, "__"))
      && resolves (self, rest, TRUE))
    {
      found (self, row, rest, FALSE);
      return TRUE;
    }
  if ((self->awaits || (self->in_details && self->first_line)) && word == DRILL_WORD_NONE
      && resolves (self, text, TRUE))
    {
      found (self, row, text, TRUE);
      return TRUE;
    }
  self->awaits = FALSE;

  return FALSE;
}

/* Whether the next question starts here. */
static gboolean
is_next_question (Hunt *self, guint row, DrillSlice text, gboolean heading)
{
  DrillBankStart start;

  if (self->in_details && self->bank->outline->rows[row].depth > 0)
    return FALSE;
  if (heading)
    return TRUE;
  if (!drill_bank_start_parse (text, FALSE, &start)
      || drill_outline_get_indent (self->bank->outline, row) > 3)
    return FALSE;

  return start.named || start.number == self->group->number + 1
         || drill_bank_start_asks (start.title);
}

static gboolean
look_at_summary (Hunt *self, guint row, gboolean *stop)
{
  DrillSlice text = drill_outline_get_text (self->bank->outline, row);
  DrillSlice rest;

  if (!self->bank->outline->rows[row].starts_summary)
    return FALSE;
  if (drill_answer_word_parse (text, &rest) == DRILL_WORD_ANSWER && !drill_slice_is_empty (rest)
      && resolves (self, rest, FALSE))
    {
      self->in_details = TRUE;
      found (self, row, rest, TRUE);
      return TRUE;
    }
  if (!drill_answer_word_is_show (text) && drill_slice_length (text) > 30)
    {
      *stop = TRUE;
      return FALSE;
    }
  self->in_details = self->first_line = TRUE;
  self->awaits = FALSE;
  text = drill_outline_get_behind (self->bank->outline, row);
  if (drill_slice_is_empty (text))
    return FALSE;
  if (look_at (self, row, text, FALSE))
    return TRUE;
  self->first_line = FALSE;

  return FALSE;
}

/**
 * drill_bank_find_key:
 * @to: row to stop in front of
 */
void
drill_bank_find_key (DrillBank *self, DrillBankGroup *group, guint to)
{
  Hunt  hunt = { .bank = self, .group = group };
  guint row = group->last + 1;

  /* The rest of a line that ends in the key: "D) four Answer: B". */
  for (; row < to && row < group->last + MAX_ROWS && hunt.n_text < MAX_TEXT; row++)
    {
      const DrillRow *now = &self->outline->rows[row];
      DrillSlice      text = drill_outline_get_text (self->outline, row);
      gboolean        stop = FALSE;

      if (now->kind == DRILL_ROW_RULE)
        {
          if (hunt.after_rule || hunt.in_details)
            return;
          hunt.after_rule = TRUE;
          continue;
        }
      if (now->in_summary)
        {
          if (look_at_summary (&hunt, row, &stop) || stop)
            return;
          continue;
        }
      if (now->kind == DRILL_ROW_TEXT || now->kind == DRILL_ROW_HEADING)
        {
          gboolean heading = now->kind == DRILL_ROW_HEADING;

          if (look_at (&hunt, row, text, heading))
            return;
          if (hunt.awaits)
            continue;
          if (is_next_question (&hunt, row, text, heading) || hunt.after_rule)
            return;
          hunt.n_text++;
          hunt.first_line = FALSE;
        }
      if (now->closes && now->depth == 0 && hunt.in_details)
        return;
    }
}
