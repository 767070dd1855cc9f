/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/dataset.h"
#include "memory/fsrs.h"

#include <glib.h>

G_BEGIN_DECLS

double drill_gradient_loss (const DrillFsrs *fsrs,
                            const DrillHistoryStep *steps,
                            const double    *step_weights,
                            guint            n_steps);
double drill_gradient_add  (const DrillFsrs  *fsrs,
                            const DrillHistoryStep  *steps,
                            const double     *step_weights,
                            guint             n_steps,
                            DrillMemoryState *scratch,
                            double            gradient[DRILL_FSRS_N_WEIGHTS]);

G_END_DECLS
