/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The names of a chapter's sections. A section starts at a heading or at a bare
 * line that is equal to one of them; numbers, markup and a remark in parentheses
 * do not count, nor does the ornament that people put into headings. Only a mock
 * interview has its own title behind the name.
 */

#include "config.h"

#include "pack/sections.h"

#include <string.h>

#define MAX_NAME 40

static const struct
{
  const char  *letters;
  DrillSection section;
} names[] = {
  { "introduction", DRILL_SECTION_INTRODUCTION },
  { "coreinterviewquestions", DRILL_SECTION_QUESTIONS },
  { "corequestions", DRILL_SECTION_QUESTIONS },
  { "interviewquestions", DRILL_SECTION_QUESTIONS },
  { "interviewquestionsandanswers", DRILL_SECTION_QUESTIONS },
  { "questions", DRILL_SECTION_QUESTIONS },
  { "questionsandanswers", DRILL_SECTION_QUESTIONS },
  { "mcq", DRILL_SECTION_MCQ },
  { "mcqs", DRILL_SECTION_MCQ },
  { "mcqsection", DRILL_SECTION_MCQ },
  { "mcqquestions", DRILL_SECTION_MCQ },
  { "multiplechoicequestions", DRILL_SECTION_MCQ },
  { "multiplechoicequestionsmcqs", DRILL_SECTION_MCQ },
  { "multiplechoice", DRILL_SECTION_MCQ },
  { "quiz", DRILL_SECTION_MCQ },
  { "mockinterview", DRILL_SECTION_MOCK },
  { "mockinterviews", DRILL_SECTION_MOCK },
  { "mockinterviewscenario", DRILL_SECTION_MOCK },
  { "mockinterviewscenarios", DRILL_SECTION_MOCK },
  { "mockscenario", DRILL_SECTION_MOCK },
  { "mockscenarios", DRILL_SECTION_MOCK },
  { "practicaltips", DRILL_SECTION_TIPS },
  { "tips", DRILL_SECTION_TIPS },
  { "summary", DRILL_SECTION_SUMMARY },
  { "conclusion", DRILL_SECTION_SUMMARY },
  { "reference", DRILL_SECTION_REFERENCES },
  { "references", DRILL_SECTION_REFERENCES },
};

static DrillSection
find_name (DrillSlice name,
           gboolean   heading)
{
  char  letters[MAX_NAME];
  guint length = 0;

  for (const char *at = name.at; at < name.end; at++)
    {
      if (g_ascii_isalpha (*at) && length < MAX_NAME - 1)
        letters[length++] = g_ascii_tolower (*at);
      else if (g_ascii_isalnum (*at) || (!heading && strchr (" \t-&()", *at) == NULL))
        return DRILL_SECTION_NONE;
    }
  letters[length] = '\0';

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].letters, letters) == 0)
      return names[i].section;

  return DRILL_SECTION_NONE;
}

/* "2. " and "Section 2: " in front of the name. */
static DrillSlice
skip_number (DrillSlice line)
{
  DrillSlice rest = line;
  guint      number;

  if (drill_slice_eat_word (&rest, "section") || drill_slice_eat_word (&rest, "part"))
    rest = drill_slice_chug (rest);
  if (!drill_slice_eat_number (&rest, &number))
    return line;
  if (!drill_slice_eat (&rest, ".") && !drill_slice_eat (&rest, ")")
      && !drill_slice_eat_colon (&rest) && !drill_slice_eat (&rest, " -"))
    return line;

  return drill_slice_chug (rest);
}

/* Splits "Mock Interview Scenario: Title" in front of the colon or dash. */
static gboolean
split_title (DrillSlice  line,
             DrillSlice *name,
             DrillSlice *title)
{
  static const char *const separators[]
    = { ":", "\357\274\232", " - ", " \342\200\223 ", " \342\200\224 " };
  const char *first = NULL;
  gsize       length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *at = drill_slice_find (line, separators[i]);

      if (at != NULL && (first == NULL || at < first))
        {
          first = at;
          length = strlen (separators[i]);
        }
    }
  if (first == NULL)
    return FALSE;

  *name = drill_slice_strip ((DrillSlice){ line.at, first });
  *title = drill_slice_strip ((DrillSlice){ first + length, line.end });
  return TRUE;
}

static DrillSlice
skip_remark (DrillSlice name)
{
  const char *open = memchr (name.at, '(', name.end - name.at);

  if (open == NULL || open == name.at || name.end[-1] != ')')
    return name;

  return drill_slice_strip ((DrillSlice){ name.at, open });
}

/**
 * drill_section_parse:
 * @line: a heading's text or a line at the left margin
 * @title: (out): the title behind the name of a mock interview, perhaps empty
 *
 * Returns: the section that starts here, or %DRILL_SECTION_NONE
 */
DrillSection
drill_section_parse (DrillSlice  line,
                     gboolean    heading,
                     DrillSlice *title)
{
  DrillSection  section;
  DrillSlice    name;
  DrillEmphasis opened;

  *title = (DrillSlice){ line.end, line.end };
  if (drill_slice_length (line) > 200)
    return DRILL_SECTION_NONE;
  line = skip_number (drill_slice_unwrap (line));
  line = drill_slice_unwrap (line);
  if (drill_slice_is_empty (line))
    return DRILL_SECTION_NONE;

  if (split_title (line, &name, title))
    {
      drill_slice_eat_emphasis (&name, &opened);
      section = find_name (name, heading);
      /* A bare "Summary:" is a label in somebody's answer. */
      if (section != DRILL_SECTION_MOCK
          && !(drill_slice_is_empty (*title)
               && (heading || memchr (name.at, ' ', name.end - name.at) != NULL)))
        return DRILL_SECTION_NONE;
      if (!drill_slice_eat (title, opened.text) && drill_slice_ends_with (*title, opened.text))
        title->end -= strlen (opened.text);
      *title = drill_slice_unwrap (*title);
      return section;
    }

  section = find_name (line, heading);
  return section != DRILL_SECTION_NONE ? section : find_name (skip_remark (line), heading);
}
