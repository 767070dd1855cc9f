/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The numbers that FSRS-6 is tuned by: defaults, bounds, and the reading of
 * sets written for older versions of the model. A set of 17 belongs to
 * FSRS-4.5, one of 19 to FSRS-5; both are carried over so that the new formulas
 * give what the old ones gave. What each weight does is in README.md.
 */

#include "config.h"

#include "memory/weights.h"

#include "memory/error.h"

#include <math.h>

#define SHORT_TERM_FIRST 17
#define SHORT_TERM_LAST 19
#define SATURATION_LOW 0.01
#define SHORT_TERM_HIGH 2.0

const double drill_weights_default[DRILL_FSRS_N_WEIGHTS] = {
  0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
  0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
};

const double drill_weights_sigma[DRILL_FSRS_N_WEIGHTS] = {
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6,  0.12, 0.39, 0.18, 0.33,
  0.3,  0.09, 0.16,  0.57,  0.25, 1.03, 0.31, 0.32, 0.14, 0.27,
};

static const struct
{
  double low;
  double high;
} bounds[DRILL_FSRS_N_WEIGHTS] = {
  { 0.001, 100 },
  { 0.001, 100 },
  { 0.001, 100 },
  { 0.001, 100 },
  { 1, 10 },
  { 0.001, 4 },
  { 0.001, 4 },
  { 0.001, 0.75 },
  { 0, 4.5 },
  { 0, 0.8 },
  { 0.001, 3.5 },
  { 0.001, 5 },
  { 0.001, 0.25 },
  { 0.001, 0.9 },
  { 0, 4 },
  { 0, 1 },
  { 1, 6 },
  { 0, SHORT_TERM_HIGH },
  { 0, SHORT_TERM_HIGH },
  { 0, 0.8 },
  { 0.1, 0.8 },
};

void
drill_weights_get_bounds (guint   index,
                          double *low,
                          double *high)
{
  g_return_if_fail (index < DRILL_FSRS_N_WEIGHTS);
  g_return_if_fail (low != NULL && high != NULL);

  *low = bounds[index].low;
  *high = bounds[index].high;
}

/* FSRS-4.5 had a linear first difficulty, no same-day formula and a fixed
 * decay of one half. */
static void
upgrade_17 (double weights[DRILL_FSRS_N_WEIGHTS])
{
  weights[4] += 2 * weights[5];
  weights[5] = log (3 * weights[5] + 1) / 3;
  weights[6] += 0.5;
  weights[17] = 0;
  weights[18] = 0;
  weights[19] = 0;
  weights[20] = 0.5;
}

/* FSRS-5 had no saturation of same-day reviews, and the same fixed decay. */
static void
upgrade_19 (double weights[DRILL_FSRS_N_WEIGHTS])
{
  weights[19] = 0;
  weights[20] = 0.5;
}

static gboolean
all_finite (const double *values,
            gsize         n_values)
{
  for (gsize i = 0; i < n_values; i++)
    {
      if (!isfinite (values[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * drill_weights_read:
 * @values: (array length=n_values): a set of 17, 19 or 21 weights
 * @weights: (out): the same for FSRS-6, not clipped yet; untouched on error
 *
 * Fails with %DRILL_MEMORY_ERROR_WEIGHTS for any other count, and for values
 * that are not finite.
 */
gboolean
drill_weights_read (const double *values,
                    gsize         n_values,
                    double        weights[DRILL_FSRS_N_WEIGHTS],
                    GError      **error)
{
  double result[DRILL_FSRS_N_WEIGHTS] = { 0 };

  g_return_val_if_fail (values != NULL || n_values == 0, FALSE);
  g_return_val_if_fail (weights != NULL, FALSE);

  if (n_values != 17 && n_values != 19 && n_values != DRILL_FSRS_N_WEIGHTS)
    {
      g_set_error (error,
                   DRILL_MEMORY_ERROR,
                   DRILL_MEMORY_ERROR_WEIGHTS,
                   "A set of weights has 17, 19 or 21 numbers, not "
                   "%" G_GSIZE_FORMAT,
                   n_values);
      return FALSE;
    }

  for (gsize i = 0; i < n_values; i++)
    result[i] = values[i];

  if (n_values == 17)
    upgrade_17 (result);
  else if (n_values == 19)
    upgrade_19 (result);

  if (!all_finite (result, DRILL_FSRS_N_WEIGHTS))
    {
      g_set_error_literal (error,
                           DRILL_MEMORY_ERROR,
                           DRILL_MEMORY_ERROR_WEIGHTS,
                           "A weight is not a finite number");
      return FALSE;
    }

  for (gsize i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    weights[i] = result[i];

  return TRUE;
}

/* The ceiling of weights 17 and 18 for a learner who answers Good @n_steps
 * times on the day of a lapse: the stability may not end above that before the
 * lapse. Weights 11, 13 and 14 are clipped already. */
static double
short_term_ceiling (const double *weights,
                    guint         n_steps)
{
  double x
    = -(log (weights[11]) + log (exp2 (weights[13]) - 1) + 0.3 * weights[14])
      / n_steps;

  return MIN (SHORT_TERM_HIGH, sqrt (MAX (x, 0.01)));
}

/**
 * drill_weights_clip:
 * @weights: finite numbers, moved into their bounds in place
 * @n_relearning_steps: only more than one makes a difference
 *
 * While training, weight 19 stays above 0.01. A set that is only read may hold
 * 0, because older versions of the model had no such weight.
 */
void
drill_weights_clip (double            weights[DRILL_FSRS_N_WEIGHTS],
                    DrillWeightsFlags flags,
                    guint             n_relearning_steps)
{
  g_return_if_fail (weights != NULL);

  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    weights[i] = CLAMP (weights[i], bounds[i].low, bounds[i].high);

  if (flags & DRILL_WEIGHTS_NO_SHORT_TERM)
    {
      for (guint i = SHORT_TERM_FIRST; i <= SHORT_TERM_LAST; i++)
        weights[i] = 0;
      return;
    }

  if (n_relearning_steps > 1)
    {
      double ceiling = short_term_ceiling (weights, n_relearning_steps);

      weights[17] = MIN (weights[17], ceiling);
      weights[18] = MIN (weights[18], ceiling);
    }

  if (flags & DRILL_WEIGHTS_TRAINING)
    weights[19] = MAX (weights[19], SATURATION_LOW);
}
