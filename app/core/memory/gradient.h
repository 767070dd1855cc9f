/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/dataset.h"
#include "memory/fsrs.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the way forward over an answer keeps for the way back: the state before it,
 * the recall, and the terms of the formula that applies to it. */
typedef struct
{
  DrillMemoryState state;
  double           recall;
  double           log_base;       /* of the forgetting curve */
  double           log_stability;  /* of S; of S + 1 for a lapse */
  double           log_difficulty; /* for a lapse */
  double           scale;
  double           growth;
} DrillGradientStep;

double drill_gradient_loss (const DrillFsrs        *fsrs,
                            const DrillHistoryStep *steps,
                            const double           *step_weights,
                            guint                   n_steps);
void   drill_gradient_add  (const DrillFsrs        *fsrs,
                            const DrillHistoryStep *steps,
                            const double           *step_weights,
                            guint                   n_steps,
                            DrillGradientStep      *trace,
                            double                  gradient[DRILL_FSRS_N_WEIGHTS]);

G_END_DECLS
