/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The memory model FSRS-6.
 *
 * A card's memory is a stability S (days until recall falls to 90 %) and a
 * difficulty D. Recall after t days is
 *
 *     R(t) = (1 + factor * t / S) ^ decay,   factor = 0.9 ^ (1 / decay) - 1
 *
 * and each answer maps (S, D, t, rating) to the next (S, D):
 *
 *     first review ---> S and D from the rating alone
 *     t = 0        ---> same day: S grows or shrinks a little
 *     t > 0, Again ---> lapse: S after forgetting, capped
 *     t > 0, else  ---> recall: S grows, the more the lower R was
 *
 * S and D are kept in their bounds before and after each step, so no history
 * can lead to an infinity or a NaN. Powers are written as exp (a * log (x)),
 * since several of them share one logarithm.
 */

#include "config.h"

#include "memory/fsrs.h"

#include "memory/clamp-private.h"

#include <math.h>

#define RETENTION_MIN 0.0001
#define RETENTION_MAX 0.9999

static double
clamp_stability (double stability)
{
  return drill_clamp (stability, DRILL_STABILITY_MIN, DRILL_STABILITY_MAX);
}

static double
clamp_difficulty (double difficulty)
{
  return drill_clamp (difficulty, DRILL_DIFFICULTY_MIN, DRILL_DIFFICULTY_MAX);
}

static double
first_difficulty (const double *w,
                  int           rating)
{
  return w[4] - exp (w[5] * (rating - 1)) + 1;
}

/**
 * drill_fsrs_init_trained:
 * @weights: finite, and within their bounds already
 *
 * Takes the weights as they are: no reading of older sets, no clipping.
 */
void
drill_fsrs_init_trained (DrillFsrs        *self,
                         const double      weights[DRILL_FSRS_N_WEIGHTS],
                         DrillWeightsFlags flags)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (weights != NULL);

  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    self->w[i] = weights[i];

  self->decay = -weights[20];
  self->factor = expm1 (log (0.9) / self->decay);
  self->cap_divisor = exp (weights[17] * weights[18]);
  self->easy_difficulty = first_difficulty (weights, DRILL_RATING_EASY);
  self->short_term = !(flags & DRILL_WEIGHTS_NO_SHORT_TERM);
}

void
drill_fsrs_init_default (DrillFsrs *self)
{
  drill_fsrs_init_trained (self, drill_weights_default, DRILL_WEIGHTS_DEFAULT);
}

/**
 * drill_fsrs_init_weights:
 * @weights: (array length=n_weights): 17, 19 or 21 numbers
 *
 * Weights outside their bounds are moved to the bound. On error @self is
 * untouched.
 */
gboolean
drill_fsrs_init_weights (DrillFsrs        *self,
                         const double     *weights,
                         gsize             n_weights,
                         DrillWeightsFlags flags,
                         GError          **error)
{
  double w[DRILL_FSRS_N_WEIGHTS];

  g_return_val_if_fail (self != NULL, FALSE);

  if (!drill_weights_read (weights, n_weights, w, error))
    return FALSE;

  drill_weights_clip (w, flags, 0);
  drill_fsrs_init_trained (self, w, flags);

  return TRUE;
}

/* The state after the first review; @rating is one of Again to Easy. */
DrillMemoryState
drill_fsrs_first (const DrillFsrs *self,
                  DrillRating      rating)
{
  DrillMemoryState state = { 0, 0 };

  g_return_val_if_fail (self != NULL, state);
  g_return_val_if_fail (rating >= DRILL_RATING_AGAIN
                          && rating <= DRILL_RATING_EASY,
                        state);

  state.stability = clamp_stability (self->w[rating - 1]);
  state.difficulty = clamp_difficulty (first_difficulty (self->w, rating));

  return state;
}

/* A step that shrinks as difficulty nears 10, then a pull towards the
 * difficulty of a card that was easy from the start. That target is not
 * clamped, so with the default weights it pulls below 1. */
static double
next_difficulty (const DrillFsrs *self,
                 double           difficulty,
                 DrillRating      rating)
{
  double delta = -self->w[6] * ((int) rating - DRILL_RATING_GOOD);
  double moved = difficulty + delta * (DRILL_DIFFICULTY_MAX - difficulty) / 9;

  return clamp_difficulty (self->w[7] * self->easy_difficulty
                           + (1 - self->w[7]) * moved);
}

static double
same_day_stability (const DrillFsrs *self,
                    double           stability,
                    DrillRating      rating)
{
  const double *w = self->w;
  double        gain = exp (w[17] * ((int) rating - DRILL_RATING_GOOD + w[18])
                     - w[19] * log (stability));

  /* An answer that was right never makes a memory weaker. */
  if (rating >= DRILL_RATING_HARD)
    gain = MAX (gain, 1);

  return stability * gain;
}

static double
lapse_stability (const DrillFsrs *self,
                 DrillMemoryState state,
                 double           recall)
{
  const double *w = self->w;
  double scale = exp (w[14] * (1 - recall) - w[12] * log (state.difficulty));
  double forgotten = w[11] * scale * expm1 (w[13] * log1p (state.stability));

  return MIN (forgotten, state.stability / self->cap_divisor);
}

static double
recall_stability (const DrillFsrs *self,
                  DrillMemoryState state,
                  double           recall,
                  DrillRating      rating)
{
  const double *w = self->w;
  double        gain = exp (w[8] - w[9] * log (state.stability));

  gain *= (11 - state.difficulty) * expm1 (w[10] * (1 - recall));
  if (rating == DRILL_RATING_HARD)
    gain *= w[15];
  else if (rating == DRILL_RATING_EASY)
    gain *= w[16];

  return state.stability * (1 + gain);
}

/**
 * drill_fsrs_next:
 * @state: the memory before the answer; a stability of 0 means that there is
 *   none yet, and then @elapsed_days is not looked at
 * @elapsed_days: study days since the last answer. Below 0, after a clock was
 *   set back, counts as 0.
 * @rating: %DRILL_RATING_MANUAL returns @state as it is
 */
DrillMemoryState
drill_fsrs_next (const DrillFsrs *self,
                 DrillMemoryState state,
                 int              elapsed_days,
                 DrillRating      rating)
{
  DrillMemoryState next;
  double           recall;

  g_return_val_if_fail (self != NULL, state);
  g_return_val_if_fail (rating <= DRILL_RATING_EASY, state);

  if (rating == DRILL_RATING_MANUAL)
    return state;
  if (!(state.stability > 0))
    return drill_fsrs_first (self, rating);

  state.stability = clamp_stability (state.stability);
  state.difficulty = clamp_difficulty (state.difficulty);
  next.difficulty = next_difficulty (self, state.difficulty, rating);

  if (elapsed_days <= 0 && self->short_term)
    {
      next.stability
        = clamp_stability (same_day_stability (self, state.stability, rating));
      return next;
    }

  recall = elapsed_days <= 0 ?
             1 :
             drill_fsrs_retrievability (self, state.stability, elapsed_days);
  if (rating == DRILL_RATING_AGAIN)
    next.stability = lapse_stability (self, state, recall);
  else
    next.stability = recall_stability (self, state, recall, rating);
  next.stability = clamp_stability (next.stability);

  return next;
}

/**
 * drill_fsrs_retrievability:
 * @stability: days; below the least stability it counts as that
 * @elapsed_days: any fraction of days; below 0 counts as 0
 *
 * Returns: the probability, above 0 and at most 1, that the answer is known
 */
double
drill_fsrs_retrievability (const DrillFsrs *self,
                           double           stability,
                           double           elapsed_days)
{
  g_return_val_if_fail (self != NULL, 1);

  stability = clamp_stability (stability);
  elapsed_days = MAX (elapsed_days, 0);

  return exp (self->decay * log1p (self->factor * elapsed_days / stability));
}

/**
 * drill_fsrs_interval:
 * @desired_retention: from 0.0001 to 0.9999; moved there if outside
 *
 * Returns: days, not rounded, until recall has fallen to @desired_retention
 */
double
drill_fsrs_interval (const DrillFsrs *self,
                     double           stability,
                     double           desired_retention)
{
  double retention;

  g_return_val_if_fail (self != NULL, 0);

  retention = drill_clamp (desired_retention, RETENTION_MIN, RETENTION_MAX);

  return stability / self->factor * expm1 (log (retention) / self->decay);
}

/* The same in whole days, from 1 to @max_interval; halves round up. */
int
drill_fsrs_interval_days (const DrillFsrs *self,
                          double           stability,
                          double           desired_retention,
                          int              max_interval)
{
  double days
    = floor (drill_fsrs_interval (self, stability, desired_retention) + 0.5);

  g_return_val_if_fail (max_interval >= 1, 1);

  return (int) drill_clamp (days, 1, max_interval);
}

/**
 * drill_fsrs_from_sm2:
 * @interval_days: the interval that SM-2 gave last
 * @ease: its ease factor, 2.5 for a new card
 * @retention: the share of answers that were right under SM-2
 *
 * The state that would give the same interval and the same growth.
 */
DrillMemoryState
drill_fsrs_from_sm2 (const DrillFsrs *self,
                     double           interval_days,
                     double           ease,
                     double           retention)
{
  const double    *w;
  DrillMemoryState state = { 0, 0 };
  double           growth;
  double           q;

  g_return_val_if_fail (self != NULL, state);

  w = self->w;
  q = drill_clamp (retention, RETENTION_MIN, RETENTION_MAX);
  state.stability = MAX (interval_days, DRILL_STABILITY_MIN) * self->factor
                    / expm1 (log (q) / self->decay);
  state.stability = clamp_stability (state.stability);
  growth = exp (w[8] - w[9] * log (state.stability)) * expm1 (w[10] * (1 - q));
  state.difficulty = clamp_difficulty (11 - (ease - 1) / growth);

  return state;
}
