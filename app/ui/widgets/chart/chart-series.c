/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui/widgets/chart/chart-series.h"

#include <math.h>

struct _DrillChartSeries
{
  gatomicrefcount ref_count;

  char           *id;
  char           *label;
  DrillChartUnit  unit;
  double          slo;
  double         *times;
  double         *values;
  gsize           n_samples;
  double          lowest; /* of all values; above the highest when there is none */
  double          highest;
};

/* How many samples from the start have proper times. */
static gsize
count_ordered (const double *times,
               gsize         n_samples)
{
  gsize n = 0;

  while (n < n_samples && isfinite (times[n]) && (n == 0 || times[n] >= times[n - 1]))
    n++;

  return n;
}

static void
find_extent (const double *values,
             gsize         n_values,
             double       *lowest,
             double       *highest)
{
  *lowest = INFINITY;
  *highest = -INFINITY;
  for (gsize i = 0; i < n_values; i++)
    {
      if (!isfinite (values[i]))
        continue;
      *lowest = MIN (*lowest, values[i]);
      *highest = MAX (*highest, values[i]);
    }
}

DrillChartSeries *
drill_chart_series_new (const char     *id,
                        const char     *label,
                        DrillChartUnit  unit,
                        const double   *times,
                        const double   *values,
                        gsize           n_samples,
                        double          slo)
{
  DrillChartSeries *self;

  g_return_val_if_fail (id != NULL && label != NULL, NULL);
  g_return_val_if_fail (n_samples == 0 || (times != NULL && values != NULL), NULL);

  self = g_new0 (DrillChartSeries, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_strdup (id);
  self->label = g_strdup (label);
  self->unit = unit;
  self->slo = slo;
  self->n_samples = count_ordered (times, n_samples);
  self->times = g_memdup2 (times, self->n_samples * sizeof (double));
  self->values = g_memdup2 (values, self->n_samples * sizeof (double));
  find_extent (self->values, self->n_samples, &self->lowest, &self->highest);

  return self;
}

DrillChartSeries *
drill_chart_series_ref (DrillChartSeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
drill_chart_series_unref (DrillChartSeries *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->label);
  g_free (self->times);
  g_free (self->values);
  g_free (self);
}

const char *
drill_chart_series_get_id (const DrillChartSeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const char *
drill_chart_series_get_label (const DrillChartSeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

DrillChartUnit
drill_chart_series_get_unit (const DrillChartSeries *self)
{
  g_return_val_if_fail (self != NULL, DRILL_CHART_COUNT);

  return self->unit;
}

double
drill_chart_series_get_slo (const DrillChartSeries *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->slo;
}

gsize
drill_chart_series_get_length (const DrillChartSeries *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_samples;
}

const double *
drill_chart_series_get_times (const DrillChartSeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->times;
}

const double *
drill_chart_series_get_values (const DrillChartSeries *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->values;
}

/* Index of the first sample that is not before @time; the length when all are. */
gsize
drill_chart_series_find (const DrillChartSeries *self,
                         double                  time)
{
  gsize low = 0;
  gsize high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->n_samples;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->times[middle] < time)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Finds the sample whose time is nearest to @time, be it a gap or not. */
gboolean
drill_chart_series_find_nearest (const DrillChartSeries *self,
                                 double                  time,
                                 gsize                  *index)
{
  gsize next;

  g_return_val_if_fail (self != NULL && index != NULL, FALSE);

  if (self->n_samples == 0)
    return FALSE;

  next = drill_chart_series_find (self, time);
  if (next == self->n_samples)
    next--;
  if (next > 0 && time - self->times[next - 1] < self->times[next] - time)
    next--;
  *index = next;

  return TRUE;
}

/* The lowest and the highest value from @start to @end, both included; FALSE
 * when there is none. All of a series, the usual case, is known beforehand. */
gboolean
drill_chart_series_get_extent (const DrillChartSeries *self,
                               double                  start,
                               double                  end,
                               double                 *low,
                               double                 *high)
{
  gsize first;
  gsize past;

  g_return_val_if_fail (self != NULL && low != NULL && high != NULL, FALSE);

  first = drill_chart_series_find (self, start);
  past = drill_chart_series_find (self, nextafter (end, INFINITY));
  *low = self->lowest;
  *high = self->highest;
  if (first > 0 || past < self->n_samples)
    find_extent (self->values + first, past > first ? past - first : 0, low, high);

  return *low <= *high;
}
