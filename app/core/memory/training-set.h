/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/dataset.h"
#include "memory/initial-stability.h"

#include <glib.h>

G_BEGIN_DECLS

/* A history that is trained on: its first @n_steps steps. */
typedef struct
{
  guint first;
  guint n_steps;
  guint n_items;
} DrillTrainingHistory;

/**
 * DrillTrainingSet:
 * @dataset: (unowned): must outlive it
 * @weights: weight of the item that ends at each step of the data set; 0 where
 *   none does, or where it is left out; 1 on average
 * @groups: the first reviews on another day, by first rating and elapsed days
 * @n_items: items that are kept
 * @n_passed: those of them that were right
 * @max_steps: length of the longest history
 */
typedef struct
{
  const DrillDataset   *dataset;
  double               *weights;
  DrillTrainingHistory *histories;
  guint                 n_histories;
  DrillFirstGroup      *groups;
  guint                 n_groups;
  guint                 n_items;
  guint                 n_passed;
  guint                 max_steps;
} DrillTrainingSet;

DrillTrainingSet *drill_training_set_new  (const DrillDataset *dataset,
                                           guint               n_items) G_GNUC_WARN_UNUSED_RESULT;
void              drill_training_set_free (DrillTrainingSet   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillTrainingSet, drill_training_set_free)

G_END_DECLS
