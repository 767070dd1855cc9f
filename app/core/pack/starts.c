/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * "3. Why ...?", "Q3) ...", "**Question 3:** ...": what a question may start
 * with. Whether it does is for the chapter's reader to say, who knows what stands
 * around the line.
 */

#include "config.h"

#include "pack/starts.h"

#include "pack/levels.h"

#include <string.h>

/* The mark behind a number. Converters put a backslash in front of it; "Question 3"
 * needs none when nothing, its levels or a dash follow. */
static gboolean
eat_mark (DrillSlice *line,
          gboolean    named,
          gboolean    numbered)
{
  static const char *const dashes[] = { "- ", "\342\200\223 ", "\342\200\224 " };
  DrillSlice               rest = *line;

  drill_slice_eat (&rest, "\\");
  if (drill_slice_eat (&rest, ".") || drill_slice_eat (&rest, ")")
      || (named && drill_slice_eat_colon (&rest)))
    {
      *line = rest;
      return TRUE;
    }
  if (!named || !numbered)
    return FALSE;

  rest = drill_slice_chug (*line);
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (drill_slice_eat (&rest, dashes[i]))
      {
        line->at = rest.at - 1;
        return TRUE;
      }

  return drill_slice_is_empty (rest) || *rest.at == '(' || *rest.at == '*';
}

static gboolean
eat_name (DrillSlice *line)
{
  DrillSlice rest = *line;

  if (drill_slice_eat_word (&rest, "question") || drill_slice_eat_word (&rest, "mcq"))
    ;
  else if (drill_slice_eat (&rest, "Q") || drill_slice_eat (&rest, "q"))
    {
      if (!drill_slice_is_empty (rest) && g_ascii_isalpha (*rest.at))
        return FALSE;
    }
  else
    return FALSE;

  rest = drill_slice_chug (rest);
  drill_slice_eat (&rest, "#");
  *line = rest;
  return TRUE;
}

static gboolean
ends_well (const DrillSlice *rest,
           gboolean          heading)
{
  if (drill_slice_is_empty (*rest) || g_ascii_isspace (*rest->at))
    return TRUE;
  if (strchr ("*_", *rest->at) != NULL)
    return TRUE;

  return heading && !g_ascii_isdigit (*rest->at);
}

/**
 * drill_start_parse:
 * @line: a heading's text, or a line at the left margin
 * @start: (out): set when the line starts with a number or a "Q"
 */
gboolean
drill_start_parse (DrillSlice  line,
                   gboolean    heading,
                   DrillStart *start)
{
  DrillSlice rest;
  gboolean   numbered;

  *start = (DrillStart){ 0 };
  if (heading)
    drill_slice_eat_ornament (&line);
  rest = drill_slice_unwrap (line);
  start->bold = rest.at != line.at;
  if (heading && drill_slice_eat (&rest, "#"))
    rest = drill_slice_chug (rest);
  start->bold |= drill_slice_eat_emphasis (&rest, &start->opened);
  start->named = eat_name (&rest);
  numbered = drill_slice_eat_number (&rest, &start->number);
  if (!numbered && !start->named)
    return FALSE;
  if (!eat_mark (&rest, start->named, numbered) || !ends_well (&rest, heading))
    return FALSE;

  if (start->opened.text[0] != '\0' && drill_slice_eat (&rest, start->opened.text))
    start->opened.text[0] = '\0';
  start->title = drill_slice_strip (rest);
  return TRUE;
}

/* Whether a title ends as a question does: in a question mark or a level list. */
gboolean
drill_start_is_asked (DrillSlice title)
{
  DrillSlice unknown;

  if (drill_levels_cut (&title, &unknown) != 0)
    return TRUE;
  title = drill_slice_strip (title);
  while (!drill_slice_is_empty (title) && strchr ("*_`\")", title.end[-1]) != NULL)
    title.end--;

  return drill_slice_ends_with (title, "?") || drill_slice_ends_with (title, "\357\274\237");
}

/* Whether a title is a link into its own page, as in a table of contents. */
gboolean
drill_start_is_link (DrillSlice title)
{
  return drill_slice_starts_with (title, "[") && drill_slice_ends_with (title, ")")
         && drill_slice_find (title, "](#") != NULL;
}
