/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui/widgets/chart/chart-text.h"

#include <glib/gi18n.h>
#include <math.h>

/* An event is told with the cursor when it is so near, as part of what is seen. */
#define EVENT_NEARNESS 0.01

/* A time as precise as the window on it makes sense. */
char *
drill_chart_text_time (DrillChartModel *model,
                       double           time)
{
  DrillChartRange range = drill_chart_model_get_range (model);
  double          length = range.end - range.start;
  DrillChartAxis  axis = drill_chart_model_get_axis (model);

  if (axis != DRILL_CHART_AXIS_CLOCK)
    return drill_chart_axis_format (axis, time, 0);
  if (length >= 14 * 86400.0)
    return drill_chart_format_time (time, 86400);

  return drill_chart_format_time (time, length > 7200 ? 60 : 1);
}

/* The last value that is seen; gaps do not count. */
static double
last_value (DrillChartModel  *model,
            DrillChartSeries *series)
{
  DrillChartRange range = drill_chart_model_get_range (model);
  gsize           index = drill_chart_series_find (series, nextafter (range.end, INFINITY));

  while (index > 0)
    {
      double value = drill_chart_series_get_values (series)[--index];

      if (isfinite (value))
        return value;
    }

  return NAN;
}

/* The value of a series at the cursor, or its last one when there is none. */
static double
current_value (DrillChartModel  *model,
               DrillChartSeries *series)
{
  double cursor = drill_chart_model_get_cursor (model);
  gsize  index;

  if (isnan (cursor))
    return last_value (model, series);

  if (!drill_chart_series_find_nearest (series, cursor, &index))
    return NAN;

  return drill_chart_series_get_values (series)[index];
}

char *
drill_chart_text_value (DrillChartModel *model,
                        guint            index)
{
  DrillChartSeries *series;

  g_return_val_if_fail (DRILL_IS_CHART_MODEL (model), NULL);

  series = drill_chart_model_get_series (model, index);

  return drill_chart_unit_format_value (drill_chart_series_get_unit (series), current_value (model, series));
}

/* Returns: (transfer none) (nullable): the event that the cursor is at */
const DrillChartEvent *
drill_chart_text_event (DrillChartModel *model)
{
  DrillChartRange        range = drill_chart_model_get_range (model);
  double                 cursor = drill_chart_model_get_cursor (model);
  double                 nearest = (range.end - range.start) * EVENT_NEARNESS;
  const DrillChartEvent *found = NULL;

  if (isnan (cursor))
    return NULL;

  for (guint i = 0; i < drill_chart_model_get_n_events (model); i++)
    {
      const DrillChartEvent *event = drill_chart_model_get_event (model, i);

      if (fabs (event->time - cursor) <= nearest)
        {
          nearest = fabs (event->time - cursor);
          found = event;
        }
    }

  return found;
}

/* "03:14:15. Resident memory 1.46 GB. Loop lag 180 ms. Event: deploy." */
char *
drill_chart_text_cursor (DrillChartModel *model)
{
  g_autoptr (GString)    text = g_string_new (NULL);
  const DrillChartEvent *event;
  g_autofree char       *time = NULL;

  g_return_val_if_fail (DRILL_IS_CHART_MODEL (model), NULL);

  time = drill_chart_text_time (model, drill_chart_model_get_cursor (model));
  g_string_append_printf (text, "%s.", time);
  for (guint i = 0; i < drill_chart_model_get_n_series (model); i++)
    {
      g_autofree char *value = drill_chart_text_value (model, i);

      g_string_append_c (text, ' ');
      /* Translators: a series and its value, such as "Resident memory 1.46 GB." */
      g_string_append_printf (text, C_ ("chart", "%s %s."),
                              drill_chart_series_get_label (drill_chart_model_get_series (model, i)), value);
    }

  event = drill_chart_text_event (model);
  if (event != NULL)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, C_ ("chart", "Event: %s."), event->label);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_slo (GString          *text,
            DrillChartSeries *series,
            double            low,
            double            high)
{
  double           slo = drill_chart_series_get_slo (series);
  g_autofree char *value = NULL;

  if (!isfinite (slo))
    return;

  value = drill_chart_unit_format_value (drill_chart_series_get_unit (series), slo);
  g_string_append_c (text, ' ');
  if (high <= slo)
    g_string_append_printf (text, C_ ("chart", "Never above the SLO of %s."), value);
  else if (low > slo)
    g_string_append_printf (text, C_ ("chart", "Always above the SLO of %s."), value);
  else
    g_string_append_printf (text, C_ ("chart", "At times above the SLO of %s."), value);
}

static void
append_series (GString          *text,
               DrillChartModel  *model,
               DrillChartSeries *series)
{
  DrillChartRange  range = drill_chart_model_get_range (model);
  DrillChartUnit   unit = drill_chart_series_get_unit (series);
  const char      *label = drill_chart_series_get_label (series);
  double           low, high;
  g_autofree char *low_text = NULL;
  g_autofree char *high_text = NULL;
  g_autofree char *last_text = NULL;

  if (!drill_chart_series_get_extent (series, range.start, range.end, &low, &high))
    {
      g_string_append_printf (text, C_ ("chart", "%s: no values."), label);
      return;
    }

  low_text = drill_chart_unit_format_value (unit, low);
  high_text = drill_chart_unit_format_value (unit, high);
  last_text = drill_chart_unit_format_value (unit, last_value (model, series));
  /* Translators: a series, its last, lowest and highest value */
  g_string_append_printf (text, C_ ("chart", "%s: %s at the end, between %s and %s."),
                          label, last_text, low_text, high_text);
  append_slo (text, series, low, high);
}

/* What is seen, a sentence for each series, then the events. */
char *
drill_chart_text_summary (DrillChartModel *model)
{
  g_autoptr (GString) text = g_string_new (NULL);
  DrillChartRange     range;
  g_autofree char    *start = NULL;
  g_autofree char    *end = NULL;

  g_return_val_if_fail (DRILL_IS_CHART_MODEL (model), NULL);

  if (drill_chart_model_get_n_series (model) == 0)
    return g_strdup (_ ("No data."));

  range = drill_chart_model_get_range (model);
  start = drill_chart_text_time (model, range.start);
  end = drill_chart_text_time (model, range.end);
  /* Translators: the time that a chart shows */
  g_string_append_printf (text, C_ ("chart", "From %s to %s."), start, end);

  for (guint i = 0; i < drill_chart_model_get_n_series (model); i++)
    {
      g_string_append_c (text, ' ');
      append_series (text, model, drill_chart_model_get_series (model, i));
    }

  for (guint i = 0; i < drill_chart_model_get_n_events (model); i++)
    {
      const DrillChartEvent *event = drill_chart_model_get_event (model, i);
      g_autofree char       *time = drill_chart_text_time (model, event->time);

      if (event->time < range.start || event->time > range.end)
        continue;
      g_string_append_c (text, ' ');
      /* Translators: something that happened and when */
      g_string_append_printf (text, C_ ("chart", "%s at %s."), event->label, time);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
