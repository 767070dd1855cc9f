/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A run's metrics as curves of a chart.
 *
 * The engine counts seconds from the start of the run; a chart shows times of
 * day. A curve is walked once after each move and then only cut shorter, so that
 * passing time costs a copy and no simulation.
 */

#include "config.h"

#include "ui/incident/run-curve.h"

struct _DrillRunCurve
{
  char          *id;
  char          *label;
  DrillChartUnit unit;
  double         slo;
  double         clock;
  GArray        *times; /* of day */
  GArray        *values;
};

/* How a chart calls the unit of a scenario. */
DrillChartUnit
drill_run_curve_unit (DrillUnit unit)
{
  switch (unit)
    {
    case DRILL_UNIT_BYTES:
      return DRILL_CHART_BYTES;
    case DRILL_UNIT_SECONDS:
      return DRILL_CHART_SECONDS;
    case DRILL_UNIT_RATIO:
      return DRILL_CHART_RATIO;
    case DRILL_UNIT_PER_SECOND:
      return DRILL_CHART_PER_SECOND;
    case DRILL_UNIT_COUNT:
    default:
      return DRILL_CHART_COUNT;
    }
}

/* @series: index of a series of the run's scenario */
DrillRunCurve *
drill_run_curve_new (DrillRun *run,
                     guint     series)
{
  DrillScenario             *scenario;
  const DrillScenarioSeries *source;
  DrillRunCurve             *self;
  g_autoptr (GArray)         points = NULL;

  g_return_val_if_fail (run != NULL, NULL);

  scenario = drill_run_get_scenario (run);
  g_return_val_if_fail (series < scenario->series->len, NULL);

  source = g_ptr_array_index (scenario->series, series);
  self = g_new0 (DrillRunCurve, 1);
  self->id = g_strdup (source->key);
  self->label = g_strdup (source->label);
  self->unit = drill_run_curve_unit (source->unit);
  self->slo = source->slo;
  self->clock = scenario->clock;
  self->times = g_array_new (FALSE, FALSE, sizeof (double));
  self->values = g_array_new (FALSE, FALSE, sizeof (double));

  points = g_array_new (FALSE, FALSE, sizeof (DrillPoint));
  drill_run_series (run, source->key, -scenario->history, drill_run_get_clock (run), points);
  for (guint i = 0; i < points->len; i++)
    {
      const DrillPoint *point = &g_array_index (points, DrillPoint, i);
      double            time = self->clock + point->time;

      g_array_append_val (self->times, time);
      g_array_append_val (self->values, point->value);
    }

  return self;
}

void
drill_run_curve_free (DrillRunCurve *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->times);
  g_array_unref (self->values);
  g_free (self->id);
  g_free (self->label);
  g_free (self);
}

/**
 * drill_run_curve_cut:
 * @time: seconds since the start of the run
 * @label: (nullable): another name than the series has
 *
 * Returns: (transfer full): the curve until @time
 */
DrillChartSeries *
drill_run_curve_cut (const DrillRunCurve *self,
                     double               time,
                     const char          *label)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, NULL);

  high = self->times->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->times, double, middle) <= self->clock + time)
        low = middle + 1;
      else
        high = middle;
    }

  return drill_chart_series_new (self->id,
                                 label != NULL ? label : self->label,
                                 self->unit,
                                 (const double *) (gpointer) self->times->data,
                                 (const double *) (gpointer) self->values->data,
                                 low,
                                 self->slo);
}

GArray *
drill_run_marks_new (DrillRun *run)
{
  DrillScenario *scenario;
  GPtrArray     *log;
  GArray        *marks;

  g_return_val_if_fail (run != NULL, NULL);

  scenario = drill_run_get_scenario (run);
  log = drill_run_get_log (run);
  marks = g_array_new (FALSE, FALSE, sizeof (DrillChartEvent));
  for (guint i = 1; i < log->len; i++)
    {
      const DrillRunStep *step = g_ptr_array_index (log, i);
      DrillChartEvent     mark;

      /* What took no time and came from the player is talk or a menu. */
      if (step->kind != DRILL_STEP_ENTERED || (!step->automatic && step->end == step->begin))
        continue;
      mark.time = scenario->clock + step->begin;
      mark.label = drill_scenario_section (scenario, step->section)->heading;
      g_array_append_val (marks, mark);
    }

  return marks;
}

/* How many of @marks lie before @time, in seconds since the start. */
guint
drill_run_marks_cut (GArray        *marks,
                     DrillScenario *scenario,
                     double         time)
{
  guint n = 0;

  g_return_val_if_fail (marks != NULL, 0);
  g_return_val_if_fail (scenario != NULL, 0);

  while (n < marks->len && g_array_index (marks, DrillChartEvent, n).time <= scenario->clock + time)
    n++;

  return n;
}
