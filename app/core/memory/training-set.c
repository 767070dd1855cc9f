/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Which items of a data set are trained on, and how much each counts.
 *
 * A first interval that hardly any card had says little about memory, but much
 * about what the learner did with those cards: imported them, went on holiday.
 * Such cards are left out altogether.
 *
 * Of what stays, newer items count more, because learners change. But whatever
 * counts less is data lost, and a small log has none to spare: the fewer items
 * there are, the more alike they count.
 */

#include "config.h"

#include "memory/training-set.h"

#include <stdlib.h>

#define OUTLIER_LEAST 20
#define OUTLIER_SHARE 20
#define GROUP_LEAST 6
#define FIRST_DAYS_MAX 100
#define FIRST_DAYS_MAX_EASY 365
#define OLDEST_WEIGHT 0.25

/* At this many items the oldest counts half-way between as much as the newest
 * and OLDEST_WEIGHT of it. */
#define MANY_ITEMS 20000.0

typedef struct
{
  DrillRating rating;
  int         elapsed_days;
  guint       history;
  gboolean    passed;
} FirstItem;

static int
compare_first_items (const void *a,
                     const void *b)
{
  const FirstItem *left = a;
  const FirstItem *right = b;

  if (left->rating != right->rating)
    return left->rating < right->rating ? -1 : 1;

  return (left->elapsed_days > right->elapsed_days)
         - (left->elapsed_days < right->elapsed_days);
}

/* By rating, then the smallest first, and of equals the shorter interval. */
static int
compare_groups (const void *a,
                const void *b)
{
  const DrillFirstGroup *left = a;
  const DrillFirstGroup *right = b;

  if (left->rating != right->rating)
    return left->rating < right->rating ? -1 : 1;
  if (left->n_items != right->n_items)
    return left->n_items < right->n_items ? -1 : 1;

  return (left->elapsed_days > right->elapsed_days)
         - (left->elapsed_days < right->elapsed_days);
}

/* The first item of each history, of the first @n_items in order of time. */
static GArray *
collect_first_items (const DrillDataset *dataset,
                     guint               n_items)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (FirstItem));

  for (guint h = 0; h < dataset->n_histories; h++)
    {
      const DrillHistoryStep *steps = dataset->steps + dataset->histories[h].first;

      for (guint i = 0; i < dataset->histories[h].n_steps; i++)
        {
          FirstItem item = { steps[0].rating,
                             steps[i].elapsed_days,
                             h,
                             steps[i].rating > DRILL_RATING_AGAIN };

          if (steps[i].item < 0)
            continue;
          if ((guint) steps[i].item < n_items)
            g_array_append_val (result, item);
          break;
        }
    }
  if (result->len > 0)
    qsort (result->data, result->len, sizeof (FirstItem), compare_first_items);

  return result;
}

static GArray *
group_first_items (GArray *first_items)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (DrillFirstGroup));

  for (guint i = 0; i < first_items->len; i++)
    {
      const FirstItem *item = &g_array_index (first_items, FirstItem, i);
      DrillFirstGroup *group;

      if (i == 0 || compare_first_items (item - 1, item) != 0)
        {
          DrillFirstGroup fresh = { item->rating, item->elapsed_days, 0, 0 };

          g_array_append_val (result, fresh);
        }
      group = &g_array_index (result, DrillFirstGroup, result->len - 1);
      group->n_items++;
      group->n_passed += item->passed;
    }
  if (result->len > 0)
    qsort (result->data, result->len, sizeof (DrillFirstGroup), compare_groups);

  return result;
}

static gboolean
keep_group (const DrillFirstGroup *group,
            guint                  total,
            guint                 *removed)
{
  if (*removed + group->n_items < MAX (OUTLIER_LEAST, total / OUTLIER_SHARE))
    {
      *removed += group->n_items;
      return FALSE;
    }

  return group->n_items >= GROUP_LEAST
         && group->elapsed_days <= (group->rating == DRILL_RATING_EASY ?
                                      FIRST_DAYS_MAX_EASY :
                                      FIRST_DAYS_MAX);
}

/* Removes the groups that are outliers; the rest stays in order of rating. */
static void
drop_outliers (GArray *groups)
{
  guint totals[DRILL_RATING_EASY + 1] = { 0 };
  guint removed[DRILL_RATING_EASY + 1] = { 0 };
  guint n_kept = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const DrillFirstGroup *group
        = &g_array_index (groups, DrillFirstGroup, i);

      totals[group->rating] += group->n_items;
    }

  for (guint i = 0; i < groups->len; i++)
    {
      DrillFirstGroup group = g_array_index (groups, DrillFirstGroup, i);

      if (keep_group (&group, totals[group.rating], &removed[group.rating]))
        g_array_index (groups, DrillFirstGroup, n_kept++) = group;
    }
  g_array_set_size (groups, n_kept);
}

static gboolean
has_group (GArray          *groups,
           const FirstItem *item)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const DrillFirstGroup *group
        = &g_array_index (groups, DrillFirstGroup, i);

      if (group->rating == item->rating
          && group->elapsed_days == item->elapsed_days)
        return TRUE;
    }

  return FALSE;
}

static void
add_history (DrillTrainingSet *self,
             guint             index,
             guint             n_items)
{
  const DrillHistory  *history = &self->dataset->histories[index];
  DrillTrainingHistory result = { .first = history->first };

  for (guint i = 0; i < history->n_steps; i++)
    {
      const DrillHistoryStep *step = &self->dataset->steps[history->first + i];

      if (step->item < 0 || (guint) step->item >= n_items)
        continue;

      /* Marked here, weighed when all are known. */
      self->weights[history->first + i] = 1;
      self->n_items++;
      self->n_passed += step->rating > DRILL_RATING_AGAIN;
      result.n_steps = i + 1;
      result.n_items++;
    }

  self->max_steps = MAX (self->max_steps, result.n_steps);
  self->histories[self->n_histories++] = result;
}

/* The mean weight is 1, so that the prior is weighed against the number of
 * items whatever their ages. */
static void
weigh_by_age (DrillTrainingSet *self,
              guint             n_items)
{
  double spread
    = (1 - OLDEST_WEIGHT) * self->n_items / (self->n_items + MANY_ITEMS);
  double total = 0;
  guint  rank = 0;

  for (guint i = 0; i < n_items; i++)
    {
      double *weight = &self->weights[self->dataset->items[i]];
      double  age = self->n_items > 1 ? (double) rank / (self->n_items - 1) : 1;

      if (*weight == 0)
        continue;
      *weight = 1 - spread * (1 - age * age * age);
      total += *weight;
      rank++;
    }

  for (guint i = 0; i < n_items && total > 0; i++)
    self->weights[self->dataset->items[i]] *= self->n_items / total;
}

/**
 * drill_training_set_new:
 * @n_items: how many items of @dataset there are to train on, the oldest first
 */
DrillTrainingSet *
drill_training_set_new (const DrillDataset *dataset,
                        guint               n_items)
{
  g_autoptr (GArray) first_items = NULL;
  g_autoptr (GArray) groups = NULL;
  DrillTrainingSet *self;

  g_return_val_if_fail (dataset != NULL, NULL);
  g_return_val_if_fail (n_items <= dataset->n_items, NULL);

  first_items = collect_first_items (dataset, n_items);
  groups = group_first_items (first_items);
  drop_outliers (groups);

  self = g_new0 (DrillTrainingSet, 1);
  self->dataset = dataset;
  self->weights = g_new0 (double, dataset->n_steps);
  self->histories = g_new (DrillTrainingHistory, first_items->len);
  for (guint i = 0; i < first_items->len; i++)
    {
      const FirstItem *item = &g_array_index (first_items, FirstItem, i);

      if (has_group (groups, item))
        add_history (self, item->history, n_items);
    }
  weigh_by_age (self, n_items);
  self->n_groups = groups->len;
  self->groups
    = (DrillFirstGroup *) g_array_free (g_steal_pointer (&groups), FALSE);

  return self;
}

void
drill_training_set_free (DrillTrainingSet *self)
{
  if (self == NULL)
    return;

  g_free (self->weights);
  g_free (self->histories);
  g_free (self->groups);
  g_free (self);
}
