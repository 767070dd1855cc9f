/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Reading, upgrading and clipping sets of weights.
 */

#include "config.h"

#include "memory/error.h"
#include "memory/fsrs.h"
#include "memory/weights.h"

#include "vectors.h"

#include <math.h>

static void
test_bounds_hold_defaults (void)
{
  double weights[DRILL_FSRS_N_WEIGHTS];

  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    {
      double low;
      double high;

      drill_weights_get_bounds (i, &low, &high);
      g_assert_cmpfloat (low, <=, drill_weights_default[i]);
      g_assert_cmpfloat (drill_weights_default[i], <=, high);
      g_assert_cmpfloat (drill_weights_sigma[i], >, 0);
      weights[i] = drill_weights_default[i];
    }

  drill_weights_clip (weights, DRILL_WEIGHTS_TRAINING, 1);
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    g_assert_cmpfloat (weights[i], ==, drill_weights_default[i]);
}

static void
test_read_older (void)
{
  double values[DRILL_FSRS_N_WEIGHTS];
  double weights[DRILL_FSRS_N_WEIGHTS];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    values[i] = 0.25 + i / 16.0;

  g_assert_true (drill_weights_read (values, 17, weights, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (weights[3], ==, values[3]);
  assert_near (weights[4], values[4] + 2 * values[5], 1e-12, "w4");
  assert_near (weights[5], log (3 * values[5] + 1) / 3, 1e-12, "w5");
  assert_near (weights[6], values[6] + 0.5, 1e-12, "w6");
  g_assert_cmpfloat (weights[16], ==, values[16]);
  g_assert_cmpfloat (weights[17], ==, 0);
  g_assert_cmpfloat (weights[18], ==, 0);
  g_assert_cmpfloat (weights[19], ==, 0);
  g_assert_cmpfloat (weights[20], ==, 0.5);

  g_assert_true (drill_weights_read (values, 19, weights, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (weights[4], ==, values[4]);
  g_assert_cmpfloat (weights[18], ==, values[18]);
  g_assert_cmpfloat (weights[19], ==, 0);
  g_assert_cmpfloat (weights[20], ==, 0.5);
}

static void
test_read_errors (void)
{
  static const gsize counts[] = { 0, 1, 16, 18, 20 };
  double             values[DRILL_FSRS_N_WEIGHTS] = { 0 };
  double             weights[DRILL_FSRS_N_WEIGHTS] = { 7 };
  DrillFsrs          fsrs;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (drill_weights_read (values, counts[i], weights, &error));
      g_assert_error (error, DRILL_MEMORY_ERROR, DRILL_MEMORY_ERROR_WEIGHTS);
    }

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      values[5] = (double[]){ NAN, INFINITY, -1 }[i];
      if (i == 2)
        {
          /* The logarithm of the upgrade from 17 weights is not defined here.
           */
          g_assert_false (drill_weights_read (values, 17, weights, &error));
        }
      else
        {
          g_assert_false (drill_fsrs_init_weights (&fsrs,
                                                   values,
                                                   DRILL_FSRS_N_WEIGHTS,
                                                   DRILL_WEIGHTS_DEFAULT,
                                                   &error));
        }
      g_assert_error (error, DRILL_MEMORY_ERROR, DRILL_MEMORY_ERROR_WEIGHTS);
    }

  g_assert_cmpfloat (weights[0], ==, 7);
}

static void
test_clip (void)
{
  double weights[DRILL_FSRS_N_WEIGHTS];
  double low;
  double high;

  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    weights[i] = i % 2 == 0 ? -1000 : 1000;
  drill_weights_clip (weights, DRILL_WEIGHTS_DEFAULT, 0);
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    {
      drill_weights_get_bounds (i, &low, &high);
      g_assert_cmpfloat (weights[i], ==, i % 2 == 0 ? low : high);
    }

  weights[19] = 0;
  drill_weights_clip (weights, DRILL_WEIGHTS_DEFAULT, 0);
  g_assert_cmpfloat (weights[19], ==, 0);
  drill_weights_clip (weights, DRILL_WEIGHTS_TRAINING, 0);
  g_assert_cmpfloat (weights[19], ==, 0.01);

  drill_weights_clip (weights, DRILL_WEIGHTS_NO_SHORT_TERM, 0);
  for (guint i = 17; i <= 19; i++)
    g_assert_cmpfloat (weights[i], ==, 0);
}

/* After a lapse and so many Goods on the same day, a memory of middling
 * strength is not stronger than it was before the lapse. */
static void
test_relearning_ceiling (void)
{
  for (guint n_steps = 2; n_steps <= 5; n_steps++)
    {
      double weights[DRILL_FSRS_N_WEIGHTS];

      for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
        weights[i] = drill_weights_default[i];
      weights[17] = 2;
      weights[18] = 2;
      drill_weights_clip (weights, DRILL_WEIGHTS_DEFAULT, n_steps);

      g_assert_cmpfloat (weights[17], <, 2);
      g_assert_cmpfloat (weights[17], ==, weights[18]);
      g_assert_cmpfloat (weights[11] * (exp2 (weights[13]) - 1)
                           * exp (0.3 * weights[14])
                           * exp (n_steps * weights[17] * weights[18]),
                         <=,
                         1 + 1e-9);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/weights/bounds-hold-defaults",
                   test_bounds_hold_defaults);
  g_test_add_func ("/memory/weights/read-older", test_read_older);
  g_test_add_func ("/memory/weights/read-errors", test_read_errors);
  g_test_add_func ("/memory/weights/clip", test_clip);
  g_test_add_func ("/memory/weights/relearning-ceiling",
                   test_relearning_ceiling);

  return g_test_run ();
}
