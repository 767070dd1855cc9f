/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/run.h"
#include "ui/widgets/chart/chart-model.h"

G_BEGIN_DECLS

/* One series of a run as far as it was played, history included, ready to be
 * cut off at any time: what a chart shows while time passes. */
typedef struct _DrillRunCurve DrillRunCurve;

DrillRunCurve    *drill_run_curve_new  (DrillRun            *run,
                                        guint                series) G_GNUC_WARN_UNUSED_RESULT;
void              drill_run_curve_free (DrillRunCurve       *self);
DrillChartSeries *drill_run_curve_cut  (const DrillRunCurve *self,
                                        double               time,
                                        const char          *label) G_GNUC_WARN_UNUSED_RESULT;

/* What the player and the world did, as marks of a chart.
 * Returns: (transfer full) (element-type DrillChartEvent): by time; labels are
 * borrowed from the scenario */
GArray           *drill_run_marks_new  (DrillRun            *run) G_GNUC_WARN_UNUSED_RESULT;
guint             drill_run_marks_cut  (GArray              *marks,
                                        DrillScenario       *scenario,
                                        double               time);

DrillChartUnit    drill_run_curve_unit (DrillUnit            unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillRunCurve, drill_run_curve_free)

G_END_DECLS
