/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-scale.h"
#include "ui/widgets/chart/chart-series.h"

G_BEGIN_DECLS

/* A point of a polyline, pixels. A point whose @y is NaN ends a stretch: the
 * line is lifted there. */
typedef struct
{
  double x;
  double y;
} DrillChartPoint;

/* One column of pixels that a line passes, from @x to @x + 1. @joined says that
 * the line comes from the column before it in the array. */
typedef struct
{
  double   x;
  double   top;
  double   bottom;
  gboolean joined;
} DrillChartBand;

/**
 * drill_chart_decimate:
 * @x: times to pixels; x->low to x->high is what is seen
 * @y: values to pixels
 * @points: (element-type DrillChartPoint): the result is appended
 *
 * The line of @series as few points: at most four and one lift for each pixel of
 * width, whatever the number of samples and gaps, and no peak lost.
 */
void drill_chart_decimate (const DrillChartSeries *series,
                           const DrillChartScale  *x,
                           const DrillChartScale  *y,
                           GArray                 *points);

/* Appends to @band (element-type DrillChartBand) what @points, a decimated line,
 * covers. Neighbours that are joined touch each other. */
void drill_chart_band     (const GArray           *points,
                           GArray                 *band);

G_END_DECLS
