/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/training-set.h"
#include "memory/weights.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Told how much is done, from 0 to 1, in the thread that does it. */
typedef void (*DrillTrainingProgress) (double   fraction,
                                       gpointer user_data);

/**
 * DrillTrainer:
 * @flags: %DRILL_WEIGHTS_NO_SHORT_TERM keeps weights 17 to 19 at 0
 * @n_relearning_steps: see drill_weights_clip()
 * @first_only: whether only weights 0 to 3 are trained
 * @progress: (nullable) (scope call): called about once an epoch
 */
typedef struct
{
  DrillWeightsFlags     flags;
  guint                 n_relearning_steps;
  gboolean              first_only;
  DrillTrainingProgress progress;
  gpointer              user_data;
} DrillTrainer;

gboolean drill_trainer_run (const DrillTrainer     *self,
                            const DrillTrainingSet *set,
                            double                  weights[DRILL_FSRS_N_WEIGHTS],
                            GCancellable           *cancellable,
                            GError                **error);

G_END_DECLS
