/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * How fast study is with a large collection: 100,000 questions in the library, each
 * answered ten times. Prints one JSON line per measure.
 *
 *     bench-study [CARDS]
 *
 * The reviews lie in the file as they come in life, all cards mixed. Everything is in
 * a temporary folder; TMPDIR says on which disk.
 */

#include "config.h"

#include "bench-search.h"

#include "library/importer.h"
#include "study/answer.h"
#include "study/overview.h"
#include "study/plan.h"
#include "study/queue-order.h"
#include "study/session.h"
#include "study/undo.h"
#include "study/workspace.h"

#include <stdio.h>
#include <stdlib.h>

#define DAY_MS            G_GINT64_CONSTANT (86400000)
#define FIRST_DAY         19000
#define REVIEWS_PER_CARD  10
#define QUESTIONS_A_FILE  1000
#define N_ANSWERS         400
#define ROUNDS            5

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

void
check (gboolean      success,
       const GError *error)
{
  if (!success)
    g_error ("%s", error->message);
}

static void
write_pack (Bench *bench)
{
  for (guint first = 0; first < bench->n_cards; first += QUESTIONS_A_FILE)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char    *name = g_strdup_printf ("pack/chapter-%u.md", first / QUESTIONS_A_FILE);

      g_string_append (text,
                       "<!-- pack: bench; version: 1; format: 1 -->\n# Bench\n\n"
                       "## Core Interview Questions\n");
      for (guint i = first; i < MIN (first + QUESTIONS_A_FILE, bench->n_cards); i++)
        g_string_append_printf (text,
                                "\n### %u. What is number %u?\n<!-- id: n%u; topics: t%u -->\n\n"
                                "**A:** It is number %u.\n",
                                i - first + 1,
                                i,
                                i,
                                i % 50,
                                i);
      scratch_write (bench->scratch, name, text->str);
    }
}

static void
import_pack (Bench *bench)
{
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (GError)            error = NULL;
  g_autofree char              *pack = scratch_path (bench->scratch, "pack");
  const char                   *paths[] = { pack, NULL };

  report = drill_import_run (bench->connection, paths, 1, NULL, NULL, NULL, &error);
  check (report != NULL, error);
}

/* Facts as they would have been recorded, round by round over all cards. */
static void
write_facts (Bench *bench)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf (
      "BEGIN;"
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %u)"
      "INSERT INTO card (id, key) SELECT i + 1, 'bench/n' || i FROM n;"
      "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %u),"
      "  fact (i, card, turn) AS (SELECT i, i %% %u, i / %u FROM n),"
      "  dated AS (SELECT *, %d + card %% 300 + turn * (turn + 1) * 3 AS day FROM fact)"
      "INSERT INTO review (id, uuid, card, kind, rating, at_ms, day, duration_ms, device)"
      "  SELECT i + 1, randomblob (16), card + 1, 1,"
      "         CASE (card * 7 + turn * 5) %% 11 WHEN 0 THEN 1 WHEN 1 THEN 2 WHEN 2 THEN 4 ELSE 3 END,"
      "         day * 86400000 + 43200000 + card, day, 5000 + card %% 9000, zeroblob (16)"
      "    FROM dated;"
      "COMMIT;",
      bench->n_cards,
      bench->n_cards * REVIEWS_PER_CARD,
      bench->n_cards,
      bench->n_cards,
      FIRST_DAY);
  scratch_sql_run (bench->scratch, "data/progress.db", sql);
}

static void
set_up (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *folder = NULL;

  bench->scratch = scratch_new ();
  bench->rules = drill_rules_new ();
  g_time_zone_unref (bench->rules->time_zone);
  bench->rules->time_zone = g_time_zone_new_utc ();
  folder = scratch_path (bench->scratch, "data");
  bench->connection = drill_workspace_open (folder, DRILL_CONNECTION_READ_WRITE, NULL, &error);
  check (bench->connection != NULL, error);
  write_pack (bench);
  import_pack (bench);
  write_facts (bench);
}

static void
bench_rebuild (Bench *bench)
{
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GError) error = NULL;
      gint64             start = g_get_monotonic_time ();

      check (drill_fold_all (bench->connection, bench->rules, &error), error);
      best = MIN (best, ms_since (start));
    }
  print_measure ("rebuild of all state", best / 1000, "s");
}

/* Sorting and arranging alone, with every card due. */
static void
bench_order (Bench *bench)
{
  guint                     n = bench->n_cards;
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
bench_queue (Bench      *bench,
             const char *name,
             gint64      now_ms)
{
  g_autofree char *measure = g_strdup_printf ("due queue, %s", name);
  g_autofree char *due = g_strdup_printf ("cards due, %s", name);
  double           best = G_MAXDOUBLE;
  DrillQueueCounts counts;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GPtrArray) entries = NULL;
      g_autoptr (GError)    error = NULL;
      gint64                start = g_get_monotonic_time ();

      entries = drill_queue_load_counted (bench->connection, bench->rules, now_ms, &counts, &error);
      best = MIN (best, ms_since (start));
      check (entries != NULL, error);
    }
  print_measure (measure, best, "ms");
  print_measure (due, counts.due + counts.later, "cards");
}

static void
bench_pages (Bench *bench,
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

      check (drill_overview_load (bench->connection, bench->rules, now_ms, &overview, &error), error);
      overview_ms = MIN (overview_ms, ms_since (start));
      start = g_get_monotonic_time ();
      check (drill_study_plan_load (bench->connection, bench->rules, now_ms, &plan, &error), error);
      plan_ms = MIN (plan_ms, ms_since (start));
    }
  print_measure ("overview", overview_ms, "ms");
  print_measure ("plan of the backlog", plan_ms, "ms");
}

static void
bench_simulator (Bench *bench,
                 gint64 now_ms)
{
  static const double retentions[] = { 0.7, 0.75, 0.8, 0.85, 0.9, 0.95 };
  DrillSimulation     simulation = { .days = 365, .new_per_day = 20, .reviews_per_day = 2000 };
  g_autoptr (GArray)  points = NULL;
  g_autoptr (GError)  error = NULL;
  gint64              start = g_get_monotonic_time ();

  points = drill_study_plan_simulate (bench->connection,
                                      bench->rules,
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
bench_answers (Bench *bench,
               gint64 now_ms)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (DrillSession) session = NULL;
  double                   stored[N_ANSWERS];
  double                   next[N_ANSWERS];
  double                   undone[N_ANSWERS];
  GPtrArray               *entries;
  guint                    n = 0;

  bench->rules->reviews_per_day = N_ANSWERS * 2;
  entries = drill_queue_load (bench->connection, bench->rules, now_ms, &error);
  check (entries != NULL, error);
  session = drill_session_new (entries, bench->rules);
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
      check (drill_answer_record (bench->connection, bench->rules, answer, &card, &error), error);
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

      drill_undo_free (drill_undo_run (bench->connection, bench->rules, NULL, now_ms, &error));
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
  Bench  bench = { .n_cards = argc > 1 ? (guint) atoi (argv[1]) : 100000 };
  gint64 today = NOON (FIRST_DAY + 400);
  gint64 month_later = NOON (FIRST_DAY + 1500);

  if (bench.n_cards < 1000)
    {
      g_printerr ("Usage: bench-study [CARDS], at least 1000\n");
      return EXIT_FAILURE;
    }

  set_up (&bench);
  print_measure ("cards", bench.n_cards, "cards");
  print_measure ("reviews", bench.n_cards * (double) REVIEWS_PER_CARD, "reviews");
  bench_rebuild (&bench);
  bench_order (&bench);
  bench_queue (&bench, "some", today);
  bench_queue (&bench, "nearly all", month_later);
  bench_pages (&bench, today);
  bench_simulator (&bench, today);
  bench_answers (&bench, today);
  bench_search (&bench, today);

  drill_connection_close (bench.connection);
  drill_rules_free (bench.rules);
  scratch_free (bench.scratch);

  return EXIT_SUCCESS;
}
