/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/weights.h"

#include <glib.h>

G_BEGIN_DECLS

#define DRILL_STABILITY_MIN 0.001
#define DRILL_STABILITY_MAX 36500.0
#define DRILL_DIFFICULTY_MIN 1.0
#define DRILL_DIFFICULTY_MAX 10.0

/* How well an answer went. The numbers are stored: never reuse one. */
typedef enum
{
  DRILL_RATING_MANUAL = 0, /* set by hand: says nothing about memory */
  DRILL_RATING_AGAIN = 1,
  DRILL_RATING_HARD = 2,
  DRILL_RATING_GOOD = 3,
  DRILL_RATING_EASY = 4,
} DrillRating;

/**
 * DrillMemoryState:
 * @stability: days until recall has fallen to 90 %; 0 before the first review
 * @difficulty: from 1 to 10; 0 before the first review
 */
typedef struct
{
  double stability;
  double difficulty;
} DrillMemoryState;

/**
 * DrillFsrs:
 *
 * FSRS-6 with one set of weights, and what can be computed from them once.
 * A plain value: copy it freely, read it from any thread, never write to it.
 */
typedef struct
{
  double   w[DRILL_FSRS_N_WEIGHTS];
  double   decay;
  double   factor;
  double   cap_divisor;
  double   easy_difficulty;
  gboolean short_term;
} DrillFsrs;

void             drill_fsrs_init_default   (DrillFsrs        *self);
gboolean         drill_fsrs_init_weights   (DrillFsrs        *self,
                                            const double     *weights,
                                            gsize             n_weights,
                                            DrillWeightsFlags flags,
                                            GError          **error);
void             drill_fsrs_init_trained   (DrillFsrs        *self,
                                            const double      weights[DRILL_FSRS_N_WEIGHTS],
                                            DrillWeightsFlags flags);

DrillMemoryState drill_fsrs_first          (const DrillFsrs  *self,
                                            DrillRating       rating);
DrillMemoryState drill_fsrs_next           (const DrillFsrs  *self,
                                            DrillMemoryState  state,
                                            int               elapsed_days,
                                            DrillRating       rating);
double           drill_fsrs_retrievability (const DrillFsrs  *self,
                                            double            stability,
                                            double            elapsed_days);
double           drill_fsrs_interval       (const DrillFsrs  *self,
                                            double            stability,
                                            double            desired_retention);
int              drill_fsrs_interval_days  (const DrillFsrs  *self,
                                            double            stability,
                                            double            desired_retention,
                                            int               max_interval);
DrillMemoryState drill_fsrs_from_sm2       (const DrillFsrs  *self,
                                            double            interval_days,
                                            double            ease,
                                            double            retention);

G_END_DECLS
