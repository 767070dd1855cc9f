/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Curves over time, with a read-out, zoom and a table of the numbers.
 *
 * Set what it shows with drill_chart_set_series() and drill_chart_set_events();
 * do so again when there is more, the chart keeps cursor and zoom. Times are
 * shown as UTC: a scenario that starts at 03:14 passes 03:14 on 1 January 1970.
 *
 * drill_chart_model_set_axis() says so when the values along the bottom are days or
 * percents.
 *
 * Keys on the plot: Left and Right move the cursor, with Ctrl in big steps, with
 * Shift they pan; Home and End; + and - zoom, 0 shows all; Escape takes back.
 * Dragging selects a part, Ctrl and the wheel zoom, a double click shows all.
 *
 * Charts that should share zoom and cursor share the signals of their models. */

#define DRILL_TYPE_CHART (drill_chart_get_type ())

G_DECLARE_FINAL_TYPE (DrillChart, drill_chart, DRILL, CHART, GtkWidget)

GtkWidget       *drill_chart_new            (const char              *title);

const char      *drill_chart_get_title      (DrillChart              *self);
void             drill_chart_set_title      (DrillChart              *self,
                                             const char              *title);
gboolean         drill_chart_get_show_table (DrillChart              *self);
void             drill_chart_set_show_table (DrillChart              *self,
                                             gboolean                 show_table);
DrillChartModel *drill_chart_get_model      (DrillChart              *self);
void             drill_chart_set_series     (DrillChart              *self,
                                             DrillChartSeries *const *series,
                                             guint                    n_series);
void             drill_chart_set_events     (DrillChart              *self,
                                             const DrillChartEvent   *events,
                                             guint                    n_events);

G_END_DECLS
