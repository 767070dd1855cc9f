/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-geometry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GdkRGBA  foreground;
  gboolean dark;
} DrillChartColors;

/* Draws all but the cursor: grid, labels, objectives, events, series. */
void    drill_chart_render       (cairo_t                  *cr,
                                  DrillChartModel          *model,
                                  const DrillChartGeometry *geometry,
                                  const DrillChartColors   *colors,
                                  PangoLayout              *layout);

GdkRGBA drill_chart_series_color (guint                     index,
                                  gboolean                  dark);
void    drill_chart_set_line     (cairo_t                  *cr,
                                  guint                     index,
                                  gboolean                  dark);

G_END_DECLS
