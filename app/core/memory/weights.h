/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DRILL_FSRS_N_WEIGHTS 21

/**
 * DrillWeightsFlags:
 * @DRILL_WEIGHTS_DEFAULT: reviews on the day of the last one count
 * @DRILL_WEIGHTS_NO_SHORT_TERM: they do not: weights 17 to 19 are 0
 * @DRILL_WEIGHTS_TRAINING: the narrower bounds that training keeps to
 */
typedef enum
{
  DRILL_WEIGHTS_DEFAULT = 0,
  DRILL_WEIGHTS_NO_SHORT_TERM = 1 << 0,
  DRILL_WEIGHTS_TRAINING = 1 << 1,
} DrillWeightsFlags;

/* Weights of FSRS-6, the spread each has among learners, and its bounds. */
extern const double drill_weights_default[DRILL_FSRS_N_WEIGHTS];
extern const double drill_weights_sigma[DRILL_FSRS_N_WEIGHTS];

void     drill_weights_get_bounds (guint              index,
                                   double            *low,
                                   double            *high);
gboolean drill_weights_read       (const double      *values,
                                   gsize              n_values,
                                   double             weights[DRILL_FSRS_N_WEIGHTS],
                                   GError           **error);
void     drill_weights_clip       (double             weights[DRILL_FSRS_N_WEIGHTS],
                                   DrillWeightsFlags  flags,
                                   guint              n_relearning_steps);

G_END_DECLS
