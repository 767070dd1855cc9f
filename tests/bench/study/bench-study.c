/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * How fast study is with a large collection: 100,000 questions in the library, each
 * answered ten times. Prints one JSON line per measure.
 *
 *     bench-study [CARDS]
 *
 * The times of long work are told by the clock and by the processor: on a busy machine
 * the first says more about its neighbours than about the work.
 */

#include "config.h"

#include "bench-search.h"

#include "study/answer.h"
#include "study/overview.h"
#include "study/plan.h"
#include "study/queue-order.h"
#include "study/session.h"
#include "study/undo.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define DAY_MS    G_GINT64_CONSTANT (86400000)
#define N_ANSWERS 400
#define ROUNDS    5
#define REBUILDS  3
#define FIRST_DAY LARGE_BANK_FIRST_DAY

/* Noon of a study day; days are those of UTC here. */
#define NOON(day) ((day) * DAY_MS + DAY_MS / 2)

void
print_measure (const char *measure,
               double      value,
               const char *unit)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.4g", value);
  printf ("{\"measure\": \"%s\", \"value\": %s, \"unit\": \"%s\"}\n", measure, number, unit);
  fflush (stdout);
}

double
ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

void
check (gboolean      success,
       const GError *error)
{
  if (!success)
    g_error ("%s", error->message);
}

static void
bench_rebuild (LargeBank *bank)
{
  double best = G_MAXDOUBLE;
  double best_cpu = G_MAXDOUBLE;

  for (guint round = 0; round < REBUILDS; round++)
    {
      g_autoptr (GError) error = NULL;
      gint64             start = g_get_monotonic_time ();
      double             start_cpu = cpu_ms ();

      check (drill_fold_all (bank->connection, bank->rules, &error), error);
      best_cpu = MIN (best_cpu, cpu_ms () - start_cpu);
      best = MIN (best, ms_since (start));
    }
  print_measure ("rebuild of all state", best / 1000, "s");
  print_measure ("rebuild of all state, processor", best_cpu / 1000, "s");
}

/* Sorting and arranging alone, with every card due. */
static void
bench_order (LargeBank *bank)
{
  guint                     n = bank->n_cards;
  g_autofree DrillQueueRow *rows = g_new0 (DrillQueueRow, n);
  g_autofree DrillQueueKin *kin = g_new0 (DrillQueueKin, n);
  double                    best = G_MAXDOUBLE;
  guint                     sum = 0;

  for (guint i = 0; i < n; i++)
    {
      rows[i] = (DrillQueueRow){ .card = i,
                                 .due_day = FIRST_DAY + (int) (i * 7919u % 300),
                                 .last_day = FIRST_DAY - (int) (i * 104729u % 200),
                                 .stability = 1 + i * 31u % 997 };
      kin[i] = (DrillQueueKin){ .topic = 1 + i * 13u % 50, .sibling = 1 + i % (n / 2 + 1) };
    }
  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64            start = g_get_monotonic_time ();
      g_autofree guint *order = NULL;
      g_autofree guint *placed = NULL;

      order = drill_queue_sort (rows, n, DRILL_QUEUE_ORDER_RECALL, TRUE, FIRST_DAY + 300);
      placed = drill_queue_arrange (kin, n);
      best = MIN (best, ms_since (start));
      sum += order[0] + placed[n - 1];
    }
  if (sum > 0)
    print_measure ("order and arrange, all cards due", best, "ms");
}

static void
bench_queue (LargeBank  *bank,
             const char *name,
             gint64      now_ms)
{
  g_autofree char *measure = g_strdup_printf ("due queue, %s", name);
  g_autofree char *processor = g_strdup_printf ("due queue, %s, processor", name);
  g_autofree char *due = g_strdup_printf ("cards due, %s", name);
  double           best = G_MAXDOUBLE;
  double           best_cpu = G_MAXDOUBLE;
  DrillQueueCounts counts;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GPtrArray) entries = NULL;
      g_autoptr (GError)    error = NULL;
      gint64                start = g_get_monotonic_time ();
      double                start_cpu = cpu_ms ();

      entries = drill_queue_load_counted (bank->connection, bank->rules, now_ms, &counts, &error);
      best_cpu = MIN (best_cpu, cpu_ms () - start_cpu);
      best = MIN (best, ms_since (start));
      check (entries != NULL, error);
    }
  print_measure (measure, best, "ms");
  print_measure (processor, best_cpu, "ms");
  print_measure (due, counts.due + counts.later, "cards");
}

static void
bench_pages (LargeBank *bank,
             gint64 now_ms)
{
  double overview_ms = G_MAXDOUBLE;
  double plan_ms = G_MAXDOUBLE;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GError) error = NULL;
      DrillOverview      overview;
      DrillStudyPlan     plan;
      gint64             start = g_get_monotonic_time ();

      check (drill_overview_load (bank->connection, bank->rules, now_ms, &overview, &error), error);
      overview_ms = MIN (overview_ms, ms_since (start));
      start = g_get_monotonic_time ();
      check (drill_study_plan_load (bank->connection, bank->rules, now_ms, &plan, &error), error);
      plan_ms = MIN (plan_ms, ms_since (start));
    }
  print_measure ("overview", overview_ms, "ms");
  print_measure ("plan of the backlog", plan_ms, "ms");
}

static void
bench_simulator (LargeBank *bank,
                 gint64 now_ms)
{
  static const double retentions[] = { 0.7, 0.75, 0.8, 0.85, 0.9, 0.95 };
  DrillSimulation     simulation = { .days = 365, .new_per_day = 20, .reviews_per_day = 2000 };
  g_autoptr (GArray)  points = NULL;
  g_autoptr (GError)  error = NULL;
  gint64              start = g_get_monotonic_time ();

  points = drill_study_plan_simulate (bank->connection,
                                      bank->rules,
                                      now_ms,
                                      &simulation,
                                      retentions,
                                      G_N_ELEMENTS (retentions),
                                      NULL,
                                      &error);
  check (points != NULL, error);
  print_measure ("simulator, six retentions of a year", ms_since (start), "ms");
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

void
print_quantiles (const char *name,
                 double     *values,
                 guint       n)
{
  g_autofree char *median = g_strdup_printf ("%s, p50", name);
  g_autofree char *tail = g_strdup_printf ("%s, p99", name);

  qsort (values, n, sizeof *values, compare_doubles);
  print_measure (median, values[n / 2], "ms");
  print_measure (tail, values[n * 99 / 100], "ms");
}

/* An answer on the disk and the next card with its four intervals; then all of it
 * taken back. */
static void
bench_answers (LargeBank *bank,
               gint64 now_ms)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (DrillSession) session = NULL;
  double                   stored[N_ANSWERS];
  double                   next[N_ANSWERS];
  double                   undone[N_ANSWERS];
  GPtrArray               *entries;
  guint                    n = 0;

  bank->rules->reviews_per_day = N_ANSWERS * 2;
  entries = drill_queue_load (bank->connection, bank->rules, now_ms, &error);
  check (entries != NULL, error);
  session = drill_session_new (entries, bank->rules);
  while (n < N_ANSWERS && drill_session_advance (session, now_ms))
    {
      const DrillQueueEntry  *entry = drill_session_get_current (session);
      g_autoptr (DrillAnswer) answer = NULL;
      DrillCard               card;
      DrillCard               previews[DRILL_N_RATINGS];
      DrillRating             rating = n % 9 == 0 ? DRILL_RATING_AGAIN : DRILL_RATING_GOOD;
      gint64                  start;

      now_ms += 9000;
      answer = drill_answer_new (entry->key, DRILL_OCCASION_REVIEW, rating, now_ms, 9000);
      start = g_get_monotonic_time ();
      check (drill_answer_record (bank->connection, bank->rules, answer, &card, &error), error);
      stored[n] = ms_since (start);
      start = g_get_monotonic_time ();
      drill_session_answer_as (session, answer->uuid, rating, now_ms, 9000);
      if (drill_session_advance (session, now_ms))
        {
          drill_session_preview (session, now_ms, previews);
          drill_session_skip (session);
        }
      next[n] = ms_since (start);
      n++;
    }
  for (guint i = 0; i < n; i++)
    {
      gint64 start = g_get_monotonic_time ();

      drill_undo_free (drill_undo_run (bank->connection, bank->rules, NULL, now_ms, &error));
      undone[i] = ms_since (start);
      check (error == NULL, error);
    }
  print_measure ("answers", n, "answers");
  print_quantiles ("answer on the disk", stored, n);
  print_quantiles ("next card after an answer", next, n);
  for (guint i = 0; i < n; i++)
    stored[i] += next[i];
  print_quantiles ("grade to next card", stored, n);
  print_quantiles ("undo", undone, n);
}

int
main (int   argc,
      char *argv[])
{
  guint      n_cards = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  LargeBank *bank;
  gint64     today = NOON (FIRST_DAY + 600);
  gint64     month_later = NOON (FIRST_DAY + 1500);

  if (n_cards < 1000)
    {
      g_printerr ("Usage: bench-study [CARDS], at least 1000\n");
      return EXIT_FAILURE;
    }

  bank = large_bank_new (n_cards);
  print_measure ("cards", n_cards, "cards");
  print_measure ("reviews", n_cards * (double) LARGE_BANK_REVIEWS, "reviews");
  bench_rebuild (bank);
  bench_order (bank);
  bench_queue (bank, "some", today);
  bench_queue (bank, "nearly all", month_later);
  bench_pages (bank, today);
  bench_simulator (bank, today);
  bench_answers (bank, today);
  bench_search (bank, today);

  large_bank_free (bank);

  return EXIT_SUCCESS;
}
