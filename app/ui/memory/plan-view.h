/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What lies ahead: the way to the interview, and how a backlog is spread. */
#define DRILL_TYPE_PLAN_VIEW (drill_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillPlanView, drill_plan_view, DRILL, PLAN_VIEW, AdwBin)

/* @settings: (nullable): without them the date cannot be changed */
GtkWidget *drill_plan_view_new (DrillStudy *study,
                                GSettings  *settings);

G_END_DECLS
