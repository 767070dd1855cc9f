/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* How fast search is: the index of items at first, after an answer, and each query as
 * one types it, with its first page of rows. Over a connection of its own, as in life. */

#include "config.h"

#include "bench-search.h"

#include "search/agenda.h"
#include "search/run.h"
#include "study/answer.h"
#include "study/statistics.h"
#include "study/workspace.h"

#include <time.h>

#define TIMES 5
#define ROUNDS 200

static const char *const queries[] = {
  "what",
  "number",
  "number 4242",
  "numb*",
  "n*",
  "12*",
  "topic:t7",
  "is:due",
  "is:new or is:missed",
  "recall<0.8 topic:t1 -is:suspended",
  "(number or what) recall<0.9 lapses>0",
  "rated:again",
  "kind:question",
  "answered:2022-06-01..2022-06-30",
};

/* Time that this thread has worked, which other programs do not add to. */
static double
cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

/* As one types "number 4242 is:due": a query for each letter. */
static void
bench_typing (DrillSearchContext *context)
{
  static const char text[] = "number 4242 is:due";
  double            took[ROUNDS];
  guint             n = 0;

  while (n < ROUNDS)
    {
      for (guint length = 1; length < sizeof text && n < ROUNDS; length++)
        {
          g_autofree char *typed = g_strndup (text, length);
          g_autoptr (DrillSearchResult) result = NULL;
          g_autoptr (DrillQueryProblem) problem = NULL;
          g_autoptr (GError) error = NULL;
          double start = cpu_ms ();

          check (drill_search_run (context, typed, DRILL_QUERY_TYPING, &result, &problem, &error)
                   || problem != NULL,
                 error);
          took[n++] = cpu_ms () - start;
        }
    }
  print_quantiles ("search as one types", took, n);
}

static void
bench_index (LargeBank          *bank,
             DrillSearchContext *context)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (DrillAnswer) answer = NULL;
  DrillCard               card;
  double                  start = cpu_ms ();

  check (drill_item_index_get (context->connection, &error) != NULL, error);
  print_measure ("index of items, at first", cpu_ms () - start, "ms");

  answer = drill_answer_new ("bench/n7",
                             DRILL_OCCASION_REVIEW,
                             DRILL_RATING_GOOD,
                             context->now_ms,
                             9000);
  check (drill_answer_record (bank->connection, bank->rules, answer, &card, &error), error);
  start = cpu_ms ();
  check (drill_item_index_get (context->connection, &error) != NULL, error);
  print_measure ("index of items, after an answer", cpu_ms () - start, "ms");
}

/* Everything that the progress page and the Today page show. */
static void
bench_statistics (DrillSearchContext *context)
{
  double statistics_ms = G_MAXDOUBLE;
  double agenda_ms = G_MAXDOUBLE;

  for (guint round = 0; round < TIMES; round++)
    {
      g_autoptr (DrillStatistics) statistics = NULL;
      g_autoptr (DrillAgenda)     agenda = NULL;
      g_autoptr (GError)          error = NULL;
      double                      start = cpu_ms ();

      statistics = drill_statistics_load (context->connection, context->rules, context->now_ms, &error);
      check (statistics != NULL, error);
      statistics_ms = MIN (statistics_ms, cpu_ms () - start);
      start = cpu_ms ();
      agenda = drill_agenda_load (context->connection, context->rules, context->now_ms, &error);
      check (agenda != NULL, error);
      agenda_ms = MIN (agenda_ms, cpu_ms () - start);
    }
  print_measure ("statistics of the progress page", statistics_ms, "ms");
  print_measure ("agenda of the Today page", agenda_ms, "ms");
}

void
bench_search (LargeBank *bank,
              gint64 now_ms)
{
  g_autofree char            *folder = scratch_path (bank->scratch, "data");
  g_autoptr (DrillConnection) reader = NULL;
  g_autoptr (GError)          error = NULL;
  DrillSearchContext          context;

  reader = drill_workspace_open (folder, DRILL_CONNECTION_READ_ONLY, NULL, &error);
  check (reader != NULL, error);
  context = (DrillSearchContext){ reader, bank->rules, now_ms };
  bench_index (bank, &context);
  bench_statistics (&context);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      double           best = G_MAXDOUBLE;
      g_autofree char *measure = NULL;
      guint            found = 0;

      for (guint round = 0; round < TIMES; round++)
        {
          g_autoptr (DrillSearchResult) result = NULL;
          g_autoptr (DrillQueryProblem) problem = NULL;
          double start = cpu_ms ();

          check (drill_search_run (&context, queries[i], 0, &result, &problem, &error), error);
          best = MIN (best, cpu_ms () - start);
          found = result->ids->len;
        }
      measure = g_strdup_printf ("search %s, %u found", queries[i], found);
      print_measure (measure, best, "ms");
    }
  bench_typing (&context);
}
