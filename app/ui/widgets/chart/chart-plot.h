/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The curves of a DrillChart. */

#define DRILL_TYPE_CHART_PLOT (drill_chart_plot_get_type ())

G_DECLARE_FINAL_TYPE (DrillChartPlot, drill_chart_plot, DRILL, CHART_PLOT, GtkWidget)

GtkWidget *drill_chart_plot_new (DrillChartModel *model);

G_END_DECLS
