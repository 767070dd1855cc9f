/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The state of a chart, without anything that draws.
 *
 * New data keeps the window as the user left it, except that a window which
 * showed all goes on to show all: a running incident grows under a chart that
 * nobody has zoomed.
 */

#include "config.h"

#include "ui/widgets/chart/chart-model.h"

#include <math.h>

/* Zooming in ends here, seconds. */
#define SHORTEST_RANGE 1.0

struct _DrillChartModel
{
  GObject         parent_instance;

  GPtrArray      *series; /* (element-type DrillChartSeries) */
  GArray         *events; /* (element-type DrillChartEvent) by time */
  DrillChartRange whole;
  DrillChartRange range;
  double          cursor; /* NaN for none */
  DrillChartAxis  axis;
  char           *axis_title; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DrillChartModel, drill_chart_model, G_TYPE_OBJECT)

enum
{
  DATA_CHANGED,
  RANGE_CHANGED,
  CURSOR_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear_event (gpointer data)
{
  DrillChartEvent *event = data;

  g_free ((char *) event->label);
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const DrillChartEvent *left = a;
  const DrillChartEvent *right = b;

  return (left->time > right->time) - (left->time < right->time);
}

/* From the first sample of any series to the last. */
static DrillChartRange
find_whole (DrillChartModel *self)
{
  DrillChartRange whole = { INFINITY, -INFINITY };

  for (guint i = 0; i < self->series->len; i++)
    {
      DrillChartSeries *series = g_ptr_array_index (self->series, i);
      gsize             length = drill_chart_series_get_length (series);

      if (length == 0)
        continue;
      whole.start = MIN (whole.start, drill_chart_series_get_times (series)[0]);
      whole.end = MAX (whole.end, drill_chart_series_get_times (series)[length - 1]);
    }

  if (whole.start > whole.end)
    return (DrillChartRange) { 0, 1 };
  if (whole.start == whole.end)
    whole.end = whole.start + SHORTEST_RANGE;

  return whole;
}

static void
drill_chart_model_finalize (GObject *object)
{
  DrillChartModel *self = DRILL_CHART_MODEL (object);

  g_ptr_array_unref (self->series);
  g_array_unref (self->events);
  g_free (self->axis_title);

  G_OBJECT_CLASS (drill_chart_model_parent_class)->finalize (object);
}

static void
drill_chart_model_class_init (DrillChartModelClass *klass)
{
  static const char *const names[N_SIGNALS] = { "data-changed", "range-changed", "cursor-changed" };

  G_OBJECT_CLASS (klass)->finalize = drill_chart_model_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], DRILL_TYPE_CHART_MODEL, G_SIGNAL_RUN_LAST, 0,
                               NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
drill_chart_model_init (DrillChartModel *self)
{
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_chart_series_unref);
  self->events = g_array_new (FALSE, FALSE, sizeof (DrillChartEvent));
  g_array_set_clear_func (self->events, clear_event);
  self->whole = self->range = (DrillChartRange) { 0, 1 };
  self->cursor = NAN;
}

DrillChartModel *
drill_chart_model_new (void)
{
  return g_object_new (DRILL_TYPE_CHART_MODEL, NULL);
}

void
drill_chart_model_set_series (DrillChartModel         *self,
                              DrillChartSeries *const *series,
                              guint                    n_series)
{
  DrillChartRange before;
  gboolean        zoomed;
  gboolean        lost_cursor;

  g_return_if_fail (DRILL_IS_CHART_MODEL (self));
  g_return_if_fail (n_series == 0 || series != NULL);

  before = self->range;
  zoomed = drill_chart_model_is_zoomed (self);
  g_ptr_array_set_size (self->series, 0);
  for (guint i = 0; i < n_series; i++)
    g_ptr_array_add (self->series, drill_chart_series_ref (series[i]));

  self->whole = find_whole (self);
  self->range = zoomed ? drill_chart_range_clamp (self->range, self->whole, SHORTEST_RANGE) : self->whole;
  lost_cursor = self->cursor < self->whole.start || self->cursor > self->whole.end;
  if (lost_cursor)
    self->cursor = NAN;

  g_signal_emit (self, signals[DATA_CHANGED], 0);
  if (before.start != self->range.start || before.end != self->range.end ||
      zoomed != drill_chart_model_is_zoomed (self))
    g_signal_emit (self, signals[RANGE_CHANGED], 0);
  if (lost_cursor)
    g_signal_emit (self, signals[CURSOR_CHANGED], 0);
}

/* Copies @events; those without a proper time are left out. */
void
drill_chart_model_set_events (DrillChartModel       *self,
                              const DrillChartEvent *events,
                              guint                  n_events)
{
  g_return_if_fail (DRILL_IS_CHART_MODEL (self));
  g_return_if_fail (n_events == 0 || events != NULL);

  g_array_set_size (self->events, 0);
  for (guint i = 0; i < n_events; i++)
    {
      DrillChartEvent event = { events[i].time, g_strdup (events[i].label != NULL ? events[i].label : "") };

      if (isfinite (event.time))
        g_array_append_val (self->events, event);
      else
        clear_event (&event);
    }
  g_array_sort (self->events, compare_events);

  g_signal_emit (self, signals[DATA_CHANGED], 0);
}

guint
drill_chart_model_get_n_series (DrillChartModel *self)
{
  g_return_val_if_fail (DRILL_IS_CHART_MODEL (self), 0);

  return self->series->len;
}

/* Returns: (transfer none) */
DrillChartSeries *
drill_chart_model_get_series (DrillChartModel *self,
                              guint            index)
{
  g_return_val_if_fail (DRILL_IS_CHART_MODEL (self), NULL);
  g_return_val_if_fail (index < self->series->len, NULL);

  return g_ptr_array_index (self->series, index);
}

guint
drill_chart_model_get_n_events (DrillChartModel *self)
{
  g_return_val_if_fail (DRILL_IS_CHART_MODEL (self), 0);

  return self->events->len;
}

/* Events are in the order of their times. */
const DrillChartEvent *
drill_chart_model_get_event (DrillChartModel *self,
                             guint            index)
{
  g_return_val_if_fail (DRILL_IS_CHART_MODEL (self), NULL);
  g_return_val_if_fail (index < self->events->len, NULL);

  return &g_array_index (self->events, DrillChartEvent, index);
}

/* Writes the units that occur, in the order in which they first do; returns how
 * many there are. Each has an axis of its own. */
guint
drill_chart_model_get_units (DrillChartModel *self,
                             DrillChartUnit   units[DRILL_CHART_N_UNITS])
{
  guint n_units = 0;

  g_return_val_if_fail (DRILL_IS_CHART_MODEL (self), 0);

  for (guint i = 0; i < self->series->len; i++)
    {
      DrillChartUnit unit = drill_chart_series_get_unit (g_ptr_array_index (self->series, i));
      guint          j = 0;

      while (j < n_units && units[j] != unit)
        j++;
      if (j == n_units)
        units[n_units++] = unit;
    }

  return n_units;
}

DrillChartAxis
drill_chart_model_get_axis (DrillChartModel *self)
{
  g_return_val_if_fail (DRILL_IS_CHART_MODEL (self), DRILL_CHART_AXIS_CLOCK);

  return self->axis;
}

/* Returns: (nullable): NULL for the usual "Time" */
const char *
drill_chart_model_get_axis_title (DrillChartModel *self)
{
  g_return_val_if_fail (DRILL_IS_CHART_MODEL (self), NULL);

  return self->axis_title;
}

/* @title: (nullable): what the table calls the values along the bottom */
void
drill_chart_model_set_axis (DrillChartModel *self,
                            DrillChartAxis   axis,
                            const char      *title)
{
  g_return_if_fail (DRILL_IS_CHART_MODEL (self));

  self->axis = axis;
  g_free (self->axis_title);
  self->axis_title = g_strdup (title);
  g_signal_emit (self, signals[DATA_CHANGED], 0);
}

/* All the time that the series cover. */
DrillChartRange
drill_chart_model_get_whole (DrillChartModel *self)
{
  g_return_val_if_fail (DRILL_IS_CHART_MODEL (self), ((DrillChartRange) { 0, 1 }));

  return self->whole;
}

/* The time that is seen. */
DrillChartRange
drill_chart_model_get_range (DrillChartModel *self)
{
  g_return_val_if_fail (DRILL_IS_CHART_MODEL (self), ((DrillChartRange) { 0, 1 }));

  return self->range;
}

gboolean
drill_chart_model_is_zoomed (DrillChartModel *self)
{
  g_return_val_if_fail (DRILL_IS_CHART_MODEL (self), FALSE);

  return !drill_chart_range_equal (self->range, self->whole);
}

static void
change_range (DrillChartModel *self,
              DrillChartRange  range)
{
  if (drill_chart_range_equal (self->range, range))
    return;

  self->range = range;
  g_signal_emit (self, signals[RANGE_CHANGED], 0);
}

void
drill_chart_model_set_range (DrillChartModel *self,
                             DrillChartRange  range)
{
  g_return_if_fail (DRILL_IS_CHART_MODEL (self));

  if (isfinite (range.start) && isfinite (range.end))
    change_range (self, drill_chart_range_clamp (range, self->whole, SHORTEST_RANGE));
}

/* Shows @factor times as much time; @centre stays where it is. */
void
drill_chart_model_zoom (DrillChartModel *self,
                        double           centre,
                        double           factor)
{
  g_return_if_fail (DRILL_IS_CHART_MODEL (self));
  g_return_if_fail (factor > 0);

  change_range (self, drill_chart_range_zoom (self->range, self->whole, centre, factor, SHORTEST_RANGE));
}

void
drill_chart_model_move (DrillChartModel *self,
                        double           by)
{
  g_return_if_fail (DRILL_IS_CHART_MODEL (self));

  change_range (self, drill_chart_range_move (self->range, self->whole, by));
}

void
drill_chart_model_reset_range (DrillChartModel *self)
{
  g_return_if_fail (DRILL_IS_CHART_MODEL (self));

  change_range (self, self->whole);
}

/* Returns: seconds since 1970, NaN when there is no cursor */
double
drill_chart_model_get_cursor (DrillChartModel *self)
{
  g_return_val_if_fail (DRILL_IS_CHART_MODEL (self), NAN);

  return self->cursor;
}

void
drill_chart_model_set_cursor (DrillChartModel *self,
                              double           time)
{
  g_return_if_fail (DRILL_IS_CHART_MODEL (self));

  if (!isfinite (time) || self->series->len == 0)
    time = NAN;
  else
    time = CLAMP (time, self->whole.start, self->whole.end);

  if (self->cursor == time || (isnan (self->cursor) && isnan (time)))
    return;

  self->cursor = time;
  g_signal_emit (self, signals[CURSOR_CHANGED], 0);
}

/* The nearest time of a sample in @direction that is at least @least seconds
 * from @from; @from itself when there is none. */
static double
find_step (DrillChartModel *self,
           double           from,
           int              direction,
           double           least)
{
  double best = NAN;

  for (guint i = 0; i < self->series->len; i++)
    {
      DrillChartSeries *series = g_ptr_array_index (self->series, i);
      const double     *times = drill_chart_series_get_times (series);
      gsize             length = drill_chart_series_get_length (series);
      gsize             index;
      double            found;

      if (direction > 0)
        {
          index = drill_chart_series_find (series, from + least);
          while (index < length && times[index] <= from)
            index++;
          if (index == length)
            continue;
          found = times[index];
          if (isnan (best) || found < best)
            best = found;
        }
      else
        {
          index = drill_chart_series_find (series, from - least);
          if (index < length && times[index] <= from - least && times[index] < from)
            index++;
          if (index == 0)
            continue;
          found = times[index - 1];
          if (isnan (best) || found > best)
            best = found;
        }
    }

  return isnan (best) ? from : best;
}

/**
 * drill_chart_model_step_cursor:
 * @direction: below 0 for back, above 0 for on
 * @least: seconds that a step goes at least, such as the width of a pixel
 *
 * Moves the cursor to the next sample; without a cursor, puts it on the last
 * sample that is seen. The window follows.
 */
void
drill_chart_model_step_cursor (DrillChartModel *self,
                               int              direction,
                               double           least)
{
  double time;

  g_return_if_fail (DRILL_IS_CHART_MODEL (self));

  if (isnan (self->cursor))
    time = find_step (self, nextafter (self->range.end, INFINITY), -1, 0);
  else
    time = find_step (self, self->cursor, direction, MAX (least, 0));

  drill_chart_model_set_cursor (self, time);

  if (time < self->range.start)
    drill_chart_model_move (self, time - self->range.start);
  else if (time > self->range.end)
    drill_chart_model_move (self, time - self->range.end);
}

/* The time of the sample, of any series, that is nearest to @time; NaN when
 * there is none. What is read out at the cursor is then what was measured. */
double
drill_chart_model_snap (DrillChartModel *self,
                        double           time)
{
  double best = NAN;

  g_return_val_if_fail (DRILL_IS_CHART_MODEL (self), NAN);

  for (guint i = 0; i < self->series->len; i++)
    {
      DrillChartSeries *series = g_ptr_array_index (self->series, i);
      gsize             index;
      double            found;

      if (!drill_chart_series_find_nearest (series, time, &index))
        continue;

      found = drill_chart_series_get_times (series)[index];
      if (isnan (best) || fabs (found - time) < fabs (best - time))
        best = found;
    }

  return best;
}
