/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * How the loss of one history changes with each weight.
 *
 * The loss is the cross entropy of the predictions, each times the weight of
 * its item. Walking forward keeps the state after every review; walking back
 * carries the derivatives of the loss with respect to stability and difficulty
 * from a review to the one before, and drops what each weight takes part in:
 *
 *     (S, D) --- R(t, S) ---> loss of this item
 *        |
 *        +------ next() ----> (S', D')    dL/dS', dL/dD' are known
 *
 * One such walk costs about three predictions a review, however many weights
 * there are and however many items the history has. Where a value was moved
 * into its bounds it no longer depends on anything, and its derivative is 0.
 */

#include "config.h"

#include "memory/gradient.h"

#include <math.h>

#define PREDICTION_MIN 1e-7

/* Recall before a review, and its derivatives. */
typedef struct
{
  double value;
  double by_stability;
  double by_decay_weight;
} Recall;

static gboolean
is_outside (double value,
            double low,
            double high)
{
  return value < low || value > high;
}

static Recall
find_recall (const DrillFsrs *fsrs,
             double           stability,
             int              elapsed_days)
{
  double ratio = elapsed_days / stability;
  double base = 1 + fsrs->factor * ratio;
  double log_base = log (base);
  double power = fsrs->w[20];
  double factor_by_power = (fsrs->factor + 1) * log (0.9) / (power * power);
  Recall recall = { 1, 0, 0 };

  if (elapsed_days <= 0)
    return recall;

  recall.value = exp (-power * log_base);
  recall.by_stability
    = recall.value * power * fsrs->factor * ratio / (base * stability);
  recall.by_decay_weight
    = -recall.value * (log_base + power * ratio * factor_by_power / base);

  return recall;
}

static double
cross_entropy (double      prediction,
               DrillRating rating)
{
  prediction = CLAMP (prediction, PREDICTION_MIN, 1 - PREDICTION_MIN);

  return rating > DRILL_RATING_AGAIN ? -log (prediction) : -log1p (-prediction);
}

static double
cross_entropy_slope (double      prediction,
                     DrillRating rating)
{
  if (is_outside (prediction, PREDICTION_MIN, 1 - PREDICTION_MIN))
    return 0;

  return rating > DRILL_RATING_AGAIN ? -1 / prediction : 1 / (1 - prediction);
}

/* Each of the following takes dL/dS' as @by_next, adds to @gradient, and
 * returns dL/dS without what goes through the recall. */

static double
same_day_back (const DrillFsrs *fsrs,
               double           stability,
               DrillRating      rating,
               double           by_next,
               double          *gradient)
{
  const double *w = fsrs->w;
  double        grade = (int) rating - DRILL_RATING_GOOD + w[18];
  double        log_stability = log (stability);
  double        gain = exp (w[17] * grade - w[19] * log_stability);
  double        next = stability * gain;

  if (rating >= DRILL_RATING_HARD && gain < 1)
    return by_next;
  if (is_outside (next, DRILL_STABILITY_MIN, DRILL_STABILITY_MAX))
    return 0;

  gradient[17] += by_next * next * grade;
  gradient[18] += by_next * next * w[17];
  gradient[19] -= by_next * next * log_stability;

  return by_next * gain * (1 - w[19]);
}

static double
lapse_back (const DrillFsrs *fsrs,
            DrillMemoryState state,
            double           recall,
            double           by_next,
            double          *gradient,
            double          *by_difficulty,
            double          *by_recall)
{
  const double *w = fsrs->w;
  double        log_difficulty = log (state.difficulty);
  double        log_stability = log1p (state.stability);
  double scale = w[11] * exp (w[14] * (1 - recall) - w[12] * log_difficulty);
  double grown = expm1 (w[13] * log_stability);
  double forgotten = scale * grown;
  double cap = state.stability / fsrs->cap_divisor;

  if (is_outside (MIN (forgotten, cap),
                  DRILL_STABILITY_MIN,
                  DRILL_STABILITY_MAX))
    return 0;
  if (cap < forgotten)
    {
      gradient[17] -= by_next * cap * w[18];
      gradient[18] -= by_next * cap * w[17];

      return by_next / fsrs->cap_divisor;
    }

  gradient[11] += by_next * forgotten / w[11];
  gradient[12] -= by_next * forgotten * log_difficulty;
  gradient[13] += by_next * scale * (grown + 1) * log_stability;
  gradient[14] += by_next * forgotten * (1 - recall);
  *by_difficulty -= by_next * forgotten * w[12] / state.difficulty;
  *by_recall -= by_next * forgotten * w[14];

  return by_next * scale * (grown + 1) * w[13] / (state.stability + 1);
}

static double
recall_back (const DrillFsrs *fsrs,
             DrillMemoryState state,
             double           recall,
             DrillRating      rating,
             double           by_next,
             double          *gradient,
             double          *by_difficulty,
             double          *by_recall)
{
  const double *w = fsrs->w;
  double        log_stability = log (state.stability);
  double        room = 11 - state.difficulty;
  double        growth = expm1 (w[10] * (1 - recall));
  double        scale = exp (w[8] - w[9] * log_stability);
  double        factor = rating == DRILL_RATING_HARD ? w[15] :
                         rating == DRILL_RATING_EASY ? w[16] :
                                                       1;
  double        plain = scale * room * growth;
  double        gain = plain * factor;
  double        stretched = by_next * state.stability;

  if (is_outside (state.stability * (1 + gain),
                  DRILL_STABILITY_MIN,
                  DRILL_STABILITY_MAX))
    return 0;

  gradient[8] += stretched * gain;
  gradient[9] -= stretched * gain * log_stability;
  gradient[10]
    += stretched * scale * room * factor * (growth + 1) * (1 - recall);
  if (rating == DRILL_RATING_HARD)
    gradient[15] += stretched * plain;
  else if (rating == DRILL_RATING_EASY)
    gradient[16] += stretched * plain;
  *by_difficulty -= stretched * scale * growth * factor;
  *by_recall -= stretched * scale * room * factor * (growth + 1) * w[10];

  return by_next * (1 + gain * (1 - w[9]));
}

/* The same for difficulty: takes dL/dD' and returns dL/dD. */
static double
difficulty_back (const DrillFsrs *fsrs,
                 double           difficulty,
                 DrillRating      rating,
                 double           by_next,
                 double          *gradient)
{
  const double *w = fsrs->w;
  double        grade = (int) rating - DRILL_RATING_GOOD;
  double        room = (DRILL_DIFFICULTY_MAX - difficulty) / 9;
  double        moved = difficulty - w[6] * grade * room;
  double        next = w[7] * fsrs->easy_difficulty + (1 - w[7]) * moved;

  if (is_outside (next, DRILL_DIFFICULTY_MIN, DRILL_DIFFICULTY_MAX))
    return 0;

  /* The derivative of the target by w5 is its distance from w4 + 1, times 3. */
  gradient[4] += by_next * w[7];
  gradient[5] += by_next * w[7] * 3 * (fsrs->easy_difficulty - w[4] - 1);
  gradient[6] -= by_next * (1 - w[7]) * grade * room;
  gradient[7] += by_next * (fsrs->easy_difficulty - moved);

  return by_next * (1 - w[7]) * (1 + w[6] * grade / 9);
}

static void
first_back (const DrillFsrs *fsrs,
            DrillRating      rating,
            double           by_stability,
            double           by_difficulty,
            double          *gradient)
{
  const double *w = fsrs->w;
  int           grade = (int) rating - 1;
  double        fall = exp (w[5] * grade);

  gradient[grade] += by_stability;
  if (is_outside (w[4] - fall + 1, DRILL_DIFFICULTY_MIN, DRILL_DIFFICULTY_MAX))
    return;

  gradient[4] += by_difficulty;
  gradient[5] -= by_difficulty * fall * grade;
}

/* Carries @by, the derivatives by the state after a review, to those by the
 * state before it. */
static void
step_back (const DrillFsrs  *fsrs,
           const DrillHistoryStep  *step,
           DrillMemoryState  state,
           double            item_weight,
           DrillMemoryState *by,
           double           *gradient)
{
  Recall recall = find_recall (fsrs, state.stability, step->elapsed_days);
  double by_difficulty = difficulty_back (fsrs,
                                          state.difficulty,
                                          step->rating,
                                          by->difficulty,
                                          gradient);
  double by_recall = 0;
  double by_stability;

  if (item_weight > 0)
    by_recall = item_weight * cross_entropy_slope (recall.value, step->rating);

  if (step->elapsed_days <= 0 && fsrs->short_term)
    by_stability = same_day_back (fsrs,
                                  state.stability,
                                  step->rating,
                                  by->stability,
                                  gradient);
  else if (step->rating == DRILL_RATING_AGAIN)
    by_stability = lapse_back (fsrs,
                               state,
                               recall.value,
                               by->stability,
                               gradient,
                               &by_difficulty,
                               &by_recall);
  else
    by_stability = recall_back (fsrs,
                                state,
                                recall.value,
                                step->rating,
                                by->stability,
                                gradient,
                                &by_difficulty,
                                &by_recall);

  gradient[20] += by_recall * recall.by_decay_weight;
  by->stability = by_stability + by_recall * recall.by_stability;
  by->difficulty = by_difficulty;
}

/**
 * drill_gradient_add:
 * @steps: (array length=n_steps): a history; the first step is a first review
 * @step_weights: (array length=n_steps): weight of the item that ends at each
 *   step; 0 where none does
 * @scratch: (array length=n_steps): overwritten
 * @gradient: the derivatives of the loss are added to it
 *
 * Returns: the loss
 */
double
drill_gradient_add (const DrillFsrs  *fsrs,
                    const DrillHistoryStep  *steps,
                    const double     *step_weights,
                    guint             n_steps,
                    DrillMemoryState *scratch,
                    double            gradient[DRILL_FSRS_N_WEIGHTS])
{
  DrillMemoryState by = { 0, 0 };
  double           loss = 0;

  g_return_val_if_fail (fsrs != NULL, 0);
  g_return_val_if_fail (n_steps > 0, 0);

  scratch[0] = drill_fsrs_first (fsrs, steps[0].rating);
  for (guint i = 1; i < n_steps; i++)
    {
      if (step_weights[i] > 0)
        loss
          += step_weights[i]
             * cross_entropy (drill_fsrs_retrievability (fsrs,
                                                         scratch[i - 1]
                                                           .stability,
                                                         steps[i].elapsed_days),
                              steps[i].rating);
      scratch[i] = drill_fsrs_next (fsrs,
                                    scratch[i - 1],
                                    steps[i].elapsed_days,
                                    steps[i].rating);
    }

  for (guint i = n_steps - 1; i > 0; i--)
    step_back (fsrs, &steps[i], scratch[i - 1], step_weights[i], &by, gradient);
  first_back (fsrs, steps[0].rating, by.stability, by.difficulty, gradient);

  return loss;
}

/* The loss alone; arguments as for drill_gradient_add(). */
double
drill_gradient_loss (const DrillFsrs *fsrs,
                     const DrillHistoryStep *steps,
                     const double    *step_weights,
                     guint            n_steps)
{
  DrillMemoryState state;
  double           loss = 0;

  g_return_val_if_fail (fsrs != NULL, 0);
  g_return_val_if_fail (n_steps > 0, 0);

  state = drill_fsrs_first (fsrs, steps[0].rating);
  for (guint i = 1; i < n_steps; i++)
    {
      if (step_weights[i] > 0)
        loss
          += step_weights[i]
             * cross_entropy (drill_fsrs_retrievability (fsrs,
                                                         state.stability,
                                                         steps[i].elapsed_days),
                              steps[i].rating);
      state
        = drill_fsrs_next (fsrs, state, steps[i].elapsed_days, steps[i].rating);
    }

  return loss;
}
