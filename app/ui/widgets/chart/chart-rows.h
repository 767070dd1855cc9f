/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-model.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The rows of a chart's table: every time at which any series has a sample. */

#define DRILL_TYPE_CHART_ROW (drill_chart_row_get_type ())

G_DECLARE_FINAL_TYPE (DrillChartRow, drill_chart_row, DRILL, CHART_ROW, GObject)

double         drill_chart_row_get_time (DrillChartRow   *self);
DrillChartAxis drill_chart_row_get_axis (DrillChartRow   *self);
char       *drill_chart_row_get_value  (DrillChartRow   *self,
                                        guint            series) G_GNUC_WARN_UNUSED_RESULT;

#define DRILL_TYPE_CHART_ROWS (drill_chart_rows_get_type ())

G_DECLARE_FINAL_TYPE (DrillChartRows, drill_chart_rows, DRILL, CHART_ROWS, GObject)

GListModel *drill_chart_rows_new       (DrillChartModel *model) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
