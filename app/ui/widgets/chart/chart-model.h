/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-axis.h"
#include "ui/widgets/chart/chart-scale.h"
#include "ui/widgets/chart/chart-series.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* Something that happened: a mark on the time axis. */
typedef struct
{
  double      time; /* seconds since 1970 */
  const char *label;
} DrillChartEvent;

/* What a chart shows: series, events, the window of time that is seen and the
 * cursor. Plot, legend and table of a chart share one.
 *
 * Signals:
 *  data-changed ()    series or events
 *  range-changed ()   the window, be it that new data moved it
 *  cursor-changed ()  the cursor */

#define DRILL_TYPE_CHART_MODEL (drill_chart_model_get_type ())

G_DECLARE_FINAL_TYPE (DrillChartModel, drill_chart_model, DRILL, CHART_MODEL, GObject)

DrillChartModel       *drill_chart_model_new           (void);

void                   drill_chart_model_set_series    (DrillChartModel         *self,
                                                        DrillChartSeries *const *series,
                                                        guint                    n_series);
void                   drill_chart_model_set_events    (DrillChartModel         *self,
                                                        const DrillChartEvent   *events,
                                                        guint                    n_events);
guint                  drill_chart_model_get_n_series  (DrillChartModel         *self);
DrillChartSeries      *drill_chart_model_get_series    (DrillChartModel         *self,
                                                        guint                    index);
guint                  drill_chart_model_get_n_events  (DrillChartModel         *self);
const DrillChartEvent *drill_chart_model_get_event     (DrillChartModel         *self,
                                                        guint                    index);
guint                  drill_chart_model_get_units     (DrillChartModel         *self,
                                                        DrillChartUnit           units[DRILL_CHART_N_UNITS]);
DrillChartAxis         drill_chart_model_get_axis      (DrillChartModel         *self);
const char            *drill_chart_model_get_axis_title (DrillChartModel        *self);
void                   drill_chart_model_set_axis      (DrillChartModel         *self,
                                                        DrillChartAxis           axis,
                                                        const char              *title);

DrillChartRange        drill_chart_model_get_whole     (DrillChartModel         *self);
DrillChartRange        drill_chart_model_get_range     (DrillChartModel         *self);
gboolean               drill_chart_model_is_zoomed     (DrillChartModel         *self);
void                   drill_chart_model_set_range     (DrillChartModel         *self,
                                                        DrillChartRange          range);
void                   drill_chart_model_zoom          (DrillChartModel         *self,
                                                        double                   centre,
                                                        double                   factor);
void                   drill_chart_model_move          (DrillChartModel         *self,
                                                        double                   by);
void                   drill_chart_model_reset_range   (DrillChartModel         *self);

double                 drill_chart_model_get_cursor    (DrillChartModel         *self);
void                   drill_chart_model_set_cursor    (DrillChartModel         *self,
                                                        double                   time);
double                 drill_chart_model_snap          (DrillChartModel         *self,
                                                        double                   time);
void                   drill_chart_model_step_cursor   (DrillChartModel         *self,
                                                        int                      direction,
                                                        double                   least);

G_END_DECLS
