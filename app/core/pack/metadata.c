/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Data in comments: "key: value; key: value", or one pair on each line. Other
 * comments are their author's business, so a comment counts as data only when
 * every pair has a key and the first key is one word in small letters.
 */

#include "config.h"

#include "pack/metadata.h"

#include "pack/chapter.h"

#include <string.h>

#define MAX_ID 63

static const struct
{
  const char *word;
  DrillKey    key;
} keys[] = {
  { "id", DRILL_KEY_ID },           { "was", DRILL_KEY_WAS },
  { "topic", DRILL_KEY_TOPICS },    { "topics", DRILL_KEY_TOPICS },
  { "ref", DRILL_KEY_REFS },        { "refs", DRILL_KEY_REFS },
  { "minutes", DRILL_KEY_MINUTES }, { "level", DRILL_KEY_LEVELS },
  { "levels", DRILL_KEY_LEVELS },   { "verified", DRILL_KEY_VERIFIED },
  { "pack", DRILL_KEY_PACK },       { "version", DRILL_KEY_VERSION },
  { "lang", DRILL_KEY_LANGUAGE },   { "licence", DRILL_KEY_LICENCE },
  { "license", DRILL_KEY_LICENCE }, { "format", DRILL_KEY_FORMAT },
};

static gboolean
is_word (DrillSlice word)
{
  for (const char *at = word.at; at < word.end; at++)
    if (!g_ascii_islower (*at) && *at != '-')
      return FALSE;

  return !drill_slice_is_empty (word) && drill_slice_length (word) <= 20;
}

/**
 * drill_metadata_next:
 * @comment: (inout): the inside of a comment; loses its first pair
 * @word: (out): the key as it was written
 *
 * Returns: FALSE at the end, or when what follows is no pair
 */
gboolean
drill_metadata_next (DrillSlice *comment,
                     DrillSlice *word,
                     DrillKey   *key,
                     DrillSlice *value)
{
  DrillSlice  pair;
  const char *colon;

  do
    {
      if (drill_slice_is_empty (*comment))
        return FALSE;
      pair = *comment;
      for (pair.end = pair.at; pair.end < comment->end; pair.end++)
        if (*pair.end == ';' || *pair.end == '\n')
          break;
      comment->at = MIN (pair.end + 1, comment->end);
      pair = drill_slice_strip (pair);
    }
  while (drill_slice_is_empty (pair));

  colon = memchr (pair.at, ':', pair.end - pair.at);
  if (colon == NULL)
    return FALSE;
  *word = drill_slice_strip ((DrillSlice){ pair.at, colon });
  *value = drill_slice_strip ((DrillSlice){ colon + 1, pair.end });
  *key = DRILL_KEY_UNKNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (drill_slice_equals_word (*word, keys[i].word))
      *key = keys[i].key;

  return TRUE;
}

gboolean
drill_metadata_is_data (DrillSlice comment)
{
  DrillSlice word;
  DrillSlice value;
  DrillKey   key;
  gboolean   first = TRUE;

  while (drill_metadata_next (&comment, &word, &key, &value))
    {
      if (!is_word (word) && (first || key == DRILL_KEY_UNKNOWN))
        return FALSE;
      first = FALSE;
    }

  return !first && drill_slice_is_empty (comment);
}

/* Adds the words of a list such as "a, b" to @words, each once. */
void
drill_metadata_add_words (GPtrArray *words,
                          DrillSlice value)
{
  while (!drill_slice_is_empty (value))
    {
      DrillSlice       word = { value.at, value.at };
      g_autofree char *text = NULL;

      while (word.end < value.end && *word.end != ',')
        word.end++;
      value.at = MIN (word.end + 1, value.end);
      text = drill_slice_dup (drill_slice_strip (word));
      if (*text != '\0' && words->len < 64
          && !g_ptr_array_find_with_equal_func (words, text, g_str_equal, NULL))
        g_ptr_array_add (words, g_steal_pointer (&text));
    }
}

gboolean
drill_id_is_valid (const char *id)
{
  gsize length;

  g_return_val_if_fail (id != NULL, FALSE);

  length = strlen (id);
  if (length < 2 || length > MAX_ID || *id == '-')
    return FALSE;
  for (const char *at = id; *at != '\0'; at++)
    if (!g_ascii_islower (*at) && !g_ascii_isdigit (*at) && *at != '-')
      return FALSE;

  return TRUE;
}
