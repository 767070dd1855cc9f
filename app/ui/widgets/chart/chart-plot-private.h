/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-geometry.h"
#include "ui/widgets/chart/chart-plot.h"

G_BEGIN_DECLS

/* Between the drawing of a plot, its pointer and its keys. */
struct _DrillChartPlot
{
  GtkWidget          parent_instance;

  DrillChartModel   *model;
  DrillChartGeometry geometry;
  GskRenderNode     *image; /* (nullable): until it has to be drawn */
  cairo_surface_t   *surfaces[2]; /* (nullable): what the image paints, and the one before */
  int                image_width;
  int                image_height;
  int                image_scale;
  guint              n_panes; /* that the size was asked for */
  double             drag_from; /* pixel, NaN when nothing is dragged */
  double             drag_to;
  double             pointer;      /* pixel of the pointer, for zooming at it */
  DrillChartRange    pinch_range;  /* the window when a pinch began */
};

DrillChartModel *drill_chart_plot_get_model             (DrillChartPlot *self);

/* As drawn last; 0 before the first time. */
double           drill_chart_plot_get_seconds_per_pixel (DrillChartPlot *self);

void             drill_chart_plot_add_pointer           (DrillChartPlot *self);
void             drill_chart_plot_add_keys              (GtkWidgetClass *widget_class);

G_END_DECLS
