/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The axis along the bottom: most often time, sometimes not. */

#include "config.h"

#include "ui/widgets/chart/chart-axis.h"

#include <math.h>

#define SECONDS_PER_DAY 86400.0

/* Where labels are so far apart, the year matters. */
#define YEAR_STEP (60 * SECONDS_PER_DAY)

/* Ticks between @start and @end; @step is set even where there is none. */
DrillChartTicks
drill_chart_axis_ticks (DrillChartAxis axis,
                        double         start,
                        double         end,
                        guint          max_ticks)
{
  DrillChartTicks ticks;

  if (axis == DRILL_CHART_AXIS_CLOCK)
    return drill_chart_time_ticks (start, end, max_ticks);
  if (axis == DRILL_CHART_AXIS_DATE)
    {
      ticks = drill_chart_time_ticks (start, end, max_ticks);

      /* Two labels of one day would say the same. */
      if (ticks.step < SECONDS_PER_DAY)
        {
          ticks.step = SECONDS_PER_DAY;
          ticks.first = ceil (start / ticks.step) * ticks.step;
          ticks.n_ticks = ticks.first > end ? 0 : (guint) floor ((end - ticks.first) / ticks.step) + 1;
        }
      return ticks;
    }

  /* Those of values enclose the range. */
  ticks = drill_chart_value_ticks (DRILL_CHART_COUNT, start, end, max_ticks);
  while (ticks.n_ticks > 0 && ticks.first < start - ticks.step * 1e-9)
    {
      ticks.first += ticks.step;
      ticks.n_ticks--;
    }
  while (ticks.n_ticks > 0 && drill_chart_ticks_get (&ticks, ticks.n_ticks - 1) > end + ticks.step * 1e-9)
    ticks.n_ticks--;

  return ticks;
}

/* @step: between neighbouring labels; decides how much is said */
char *
drill_chart_axis_format (DrillChartAxis axis,
                         double         value,
                         double         step)
{
  g_autoptr (GDateTime) date = NULL;

  if (axis == DRILL_CHART_AXIS_CLOCK)
    return drill_chart_format_time (value, step);
  if (!isfinite (value) || fabs (value) > 2e11)
    return g_strdup ("–");
  if (axis == DRILL_CHART_AXIS_PERCENT)
    return drill_chart_unit_format_value (DRILL_CHART_RATIO, value / 100);

  date = g_date_time_new_from_unix_utc ((gint64) floor (value));
  if (date == NULL)
    return g_strdup ("–");

  return g_date_time_format (date, step >= YEAR_STEP ? "%b %Y" : step >= SECONDS_PER_DAY ? "%-e %b" : "%-e %b %Y");
}
