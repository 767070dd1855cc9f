/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * How fast the memory library is. Prints one JSON line per measure: the best of
 * some rounds, since everything but the work itself only adds time.
 *
 *     bench-memory REVIEW-LOG.csv [WEIGHT...]
 *
 * Weights that are given are evaluated beside our own, for compare.py.
 */

#include "config.h"

#include "memory/optimizer.h"
#include "memory/scheduler.h"
#include "memory/study-day.h"

#include <stdio.h>
#include <stdlib.h>

#define DAY_MS G_GINT64_CONSTANT (86400000)
#define ROUNDS 5
#define TRAININGS 15

/* Rounds so short that most of them run undisturbed on a busy machine. */
#define STATE_ROUNDS 100
#define N_STATES 100000

#define N_CARDS 100000
#define REVIEWS_PER_CARD 10

static void
print_measure (const char *measure,
               double      value,
               const char *unit)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.6g", value);
  g_print ("{\"measure\": \"%s\", \"value\": %s, \"unit\": \"%s\"}\n",
           measure,
           number,
           unit);
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* A mix of ratings, gaps and states as they come in reviews. */
static void
bench_next_state (void)
{
  static const int gaps[]
    = { 0, 1, 3, 8, 0, 20, 45, 2, 110, 5, 1, 14, 0, 60, 30, 7 };
  static const int ratings[]
    = { 3, 3, 3, 2, 1, 3, 3, 4, 3, 1, 3, 3, 2, 3, 3, 3 };
  double    best = G_MAXDOUBLE;
  double    sum = 0;
  DrillFsrs fsrs;

  drill_fsrs_init_default (&fsrs);
  for (guint round = 0; round < STATE_ROUNDS; round++)
    {
      DrillMemoryState states[64] = { { 0, 0 } };
      gint64           start = g_get_monotonic_time ();

      for (guint i = 0; i < N_STATES; i++)
        {
          DrillMemoryState *state = &states[i % G_N_ELEMENTS (states)];
          guint turn = (i / G_N_ELEMENTS (states) + i) % G_N_ELEMENTS (gaps);

          *state = drill_fsrs_next (&fsrs, *state, gaps[turn], ratings[turn]);
        }
      best = MIN (best, seconds_since (start));
      sum += states[7].stability;
    }

  /* Uses the result, so that the work cannot be left out. */
  if (sum > 0)
    print_measure ("next state", N_STATES / best, "states/s");
}

/* From wall clocks to card states, study days included. */
static void
bench_rebuild (void)
{
  g_autofree DrillReview *reviews
    = g_new (DrillReview, N_CARDS * REVIEWS_PER_CARD);
  g_autoptr (GTimeZone) time_zone
    = g_time_zone_new_identifier ("Europe/Berlin");
  double         best = G_MAXDOUBLE;
  gint64         due = 0;
  DrillScheduler scheduler;

  drill_scheduler_init_default (&scheduler);
  for (guint i = 0; i < N_CARDS * REVIEWS_PER_CARD; i++)
    {
      guint  turn = i % REVIEWS_PER_CARD;
      gint64 at_ms = 18000 * DAY_MS + i / REVIEWS_PER_CARD * 7919
                     + turn * turn * turn * DAY_MS;

      reviews[i] = (DrillReview){ .card = i / REVIEWS_PER_CARD,
                                  .at_ms = at_ms,
                                  .rating = (i * 7 + turn) % 9 == 0 ? 1 : 3 };
    }

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint i = 0; i < N_CARDS * REVIEWS_PER_CARD; i++)
        reviews[i].day
          = drill_study_day_number (reviews[i].at_ms,
                                    time_zone,
                                    DRILL_STUDY_DAY_ROLLOVER_DEFAULT);
      for (guint card = 0; card < N_CARDS; card++)
        due += drill_scheduler_replay (&scheduler,
                                       reviews + card * REVIEWS_PER_CARD,
                                       REVIEWS_PER_CARD,
                                       card)
                 .due_day;
      best = MIN (best, seconds_since (start));
    }

  if (due != 0)
    print_measure ("rebuild of 1,000,000 reviews", best, "s");
}

static void
print_given_weights (const DrillDataset *dataset,
                     char              **values)
{
  double          weights[DRILL_FSRS_N_WEIGHTS];
  guint           n = 0;
  DrillFsrs       fsrs;
  DrillEvaluation evaluation;

  for (; *values != NULL && n < DRILL_FSRS_N_WEIGHTS; values++)
    weights[n++] = g_ascii_strtod (*values, NULL);
  if (!drill_fsrs_init_weights (&fsrs, weights, n, DRILL_WEIGHTS_DEFAULT, NULL))
    {
      g_printerr ("There must be 17, 19 or 21 weights\n");
      exit (EXIT_FAILURE);
    }
  evaluation = drill_evaluation_run (dataset, &fsrs);
  print_measure ("log loss, given weights", evaluation.log_loss, "nats");
  print_measure ("RMSE (bins), given weights", evaluation.rmse_bins, "recall");
}

static void
bench_optimizer (const char *path,
                 char      **given)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) reviews = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  double                best = G_MAXDOUBLE;
  DrillOptimizerOptions options;
  DrillOptimizerResult  result;
  DrillEvaluation       before[DRILL_OPTIMIZER_N_FOLDS];
  DrillEvaluation       after[DRILL_OPTIMIZER_N_FOLDS];
  double                gain = 0;

  if (g_file_get_contents (path, &text, NULL, &error))
    reviews = drill_review_log_read_csv (text,
                                         -1,
                                         utc,
                                         DRILL_STUDY_DAY_ROLLOVER_DEFAULT,
                                         &error);
  if (reviews == NULL)
    {
      g_printerr ("%s: %s\n", path, error->message);
      exit (EXIT_FAILURE);
    }

  drill_optimizer_options_init (&options);
  for (guint round = 0; round < TRAININGS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (DrillDataset) dataset
        = drill_dataset_new ((DrillReview *) reviews->data,
                             reviews->len,
                             G_MININT64);

      drill_optimizer_run (dataset, &options, &result, NULL, NULL);
      best = MIN (best, seconds_since (start));
      if (round == 0 && *given != NULL)
        print_given_weights (dataset, given);
      if (round == 0)
        drill_optimizer_cross_validate (dataset,
                                        &options,
                                        before,
                                        after,
                                        NULL,
                                        NULL);
    }

  for (guint fold = 0; fold < DRILL_OPTIMIZER_N_FOLDS; fold++)
    gain += (before[fold].log_loss - after[fold].log_loss)
            / DRILL_OPTIMIZER_N_FOLDS;

  print_measure ("optimizer", best * 1000, "ms");
  print_measure ("items", result.before.n_items, "items");
  print_measure ("log loss, weights in use", result.before.log_loss, "nats");
  print_measure ("log loss, optimized", result.after.log_loss, "nats");
  print_measure ("RMSE (bins), optimized", result.after.rmse_bins, "recall");
  print_measure ("log loss out of sample, gain", gain, "nats");
}

int
main (int   argc,
      char *argv[])
{
  if (argc < 2)
    {
      g_printerr ("Usage: bench-memory REVIEW-LOG.csv [WEIGHT...]\n");
      return EXIT_FAILURE;
    }

  bench_next_state ();
  bench_rebuild ();
  bench_optimizer (argv[1], argv + 2);

  return EXIT_SUCCESS;
}
