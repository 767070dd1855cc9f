/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/fsrs.h"

#include <glib.h>

G_BEGIN_DECLS

#define DRILL_FSRS7_N_WEIGHTS 34

/* A memory of FSRS-7. Neither stability is the 90 % interval, and it cannot be
 * converted from a #DrillMemoryState: replay the reviews. */
typedef struct
{
  double slow;
  double fast;
  double difficulty;
} DrillFsrs7State;

extern const double drill_fsrs7_default_weights[DRILL_FSRS7_N_WEIGHTS];

DrillFsrs7State drill_fsrs7_first          (const double     weights[DRILL_FSRS7_N_WEIGHTS],
                                            DrillRating      rating);
DrillFsrs7State drill_fsrs7_next           (const double     weights[DRILL_FSRS7_N_WEIGHTS],
                                            DrillFsrs7State  state,
                                            double           elapsed_days,
                                            DrillRating      rating);
double          drill_fsrs7_retrievability (const double     weights[DRILL_FSRS7_N_WEIGHTS],
                                            DrillFsrs7State  state,
                                            double           elapsed_days);
double          drill_fsrs7_interval       (const double     weights[DRILL_FSRS7_N_WEIGHTS],
                                            DrillFsrs7State  state,
                                            double           desired_retention);

G_END_DECLS
