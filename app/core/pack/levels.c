/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Whom a question is for: "(Mid-level, Senior)" at the end of its title. A list
 * with a word that is no level is a part of the title, as in "the cache (Redis)".
 */

#include "config.h"

#include "pack/levels.h"

#include "pack/item.h"

#include <string.h>

static const struct
{
  const char *word;
  DrillLevels level;
} words[] = {
  { "Junior", DRILL_LEVEL_JUNIOR },
  { "Mid-level", DRILL_LEVEL_MID },
  { "Mid", DRILL_LEVEL_MID },
  { "Middle", DRILL_LEVEL_MID },
  { "Senior", DRILL_LEVEL_SENIOR },
  { "Staff", DRILL_LEVEL_STAFF },
  { "Principal", DRILL_LEVEL_PRINCIPAL },
  { "Lead", DRILL_LEVEL_LEAD },
  { "Tech Lead", DRILL_LEVEL_LEAD },
  { "Architect", DRILL_LEVEL_ARCHITECT },
  { "Any", DRILL_LEVEL_ANY },
};

const char *
drill_level_to_word (DrillLevels level)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].level == level)
      return words[i].word;

  return NULL;
}

static guint
level_of (DrillSlice word)
{
  static const char *const suffixes[] = { "-level", " level", " engineer" };

  word = drill_slice_unwrap (word);
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (drill_slice_equals_word (word, words[i].word))
          return words[i].level;
      for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
        {
          gsize      length = strlen (suffixes[i]);
          DrillSlice end = { word.end - MIN (length, drill_slice_length (word)), word.end };

          if (drill_slice_equals_word (end, suffixes[i]))
            word.end -= length;
        }
    }

  return 0;
}

guint
drill_level_from_word (const char *word)
{
  g_return_val_if_fail (word != NULL, 0);

  return level_of (drill_slice (word));
}

/* The end of the first word of a list: a comma, a slash, "and" and the like. */
static DrillSlice
next_word (DrillSlice *list)
{
  DrillSlice word = { list->at, list->at };

  for (; word.end < list->end; word.end++)
    {
      DrillSlice rest = { word.end, list->end };

      if (strchr (",/&|;+", *word.end) != NULL)
        {
          list->at = word.end + 1;
          return drill_slice_strip (word);
        }
      if (drill_slice_eat (&rest, " and ") || drill_slice_eat (&rest, " or ")
          || drill_slice_eat (&rest, " to "))
        {
          list->at = rest.at;
          return drill_slice_strip (word);
        }
    }
  list->at = list->end;

  return drill_slice_strip (word);
}

/**
 * drill_levels_parse:
 * @list: such as "Mid-level, Senior"
 * @unknown: (out): the first word that is no level, or empty
 *
 * Returns: the bits of the words that are levels
 */
guint
drill_levels_parse (DrillSlice  list,
                    DrillSlice *unknown)
{
  guint levels = 0;

  *unknown = (DrillSlice){ list.end, list.end };
  if (drill_slice_eat_word (&list, "levels") || drill_slice_eat_word (&list, "level"))
    {
      list = drill_slice_chug (list);
      drill_slice_eat_colon (&list);
    }
  if (drill_slice_length (list) > 120)
    {
      *unknown = list;
      return 0;
    }

  while (!drill_slice_is_empty (list))
    {
      DrillSlice word = next_word (&list);
      guint      level = level_of (word);

      if (level == 0 && !drill_slice_is_empty (word) && drill_slice_is_empty (*unknown))
        *unknown = word;
      levels |= level;
    }

  return levels;
}

/**
 * drill_levels_cut:
 * @title: (inout): loses the level list at its end
 * @unknown: (out): the word for which a list that has levels too was left alone,
 *   or empty
 */
guint
drill_levels_cut (DrillSlice *title,
                  DrillSlice *unknown)
{
  DrillSlice  text = drill_slice_strip (*title);
  DrillSlice  list;
  const char *open;
  char        opener;
  guint       levels;

  *unknown = (DrillSlice){ title->end, title->end };
  while (text.end > text.at && strchr ("*_`.", text.end[-1]) != NULL)
    text.end--;
  if (drill_slice_is_empty (text) || (text.end[-1] != ')' && text.end[-1] != ']'))
    return 0;
  opener = text.end[-1] == ')' ? '(' : '[';
  open = memrchr (text.at, opener, text.end - text.at);
  if (open == NULL)
    return 0;

  list = drill_slice_strip ((DrillSlice){ open + 1, text.end - 1 });
  levels = drill_levels_parse (list, unknown);
  if (levels == 0)
    *unknown = (DrillSlice){ title->end, title->end };
  if (levels == 0 || !drill_slice_is_empty (*unknown))
    return 0;

  /* Markup around the list goes with it. */
  if (text.end < title->end)
    while (open > text.at && strchr ("*_`", open[-1]) != NULL && open[-1] == *text.end)
      open--;
  *title = drill_slice_strip ((DrillSlice){ text.at, open });
  return levels;
}
