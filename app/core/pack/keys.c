/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The key of an MCQ: "C", "A, C", "A and C", "(B)", "Option D", "B) text", or the
 * text of the option. A letter in front of a word may be the word "A", so the
 * whole text is compared with the options before that letter is believed.
 */

#include "config.h"

#include "pack/keys.h"

#include <string.h>

/* Whether two texts are the same but for markup, white space and a last full stop. */
static gboolean
is_same_text (DrillSlice a,
              DrillSlice b)
{
  a = drill_slice_unwrap (a);
  b = drill_slice_unwrap (b);
  for (;;)
    {
      while (a.at < a.end && (g_ascii_isspace (*a.at) || *a.at == '`'))
        a.at++;
      while (b.at < b.end && (g_ascii_isspace (*b.at) || *b.at == '`'))
        b.at++;
      if (a.at == a.end || b.at == b.end)
        break;
      if (g_ascii_tolower (*a.at++) != g_ascii_tolower (*b.at++))
        return FALSE;
    }
  drill_slice_eat (&a, ".");
  drill_slice_eat (&b, ".");

  return drill_slice_is_empty (a) && drill_slice_is_empty (b);
}

static int
find_text (DrillSlice text,
           GPtrArray *options)
{
  for (guint i = 0; i < options->len; i++)
    {
      const DrillPiece *option = g_ptr_array_index (options, i);

      if (option->text->len > 0 && is_same_text (text, drill_slice (option->text->str)))
        return i;
    }

  return -1;
}

static int
find_label (char       label,
            GPtrArray *options)
{
  for (guint i = 0; i < options->len; i++)
    {
      const DrillPiece *option = g_ptr_array_index (options, i);

      if (option->label[0] == label)
        return i;
    }

  return -1;
}

static void
skip_marks (DrillSlice *text)
{
  drill_slice_eat_ornament (text);
  while (!drill_slice_is_empty (*text)
         && (strchr ("*_`([\"", *text->at) != NULL || g_ascii_isspace (*text->at)))
    text->at++;
}

/* "and", a comma and the like, in front of another letter. */
static gboolean
skip_join (DrillSlice *text)
{
  DrillSlice rest = drill_slice_chug (*text);
  gboolean   joined = FALSE;

  while (!drill_slice_is_empty (rest) && strchr (",/&+", *rest.at) != NULL)
    {
      rest.at++;
      rest = drill_slice_chug (rest);
      joined = TRUE;
    }
  joined |= drill_slice_eat_word (&rest, "and");
  if (joined)
    *text = rest;

  return joined;
}

/* Takes one letter or digit and the marks around it. */
static char
eat_letter (DrillSlice *text)
{
  DrillSlice rest = *text;
  char       letter;

  skip_marks (&rest);
  drill_slice_eat_word (&rest, "options");
  drill_slice_eat_word (&rest, "option");
  skip_marks (&rest);
  if (drill_slice_is_empty (rest) || !g_ascii_isalnum (*rest.at)
      || (rest.at + 1 < rest.end && g_ascii_isalnum (rest.at[1])))
    return '\0';

  letter = g_ascii_toupper (*rest.at++);
  while (!drill_slice_is_empty (rest) && strchr ("*_`)].:", *rest.at) != NULL)
    rest.at++;
  *text = rest;

  return letter;
}

/* What stands behind the letter, without dashes and parentheses around it. */
static DrillSlice
strip_reason (DrillSlice text)
{
  static const char *const dashes[] = { "-", "\342\200\223", "\342\200\224", ":", "." };

  text = drill_slice_strip (text);
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    drill_slice_eat (&text, dashes[i]);
  text = drill_slice_strip (text);
  if (drill_slice_starts_with (text, "(") && drill_slice_ends_with (text, ")"))
    text = (DrillSlice){ text.at + 1, text.end - 1 };

  return text;
}

/* Reads letters as long as they are joined. */
static DrillSlice
read_letters (DrillSlice text,
              GPtrArray *options,
              guint32   *keys,
              char     **missing)
{
  DrillSlice next = text;
  char       letter;

  while ((letter = eat_letter (&next)) != '\0')
    {
      int found = find_label (letter, options);

      if (found < 0 && *missing == NULL)
        *missing = g_strndup (&letter, 1);
      else if (found >= 0 && found < DRILL_KEYS_MAX)
        *keys |= 1u << found;
      text = next;
      if (!skip_join (&next))
        break;
    }

  return text;
}

/**
 * drill_keys_parse:
 * @options: (element-type DrillPiece)
 * @keys: (out): a bit per option that is right
 * @missing: (out) (nullable): what names no option
 * @rest: (out) (nullable): what stands behind the letter and is not the option's
 *   own text: a reason
 *
 * Returns: whether there is a key at all
 */
gboolean
drill_keys_parse (const char *text,
                  GPtrArray  *options,
                  guint32    *keys,
                  char      **missing,
                  char      **rest)
{
  DrillSlice whole = drill_slice (text);
  DrillSlice left;
  int        found;
  char       letter;

  drill_slice_eat_ornament (&whole);
  whole = left = drill_slice_unwrap (whole);
  found = find_text (whole, options);
  *keys = 0;
  *missing = NULL;
  *rest = NULL;
  if (drill_slice_is_empty (whole))
    return FALSE;
  if (found >= 0)
    {
      *keys = 1u << MIN (found, DRILL_KEYS_MAX - 1);
      return TRUE;
    }

  letter = eat_letter (&left);
  /* "A queue of callbacks" is no letter. */
  if (letter == '\0'
      || (letter == 'A' && left.end - left.at > 1 && left.at[0] == ' '
          && g_ascii_islower (left.at[1]) && strchr (")].:", left.at[-1]) == NULL
          && !drill_slice_starts_with (left, " and ")
          && find_text (drill_slice_strip (left), options) < 0))
    {
      *missing = drill_slice_dup (whole);
      return TRUE;
    }

  left = strip_reason (read_letters (whole, options, keys, missing));
  if (!drill_slice_is_empty (left) && find_text (left, options) < 0)
    *rest = drill_slice_dup (left);

  return TRUE;
}
