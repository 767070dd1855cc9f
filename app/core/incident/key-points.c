/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Which key points an answer in one's own words seems to make.
 */

#include "config.h"

#include "incident/scenario.h"

#include <string.h>

/* Whether @needle occurs in @text at the start of a word, so that "restart"
 * finds "restarted" and "art" does not. Both are case-folded. */
static gboolean
contains_word (const char *text,
               const char *needle)
{
  for (const char *p = strstr (text, needle); p != NULL; p = strstr (p + 1, needle))
    {
      const char *before = p > text ? g_utf8_find_prev_char (text, p) : NULL;

      if (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
group_matches (const char *text,
               const char *group)
{
  g_auto (GStrv) words = g_strsplit (group, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_utf8_casefold (g_strstrip (words[i]), -1);

      if (*word != '\0' && contains_word (text, word))
        return TRUE;
    }

  return FALSE;
}

/* Case-folded, with one space between words, however the lines were broken. */
static char *
fold (const char *text)
{
  g_auto (GStrv)   words = g_strsplit_set (text, " \t\r\n", -1);
  g_autofree char *joined = NULL;
  GString         *folded = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (folded->len > 0)
        g_string_append_c (folded, ' ');
      g_string_append (folded, words[i]);
    }
  joined = g_string_free (folded, FALSE);

  return g_utf8_casefold (joined, -1);
}

/**
 * drill_key_points_suggest:
 * @answer: what the learner wrote
 *
 * Words are no proof of understanding: a list of buzzwords matches everything.
 * The result is only a suggestion, which the learner confirms or corrects.
 *
 * Returns: a bit set of the key points whose word groups all occur in @answer
 */
guint
drill_key_points_suggest (const DrillScenarioSection *section,
                          const char                 *answer)
{
  g_autofree char *text = NULL;
  guint            ticks = 0;

  g_return_val_if_fail (section != NULL, 0);
  g_return_val_if_fail (answer != NULL, 0);

  if (!g_utf8_validate (answer, -1, NULL))
    return 0;

  text = fold (answer);
  for (guint i = 0; i < section->key_points->len; i++)
    {
      DrillScenarioKeyPoint *point = g_ptr_array_index (section->key_points, i);
      gboolean               all = point->words->len > 0;

      for (guint w = 0; w < point->words->len && all; w++)
        all = group_matches (text, g_ptr_array_index (point->words, w));
      if (all)
        ticks |= 1u << i;
    }

  return ticks;
}
