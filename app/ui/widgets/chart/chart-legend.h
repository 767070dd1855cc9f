/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names the curves of a DrillChart and tells their values at the cursor. */

#define DRILL_TYPE_CHART_LEGEND (drill_chart_legend_get_type ())

G_DECLARE_FINAL_TYPE (DrillChartLegend, drill_chart_legend, DRILL, CHART_LEGEND, GtkWidget)

GtkWidget *drill_chart_legend_new (DrillChartModel *model);

G_END_DECLS
