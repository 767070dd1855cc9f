/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What optimizing promises: better on a real log, not worse on what it has not
 * seen, never worse than what is in use, and quiet when there is too little.
 */

#include "config.h"

#include "memory/optimizer.h"

#include "vectors.h"

#include <math.h>

#define DAY_MS G_GINT64_CONSTANT (86400000)

static DrillDataset *
real_dataset (void)
{
  g_autofree char *text = vectors_read_file ("pyfsrs_josh.csv");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GArray) reviews
    = drill_review_log_read_csv (text, -1, utc, 4, NULL);

  return drill_dataset_new ((DrillReview *) reviews->data,
                            reviews->len,
                            G_MININT64);
}

/* A learner whose memory is @learner, who reviews when the default weights say,
 * give or take. */
static DrillDataset *
simulated_dataset (const DrillFsrs *learner,
                   guint            n_cards,
                   int              n_days,
                   guint32          seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GArray) reviews = g_array_new (FALSE, FALSE, sizeof (DrillReview));
  DrillFsrs planner;

  drill_fsrs_init_default (&planner);
  for (guint card = 0; card < n_cards; card++)
    {
      DrillMemoryState truth = { 0, 0 };
      DrillMemoryState plan = { 0, 0 };
      int              day = g_rand_int_range (rand, 0, n_days / 2);
      int              last = day;

      while (day < n_days)
        {
          double      recall = truth.stability > 0 ?
                                 drill_fsrs_retrievability (learner,
                                                       truth.stability,
                                                       day - last) :
                                 0.7;
          DrillRating rating = g_rand_double (rand) > recall ?
                                 DRILL_RATING_AGAIN :
                                 g_rand_int_range (rand, 2, 5);
          DrillReview review
            = { card,
                day * DAY_MS + g_rand_int_range (rand, 0, 50000000),
                day,
                rating,
                DRILL_REVIEW_UNSAID };

          g_array_append_val (reviews, review);
          truth = drill_fsrs_next (learner, truth, day - last, rating);
          plan = drill_fsrs_next (&planner, plan, day - last, rating);
          last = day;
          day
            += 1
               + (int) (plan.stability * g_rand_double_range (rand, 0.7, 1.3));
        }
    }

  return drill_dataset_new ((DrillReview *) reviews->data,
                            reviews->len,
                            G_MININT64);
}

/* One who forgets far sooner than most, and whose memory fades more steeply. */
static void
init_unusual (DrillFsrs *fsrs)
{
  double weights[DRILL_FSRS_N_WEIGHTS];

  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    weights[i] = drill_weights_default[i];
  weights[1] = 0.5;
  weights[2] = 0.9;
  weights[3] = 2;
  weights[8] = 1.3;
  weights[20] = 0.4;
  drill_fsrs_init_trained (fsrs, weights, DRILL_WEIGHTS_DEFAULT);
}

static void
assert_within_bounds (const double *weights)
{
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    {
      double low;
      double high;

      drill_weights_get_bounds (i, &low, &high);
      g_assert_cmpfloat (weights[i], >=, low);
      g_assert_cmpfloat (weights[i], <=, high);
    }
  for (guint i = 1; i < 4; i++)
    g_assert_cmpfloat (weights[i], >=, weights[i - 1]);
}

static void
test_real_log (void)
{
  g_autoptr (DrillDataset) dataset = real_dataset ();
  g_autoptr (GError) error = NULL;
  DrillOptimizerOptions options;
  DrillOptimizerResult  result;
  DrillOptimizerResult  again;

  drill_optimizer_options_init (&options);
  g_assert_true (
    drill_optimizer_run (dataset, &options, &result, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (result.outcome, ==, DRILL_OPTIMIZER_IMPROVED);
  g_assert_cmpfloat (result.after.log_loss, <=, 0.4536);
  g_assert_cmpfloat (result.after.rmse_bins, <=, 0.057);
  g_assert_cmpfloat (result.after.auc, >, result.before.auc);
  g_assert_cmpfloat (result.trust, >, 0);
  assert_within_bounds (result.weights);

  g_assert_true (drill_optimizer_run (dataset, &options, &again, NULL, &error));
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    g_assert_cmpfloat (again.weights[i], ==, result.weights[i]);

  /* With the outcome in use there is nothing better to be found. */
  drill_fsrs_init_trained (&options.current,
                           result.weights,
                           DRILL_WEIGHTS_DEFAULT);
  g_assert_true (drill_optimizer_run (dataset, &options, &again, NULL, &error));
  g_assert_cmpint (again.outcome, ==, DRILL_OPTIMIZER_KEPT);
  g_assert_cmpfloat (again.after.log_loss, ==, again.before.log_loss);
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    g_assert_cmpfloat (again.weights[i], ==, result.weights[i]);
}

static double
mean_log_loss (const DrillEvaluation folds[DRILL_OPTIMIZER_N_FOLDS])
{
  double sum = 0;

  for (guint i = 0; i < DRILL_OPTIMIZER_N_FOLDS; i++)
    sum += folds[i].log_loss;

  return sum / DRILL_OPTIMIZER_N_FOLDS;
}

static void
test_real_log_out_of_sample (void)
{
  g_autoptr (DrillDataset) dataset = real_dataset ();
  DrillOptimizerOptions options;
  DrillEvaluation       before[DRILL_OPTIMIZER_N_FOLDS];
  DrillEvaluation       after[DRILL_OPTIMIZER_N_FOLDS];

  drill_optimizer_options_init (&options);
  g_assert_true (drill_optimizer_cross_validate (dataset,
                                                 &options,
                                                 before,
                                                 after,
                                                 NULL,
                                                 NULL));
  assert_near (mean_log_loss (before), 0.44222, 2e-5, "default weights");
  g_assert_cmpfloat (mean_log_loss (after), <=, mean_log_loss (before));
  g_assert_cmpfloat (mean_log_loss (after), <, 0.437);

  for (guint i = 0; i < DRILL_OPTIMIZER_N_FOLDS; i++)
    g_assert_cmpuint (before[i].n_items, ==, 1046);
}

/* Most of the gap between the defaults and the truth is closed. */
static void
test_unusual_learner (void)
{
  g_autoptr (DrillDataset) dataset = NULL;
  DrillOptimizerOptions options;
  DrillOptimizerResult  result;
  DrillEvaluation       before[DRILL_OPTIMIZER_N_FOLDS];
  DrillEvaluation       after[DRILL_OPTIMIZER_N_FOLDS];
  DrillEvaluation       truth;
  DrillFsrs             learner;

  init_unusual (&learner);
  dataset = simulated_dataset (&learner, 500, 365, 11);
  truth = drill_evaluation_run (dataset, &learner);
  drill_optimizer_options_init (&options);
  g_assert_true (drill_optimizer_run (dataset, &options, &result, NULL, NULL));

  g_assert_cmpint (result.outcome, ==, DRILL_OPTIMIZER_IMPROVED);
  g_assert_cmpfloat (result.after.log_loss - truth.log_loss,
                     <,
                     0.2 * (result.before.log_loss - truth.log_loss));
  g_assert_cmpfloat (result.weights[2], <, drill_weights_default[2]);
  assert_within_bounds (result.weights);

  g_assert_true (drill_optimizer_cross_validate (dataset,
                                                 &options,
                                                 before,
                                                 after,
                                                 NULL,
                                                 NULL));
  g_assert_cmpfloat (mean_log_loss (after), <, mean_log_loss (before));
}

/* One whom the defaults describe exactly: whatever luck says, hardly anything
 * is lost on the future. */
static void
test_usual_learner (void)
{
  g_autoptr (DrillDataset) dataset = NULL;
  DrillOptimizerOptions options;
  DrillEvaluation       before[DRILL_OPTIMIZER_N_FOLDS];
  DrillEvaluation       after[DRILL_OPTIMIZER_N_FOLDS];

  drill_optimizer_options_init (&options);
  dataset = simulated_dataset (&options.current, 300, 365, 12);
  g_assert_true (drill_optimizer_cross_validate (dataset,
                                                 &options,
                                                 before,
                                                 after,
                                                 NULL,
                                                 NULL));
  g_assert_cmpfloat (mean_log_loss (after), <, mean_log_loss (before) + 0.003);
}

static void
test_without_short_term (void)
{
  g_autoptr (DrillDataset) dataset = real_dataset ();
  DrillOptimizerOptions options;
  DrillOptimizerResult  result;

  drill_optimizer_options_init (&options);
  drill_fsrs_init_weights (&options.current,
                           drill_weights_default,
                           DRILL_FSRS_N_WEIGHTS,
                           DRILL_WEIGHTS_NO_SHORT_TERM,
                           NULL);
  g_assert_true (drill_optimizer_run (dataset, &options, &result, NULL, NULL));
  g_assert_cmpint (result.outcome, ==, DRILL_OPTIMIZER_IMPROVED);
  for (guint i = 17; i <= 19; i++)
    g_assert_cmpfloat (result.weights[i], ==, 0);
}

static void
test_too_few (void)
{
  static const guint n_cards[] = { 0, 1, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (n_cards); i++)
    {
      g_autoptr (DrillDataset) dataset = NULL;
      DrillOptimizerOptions options;
      DrillOptimizerResult  result;
      DrillEvaluation       before[DRILL_OPTIMIZER_N_FOLDS];
      DrillEvaluation       after[DRILL_OPTIMIZER_N_FOLDS];

      drill_optimizer_options_init (&options);
      dataset = simulated_dataset (&options.current, n_cards[i], 60, 3);
      g_assert_true (
        drill_optimizer_run (dataset, &options, &result, NULL, NULL));
      g_assert_cmpint (result.outcome, ==, DRILL_OPTIMIZER_TOO_FEW);
      for (guint w = 0; w < DRILL_FSRS_N_WEIGHTS; w++)
        g_assert_cmpfloat (result.weights[w], ==, drill_weights_default[w]);

      g_assert_true (drill_optimizer_cross_validate (dataset,
                                                     &options,
                                                     before,
                                                     after,
                                                     NULL,
                                                     NULL));
      for (guint fold = 0; fold < DRILL_OPTIMIZER_N_FOLDS; fold++)
        g_assert_cmpfloat (after[fold].log_loss, ==, before[fold].log_loss);
    }
}

/* Cards with one item each tell nothing of how memories grow. */
static void
test_first_items_only (void)
{
  g_autoptr (GArray) reviews = g_array_new (FALSE, FALSE, sizeof (DrillReview));
  g_autoptr (DrillDataset) dataset = NULL;
  DrillOptimizerOptions options;
  DrillOptimizerResult  result;

  for (int card = 0; card < 300; card++)
    {
      DrillReview rows[] = {
        { card, card, 0, DRILL_RATING_GOOD, DRILL_REVIEW_UNSAID },
        { card,
          3 * DAY_MS + card,
          3,
          card % 2 == 0 ? DRILL_RATING_GOOD : DRILL_RATING_AGAIN,
          DRILL_REVIEW_UNSAID },
      };

      g_array_append_vals (reviews, rows, 2);
    }
  dataset = drill_dataset_new ((DrillReview *) reviews->data,
                               reviews->len,
                               G_MININT64);
  drill_optimizer_options_init (&options);
  g_assert_true (drill_optimizer_run (dataset, &options, &result, NULL, NULL));

  g_assert_cmpint (result.outcome, ==, DRILL_OPTIMIZER_IMPROVED);
  g_assert_cmpfloat (result.weights[2], <, 1);
  for (guint i = 4; i < DRILL_FSRS_N_WEIGHTS; i++)
    g_assert_cmpfloat (result.weights[i], ==, drill_weights_default[i]);
}

typedef struct
{
  double        fraction;
  guint         n_calls;
  GCancellable *cancellable; /* (unowned) (nullable): cancelled at one half */
} Watch;

static void
watch_cb (double   fraction,
          gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpfloat (fraction, >, watch->fraction);
  g_assert_cmpfloat (fraction, <=, 1);
  watch->fraction = fraction;
  watch->n_calls++;
  if (watch->cancellable != NULL && fraction > 0.5)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_progress_and_cancel (void)
{
  g_autoptr (DrillDataset) dataset = real_dataset ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Watch                 watch = { 0 };
  Watch                 stopped = { .cancellable = cancellable };
  DrillOptimizerOptions options;
  DrillOptimizerResult  result;

  drill_optimizer_options_init (&options);
  options.progress = watch_cb;
  options.user_data = &watch;
  g_assert_true (drill_optimizer_run (dataset, &options, &result, NULL, NULL));
  g_assert_cmpfloat (watch.fraction, ==, 1);
  g_assert_cmpuint (watch.n_calls, >, 5);

  options.user_data = &stopped;
  g_assert_false (
    drill_optimizer_run (dataset, &options, &result, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (stopped.n_calls, <, watch.n_calls);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/optimizer/real-log", test_real_log);
  g_test_add_func ("/memory/optimizer/real-log-out-of-sample",
                   test_real_log_out_of_sample);
  g_test_add_func ("/memory/optimizer/unusual-learner", test_unusual_learner);
  g_test_add_func ("/memory/optimizer/usual-learner", test_usual_learner);
  g_test_add_func ("/memory/optimizer/without-short-term",
                   test_without_short_term);
  g_test_add_func ("/memory/optimizer/too-few", test_too_few);
  g_test_add_func ("/memory/optimizer/first-items-only", test_first_items_only);
  g_test_add_func ("/memory/optimizer/progress-and-cancel",
                   test_progress_and_cancel);

  return g_test_run ();
}
