/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Finding the weights that explain a training set best without straying from
 * what is usual.
 *
 * Minimised is the cross entropy of the items plus a price on the distance of
 * each weight from its default, in units of how much that weight varies among
 * learners. Little data thus changes little. The four first stabilities differ
 * by factors among learners, so their distance is one of logarithms; the others
 * are measured on a plain scale.
 *
 * Adam takes its steps on those same scales, which makes one step size right
 * for all weights. It needs a number of steps, not of epochs, to arrive: a
 * small set is gone through more often.
 *
 * A batch is a number of whole histories, since all items of a history cost one
 * walk (see gradient.c).
 */

#include "config.h"

#include "memory/trainer.h"

#include "memory/gradient.h"

#include <math.h>

#define BATCH_ITEMS 256
#define EPOCHS_MIN 5
#define STEPS_MIN 240
#define STEP_SIZE 0.1
#define MEAN_KEPT 0.9
#define SQUARE_KEPT 0.99
#define TINY 1e-8
#define SHUFFLE_SEED 2023

/* The price of one spread's distance, in nats. One half would be a normal prior
 * if items were independent; those of a card are not, which makes a set say
 * less than its size. */
#define PRIOR_PRICE 2.0

/* Spread of the logarithm of a first stability. */
#define FIRST_SPREAD 1.0
#define N_FIRST 4

typedef struct
{
  const DrillTrainer     *config;
  const DrillTrainingSet *set;
  double                 *weights;
  guint                  *order;  /* the histories, shuffled */
  GArray                 *starts; /* of each batch in @order, and the end */
  DrillGradientStep      *trace;
  double                  mean[DRILL_FSRS_N_WEIGHTS];
  double                  square[DRILL_FSRS_N_WEIGHTS];
  guint                   step;
  guint                   n_steps;
} Training;

static void
shuffle (GRand *rand,
         guint *numbers,
         guint  n)
{
  for (guint i = n; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (rand, 0, (gint32) i);
      guint swapped = numbers[i - 1];

      numbers[i - 1] = numbers[other];
      numbers[other] = swapped;
    }
}

static guint *
counting_up (guint n)
{
  guint *numbers = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    numbers[i] = i;

  return numbers;
}

static void
pack_batches (Training *self)
{
  guint n_items = 0;
  guint start = 0;

  g_array_append_val (self->starts, start);
  for (guint i = 0; i < self->set->n_histories; i++)
    {
      n_items += self->set->histories[self->order[i]].n_items;
      if (n_items < BATCH_ITEMS && i + 1 < self->set->n_histories)
        continue;

      n_items = 0;
      start = i + 1;
      g_array_append_val (self->starts, start);
    }
}

static double
add_batch (Training *self,
           guint     batch,
           double   *gradient)
{
  guint     start = g_array_index (self->starts, guint, batch);
  guint     end = g_array_index (self->starts, guint, batch + 1);
  guint     n_items = 0;
  DrillFsrs fsrs;

  drill_fsrs_init_trained (&fsrs, self->weights, self->config->flags);
  for (guint i = start; i < end; i++)
    {
      const DrillTrainingHistory *history
        = &self->set->histories[self->order[i]];

      drill_gradient_add (&fsrs,
                          self->set->dataset->steps + history->first,
                          self->set->weights + history->first,
                          history->n_steps,
                          self->trace,
                          gradient);
      n_items += history->n_items;
    }

  return (double) n_items / self->set->n_items;
}

static gboolean
is_free (const DrillTrainer *config,
         guint               index)
{
  if (config->first_only)
    return index < N_FIRST;

  return !(config->flags & DRILL_WEIGHTS_NO_SHORT_TERM) || index < 17
         || index > 19;
}

/* Moves one weight. @slope is the derivative of the loss by it, @share the part
 * of the set that the batch is. */
static void
move_weight (Training *self,
             guint     index,
             double    slope,
             double    share,
             double    step_size)
{
  double *weight = &self->weights[index];
  double  usual = drill_weights_default[index];
  double  scale
    = index < N_FIRST ? *weight * FIRST_SPREAD : drill_weights_sigma[index];
  double distance = index < N_FIRST ? log (*weight / usual) / FIRST_SPREAD :
                                      (*weight - usual) / scale;
  double by_distance = slope * scale + share * PRIOR_PRICE * 2 * distance;
  double step;

  self->mean[index]
    = MEAN_KEPT * self->mean[index] + (1 - MEAN_KEPT) * by_distance;
  self->square[index] = SQUARE_KEPT * self->square[index]
                        + (1 - SQUARE_KEPT) * by_distance * by_distance;
  step = step_size * self->mean[index] / (1 - pow (MEAN_KEPT, self->step));
  step
    /= sqrt (self->square[index] / (1 - pow (SQUARE_KEPT, self->step))) + TINY;

  if (index < N_FIRST)
    *weight *= exp (-step * FIRST_SPREAD);
  else
    *weight -= step * scale;
}

static void
train_batch (Training *self,
             guint     batch)
{
  double gradient[DRILL_FSRS_N_WEIGHTS] = { 0 };
  double share = add_batch (self, batch, gradient);
  double step_size
    = STEP_SIZE * (1 + cos (G_PI * self->step / self->n_steps)) / 2;

  self->step++;
  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    {
      if (is_free (self->config, i))
        move_weight (self, i, gradient[i], share, step_size);
    }
  drill_weights_clip (self->weights,
                      self->config->flags | DRILL_WEIGHTS_TRAINING,
                      self->config->n_relearning_steps);
}

static gboolean
train_epochs (Training     *self,
              GRand        *rand,
              GCancellable *cancellable,
              GError      **error)
{
  guint n_batches = self->starts->len - 1;
  guint n_epochs = MAX (EPOCHS_MIN, (STEPS_MIN + n_batches - 1) / n_batches);
  g_autofree guint *batches = counting_up (n_batches);

  self->n_steps = n_epochs * n_batches;
  for (guint epoch = 0; epoch < n_epochs; epoch++)
    {
      shuffle (rand, batches, n_batches);
      for (guint i = 0; i < n_batches; i++)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          train_batch (self, batches[i]);
        }
      if (self->config->progress != NULL)
        self->config->progress ((epoch + 1.0) / n_epochs,
                                self->config->user_data);
    }

  return TRUE;
}

/**
 * drill_trainer_run:
 * @set: at least one item
 * @weights: (out): within their bounds; of no use on error
 *
 * The same set always gives the same weights. Fails only when cancelled.
 */
gboolean
drill_trainer_run (const DrillTrainer     *self,
                   const DrillTrainingSet *set,
                   double                  weights[DRILL_FSRS_N_WEIGHTS],
                   GCancellable           *cancellable,
                   GError                **error)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SHUFFLE_SEED);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint            *order = NULL;
  g_autofree DrillGradientStep *trace = NULL;
  Training                     training
    = { .config = self, .set = set, .weights = weights, .starts = starts };
  guint counts[N_FIRST];

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (set != NULL && set->n_items > 0, FALSE);
  g_return_val_if_fail (weights != NULL, FALSE);

  for (guint i = 0; i < DRILL_FSRS_N_WEIGHTS; i++)
    weights[i] = drill_weights_default[i];
  drill_initial_stability_fit (set->groups,
                               set->n_groups,
                               (double) set->n_passed / set->n_items,
                               weights,
                               counts);
  drill_weights_clip (weights,
                      self->flags | DRILL_WEIGHTS_TRAINING,
                      self->n_relearning_steps);

  training.order = order = counting_up (set->n_histories);
  training.trace = trace = g_new (DrillGradientStep, set->max_steps);
  shuffle (rand, order, set->n_histories);
  pack_batches (&training);
  if (!train_epochs (&training, rand, cancellable, error))
    return FALSE;

  drill_initial_stability_order (weights, counts);

  return TRUE;
}
