/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * "Key Points:" and its kin.
 *
 * A label is a name from a fixed list at the start of a line and a colon. Markup
 * around either is ignored, as are case, a bullet, the hyphen in "Follow-up", a
 * number and a remark in parentheses. The colon may be missing where the markup
 * already says that this is a title: in a heading, or when the whole line is
 * nothing but the name of more than one word.
 *
 *     - **Follow-up 2** (Staff): text
 *     |   |       |     |      | +-- rest
 *     |   |       |     +------+---- remark and colon
 *     |   +-------+----------------- name and number
 *     +----------------------------- bullet
 */

#include "config.h"

#include "pack/labels.h"

#include <string.h>

#define MAX_NAME 32

/* Names are compared by their letters alone. */
static const struct
{
  const char *letters;
  const char *written;
  DrillLabel  label;
} names[] = {
  { "a", "A", DRILL_LABEL_A },
  { "ans", "Answer", DRILL_LABEL_ANSWER },
  { "answer", "Answer", DRILL_LABEL_ANSWER },
  { "sampleanswer", "Answer", DRILL_LABEL_ANSWER },
  { "modelanswer", "Answer", DRILL_LABEL_ANSWER },
  { "expectedanswer", "Answer", DRILL_LABEL_ANSWER },
  { "suggestedanswer", "Answer", DRILL_LABEL_ANSWER },
  { "correctanswer", "Correct Answer", DRILL_LABEL_KEY },
  { "correctanswers", "Correct Answers", DRILL_LABEL_KEY },
  { "correctoption", "Correct Answer", DRILL_LABEL_KEY },
  { "correctoptions", "Correct Answers", DRILL_LABEL_KEY },
  { "correctchoice", "Correct Answer", DRILL_LABEL_KEY },
  { "rightanswer", "Correct Answer", DRILL_LABEL_KEY },
  { "correct", "Correct Answer", DRILL_LABEL_KEY },
  { "options", "Options", DRILL_LABEL_OPTIONS },
  { "choices", "Options", DRILL_LABEL_OPTIONS },
  { "explanation", "Explanation", DRILL_LABEL_EXPLANATION },
  { "explanations", "Explanation", DRILL_LABEL_EXPLANATION },
  { "rationale", "Explanation", DRILL_LABEL_EXPLANATION },
  { "keypoint", "Key Points", DRILL_LABEL_KEY_POINTS },
  { "keypoints", "Key Points", DRILL_LABEL_KEY_POINTS },
  { "commonmistake", "Common Mistakes", DRILL_LABEL_MISTAKES },
  { "commonmistakes", "Common Mistakes", DRILL_LABEL_MISTAKES },
  { "followup", "Follow-up", DRILL_LABEL_FOLLOW_UP },
  { "followupquestion", "Follow-up", DRILL_LABEL_FOLLOW_UP },
  { "followups", "Follow-ups", DRILL_LABEL_FOLLOW_UPS },
  { "followupquestions", "Follow-ups", DRILL_LABEL_FOLLOW_UPS },
  { "level", "Level", DRILL_LABEL_LEVELS },
  { "levels", "Levels", DRILL_LABEL_LEVELS },
  { "scenariosetup", "Scenario Setup", DRILL_LABEL_SETUP },
  { "setup", "Scenario Setup", DRILL_LABEL_SETUP },
  { "turn", "Turn", DRILL_LABEL_TURN },
  { "interviewer", "Interviewer", DRILL_LABEL_INTERVIEWER },
  { "candidate", "Candidate", DRILL_LABEL_CANDIDATE },
  { "interviewee", "Candidate", DRILL_LABEL_CANDIDATE },
  { "scenarioexample", "Scenario Example", DRILL_LABEL_INSIDE },
  { "resolution", "Resolution", DRILL_LABEL_INSIDE },
  { "possiblecause", "Possible Causes", DRILL_LABEL_INSIDE },
  { "possiblecauses", "Possible Causes", DRILL_LABEL_INSIDE },
  { "investigationstep", "Investigation Steps", DRILL_LABEL_INSIDE },
  { "investigationsteps", "Investigation Steps", DRILL_LABEL_INSIDE },
  { "example", "Example", DRILL_LABEL_INSIDE },
  { "examples", "Example", DRILL_LABEL_INSIDE },
  { "note", "Note", DRILL_LABEL_INSIDE },
  { "notes", "Note", DRILL_LABEL_INSIDE },
};

/* The letters of a name in lower case; FALSE when something else is in it. */
static gboolean
fold_name (DrillSlice name,
           char       letters[MAX_NAME],
           guint     *n_words)
{
  guint    length = 0;
  gboolean in_word = FALSE;

  *n_words = 0;
  for (const char *at = name.at; at < name.end; at++)
    {
      if (g_ascii_isalpha (*at))
        {
          if (length == MAX_NAME - 1)
            return FALSE;
          letters[length++] = g_ascii_tolower (*at);
          *n_words += !in_word;
          in_word = TRUE;
        }
      else if (*at == ' ' || *at == '-' || *at == '\t')
        in_word = FALSE;
      else
        return FALSE;
    }
  letters[length] = '\0';

  return length > 0;
}

static int
find_name (const char *letters)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].letters[0] == letters[0] && strcmp (names[i].letters, letters) == 0)
      return i;

  return -1;
}

/* The words at the start of @line that could be a name. */
static DrillSlice
read_name (DrillSlice line)
{
  DrillSlice name = { line.at, line.at };

  while (
    name.end < line.end && name.end - name.at < MAX_NAME + 8
    && (g_ascii_isalpha (*name.end) || *name.end == ' ' || *name.end == '-' || *name.end == '\t'))
    name.end++;
  name = drill_slice_strip (name);
  while (drill_slice_ends_with (name, "-"))
    name = drill_slice_strip ((DrillSlice){ name.at, name.end - 1 });

  return name;
}

/* "(must know)" between a name and its colon. */
static void
skip_remark (DrillSlice *line)
{
  DrillSlice  rest = drill_slice_chug (*line);
  const char *end;

  if (!drill_slice_starts_with (rest, "("))
    return;
  end = memchr (rest.at, ')', rest.end - rest.at);
  if (end == NULL || end - rest.at > 40)
    return;

  rest.at = end + 1;
  *line = rest;
}

/* Takes the colon and the end of the markup, in either order. */
static gboolean
read_colon (DrillSlice    *line,
            DrillEmphasis *opened)
{
  DrillSlice rest = drill_slice_chug (*line);
  gboolean   closed = opened->text[0] != '\0' && drill_slice_eat (&rest, opened->text);
  gboolean   colon;

  rest = drill_slice_chug (rest);
  colon = drill_slice_eat_colon (&rest);
  if (colon && !closed)
    closed = opened->text[0] != '\0' && drill_slice_eat (&rest, opened->text);
  if (closed)
    opened->text[0] = '\0';
  if (colon || closed)
    *line = drill_slice_chug (rest);

  return colon;
}

static gboolean
may_lack_colon (const DrillLabelled *labelled,
                guint                n_words,
                gboolean             marked)
{
  if (labelled->label == DRILL_LABEL_A || labelled->label == DRILL_LABEL_LEVELS
      || !drill_slice_is_empty (labelled->rest))
    return FALSE;

  return marked || (n_words > 1 && labelled->label != DRILL_LABEL_INSIDE);
}

/**
 * drill_label_parse:
 * @line: without its indent
 * @heading: whether it is the text of a heading
 * @labelled: (out): set when there is a label
 */
gboolean
drill_label_parse (DrillSlice     line,
                   gboolean       heading,
                   DrillLabelled *labelled)
{
  char     letters[MAX_NAME];
  guint    n_words;
  gboolean marked = heading;
  int      found;

  *labelled = (DrillLabelled){ 0 };
  drill_slice_eat_quote (&line);
  labelled->bullet = drill_slice_eat_bullet (&line);
  drill_slice_eat_ornament (&line);
  marked |= drill_slice_eat_emphasis (&line, &labelled->opened);
  drill_slice_eat_ornament (&line);
  if (drill_slice_is_empty (line) || !g_ascii_isalpha (*line.at))
    return FALSE;

  labelled->name = read_name (line);
  if (!fold_name (labelled->name, letters, &n_words))
    return FALSE;
  found = find_name (letters);
  if (found < 0)
    return FALSE;

  line.at = labelled->name.end;
  line = drill_slice_chug (line);
  drill_slice_eat (&line, "#");
  drill_slice_eat_number (&line, &labelled->number);
  if (n_words > 1 || letters[1] != '\0')
    skip_remark (&line);
  labelled->label = names[found].label;
  labelled->rest = line;
  if (read_colon (&labelled->rest, &labelled->opened))
    return TRUE;

  return may_lack_colon (labelled, n_words, marked);
}

/* The number of letters to change, add or drop, given up at @limit. */
static guint
distance (const char *a,
          const char *b,
          guint       limit)
{
  guint row[MAX_NAME + 1];
  gsize length_a = strlen (a);
  gsize length_b = strlen (b);

  if (MAX (length_a, length_b) - MIN (length_a, length_b) >= limit)
    return limit;
  for (guint j = 0; j <= length_b; j++)
    row[j] = j;
  for (guint i = 1; i <= length_a; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= length_b; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (a[i - 1] != b[j - 1]));
          diagonal = above;
        }
    }

  return row[length_b];
}

/* Returns: (nullable): the label that @line seems to have meant when it starts
 *   with a name and a colon of which one or two letters are wrong */
const char *
drill_label_suggest (DrillSlice line)
{
  DrillEmphasis opened;
  DrillSlice    name;
  char          letters[MAX_NAME];
  guint         n_words;

  drill_slice_eat_bullet (&line);
  drill_slice_eat_emphasis (&line, &opened);
  name = read_name (line);
  line.at = name.end;
  if (!read_colon (&line, &opened) || !fold_name (name, letters, &n_words) || strlen (letters) < 7
      || find_name (letters) >= 0)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      guint limit = strlen (names[i].letters) >= 9 ? 3 : 2;

      if (strlen (names[i].letters) >= 7 && distance (letters, names[i].letters, limit) < limit)
        return names[i].written;
    }

  return NULL;
}
