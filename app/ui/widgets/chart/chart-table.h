/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-model.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The numbers of a DrillChart as a table. It fills itself when it is shown. */

#define DRILL_TYPE_CHART_TABLE (drill_chart_table_get_type ())

G_DECLARE_FINAL_TYPE (DrillChartTable, drill_chart_table, DRILL, CHART_TABLE, GtkWidget)

GtkWidget *drill_chart_table_new (DrillChartModel *model);

G_END_DECLS
