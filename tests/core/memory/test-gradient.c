/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The analytic gradient against a published one, and against differences of the
 * loss for any weights and history.
 */

#include "config.h"

#include "memory/gradient.h"

#include "vectors.h"

#include <math.h>

#define N_STEPS 7
#define N_COLUMNS 4
#define RANDOM_HISTORIES 400
#define RANDOM_STEPS 12

static void
test_published (void)
{
  static const int elapsed[N_STEPS][N_COLUMNS] = {
    { 0, 0, 0, 0 }, { 0, 0, 0, 0 },  { 0, 0, 0, 1 },    { 0, 1, 1, 3 },
    { 1, 3, 3, 5 }, { 3, 6, 6, 12 }, { 4, 11, 12, 23 },
  };
  static const DrillRating ratings[N_STEPS][N_COLUMNS] = {
    { 1, 2, 3, 4 }, { 3, 4, 2, 4 }, { 1, 4, 4, 3 }, { 4, 3, 3, 3 },
    { 3, 1, 3, 3 }, { 2, 3, 3, 4 }, { 3, 3, 3, 1 },
  };
  static const double expected[DRILL_FSRS_N_WEIGHTS] = {
    -0.095689, -0.005161, -0.001225, 0.007462, 0.036508,  -0.082112, 0.059396,
    -2.147484, 0.576267,  -2.875137, 0.715488, -0.028994, 0.009917,  -0.218922,
    -0.001780, -0.089381, 0.299141,  0.068104, -0.011605, -0.253982, 0.277006,
  };
  static const double weights[N_STEPS] = { [N_STEPS - 1] = 1 };
  double              gradient[DRILL_FSRS_N_WEIGHTS] = { 0 };
  double              loss = 0;
  DrillFsrs           fsrs;

  drill_fsrs_init_default (&fsrs);
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      DrillHistoryStep        steps[N_STEPS];
      DrillGradientStep trace[N_STEPS];

      for (guint i = 0; i < N_STEPS; i++)
        steps[i] = (DrillHistoryStep){ elapsed[i][column], -1, ratings[i][column] };
      loss += drill_gradient_loss (&fsrs, steps, weights, N_STEPS);
      drill_gradient_add (&fsrs, steps, weights, N_STEPS, trace, gradient);
    }

  assert_near (loss, 4.046605, 2e-6, "loss");
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    {
      if (fabs (gradient[i] - expected[i]) > 2e-5)
        g_error ("Weight %u: %.8f instead of %.8f",
                 i,
                 gradient[i],
                 expected[i]);
    }
}

static double
loss_with (const double     *weights,
           guint             index,
           double            shift,
           DrillWeightsFlags flags,
           const DrillHistoryStep  *steps,
           const double     *step_weights)
{
  double    moved[DRILL_FSRS_N_WEIGHTS];
  DrillFsrs fsrs;

  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    moved[i] = weights[i];
  moved[index] += shift;
  drill_fsrs_init_trained (&fsrs, moved, flags);

  return drill_gradient_loss (&fsrs, steps, step_weights, RANDOM_STEPS);
}

/* Weights inside their bounds, so that each can be moved both ways. */
static void
random_weights (double weights[DRILL_FSRS_N_WEIGHTS])
{
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    {
      double low;
      double high;

      drill_weights_get_bounds (i, &low, &high);
      weights[i] = CLAMP (drill_weights_default[i]
                            * exp (g_test_rand_double_range (-0.7, 0.7)),
                          low + 1e-3,
                          high - 1e-3);
    }
}

static void
random_history (DrillHistoryStep *steps,
                double    *step_weights)
{
  for (guint i = 0; i < RANDOM_STEPS; i++)
    {
      steps[i].elapsed_days
        = i == 0 || g_test_rand_bit () ? 0 : g_test_rand_int_range (0, 60);
      steps[i].rating = g_test_rand_int_range (1, 5);
      steps[i].item = -1;
      step_weights[i]
        = steps[i].elapsed_days > 0 ? g_test_rand_double_range (0, 1) : 0;
    }
}

/* Where a bound or a minimum switches between the two points, differences say
 * nothing; there the two one-sided ones disagree. */
static void
test_numeric (void)
{
  guint n_compared = 0;

  for (guint n = 0; n < RANDOM_HISTORIES; n++)
    {
      DrillWeightsFlags flags
        = n % 4 == 0 ? DRILL_WEIGHTS_NO_SHORT_TERM : DRILL_WEIGHTS_DEFAULT;
      double           weights[DRILL_FSRS_N_WEIGHTS];
      double           gradient[DRILL_FSRS_N_WEIGHTS] = { 0 };
      DrillHistoryStep        steps[RANDOM_STEPS];
      double           step_weights[RANDOM_STEPS];
      DrillGradientStep trace[RANDOM_STEPS];
      DrillFsrs        fsrs;
      double           loss;

      random_weights (weights);
      random_history (steps, step_weights);
      drill_fsrs_init_trained (&fsrs, weights, flags);
      drill_gradient_add (&fsrs,
                          steps,
                          step_weights,
                          RANDOM_STEPS,
                          trace,
                          gradient);
      loss = drill_gradient_loss (&fsrs, steps, step_weights, RANDOM_STEPS);

      for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
        {
          double h = 1e-6 * MAX (weights[i], 0.01);
          double up
            = (loss_with (weights, i, h, flags, steps, step_weights) - loss)
              / h;
          double down
            = (loss - loss_with (weights, i, -h, flags, steps, step_weights))
              / h;
          double tolerance = 1e-4 * (fabs (up) + fabs (down)) + 1e-4;

          if (fabs (up - down) > tolerance)
            continue;
          if (fabs (gradient[i] - (up + down) / 2) > tolerance)
            g_error ("Weight %u: %.9g, but differences say %.9g",
                     i,
                     gradient[i],
                     (up + down) / 2);
          n_compared++;
        }
    }

  g_assert_cmpuint (n_compared,
                    >,
                    RANDOM_HISTORIES * DRILL_FSRS_N_WEIGHTS * 8 / 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/gradient/published", test_published);
  g_test_add_func ("/memory/gradient/numeric", test_numeric);

  return g_test_run ();
}
