/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/review-log.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * DrillHistoryStep:
 * @elapsed_days: study days since the review before; 0 for the first
 * @item: number of the item that ends here, in order of time, or -1 when this
 *   review is only an input
 *
 * One review of a history.
 */
typedef struct
{
  int         elapsed_days;
  int         item;
  DrillRating rating;
} DrillHistoryStep;

/* The reviews of one card: @n_steps of them from step @first on. */
typedef struct
{
  guint first;
  guint n_steps;
} DrillHistory;

/**
 * DrillDataset:
 * @items: (array length=n_items): the step that each item ends at
 * @item_history: (array length=n_items): the history that it belongs to
 *
 * What there is to learn from a review log. Read-only once it is made, so any
 * thread may read it.
 */
typedef struct
{
  DrillHistoryStep    *steps;
  guint         n_steps;
  DrillHistory *histories;
  guint         n_histories;
  guint        *items;
  guint        *item_history;
  guint         n_items;
} DrillDataset;

DrillDataset *drill_dataset_new  (const DrillReview *reviews,
                                  gsize              n_reviews,
                                  gint64             cutoff_ms) G_GNUC_WARN_UNUSED_RESULT;
void          drill_dataset_free (DrillDataset      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillDataset, drill_dataset_free)

G_END_DECLS
