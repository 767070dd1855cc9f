/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The stability that a first rating stands for, from how such cards fared at
 * their first review on another day.
 *
 * Ratings that were never given are filled in from the others. In logarithms,
 * the four lie on a fixed shape,
 *
 *     s2 = u s1 + (1 - u) s3,   s3 = (1 - v) s2 + v s4,
 *
 * so any two of them give the rest, and a single one moves the default shape.
 */

#include "config.h"

#include "memory/initial-stability.h"

#include <math.h>

#define SHAPE_U 0.41
#define SHAPE_V 0.54
#define STABILITY_LOW 0.001
#define STABILITY_HIGH 100.0
#define DISTANCE_PRICE (1.0 / 16)
#define SEARCH_ROUNDS 80
#define GOLDEN_RATIO 0.6180339887498949

static double
search_loss (const DrillFsrs       *fsrs,
             const DrillFirstGroup *groups,
             gsize                  n_groups,
             DrillRating            rating,
             double                 mean_recall,
             double                 stability)
{
  double loss
    = fabs (stability - drill_weights_default[rating - 1]) * DISTANCE_PRICE;

  for (gsize i = 0; i < n_groups; i++)
    {
      double passed;
      double recall;

      if (groups[i].rating != rating)
        continue;

      passed = (groups[i].n_passed + mean_recall) / (groups[i].n_items + 1);
      recall
        = drill_fsrs_retrievability (fsrs, stability, groups[i].elapsed_days);
      loss -= groups[i].n_items
              * (passed * log (recall) + (1 - passed) * log1p (-recall));
    }

  return loss;
}

/**
 * drill_initial_stability_search:
 * @groups: (array length=n_groups): those of other ratings are passed over;
 *   their elapsed days are above 0
 * @mean_recall: share of right answers over everything, which a group of few
 *   cards is drawn to
 *
 * The stability, from 0.001 to 100 days, that predicts the groups best, with
 * the default curve and a small price on leaving the default stability.
 */
double
drill_initial_stability_search (const DrillFirstGroup *groups,
                                gsize                  n_groups,
                                DrillRating            rating,
                                double                 mean_recall)
{
  DrillFsrs fsrs;
  double    low = STABILITY_LOW;
  double    high = STABILITY_HIGH;
  double    left = high - GOLDEN_RATIO * (high - low);
  double    right = low + GOLDEN_RATIO * (high - low);
  double    left_loss;
  double    right_loss;

  g_return_val_if_fail (groups != NULL || n_groups == 0, 1);
  g_return_val_if_fail (rating >= DRILL_RATING_AGAIN
                          && rating <= DRILL_RATING_EASY,
                        1);

  drill_fsrs_init_default (&fsrs);
  left_loss = search_loss (&fsrs, groups, n_groups, rating, mean_recall, left);
  right_loss
    = search_loss (&fsrs, groups, n_groups, rating, mean_recall, right);
  for (guint i = 0; i < SEARCH_ROUNDS && high - low > 1e-9; i++)
    {
      if (left_loss < right_loss)
        {
          high = right;
          right = left;
          right_loss = left_loss;
          left = high - GOLDEN_RATIO * (high - low);
          left_loss
            = search_loss (&fsrs, groups, n_groups, rating, mean_recall, left);
        }
      else
        {
          low = left;
          left = right;
          left_loss = right_loss;
          right = low + GOLDEN_RATIO * (high - low);
          right_loss
            = search_loss (&fsrs, groups, n_groups, rating, mean_recall, right);
        }
    }

  return (low + high) / 2;
}

/* A better rating may not stand for less. Of two that are out of order, the one
 * with more cards is believed. */
static void
put_in_order (double      stability[4],
              const guint counts[4])
{
  static const guint pairs[][2]
    = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 0, 2 }, { 1, 3 }, { 0, 3 } };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      guint lower = pairs[i][0];
      guint upper = pairs[i][1];

      if (counts[lower] == 0 || counts[upper] == 0
          || stability[lower] <= stability[upper])
        continue;
      if (counts[lower] > counts[upper])
        stability[upper] = stability[lower];
      else
        stability[lower] = stability[upper];
    }
}

static void
fill_from_one (double   stability[4],
               gboolean known[4])
{
  for (guint i = 0; i < 4; i++)
    {
      double scale = stability[i] / drill_weights_default[i];

      if (!known[i])
        continue;
      for (guint j = 0; j < 4; j++)
        stability[j] = drill_weights_default[j] * scale;
      return;
    }
}

/* @logs: logarithms; at least two are known. */
static void
fill_from_shape (double   logs[4],
                 gboolean known[4])
{
  const double u = SHAPE_U;
  const double v = SHAPE_V;

  if (known[0] && known[3] && !known[1] && !known[2])
    {
      logs[1] = (u * logs[0] + (1 - u) * v * logs[3]) / (u + v - u * v);
      known[1] = TRUE;
    }

  /* Twice, since one relation may have to wait for the other. */
  for (guint round = 0; round < 2; round++)
    {
      if (!known[2] && known[1] && known[3])
        logs[2] = (1 - v) * logs[1] + v * logs[3], known[2] = TRUE;
      if (!known[2] && known[0] && known[1])
        logs[2] = (logs[1] - u * logs[0]) / (1 - u), known[2] = TRUE;
      if (!known[1] && known[0] && known[2])
        logs[1] = u * logs[0] + (1 - u) * logs[2], known[1] = TRUE;
      if (!known[1] && known[2] && known[3])
        logs[1] = (logs[2] - v * logs[3]) / (1 - v), known[1] = TRUE;
      if (!known[0] && known[1] && known[2])
        logs[0] = (logs[1] - (1 - u) * logs[2]) / u, known[0] = TRUE;
      if (!known[3] && known[1] && known[2])
        logs[3] = (logs[2] - (1 - v) * logs[1]) / v, known[3] = TRUE;
    }
}

/**
 * drill_initial_stability_order:
 * @stability: days for Again to Easy; corrected in place
 * @counts: cards behind each; one without any is filled in from the others
 *
 * With no cards at all, the defaults are taken.
 */
void
drill_initial_stability_order (double      stability[4],
                               const guint counts[4])
{
  gboolean known[4];
  double   logs[4];
  guint    n_known = 0;

  g_return_if_fail (stability != NULL && counts != NULL);

  put_in_order (stability, counts);
  for (guint i = 0; i < 4; i++)
    {
      known[i] = counts[i] > 0;
      n_known += known[i];
      logs[i] = known[i] ? log (stability[i]) : 0;
    }

  if (n_known == 1)
    {
      fill_from_one (stability, known);
    }
  else if (n_known > 1)
    {
      fill_from_shape (logs, known);
      for (guint i = 0; i < 4; i++)
        stability[i] = exp (logs[i]);
    }

  for (guint i = 0; i < 4; i++)
    stability[i] = n_known == 0 ?
                     drill_weights_default[i] :
                     CLAMP (stability[i], STABILITY_LOW, STABILITY_HIGH);
}

/**
 * drill_initial_stability_fit:
 * @stability: (out): days for Again to Easy, in order
 * @counts: (out): cards behind each
 */
void
drill_initial_stability_fit (const DrillFirstGroup *groups,
                             gsize                  n_groups,
                             double                 mean_recall,
                             double                 stability[4],
                             guint                  counts[4])
{
  g_return_if_fail (groups != NULL || n_groups == 0);
  g_return_if_fail (stability != NULL && counts != NULL);

  for (guint i = 0; i < 4; i++)
    {
      counts[i] = 0;
      stability[i] = drill_weights_default[i];
    }
  for (gsize i = 0; i < n_groups; i++)
    counts[groups[i].rating - 1] += groups[i].n_items;

  for (guint i = 0; i < 4; i++)
    {
      if (counts[i] > 0)
        stability[i] = drill_initial_stability_search (groups,
                                                       n_groups,
                                                       (DrillRating) (i + 1),
                                                       mean_recall);
    }
  drill_initial_stability_order (stability, counts);
}
