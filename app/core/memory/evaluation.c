/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Three measures of how well weights predict a review log.
 *
 * For RMSE (bins), items are alike when their elapsed days, their number of
 * reviews and their number of lapses are, each on a scale of powers. The powers
 * are those of the public benchmark of spaced repetition, so that figures can
 * be compared. That measure alone can be gamed by predicting the mean of each
 * bin; read it together with the log loss.
 */

#include "config.h"

#include "memory/evaluation.h"

#include <math.h>
#include <stdlib.h>

#define ELAPSED_POWER 3.62
#define REVIEWS_POWER 1.89
#define LAPSES_POWER 1.73
#define PREDICTION_MIN 1e-7

/* Powers of these that cover any number of days or reviews. */
#define ELAPSED_BINS 20
#define REVIEWS_BINS 40
#define LAPSES_BINS 45

typedef struct
{
  double predicted;
  guint  n_items;
  guint  n_passed;
} Bin;

typedef struct
{
  double prediction;
  guint  passed;
} Ranked;

static gboolean
is_passed (const DrillDataset *dataset,
           guint               item)
{
  return dataset->steps[dataset->items[item]].rating > DRILL_RATING_AGAIN;
}

/**
 * drill_evaluation_predict:
 * @predictions: (out) (array): room for one recall per item of @dataset
 */
void
drill_evaluation_predict (const DrillDataset *dataset,
                          const DrillFsrs    *fsrs,
                          double             *predictions)
{
  g_return_if_fail (dataset != NULL);
  g_return_if_fail (fsrs != NULL);
  g_return_if_fail (predictions != NULL || dataset->n_items == 0);

  for (guint h = 0; h < dataset->n_histories; h++)
    {
      const DrillHistoryStep *steps = dataset->steps + dataset->histories[h].first;
      DrillMemoryState state = { 0, 0 };

      for (guint i = 0; i < dataset->histories[h].n_steps; i++)
        {
          if (steps[i].item >= 0)
            predictions[steps[i].item]
              = drill_fsrs_retrievability (fsrs,
                                           state.stability,
                                           steps[i].elapsed_days);
          state = drill_fsrs_next (fsrs,
                                   state,
                                   steps[i].elapsed_days,
                                   steps[i].rating);
        }
    }
}

static double
measure_log_loss (const DrillDataset *dataset,
                  const double       *predictions,
                  guint               first_item,
                  guint               n_items)
{
  double sum = 0;

  for (guint i = first_item; i < first_item + n_items; i++)
    {
      double prediction
        = CLAMP (predictions[i], PREDICTION_MIN, 1 - PREDICTION_MIN);

      sum -= is_passed (dataset, i) ? log (prediction) : log1p (-prediction);
    }

  return sum / n_items;
}

static guint
power_bin (double number,
           double power,
           guint  n_bins)
{
  return (guint) CLAMP (floor (log (number) / log (power)), 0, n_bins - 1);
}

static guint
bin_index (guint elapsed_days,
           guint n_reviews,
           guint n_lapses)
{
  guint elapsed_bin = power_bin (elapsed_days, ELAPSED_POWER, ELAPSED_BINS);
  guint reviews_bin = power_bin (n_reviews + 1, REVIEWS_POWER, REVIEWS_BINS);
  guint lapses_bin = n_lapses == 0 ?
                       0 :
                       1 + power_bin (n_lapses, LAPSES_POWER, LAPSES_BINS - 1);

  return (elapsed_bin * REVIEWS_BINS + reviews_bin) * LAPSES_BINS + lapses_bin;
}

/* Only reviews on another day count as reviews and as lapses here. */
static void
fill_bins (const DrillDataset *dataset,
           const DrillHistory *history,
           const double       *predictions,
           guint               first_item,
           guint               n_items,
           Bin                *bins)
{
  guint n_reviews = 0;
  guint n_lapses = 0;

  for (guint i = 0; i < history->n_steps; i++)
    {
      const DrillHistoryStep *step = &dataset->steps[history->first + i];
      guint            item = (guint) step->item;
      gboolean         passed = step->rating > DRILL_RATING_AGAIN;

      if (step->item < 0)
        continue;

      n_reviews++;
      if (item >= first_item && item < first_item + n_items)
        {
          Bin *bin = &bins[bin_index (step->elapsed_days, n_reviews, n_lapses)];

          bin->predicted += predictions[item];
          bin->n_items++;
          bin->n_passed += passed;
        }
      n_lapses += !passed;
    }
}

static double
measure_rmse_bins (const DrillDataset *dataset,
                   const double       *predictions,
                   guint               first_item,
                   guint               n_items)
{
  const guint     n_bins = ELAPSED_BINS * REVIEWS_BINS * LAPSES_BINS;
  g_autofree Bin *bins = g_new0 (Bin, n_bins);
  double          sum = 0;

  for (guint h = 0; h < dataset->n_histories; h++)
    fill_bins (dataset,
               &dataset->histories[h],
               predictions,
               first_item,
               n_items,
               bins);

  for (guint i = 0; i < n_bins; i++)
    {
      double gap;

      if (bins[i].n_items == 0)
        continue;
      gap = (bins[i].predicted - bins[i].n_passed) / bins[i].n_items;
      sum += bins[i].n_items * gap * gap;
    }

  return sqrt (sum / n_items);
}

static int
compare_ranked (const void *a,
                const void *b)
{
  double left = ((const Ranked *) a)->prediction;
  double right = ((const Ranked *) b)->prediction;

  return (left > right) - (left < right);
}

/* The sum of the ranks of right answers; equal predictions share their mean
 * rank. */
static double
sum_ranks (const Ranked *ranked,
           guint         n_ranked)
{
  double sum = 0;

  for (guint start = 0, end; start < n_ranked; start = end)
    {
      guint n_passed = 0;

      for (end = start;
           end < n_ranked && ranked[end].prediction == ranked[start].prediction;
           end++)
        n_passed += ranked[end].passed;
      sum += n_passed * (start + 1 + end) / 2.0;
    }

  return sum;
}

static double
measure_auc (const DrillDataset *dataset,
             const double       *predictions,
             guint               first_item,
             guint               n_items,
             double              n_passed)
{
  g_autofree Ranked *ranked = g_new (Ranked, n_items);
  double             n_failed = n_items - n_passed;

  if (n_passed == 0 || n_failed == 0)
    return 0.5;

  for (guint i = 0; i < n_items; i++)
    ranked[i] = (Ranked){ predictions[first_item + i],
                          is_passed (dataset, first_item + i) };
  qsort (ranked, n_items, sizeof (Ranked), compare_ranked);

  return (sum_ranks (ranked, n_items) - n_passed * (n_passed + 1) / 2)
         / (n_passed * n_failed);
}

/**
 * drill_evaluation_measure:
 * @predictions: one recall per item of @dataset, as from
 *   drill_evaluation_predict()
 * @first_item: the first item, in order of time, that is measured
 * @n_items: how many are
 *
 * Returns: all zeroes when there are no items
 */
DrillEvaluation
drill_evaluation_measure (const DrillDataset *dataset,
                          const double       *predictions,
                          guint               first_item,
                          guint               n_items)
{
  DrillEvaluation result = { .n_items = n_items };

  g_return_val_if_fail (dataset != NULL, result);
  g_return_val_if_fail (predictions != NULL || n_items == 0, result);
  g_return_val_if_fail (first_item <= dataset->n_items
                          && n_items <= dataset->n_items - first_item,
                        result);

  if (n_items == 0)
    return result;

  for (guint i = 0; i < n_items; i++)
    result.n_passed += is_passed (dataset, first_item + i);
  result.log_loss
    = measure_log_loss (dataset, predictions, first_item, n_items);
  result.rmse_bins
    = measure_rmse_bins (dataset, predictions, first_item, n_items);
  result.auc = measure_auc (dataset,
                            predictions,
                            first_item,
                            n_items,
                            result.n_passed);

  return result;
}

/* Measures all items of @dataset. */
DrillEvaluation
drill_evaluation_run (const DrillDataset *dataset,
                      const DrillFsrs    *fsrs)
{
  g_autofree double *predictions = NULL;

  g_return_val_if_fail (dataset != NULL, (DrillEvaluation){ 0 });
  g_return_val_if_fail (fsrs != NULL, (DrillEvaluation){ 0 });

  predictions = g_new (double, dataset->n_items);
  drill_evaluation_predict (dataset, fsrs, predictions);

  return drill_evaluation_measure (dataset, predictions, 0, dataset->n_items);
}
