/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-unit.h"

G_BEGIN_DECLS

#define DRILL_CHART_MAX_TICKS 32

/**
 * DrillChartTicks:
 * @first: value of the lowest tick
 * @step: distance between ticks, more than 0
 * @n_ticks: how many there are, at least 1, at most %DRILL_CHART_MAX_TICKS
 *
 * Ticks are computed as @first + i * @step, so that errors do not add up.
 */
typedef struct
{
  double first;
  double step;
  guint  n_ticks;
} DrillChartTicks;

DrillChartTicks drill_chart_value_ticks       (DrillChartUnit         unit,
                                               double                 low,
                                               double                 high,
                                               guint                  max_ticks);
DrillChartTicks drill_chart_time_ticks        (double                 start,
                                               double                 end,
                                               guint                  max_ticks);
double          drill_chart_ticks_get         (const DrillChartTicks *ticks,
                                               guint                  index);
char           *drill_chart_ticks_format      (const DrillChartTicks *ticks,
                                               DrillChartUnit         unit,
                                               guint                  index) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
