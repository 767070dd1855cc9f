/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Desired retention, with what it costs and keeps: minutes a day against knowledge,
 * played with the learner's own cards and habits. */
#define DRILL_TYPE_RETENTION_VIEW (drill_retention_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillRetentionView, drill_retention_view, DRILL, RETENTION_VIEW, AdwBin)

/* @settings: (nullable): without them it cannot be changed */
GtkWidget *drill_retention_view_new (DrillStudy *study,
                                     GSettings  *settings);

G_END_DECLS
