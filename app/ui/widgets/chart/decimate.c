/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * All samples that fall into one column of pixels draw one vertical stroke,
 * from the lowest to the highest, which the line enters at the first sample and
 * leaves at the last. So the first, the lowest, the highest and the last sample
 * of a column, in the order of time, draw what all of them would draw.
 *
 * Over a gap the line is lifted, unless the gap is narrower than a pixel: then
 * it cannot be seen, and data full of them would bring a point for each.
 */

#include "config.h"

#include "ui/widgets/chart/decimate.h"

#include <math.h>

#define FLAT_PIXELS 0.5

typedef struct
{
  gboolean filled;
  double   end; /* time at which the next column of pixels begins */
  gsize    first;
  gsize    last;
  gsize    lowest;
  gsize    highest;
} Column;

typedef struct
{
  const double          *times;
  const double          *values;
  const DrillChartScale *x;
  const DrillChartScale *y;
  GArray                *points;
} Line;

static void
append_sample (const Line *line,
               gsize       index)
{
  DrillChartPoint point = {
    drill_chart_scale_to_pixel (line->x, line->times[index]),
    drill_chart_scale_to_pixel (line->y, line->values[index]),
  };

  g_array_append_val (line->points, point);
}

static void
append_lift (const Line *line)
{
  DrillChartPoint point = { 0, NAN };

  g_array_append_val (line->points, point);
}

/* Whether all samples of the column lie on the same pixel, so one shows all. */
static gboolean
is_flat (const Line   *line,
         const Column *column)
{
  double low = drill_chart_scale_to_pixel (line->y, line->values[column->lowest]);
  double high = drill_chart_scale_to_pixel (line->y, line->values[column->highest]);

  return fabs (high - low) < FLAT_PIXELS;
}

/* @ends: the line ends with this column, so its last sample counts. */
static void
flush_column (const Line *line,
              Column     *column,
              gboolean    ends)
{
  gsize early = MIN (column->lowest, column->highest);
  gsize late = MAX (column->lowest, column->highest);

  if (!column->filled)
    return;

  column->filled = FALSE;
  append_sample (line, column->first);
  if (!ends && is_flat (line, column))
    return;

  if (early > column->first && early < column->last)
    append_sample (line, early);
  if (late > early && late < column->last)
    append_sample (line, late);
  if (column->last > column->first)
    append_sample (line, column->last);
}

/* @after_gap: there is no value between this sample and the one before it. */
static void
add_to_column (const Line *line,
               Column     *column,
               gsize       index,
               gboolean    after_gap)
{
  if (column->filled && line->times[index] >= column->end)
    {
      double   width = drill_chart_scale_to_pixel (line->x, line->times[index]) - drill_chart_scale_to_pixel (line->x, line->times[column->last]);
      gboolean lifted = after_gap && width >= 1;

      flush_column (line, column, lifted);
      if (lifted)
        append_lift (line);
    }

  if (!column->filled)
    {
      double pixel = floor (drill_chart_scale_to_pixel (line->x, line->times[index]));

      *column = (Column) { TRUE, drill_chart_scale_to_value (line->x, pixel + 1), index, index, index, index };
      return;
    }

  column->last = index;
  if (line->values[index] < line->values[column->lowest])
    column->lowest = index;
  if (line->values[index] > line->values[column->highest])
    column->highest = index;
}

void
drill_chart_decimate (const DrillChartSeries *series,
                      const DrillChartScale  *x,
                      const DrillChartScale  *y,
                      GArray                 *points)
{
  Line     line;
  Column   column = { 0 };
  gsize    n_samples;
  gsize    start, end;
  gboolean gap = FALSE;

  g_return_if_fail (series != NULL && x != NULL && y != NULL && points != NULL);

  n_samples = drill_chart_series_get_length (series);
  line = (Line) {
    drill_chart_series_get_times (series),
    drill_chart_series_get_values (series),
    x, y, points,
  };

  /* One sample more on each side: the line goes on past the edge. */
  start = drill_chart_series_find (series, x->low);
  start = start > 0 ? start - 1 : 0;
  for (end = start; end < n_samples; end++)
    {
      if (isfinite (line.values[end]))
        {
          add_to_column (&line, &column, end, gap);
          gap = FALSE;
        }
      else
        {
          gap = TRUE;
        }

      if (line.times[end] > x->high)
        break;
    }
  flush_column (&line, &column, TRUE);
}

/* Stretches @column towards its predecessor until the two touch. */
static void
touch_previous (const DrillChartBand *previous,
                DrillChartBand       *column)
{
  column->top = MIN (column->top, previous->bottom);
  column->bottom = MAX (column->bottom, previous->top);
}

void
drill_chart_band (const GArray *points,
                  GArray       *band)
{
  gboolean joined = FALSE;

  g_return_if_fail (points != NULL && band != NULL);

  for (guint i = 0; i < points->len; i++)
    {
      const DrillChartPoint *point = &g_array_index (points, DrillChartPoint, i);
      DrillChartBand        *last = band->len > 0 ? &g_array_index (band, DrillChartBand, band->len - 1) : NULL;
      DrillChartBand         next;

      if (isnan (point->y))
        {
          joined = FALSE;
          continue;
        }

      if (joined && last->x == floor (point->x))
        {
          last->top = MIN (last->top, point->y);
          last->bottom = MAX (last->bottom, point->y);
          continue;
        }

      next = (DrillChartBand) { floor (point->x), point->y, point->y, joined };
      if (joined)
        touch_previous (last, &next);
      g_array_append_val (band, next);
      joined = TRUE;
    }
}
