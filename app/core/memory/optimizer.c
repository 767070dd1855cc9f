/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From a learner's log to weights that will predict the next months better, or
 * to the finding that there are none.
 *
 * Weights that fit the past can still be worse for the future: there may be too
 * little of it, or the learner may have changed. So training is first tried
 * out:
 *
 *     |<-------- the older 80 % -------->|<- 20 % ->|
 *            train on these               and see how much of the way from
 *                                         the defaults to there pays here
 *
 * That share of the way, the trust, is then applied to what training on all
 * items finds. A step away from the defaults is taken only when its gain there
 * is more than a part of its own standard error, since a gain on few items may
 * be luck. Last, weights are only ever replaced by ones that predict the log
 * better, by the measure of training and by the plain log loss.
 */

#include "config.h"

#include "memory/optimizer.h"

#include "memory/gradient.h"

#include <math.h>

/* Below these there is nothing to learn, or only the first stabilities. */
#define ITEMS_MIN 8
#define ITEMS_MIN_ALL_WEIGHTS 64

#define TRIAL_SHARE 0.8
#define TRUST_STEPS 4
#define LUCK_ERRORS 0.25
#define PREDICTION_MIN 1e-7
#define N_FIRST 4

/* One run of the trainer takes this part of the whole. */
typedef struct
{
  const DrillOptimizerOptions *options;
  double                       from;
  double                       to;
} Phase;

void
drill_optimizer_options_init (DrillOptimizerOptions *options)
{
  g_return_if_fail (options != NULL);

  *options = (DrillOptimizerOptions){ .n_relearning_steps = 1 };
  drill_fsrs_init_default (&options->current);
}

static DrillWeightsFlags
flags_of (const DrillFsrs *fsrs)
{
  return fsrs->short_term ? DRILL_WEIGHTS_DEFAULT : DRILL_WEIGHTS_NO_SHORT_TERM;
}

static void
report_progress (double   fraction,
                 gpointer user_data)
{
  const Phase *phase = user_data;

  if (phase->options->progress != NULL)
    phase->options->progress (phase->from
                                + fraction * (phase->to - phase->from),
                              phase->options->user_data);
}

/* Whether some history has two items: only then can more than the first
 * stability and the curve be told. */
static gboolean
has_second_items (const DrillTrainingSet *set)
{
  for (guint i = 0; i < set->n_histories; i++)
    {
      if (set->histories[i].n_items > 1)
        return TRUE;
    }

  return FALSE;
}

static gboolean
train (const DrillTrainingSet *set,
       Phase                   phase,
       double                  weights[DRILL_FSRS_N_WEIGHTS],
       GCancellable           *cancellable,
       GError                **error)
{
  DrillTrainer trainer = {
    .flags = flags_of (&phase.options->current),
    .n_relearning_steps = phase.options->n_relearning_steps,
    .first_only
    = set->n_items < ITEMS_MIN_ALL_WEIGHTS || !has_second_items (set),
    .progress = report_progress,
    .user_data = &phase,
  };

  return drill_trainer_run (&trainer, set, weights, cancellable, error);
}

/* Goes @trust of the way from the defaults to @trained. First stabilities go by
 * factors, as they do in training. */
static void
blend (const double                *trained,
       double                       trust,
       const DrillOptimizerOptions *options,
       double                       weights[DRILL_FSRS_N_WEIGHTS])
{
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    {
      double usual = drill_weights_default[i];

      if (i < N_FIRST)
        weights[i] = usual * pow (trained[i] / usual, trust);
      else
        weights[i] = usual + trust * (trained[i] - usual);
    }
  drill_weights_clip (weights,
                      flags_of (&options->current),
                      options->n_relearning_steps);
}

static double
item_loss (const DrillDataset *dataset,
           const double       *predictions,
           guint               item)
{
  double prediction
    = CLAMP (predictions[item], PREDICTION_MIN, 1 - PREDICTION_MIN);

  return dataset->steps[dataset->items[item]].rating > DRILL_RATING_AGAIN ?
           -log (prediction) :
           -log1p (-prediction);
}

/* The mean of how much lower the loss of @predictions is than that of @usual
 * over the items from @first to before @end, less what may be luck. */
static double
safe_gain (const DrillDataset *dataset,
           const double       *usual,
           const double       *predictions,
           guint               first,
           guint               end)
{
  guint  n = end - first;
  double sum = 0;
  double squares = 0;
  double mean;

  for (guint i = first; i < end; i++)
    {
      double gain
        = item_loss (dataset, usual, i) - item_loss (dataset, predictions, i);

      sum += gain;
      squares += gain * gain;
    }
  mean = sum / n;

  return mean - LUCK_ERRORS * sqrt (MAX (squares / n - mean * mean, 0) / n);
}

/* How much of the way to @trained, which was trained on the items before
 * @first, pays on those from @first to before @end. */
static double
find_trust (const DrillDataset          *dataset,
            const DrillOptimizerOptions *options,
            const double                *trained,
            guint                        first,
            guint                        end)
{
  g_autofree double *usual = g_new (double, dataset->n_items);
  g_autofree double *predictions = g_new (double, dataset->n_items);
  double             weights[DRILL_FSRS_N_WEIGHTS];
  double             best_gain = 0;
  double             best_trust = 0;
  DrillFsrs          fsrs;

  blend (trained, 0, options, weights);
  drill_fsrs_init_trained (&fsrs, weights, flags_of (&options->current));
  drill_evaluation_predict (dataset, &fsrs, usual);

  for (guint i = 1; i <= TRUST_STEPS; i++)
    {
      double trust = (double) i / TRUST_STEPS;
      double gain;

      blend (trained, trust, options, weights);
      drill_fsrs_init_trained (&fsrs, weights, flags_of (&options->current));
      drill_evaluation_predict (dataset, &fsrs, predictions);
      gain = safe_gain (dataset, usual, predictions, first, end);
      if (gain > best_gain)
        {
          best_gain = gain;
          best_trust = trust;
        }
    }

  return best_trust;
}

static double
training_loss (const DrillTrainingSet *set,
               const DrillFsrs        *fsrs)
{
  double loss = 0;

  for (guint i = 0; i < set->n_histories; i++)
    {
      const DrillTrainingHistory *history = &set->histories[i];

      loss += drill_gradient_loss (fsrs,
                                   set->dataset->steps + history->first,
                                   set->weights + history->first,
                                   history->n_steps);
    }

  return loss;
}

/* Tries training on the older part of the first @n_items. A trial set that is
 * too small earns no trust. */
static gboolean
try_out (const DrillDataset          *dataset,
         guint                        n_items,
         const DrillOptimizerOptions *options,
         double                      *trust,
         GCancellable                *cancellable,
         GError                     **error)
{
  guint n_trial = (guint) (n_items * TRIAL_SHARE);
  g_autoptr (DrillTrainingSet) set = drill_training_set_new (dataset, n_trial);
  Phase  phase = { options, 0, 0.45 };
  double trained[DRILL_FSRS_N_WEIGHTS];

  *trust = 0;
  if (set->n_items < ITEMS_MIN)
    return TRUE;
  if (!train (set, phase, trained, cancellable, error))
    return FALSE;

  *trust = find_trust (dataset, options, trained, n_trial, n_items);

  return TRUE;
}

static DrillEvaluation
evaluate (const DrillDataset *dataset,
          const DrillFsrs    *fsrs,
          guint               n_items)
{
  g_autofree double *predictions = g_new (double, dataset->n_items);

  drill_evaluation_predict (dataset, fsrs, predictions);

  return drill_evaluation_measure (dataset, predictions, 0, n_items);
}

/* Takes @weights into @result if they are better than those in use. */
static void
accept_if_better (const DrillTrainingSet      *set,
                  guint                        n_items,
                  const DrillOptimizerOptions *options,
                  const double                *weights,
                  DrillOptimizerResult        *result)
{
  DrillFsrs       fsrs;
  DrillEvaluation after;

  drill_fsrs_init_trained (&fsrs, weights, flags_of (&options->current));
  after = evaluate (set->dataset, &fsrs, n_items);
  if (!(after.log_loss < result->before.log_loss)
      || !(training_loss (set, &fsrs) < training_loss (set, &options->current)))
    return;

  result->outcome = DRILL_OPTIMIZER_IMPROVED;
  result->after = after;
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    result->weights[i] = weights[i];
}

/* Optimizes for the first @n_items in order of time and looks at no other. */
static gboolean
run_on_first (const DrillDataset          *dataset,
              guint                        n_items,
              const DrillOptimizerOptions *options,
              DrillOptimizerResult        *result,
              GCancellable                *cancellable,
              GError                     **error)
{
  g_autoptr (DrillTrainingSet) set = drill_training_set_new (dataset, n_items);
  Phase  phase = { options, 0.45, 1 };
  double trained[DRILL_FSRS_N_WEIGHTS];
  double weights[DRILL_FSRS_N_WEIGHTS];

  *result = (DrillOptimizerResult){ .outcome = DRILL_OPTIMIZER_TOO_FEW,
                                    .n_trained = set->n_items };
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    result->weights[i] = options->current.w[i];
  result->before = evaluate (dataset, &options->current, n_items);
  result->after = result->before;
  if (set->n_items < ITEMS_MIN)
    return TRUE;

  result->outcome = DRILL_OPTIMIZER_KEPT;
  if (!try_out (dataset, n_items, options, &result->trust, cancellable, error))
    return FALSE;
  if (result->trust > 0 && !train (set, phase, trained, cancellable, error))
    return FALSE;

  /* Without trust these are the defaults, which may still be better than the
   * weights in use. */
  blend (result->trust > 0 ? trained : drill_weights_default,
         result->trust,
         options,
         weights);
  accept_if_better (set, n_items, options, weights, result);

  return TRUE;
}

/**
 * drill_optimizer_run:
 * @result: (out): of no use on error
 *
 * Blocks: meant for a worker thread. Fails only when cancelled, with
 * %G_IO_ERROR_CANCELLED. The same data set and options give the same result.
 */
gboolean
drill_optimizer_run (const DrillDataset          *dataset,
                     const DrillOptimizerOptions *options,
                     DrillOptimizerResult        *result,
                     GCancellable                *cancellable,
                     GError                     **error)
{
  g_return_val_if_fail (dataset != NULL, FALSE);
  g_return_val_if_fail (options != NULL, FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  return run_on_first (dataset,
                       dataset->n_items,
                       options,
                       result,
                       cancellable,
                       error);
}

/**
 * drill_optimizer_cross_validate:
 * @before: (out): for each fold, how the weights in use predict it
 * @after: (out): how weights do that were optimized on what came before it
 *
 * Cuts the items, in order of time, into six parts. The last five are the
 * folds. This is the honest measure of what optimizing is worth to this
 * learner.
 */
gboolean
drill_optimizer_cross_validate (const DrillDataset          *dataset,
                                const DrillOptimizerOptions *options,
                                DrillEvaluation before[DRILL_OPTIMIZER_N_FOLDS],
                                DrillEvaluation after[DRILL_OPTIMIZER_N_FOLDS],
                                GCancellable   *cancellable,
                                GError        **error)
{
  g_autofree double *usual = NULL;
  g_autofree double *predictions = NULL;
  guint              n_part;

  g_return_val_if_fail (dataset != NULL, FALSE);
  g_return_val_if_fail (options != NULL, FALSE);
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  n_part = dataset->n_items / (DRILL_OPTIMIZER_N_FOLDS + 1);
  usual = g_new (double, dataset->n_items);
  predictions = g_new (double, dataset->n_items);
  drill_evaluation_predict (dataset, &options->current, usual);

  for (guint fold = 0; fold < DRILL_OPTIMIZER_N_FOLDS; fold++)
    {
      guint                first = (fold + 1) * n_part;
      guint                n_items = fold + 1 < DRILL_OPTIMIZER_N_FOLDS ?
                                       n_part :
                                       dataset->n_items - first;
      DrillOptimizerResult result;
      DrillFsrs            fsrs;

      if (!run_on_first (dataset, first, options, &result, cancellable, error))
        return FALSE;

      drill_fsrs_init_trained (&fsrs,
                               result.weights,
                               flags_of (&options->current));
      drill_evaluation_predict (dataset, &fsrs, predictions);
      before[fold] = drill_evaluation_measure (dataset, usual, first, n_items);
      after[fold]
        = drill_evaluation_measure (dataset, predictions, first, n_items);
    }

  return TRUE;
}
