/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What is said about a query that cannot be understood. */

#include "config.h"

#include "search/query.h"

#include <string.h>

/* Only marks the text for translators. */
#define N_(text) (text)

/* {word} is what stands in the query, {hint} what can stand there instead. */
static const char *const texts[DRILL_N_QUERY_PROBLEMS] = {
  [DRILL_QUERY_PROBLEM_FIELD]
  = N_ ("There is no “{word}:”. To look for it as a word, put it in quotation marks. {hint}"),
  [DRILL_QUERY_PROBLEM_VALUE] = N_ ("“{word}” is not one of {hint}"),
  [DRILL_QUERY_PROBLEM_NO_VALUE] = N_ ("“{word}” needs a value right behind it. {hint}"),
  [DRILL_QUERY_PROBLEM_NUMBER] = N_ ("“{word}” is not a number"),
  [DRILL_QUERY_PROBLEM_SHARE] = N_ ("“{word}” is not a share such as 0.8 or 80%"),
  [DRILL_QUERY_PROBLEM_DATE]
  = N_ ("“{word}” is not a day such as 2026-11-28, today, or 7 for in a week"),
  [DRILL_QUERY_PROBLEM_COMPARE] = N_ ("“{word}” has no more or less: put a colon behind it"),
  [DRILL_QUERY_PROBLEM_QUOTE] = N_ ("The quotation mark is not closed"),
  [DRILL_QUERY_PROBLEM_OPEN_GROUP] = N_ ("The parenthesis is not closed"),
  [DRILL_QUERY_PROBLEM_CLOSE_GROUP] = N_ ("No parenthesis is open here"),
  [DRILL_QUERY_PROBLEM_EMPTY_GROUP] = N_ ("There is nothing between the parentheses"),
  [DRILL_QUERY_PROBLEM_OPERAND] = N_ (
    "“{word}” needs something to go with. To look for it as a word, put it in quotation marks."),
  [DRILL_QUERY_PROBLEM_WORD] = N_ ("“{word}” has no letter or digit to look for"),
  [DRILL_QUERY_PROBLEM_TOO_LONG] = N_ ("The query has more parts than can be looked for"),
  [DRILL_QUERY_PROBLEM_TOO_DEEP] = N_ ("The parentheses are nested too deep"),
  [DRILL_QUERY_PROBLEM_NO_TOPIC] = N_ ("No topic begins with “{word}”. {hint}"),
  [DRILL_QUERY_PROBLEM_NO_PACK] = N_ ("No pack begins with “{word}”. {hint}"),
};

/* @text: the whole query; what stands between @start and @end is quoted */
DrillQueryProblem *
drill_query_problem_new (DrillQueryProblemCode code,
                         const char           *text,
                         gsize                 start,
                         gsize                 end,
                         const char           *hint)
{
  DrillQueryProblem *self = g_new0 (DrillQueryProblem, 1);

  self->code = code;
  self->start = start;
  self->end = end;
  self->word = g_strndup (text + start, end - start);
  self->hint = g_strdup (hint);

  return self;
}

void
drill_query_problem_free (DrillQueryProblem *self)
{
  if (self == NULL)
    return;

  g_free (self->word);
  g_free (self->hint);
  g_free (self);
}

/* The English sentence, for whoever translates it; drill_query_problem_format()
 * puts the words into it. */
const char *
drill_query_problem_msgid (DrillQueryProblemCode code)
{
  g_return_val_if_fail (code < DRILL_N_QUERY_PROBLEMS, NULL);

  return texts[code];
}

/* @format: the sentence of drill_query_problem_msgid(), translated or not */
char *
drill_query_problem_format (const DrillQueryProblem *self,
                            const char              *format)
{
  GString *text;
  gsize    end;

  g_return_val_if_fail (self != NULL && format != NULL, NULL);

  text = g_string_new (format);
  /* The hint first: what was typed may look like a place for one. */
  g_string_replace (text, "{hint}", self->hint != NULL ? self->hint : "", 1);
  g_string_replace (text, "{word}", self->word, 1);
  for (end = text->len; end > 0 && text->str[end - 1] == ' ';)
    end--;
  g_string_truncate (text, end);

  return g_string_free (text, FALSE);
}
