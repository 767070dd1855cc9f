/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/dataset.h"
#include "memory/evaluation.h"
#include "memory/fsrs.h"
#include "memory/trainer.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DrillOptimizerOutcome:
 * @DRILL_OPTIMIZER_TOO_FEW: there is too little to learn from
 * @DRILL_OPTIMIZER_KEPT: nothing better was found
 * @DRILL_OPTIMIZER_IMPROVED: the new weights predict better
 */
typedef enum
{
  DRILL_OPTIMIZER_TOO_FEW,
  DRILL_OPTIMIZER_KEPT,
  DRILL_OPTIMIZER_IMPROVED,
} DrillOptimizerOutcome;

/**
 * DrillOptimizerOptions:
 * @current: the weights in use
 * @n_relearning_steps: how many relearning steps the learner has
 * @progress: (nullable) (scope call): called in the thread that optimizes
 */
typedef struct
{
  DrillFsrs             current;
  guint                 n_relearning_steps;
  DrillTrainingProgress progress;
  gpointer              user_data;
} DrillOptimizerOptions;

/**
 * DrillOptimizerResult:
 * @weights: the weights to use from now on: those in use unless @outcome is
 *   %DRILL_OPTIMIZER_IMPROVED
 * @trust: how far from the defaults towards what training found the new
 *   weights are, from 0 to 1
 * @before: how the weights in use predict the whole log
 * @after: how @weights do
 * @n_trained: items that were trained on, without outliers
 */
typedef struct
{
  DrillOptimizerOutcome outcome;
  double                weights[DRILL_FSRS_N_WEIGHTS];
  double                trust;
  DrillEvaluation       before;
  DrillEvaluation       after;
  guint                 n_trained;
} DrillOptimizerResult;

#define DRILL_OPTIMIZER_N_FOLDS 5

void     drill_optimizer_options_init   (DrillOptimizerOptions       *options);
gboolean drill_optimizer_run            (const DrillDataset          *dataset,
                                         const DrillOptimizerOptions *options,
                                         DrillOptimizerResult        *result,
                                         GCancellable                *cancellable,
                                         GError                     **error);
gboolean drill_optimizer_cross_validate (const DrillDataset          *dataset,
                                         const DrillOptimizerOptions *options,
                                         DrillEvaluation              before[DRILL_OPTIMIZER_N_FOLDS],
                                         DrillEvaluation              after[DRILL_OPTIMIZER_N_FOLDS],
                                         GCancellable                *cancellable,
                                         GError                     **error);

G_END_DECLS
