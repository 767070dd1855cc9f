/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/run.h"
#include "ui/widgets/chart/chart-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One metric of a run and of the reference run, with what the player did. */
#define DRILL_TYPE_DEBRIEF_CHART (drill_debrief_chart_get_type ())
G_DECLARE_FINAL_TYPE (DrillDebriefChart, drill_debrief_chart, DRILL, DEBRIEF_CHART, AdwBin)

GtkWidget       *drill_debrief_chart_new       (DrillRun          *run,
                                                DrillRun          *reference);
DrillChartModel *drill_debrief_chart_get_model (DrillDebriefChart *self);

G_END_DECLS
