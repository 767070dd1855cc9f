/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-plot.h"

G_BEGIN_DECLS

/* Between the drawing of a plot and its keys. */

DrillChartModel *drill_chart_plot_get_model             (DrillChartPlot *self);

/* As drawn last; 0 before the first time. */
double           drill_chart_plot_get_seconds_per_pixel (DrillChartPlot *self);

void             drill_chart_plot_add_keys              (GtkWidgetClass *widget_class);

G_END_DECLS
