/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The measures, against figures worked out by hand and against the published
 * ones for a real log.
 */

#include "config.h"

#include "memory/evaluation.h"

#include "vectors.h"

#include <math.h>

#define DAY_MS G_GINT64_CONSTANT (86400000)

/* One card, reviewed daily: passed, failed, passed, passed, failed. */
static DrillDataset *
small_dataset (void)
{
  static const DrillRating ratings[] = { 3, 3, 1, 2, 4, 1 };
  DrillReview              reviews[G_N_ELEMENTS (ratings)];

  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    reviews[i] = (DrillReview){
      1, i * DAY_MS, (int) i, ratings[i], DRILL_REVIEW_UNSAID
    };

  return drill_dataset_new (reviews, G_N_ELEMENTS (reviews), G_MININT64);
}

static void
test_by_hand (void)
{
  g_autoptr (DrillDataset) dataset = small_dataset ();
  const double    predictions[] = { 0.9, 0.6, 0.8, 0.6, 0.7 };
  DrillEvaluation all = drill_evaluation_measure (dataset, predictions, 0, 5);
  DrillEvaluation last = drill_evaluation_measure (dataset, predictions, 3, 2);
  double          squares;

  g_assert_cmpuint (all.n_items, ==, 5);
  assert_near (all.log_loss,
               -(log (0.9) + log (0.4) + log (0.8) + log (0.6) + log (0.3)) / 5,
               1e-12,
               "log loss");

  /* Of six pairs of a right and a wrong answer, .9 and .8 win both of theirs;
   * .6 ties with one and loses to the other. */
  assert_near (all.auc, 4.5 / 6, 1e-12, "AUC");

  /* Powers of 1.89 part the numbers of reviews, plus one, as 2 3 | 4 5 6; and
   * lapses part the first two, before any, from the others. */
  squares
    = 2 * pow ((0.9 + 0.6 - 1) / 2, 2) + 3 * pow ((0.8 + 0.6 + 0.7 - 2) / 3, 2);
  assert_near (all.rmse_bins, sqrt (squares / 5), 1e-12, "RMSE");

  assert_near (last.log_loss,
               -(log (0.6) + log (0.3)) / 2,
               1e-12,
               "log loss of part");
  assert_near (last.auc, 0, 1e-12, "AUC of part");
}

static void
test_one_sided (void)
{
  g_autoptr (DrillDataset) dataset = small_dataset ();
  const double    predictions[] = { 1, 0, 1, 1, 0 };
  DrillEvaluation none = drill_evaluation_measure (dataset, predictions, 5, 0);
  DrillEvaluation one = drill_evaluation_measure (dataset, predictions, 0, 1);
  DrillEvaluation certain
    = drill_evaluation_measure (dataset, predictions, 0, 5);

  g_assert_cmpuint (none.n_items, ==, 0);
  g_assert_cmpfloat (none.log_loss, ==, 0);
  g_assert_cmpfloat (one.auc, ==, 0.5);
  g_assert_cmpfloat (certain.auc, ==, 1);
  g_assert_cmpfloat (certain.log_loss, <, 1e-6);
  g_assert_cmpfloat (certain.rmse_bins, ==, 0);
}

static void
test_real_log (void)
{
  g_autofree char *text = vectors_read_file ("pyfsrs_josh.csv");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GArray) reviews
    = drill_review_log_read_csv (text, -1, utc, 4, NULL);
  g_autoptr (DrillDataset) dataset
    = drill_dataset_new ((DrillReview *) reviews->data,
                         reviews->len,
                         G_MININT64);
  DrillFsrs       fsrs;
  DrillEvaluation evaluation;

  drill_fsrs_init_default (&fsrs);
  evaluation = drill_evaluation_run (dataset, &fsrs);
  g_assert_cmpuint (evaluation.n_items, ==, 6276);
  assert_near (evaluation.log_loss, 0.46504, 2e-5, "log loss");
  assert_near (evaluation.rmse_bins, 0.08318, 1e-4, "RMSE");
  assert_near (evaluation.auc, 0.7270, 1e-4, "AUC");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/evaluation/by-hand", test_by_hand);
  g_test_add_func ("/memory/evaluation/one-sided", test_one_sided);
  g_test_add_func ("/memory/evaluation/real-log", test_real_log);

  return g_test_run ();
}
