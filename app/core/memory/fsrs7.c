/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The memory model FSRS-7, forward only: what a later version of this program
 * can schedule with, by a replay of the review log. It mixes two forgetting
 * curves, a slow and a fast one, and measures time in fractions of a day, so it
 * needs no formula of its own for reviews on the same day.
 *
 * The same update serves both stabilities with two groups of eight weights.
 */

#include "config.h"

#include "memory/fsrs7.h"

#include "memory/clamp-private.h"

#include <math.h>

#define STABILITY_MIN 0.0001
#define STABILITY_MAX 36500.0
#define CURVE_DECAY_MIN 0.01
#define CURVE_DECAY_MAX 0.95
#define EXPONENT_MAX 60.0
#define RECALL_MARGIN 1e-5
#define FAST_SHARE 0.8
#define MEAN_REVERSION 0.01
#define SLOW_GROUP 7
#define FAST_GROUP 15

/* The shortest and the longest interval looked for, in days. */
#define INTERVAL_MIN (1.0 / 86400)
#define INTERVAL_MAX 36500.0
#define BISECTIONS 80

const double drill_fsrs7_default_weights[DRILL_FSRS7_N_WEIGHTS] = {
  0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807, 1.9795, 0,
  1.3826, 0.7024, 0.5999, 0.8146,  0.6398, 1,      1.3207, 0.6707, 3.8668,
  0.4416, 0.0934, 1.8631, 0.6162,  1.0869, 0.1567, 0.0801, 0.2421, 0.9464,
  0.1433, 0.7145, 0,      0.5667,  0.3734, 0.5333, 0.3048,
};

static double
first_difficulty (const double *w,
                  int           rating)
{
  return w[4] - exp (w[5] * (rating - 1)) + 1;
}

static DrillFsrs7State
clamp_state (DrillFsrs7State state)
{
  state.slow = drill_clamp (state.slow, STABILITY_MIN, STABILITY_MAX);
  state.fast = drill_clamp (state.fast, STABILITY_MIN, STABILITY_MAX);
  state.difficulty = drill_clamp (state.difficulty,
                                  DRILL_DIFFICULTY_MIN,
                                  DRILL_DIFFICULTY_MAX);

  return state;
}

static double
fast_recall (const double   *w,
             DrillFsrs7State state,
             double          elapsed_days)
{
  double decay = drill_clamp (w[23] * pow (state.fast, w[33] - 0.3),
                              CURVE_DECAY_MIN,
                              CURVE_DECAY_MAX);
  double factor = expm1 (MIN (-log (w[25]) / decay, EXPONENT_MAX));

  return pow (1 + factor * elapsed_days / state.fast, -decay);
}

static double
slow_recall (const double   *w,
             DrillFsrs7State state,
             double          elapsed_days)
{
  double decay = drill_clamp (w[24], CURVE_DECAY_MIN, CURVE_DECAY_MAX);
  double factor = expm1 (-log (w[26]) / decay)
                  * exp ((state.difficulty - 5) * (w[32] - 0.3));

  return pow (1 + factor * elapsed_days / state.slow, -decay);
}

/* The probability of recall after @elapsed_days, which may be a fraction. */
double
drill_fsrs7_retrievability (const double    weights[DRILL_FSRS7_N_WEIGHTS],
                            DrillFsrs7State state,
                            double          elapsed_days)
{
  const double *w = weights;
  double        fast_weight;
  double        slow_weight;
  double        mixed;

  g_return_val_if_fail (weights != NULL, 1);

  state = clamp_state (state);
  elapsed_days = MAX (elapsed_days, 0);
  fast_weight = w[27] * pow (state.fast, -w[29]);
  slow_weight = w[28] * pow (state.slow, w[30])
                * exp ((state.difficulty - 5) * (w[31] - 0.5));
  mixed = fast_weight * fast_recall (w, state, elapsed_days)
          + slow_weight * slow_recall (w, state, elapsed_days);
  mixed /= fast_weight + slow_weight;

  return mixed * (1 - 2 * RECALL_MARGIN) + RECALL_MARGIN;
}

/* One stability after an answer, given the recall that this part of the memory
 * had. @group points at its eight weights. */
static double
update_stability (const double *group,
                  double        stability,
                  double        difficulty,
                  double        recall,
                  DrillRating   rating)
{
  double lapsed = group[3] * expm1 (group[4] * log1p (stability))
                  * exp ((1 - recall) * group[5]);
  double gain;

  lapsed = MIN (stability, lapsed);
  if (rating == DRILL_RATING_AGAIN)
    return lapsed;

  gain = exp (group[0] - 1.5) * (11 - difficulty) * pow (stability, -group[1]);
  gain *= expm1 ((1 - recall) * group[2]);
  if (rating == DRILL_RATING_HARD)
    gain *= group[6];
  else if (rating == DRILL_RATING_EASY)
    gain *= group[7];

  return MAX (lapsed, stability * (1 + gain));
}

static double
update_difficulty (const double *w,
                   double        difficulty,
                   double        recall,
                   DrillRating   rating)
{
  double delta = -w[6] * ((int) rating - DRILL_RATING_GOOD);

  /* Forgetting what was all but forgotten says little about the card. */
  if (rating == DRILL_RATING_AGAIN)
    delta *= recall + 0.1;
  difficulty += (DRILL_DIFFICULTY_MAX - difficulty) * delta / 9;

  return MEAN_REVERSION * first_difficulty (w, DRILL_RATING_EASY)
         + (1 - MEAN_REVERSION) * difficulty;
}

/* The state after the first review; @rating is one of Again to Easy. */
DrillFsrs7State
drill_fsrs7_first (const double weights[DRILL_FSRS7_N_WEIGHTS],
                   DrillRating  rating)
{
  DrillFsrs7State state = { 0, 0, 0 };

  g_return_val_if_fail (weights != NULL, state);
  g_return_val_if_fail (rating >= DRILL_RATING_AGAIN
                          && rating <= DRILL_RATING_EASY,
                        state);

  state.slow = weights[rating - 1];
  state.fast = FAST_SHARE * state.slow;
  state.difficulty = first_difficulty (weights, rating);

  return clamp_state (state);
}

/**
 * drill_fsrs7_next:
 * @state: the memory before the answer; a slow stability of 0 means none yet
 * @elapsed_days: days since the last answer, with their fraction
 */
DrillFsrs7State
drill_fsrs7_next (const double    weights[DRILL_FSRS7_N_WEIGHTS],
                  DrillFsrs7State state,
                  double          elapsed_days,
                  DrillRating     rating)
{
  DrillFsrs7State next;
  double          recall;
  double          fast;

  g_return_val_if_fail (weights != NULL, state);
  g_return_val_if_fail (rating <= DRILL_RATING_EASY, state);

  if (rating == DRILL_RATING_MANUAL)
    return state;
  if (!(state.slow > 0))
    return drill_fsrs7_first (weights, rating);

  state = clamp_state (state);
  elapsed_days = MAX (elapsed_days, 0);
  recall = drill_fsrs7_retrievability (weights, state, elapsed_days);
  fast = fast_recall (weights, state, elapsed_days);

  next.slow = update_stability (weights + SLOW_GROUP,
                                state.slow,
                                state.difficulty,
                                recall,
                                rating);
  next.fast = update_stability (weights + FAST_GROUP,
                                state.fast,
                                state.difficulty,
                                fast,
                                rating);
  if (rating == DRILL_RATING_AGAIN)
    next.fast = MIN (next.fast, FAST_SHARE * next.slow);
  next.difficulty
    = update_difficulty (weights, state.difficulty, recall, rating);

  return clamp_state (next);
}

/**
 * drill_fsrs7_interval:
 * @desired_retention: moved into 0.0001 to 0.9999
 *
 * Recall falls all the time, so halving the logarithm of the interval finds the
 * answer to the last bit, at a cost that one card a time does not notice.
 *
 * Returns: days, with their fraction; 0 for a retention of 0.9999 or more
 */
double
drill_fsrs7_interval (const double    weights[DRILL_FSRS7_N_WEIGHTS],
                      DrillFsrs7State state,
                      double          desired_retention)
{
  double retention = drill_clamp (desired_retention, 0.0001, 0.9999);
  double low = log (INTERVAL_MIN);
  double high = log (INTERVAL_MAX);

  g_return_val_if_fail (weights != NULL, 0);

  if (desired_retention >= 0.9999)
    return 0;

  for (guint i = 0; i < BISECTIONS; i++)
    {
      double middle = (low + high) / 2;

      if (drill_fsrs7_retrievability (weights, state, exp (middle)) > retention)
        low = middle;
      else
        high = middle;
    }

  return exp ((low + high) / 2);
}
