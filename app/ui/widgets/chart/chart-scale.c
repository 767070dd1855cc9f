/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Positions on the axes, and what part of the time is seen. The window never
 * leaves the whole range and never gets shorter than asked for.
 */

#include "config.h"

#include "ui/widgets/chart/chart-scale.h"

#include <math.h>

double
drill_chart_scale_to_pixel (const DrillChartScale *scale,
                            double                 value)
{
  double span = scale->high - scale->low;

  if (span == 0)
    return scale->from;

  return scale->from + (value - scale->low) / span * (scale->to - scale->from);
}

double
drill_chart_scale_to_value (const DrillChartScale *scale,
                            double                 pixel)
{
  double span = scale->to - scale->from;

  if (span == 0)
    return scale->low;

  return scale->low + (pixel - scale->from) / span * (scale->high - scale->low);
}

/* @range within @whole, at least @shortest long where @whole is. */
DrillChartRange
drill_chart_range_clamp (DrillChartRange range,
                         DrillChartRange whole,
                         double          shortest)
{
  double whole_length = whole.end - whole.start;
  double length = CLAMP (range.end - range.start, MIN (shortest, whole_length), whole_length);
  double centre = (range.start + range.end) / 2;
  double start = CLAMP (centre - length / 2, whole.start, whole.end - length);

  return (DrillChartRange) { start, start + length };
}

/* Makes the window @factor times as long; @centre keeps its place in it. */
DrillChartRange
drill_chart_range_zoom (DrillChartRange range,
                        DrillChartRange whole,
                        double          centre,
                        double          factor,
                        double          shortest)
{
  double          length = range.end - range.start;
  double          part = length > 0 ? CLAMP ((centre - range.start) / length, 0, 1) : 0.5;
  double          new_length = CLAMP (length * factor, MIN (shortest, whole.end - whole.start), whole.end - whole.start);
  DrillChartRange zoomed;

  centre = range.start + part * length;
  zoomed.start = centre - part * new_length;
  zoomed.end = zoomed.start + new_length;

  return drill_chart_range_clamp (zoomed, whole, shortest);
}

/* Moves the window by @by seconds, as far as it can go. */
DrillChartRange
drill_chart_range_move (DrillChartRange range,
                        DrillChartRange whole,
                        double          by)
{
  by = CLAMP (by, whole.start - range.start, MAX (whole.end - range.end, whole.start - range.start));

  return (DrillChartRange) { range.start + by, range.end + by };
}

gboolean
drill_chart_range_equal (DrillChartRange a,
                         DrillChartRange b)
{
  return a.start == b.start && a.end == b.end;
}
