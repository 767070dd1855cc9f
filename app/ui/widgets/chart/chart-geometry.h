/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-model.h"
#include "ui/widgets/chart/chart-ticks.h"

#include <pango/pango.h>

G_BEGIN_DECLS

#define DRILL_CHART_MAX_PANES DRILL_CHART_N_UNITS

/* The part of a plot in which the series of one unit are drawn. */
typedef struct
{
  DrillChartUnit  unit;
  DrillChartTicks ticks;
  DrillChartScale y;
} DrillChartPane;

/* Where everything is, in pixels of the plot:
 *
 *          left                       right
 *           |  v deploy                 |       names of events
 *    2 GB --+---------------------------+  y.to
 *    1 GB --+                           |       first pane
 *       0 --+---------------------------+  y.from
 *    100 ms +                           |       second pane
 *       0 --+---------------------------+
 *          03:00        03:10      03:20        labels of the times
 */
typedef struct
{
  double          label_height;
  DrillChartScale x;
  DrillChartTicks times;
  DrillChartPane  panes[DRILL_CHART_MAX_PANES];
  guint           n_panes;
} DrillChartGeometry;

/* @layout carries the font of the labels; its text is changed. */
void                  drill_chart_geometry_compute   (DrillChartGeometry       *self,
                                                      DrillChartModel          *model,
                                                      PangoLayout              *layout,
                                                      double                    width,
                                                      double                    height);
const DrillChartPane *drill_chart_geometry_find_pane (const DrillChartGeometry *self,
                                                      DrillChartUnit            unit);

G_END_DECLS
