/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/dataset.h"
#include "memory/fsrs.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * DrillEvaluation:
 * @n_items: predictions that were checked
 * @n_passed: those of them where the answer was right
 * @log_loss: mean cross entropy; lower is better
 * @rmse_bins: root of the mean square gap between predicted and true recall
 *   over bins of alike items; lower is better
 * @auc: probability that a right answer was given a higher recall than a wrong
 *   one; one half when all were right or all were wrong
 *
 * How well weights predict. Every item counts the same.
 */
typedef struct
{
  guint  n_items;
  guint  n_passed;
  double log_loss;
  double rmse_bins;
  double auc;
} DrillEvaluation;

void            drill_evaluation_predict (const DrillDataset *dataset,
                                          const DrillFsrs    *fsrs,
                                          double             *predictions);
DrillEvaluation drill_evaluation_measure (const DrillDataset *dataset,
                                          const double       *predictions,
                                          guint               first_item,
                                          guint               n_items);
DrillEvaluation drill_evaluation_run     (const DrillDataset *dataset,
                                          const DrillFsrs    *fsrs);

G_END_DECLS
