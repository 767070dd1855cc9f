/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * How the loss of one history changes with each weight.
 *
 * The loss is the cross entropy of the predictions, each times the weight of
 * its item. Walking forward keeps the state before every answer; walking back
 * carries the derivatives of the loss with respect to stability and difficulty
 * from a review to the one before, and drops what each weight takes part in:
 *
 *     (S, D) --- R(t, S) ---> loss of this item
 *        |
 *        +------ next() ----> (S', D')    dL/dS', dL/dD' are known
 *
 * Nearly all the time goes into logarithms and exponentials. The way back needs
 * those of the way forward and no others, so they are kept; one such walk costs
 * little more than one prediction a review, however many weights there are and
 * however many items the history has. Where a value was moved into its bounds
 * it no longer depends on anything, and its derivative is 0.
 */

#include "config.h"

#include "memory/gradient.h"

#include "memory/clamp-private.h"

#include <math.h>

#define PREDICTION_MIN 1e-7

static gboolean
is_outside (double value,
            double low,
            double high)
{
  return value < low || value > high;
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

/* Each of the following keeps in @trace what depends on the weights, and returns the
 * stability after the answer, not yet in its bounds. They are those of fsrs.c, which a
 * test holds them to. */

static double
same_day_forward (const DrillFsrs   *fsrs,
                  DrillGradientStep *trace,
                  DrillRating        rating)
{
  const double *w = fsrs->w;
  double        grade = (int) rating - DRILL_RATING_GOOD + w[18];

  trace->log_stability = log (trace->state.stability);
  trace->scale = exp (w[17] * grade - w[19] * trace->log_stability);

  return trace->state.stability
         * (rating >= DRILL_RATING_HARD ? MAX (trace->scale, 1) : trace->scale);
}

static double
lapse_forward (const DrillFsrs   *fsrs,
               DrillGradientStep *trace)
{
  const double *w = fsrs->w;

  trace->log_stability = log1p (trace->state.stability);
  trace->log_difficulty = log (trace->state.difficulty);
  trace->scale
    = w[11]
      * exp (w[14] * (1 - trace->recall) - w[12] * trace->log_difficulty);
  trace->growth = expm1 (w[13] * trace->log_stability);

  return MIN (trace->scale * trace->growth,
              trace->state.stability / fsrs->cap_divisor);
}

static double
recall_factor (const DrillFsrs *fsrs,
               DrillRating      rating)
{
  return rating == DRILL_RATING_HARD ? fsrs->w[15] :
         rating == DRILL_RATING_EASY ? fsrs->w[16] :
                                       1;
}

static double
recall_forward (const DrillFsrs   *fsrs,
                DrillGradientStep *trace,
                DrillRating        rating)
{
  const double *w = fsrs->w;

  trace->log_stability = log (trace->state.stability);
  trace->scale = exp (w[8] - w[9] * trace->log_stability);
  trace->growth = expm1 (w[10] * (1 - trace->recall));

  return trace->state.stability
         * (1
            + trace->scale * (11 - trace->state.difficulty) * trace->growth
                * recall_factor (fsrs, rating));
}

static double
next_difficulty (const DrillFsrs *fsrs,
                 double           difficulty,
                 DrillRating      rating)
{
  double grade = (int) rating - DRILL_RATING_GOOD;
  double moved
    = difficulty - fsrs->w[6] * grade * (DRILL_DIFFICULTY_MAX - difficulty) / 9;

  return fsrs->w[7] * fsrs->easy_difficulty + (1 - fsrs->w[7]) * moved;
}

/* From the state before an answer, which @trace has, to the one after it. */
static DrillMemoryState
step_forward (const DrillFsrs        *fsrs,
              const DrillHistoryStep *step,
              DrillGradientStep      *trace)
{
  DrillMemoryState next;

  trace->recall = 1;
  trace->log_base = 0;
  if (step->elapsed_days > 0)
    {
      trace->log_base
        = log1p (fsrs->factor * step->elapsed_days / trace->state.stability);
      trace->recall = exp (fsrs->decay * trace->log_base);
    }

  if (step->elapsed_days <= 0 && fsrs->short_term)
    next.stability = same_day_forward (fsrs, trace, step->rating);
  else if (step->rating == DRILL_RATING_AGAIN)
    next.stability = lapse_forward (fsrs, trace);
  else
    next.stability = recall_forward (fsrs, trace, step->rating);
  next.stability
    = drill_clamp (next.stability, DRILL_STABILITY_MIN, DRILL_STABILITY_MAX);
  next.difficulty
    = drill_clamp (next_difficulty (fsrs, trace->state.difficulty, step->rating),
                   DRILL_DIFFICULTY_MIN,
                   DRILL_DIFFICULTY_MAX);

  return next;
}

/* Each of the following takes dL/dS' as @by_next, adds to @gradient, and
 * returns dL/dS without what goes through the recall. */

static double
same_day_back (const DrillFsrs         *fsrs,
               const DrillGradientStep *trace,
               DrillRating              rating,
               double                   by_next,
               double                  *gradient)
{
  const double *w = fsrs->w;
  double        grade = (int) rating - DRILL_RATING_GOOD + w[18];
  double        gain = trace->scale;
  double        next = trace->state.stability * gain;

  if (rating >= DRILL_RATING_HARD && gain < 1)
    return by_next;
  if (is_outside (next, DRILL_STABILITY_MIN, DRILL_STABILITY_MAX))
    return 0;

  gradient[17] += by_next * next * grade;
  gradient[18] += by_next * next * w[17];
  gradient[19] -= by_next * next * trace->log_stability;

  return by_next * gain * (1 - w[19]);
}

static double
lapse_back (const DrillFsrs         *fsrs,
            const DrillGradientStep *trace,
            double                   by_next,
            double                  *gradient,
            double                  *by_difficulty,
            double                  *by_recall)
{
  const double *w = fsrs->w;
  double        scale = trace->scale;
  double        grown = trace->growth;
  double        forgotten = scale * grown;
  double        cap = trace->state.stability / fsrs->cap_divisor;

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
  gradient[12] -= by_next * forgotten * trace->log_difficulty;
  gradient[13] += by_next * scale * (grown + 1) * trace->log_stability;
  gradient[14] += by_next * forgotten * (1 - trace->recall);
  *by_difficulty -= by_next * forgotten * w[12] / trace->state.difficulty;
  *by_recall -= by_next * forgotten * w[14];

  return by_next * scale * (grown + 1) * w[13] / (trace->state.stability + 1);
}

static double
recall_back (const DrillFsrs         *fsrs,
             const DrillGradientStep *trace,
             DrillRating              rating,
             double                   by_next,
             double                  *gradient,
             double                  *by_difficulty,
             double                  *by_recall)
{
  const double *w = fsrs->w;
  double        room = 11 - trace->state.difficulty;
  double        growth = trace->growth;
  double        scale = trace->scale;
  double        factor = recall_factor (fsrs, rating);
  double        plain = scale * room * growth;
  double        gain = plain * factor;
  double        stretched = by_next * trace->state.stability;

  if (is_outside (trace->state.stability * (1 + gain),
                  DRILL_STABILITY_MIN,
                  DRILL_STABILITY_MAX))
    return 0;

  gradient[8] += stretched * gain;
  gradient[9] -= stretched * gain * trace->log_stability;
  gradient[10]
    += stretched * scale * room * factor * (growth + 1) * (1 - trace->recall);
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

/* Adds to @by what goes through the recall. Nothing does when no day has passed. */
static void
recall_curve_back (const DrillFsrs         *fsrs,
                   const DrillGradientStep *trace,
                   int                      elapsed_days,
                   double                   by_recall,
                   DrillMemoryState        *by,
                   double                  *gradient)
{
  double power = fsrs->w[20];
  double ratio = elapsed_days / trace->state.stability;
  double base = 1 + fsrs->factor * ratio;
  double factor_by_power = (fsrs->factor + 1) * log (0.9) / (power * power);

  if (elapsed_days <= 0)
    return;

  by->stability += by_recall * trace->recall * power * fsrs->factor * ratio
                   / (base * trace->state.stability);
  gradient[20] -= by_recall * trace->recall
                  * (trace->log_base + power * ratio * factor_by_power / base);
}

/* Carries @by, the derivatives by the state after a review, to those by the
 * state before it. */
static void
step_back (const DrillFsrs         *fsrs,
           const DrillHistoryStep  *step,
           const DrillGradientStep *trace,
           double                   item_weight,
           DrillMemoryState        *by,
           double                  *gradient)
{
  double by_difficulty = difficulty_back (fsrs,
                                          trace->state.difficulty,
                                          step->rating,
                                          by->difficulty,
                                          gradient);
  double by_recall = 0;

  if (item_weight > 0)
    by_recall = item_weight * cross_entropy_slope (trace->recall, step->rating);

  if (step->elapsed_days <= 0 && fsrs->short_term)
    by->stability
      = same_day_back (fsrs, trace, step->rating, by->stability, gradient);
  else if (step->rating == DRILL_RATING_AGAIN)
    by->stability = lapse_back (fsrs,
                                trace,
                                by->stability,
                                gradient,
                                &by_difficulty,
                                &by_recall);
  else
    by->stability = recall_back (fsrs,
                                 trace,
                                 step->rating,
                                 by->stability,
                                 gradient,
                                 &by_difficulty,
                                 &by_recall);
  by->difficulty = by_difficulty;
  recall_curve_back (fsrs, trace, step->elapsed_days, by_recall, by, gradient);
}

/**
 * drill_gradient_add:
 * @steps: (array length=n_steps): a history; the first step is a first review
 * @step_weights: (array length=n_steps): weight of the item that ends at each
 *   step; 0 where none does
 * @trace: (array length=n_steps): overwritten
 * @gradient: the derivatives of the loss are added to it
 */
void
drill_gradient_add (const DrillFsrs        *fsrs,
                    const DrillHistoryStep *steps,
                    const double           *step_weights,
                    guint                   n_steps,
                    DrillGradientStep      *trace,
                    double                  gradient[DRILL_FSRS_N_WEIGHTS])
{
  DrillMemoryState state;
  DrillMemoryState by = { 0, 0 };

  g_return_if_fail (fsrs != NULL);
  g_return_if_fail (n_steps > 0);

  state = drill_fsrs_first (fsrs, steps[0].rating);
  for (guint i = 1; i < n_steps; i++)
    {
      trace[i].state = state;
      state = step_forward (fsrs, &steps[i], &trace[i]);
    }

  for (guint i = n_steps - 1; i > 0; i--)
    step_back (fsrs, &steps[i], &trace[i], step_weights[i], &by, gradient);
  first_back (fsrs, steps[0].rating, by.stability, by.difficulty, gradient);
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
