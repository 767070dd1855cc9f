/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-ticks.h"

G_BEGIN_DECLS

/**
 * DrillChartAxis:
 * @DRILL_CHART_AXIS_CLOCK: seconds since 1970, shown as a time of day or a date
 * @DRILL_CHART_AXIS_DATE: the same, shown as a date only
 * @DRILL_CHART_AXIS_PERCENT: no time at all, but percents
 *
 * What the values along the bottom of a chart are.
 */
typedef enum
{
  DRILL_CHART_AXIS_CLOCK,
  DRILL_CHART_AXIS_DATE,
  DRILL_CHART_AXIS_PERCENT,
} DrillChartAxis;

DrillChartTicks drill_chart_axis_ticks  (DrillChartAxis axis,
                                         double         start,
                                         double         end,
                                         guint          max_ticks);
char           *drill_chart_axis_format (DrillChartAxis axis,
                                         double         value,
                                         double         step) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
