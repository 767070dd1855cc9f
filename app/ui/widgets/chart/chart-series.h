/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/widgets/chart/chart-unit.h"

G_BEGIN_DECLS

/* One curve: times and values that never change, so it can be shared between
 * charts and threads. Reference-counted. */
typedef struct _DrillChartSeries DrillChartSeries;

/**
 * drill_chart_series_new:
 * @id: names the series in the program
 * @label: names it to the learner
 * @times: seconds since 1970, not falling
 * @values: one for each time, in base units; NaN is a gap
 * @slo: value of the objective's line, NaN for none
 *
 * Copies the arrays. Samples from the first time that is not a number or falls
 * are left out.
 */
DrillChartSeries *drill_chart_series_new          (const char             *id,
                                                   const char             *label,
                                                   DrillChartUnit          unit,
                                                   const double           *times,
                                                   const double           *values,
                                                   gsize                   n_samples,
                                                   double                  slo) G_GNUC_WARN_UNUSED_RESULT;
DrillChartSeries *drill_chart_series_ref          (DrillChartSeries       *self);
void              drill_chart_series_unref        (DrillChartSeries       *self);

const char       *drill_chart_series_get_id       (const DrillChartSeries *self);
const char       *drill_chart_series_get_label    (const DrillChartSeries *self);
DrillChartUnit    drill_chart_series_get_unit     (const DrillChartSeries *self);
double            drill_chart_series_get_slo      (const DrillChartSeries *self);
gsize             drill_chart_series_get_length   (const DrillChartSeries *self);
const double     *drill_chart_series_get_times    (const DrillChartSeries *self);
const double     *drill_chart_series_get_values   (const DrillChartSeries *self);

gsize             drill_chart_series_find         (const DrillChartSeries *self,
                                                   double                  time);
gboolean          drill_chart_series_find_nearest (const DrillChartSeries *self,
                                                   double                  time,
                                                   gsize                  *index);
gboolean          drill_chart_series_get_extent   (const DrillChartSeries *self,
                                                   double                  start,
                                                   double                  end,
                                                   double                 *low,
                                                   double                 *high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillChartSeries, drill_chart_series_unref)

G_END_DECLS
