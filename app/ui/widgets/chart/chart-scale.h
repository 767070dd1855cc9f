/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A straight line from values to pixels: @low lies at @from, @high at @to. The
 * pixels may run either way. */
typedef struct
{
  double low;
  double high;
  double from;
  double to;
} DrillChartScale;

double   drill_chart_scale_to_pixel (const DrillChartScale *scale,
                                     double                 value);
double   drill_chart_scale_to_value (const DrillChartScale *scale,
                                     double                 pixel);

/* A window on a range of times, seconds. */
typedef struct
{
  double start;
  double end;
} DrillChartRange;

DrillChartRange drill_chart_range_zoom  (DrillChartRange range,
                                         DrillChartRange whole,
                                         double          centre,
                                         double          factor,
                                         double          shortest);
DrillChartRange drill_chart_range_move  (DrillChartRange range,
                                         DrillChartRange whole,
                                         double          by);
DrillChartRange drill_chart_range_clamp (DrillChartRange range,
                                         DrillChartRange whole,
                                         double          shortest);
gboolean        drill_chart_range_equal (DrillChartRange a,
                                         DrillChartRange b);

G_END_DECLS
