/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Trains the memory model on the learner's log: how well the weights in use predict it,
 * how well better ones would, and taking those. */
#define DRILL_TYPE_TRAINING_VIEW (drill_training_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillTrainingView, drill_training_view, DRILL, TRAINING_VIEW, AdwBin)

/* @settings: (nullable): without them weights cannot be taken */
GtkWidget *drill_training_view_new (DrillStudy *study,
                                    GSettings  *settings);

G_END_DECLS
