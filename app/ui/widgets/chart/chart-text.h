/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-model.h"

G_BEGIN_DECLS

/* What a chart says in words, translated: for screen readers and read-outs. */

char *drill_chart_text_summary (DrillChartModel *model) G_GNUC_WARN_UNUSED_RESULT;
char *drill_chart_text_cursor  (DrillChartModel *model) G_GNUC_WARN_UNUSED_RESULT;
char *drill_chart_text_value   (DrillChartModel *model,
                                guint            index) G_GNUC_WARN_UNUSED_RESULT;
char *drill_chart_text_time    (DrillChartModel *model,
                                double           time) G_GNUC_WARN_UNUSED_RESULT;
const DrillChartEvent *
      drill_chart_text_event   (DrillChartModel *model);

G_END_DECLS
