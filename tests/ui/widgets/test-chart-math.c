/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui/widgets/chart/chart-palette.h"
#include "ui/widgets/chart/chart-rows.h"
#include "ui/widgets/chart/decimate.h"

#include <math.h>

static DrillChartSeries *
create_series (const double *values,
               gsize         n_values)
{
  g_autofree double *times = g_new (double, n_values);

  for (gsize i = 0; i < n_values; i++)
    times[i] = (double) i;

  return drill_chart_series_new ("id", "Label", DRILL_CHART_COUNT, times, values, n_values, NAN);
}

static void
test_scale (void)
{
  DrillChartScale scale = { 10, 20, 100, 0 };
  DrillChartScale nothing = { 5, 5, 3, 3 };

  g_assert_cmpfloat (drill_chart_scale_to_pixel (&scale, 10), ==, 100);
  g_assert_cmpfloat (drill_chart_scale_to_pixel (&scale, 15), ==, 50);
  g_assert_cmpfloat (drill_chart_scale_to_value (&scale, 0), ==, 20);
  g_assert_cmpfloat (drill_chart_scale_to_pixel (&nothing, 7), ==, 3);
  g_assert_cmpfloat (drill_chart_scale_to_value (&nothing, 7), ==, 5);
}

static void
assert_range (DrillChartRange range,
              double          start,
              double          end)
{
  g_assert_cmpfloat_with_epsilon (range.start, start, 1e-9);
  g_assert_cmpfloat_with_epsilon (range.end, end, 1e-9);
}

static void
test_zoom (void)
{
  DrillChartRange whole = { 0, 100 };

  assert_range (drill_chart_range_zoom (whole, whole, 50, 0.5, 1), 25, 75);
  assert_range (drill_chart_range_zoom (whole, whole, 0, 0.5, 1), 0, 50);
  assert_range (drill_chart_range_zoom (whole, whole, 100, 0.1, 1), 90, 100);
  assert_range (drill_chart_range_zoom (whole, whole, 50, 2, 1), 0, 100);
  assert_range (drill_chart_range_zoom ((DrillChartRange) { 40, 50 }, whole, 45, 1e-9, 2), 44, 46);
  assert_range (drill_chart_range_zoom ((DrillChartRange) { 0, 50 }, whole, 25, 1.5, 1), 0, 75);
  assert_range (drill_chart_range_move ((DrillChartRange) { 40, 50 }, whole, 10), 50, 60);
  assert_range (drill_chart_range_move ((DrillChartRange) { 40, 50 }, whole, 80), 90, 100);
  assert_range (drill_chart_range_move ((DrillChartRange) { 40, 50 }, whole, -80), 0, 10);
  assert_range (drill_chart_range_clamp ((DrillChartRange) { -50, 500 }, whole, 1), 0, 100);
  assert_range (drill_chart_range_clamp ((DrillChartRange) { 20, 20 }, (DrillChartRange) { 0, 0.5 }, 1), 0, 0.5);
}

static void
test_series (void)
{
  static const double         times[] = { 1, 2, 2, 5, 4, 9 };
  static const double         values[] = { 1, NAN, 7, -3, 100, 100 };
  g_autoptr (DrillChartSeries) series = drill_chart_series_new ("a", "A", DRILL_CHART_BYTES, times, values, 6, 3);
  double                      low, high;
  gsize                       index;

  /* Time runs back at the fifth: there the series ends. */
  g_assert_cmpuint (drill_chart_series_get_length (series), ==, 4);
  g_assert_cmpuint (drill_chart_series_find (series, 0), ==, 0);
  g_assert_cmpuint (drill_chart_series_find (series, 2), ==, 1);
  g_assert_cmpuint (drill_chart_series_find (series, 6), ==, 4);

  g_assert_true (drill_chart_series_find_nearest (series, 3.4, &index));
  g_assert_cmpuint (index, ==, 2);
  g_assert_true (drill_chart_series_find_nearest (series, 99, &index));
  g_assert_cmpuint (index, ==, 3);

  g_assert_true (drill_chart_series_get_extent (series, 0, 10, &low, &high));
  g_assert_cmpfloat (low, ==, -3);
  g_assert_cmpfloat (high, ==, 7);
  g_assert_false (drill_chart_series_get_extent (series, 3, 4, &low, &high));
}

static void
test_empty_series (void)
{
  g_autoptr (DrillChartSeries) series = drill_chart_series_new ("a", "A", DRILL_CHART_COUNT, NULL, NULL, 0, NAN);
  g_autoptr (GArray)           points = g_array_new (FALSE, FALSE, sizeof (DrillChartPoint));
  DrillChartScale              x = { 0, 1, 0, 10 };
  gsize                        index;

  g_assert_false (drill_chart_series_find_nearest (series, 1, &index));
  drill_chart_decimate (series, &x, &x, points);
  g_assert_cmpuint (points->len, ==, 0);
}

static GArray *
decimate (DrillChartSeries *series,
          double            low,
          double            high,
          double            width)
{
  GArray         *points = g_array_new (FALSE, FALSE, sizeof (DrillChartPoint));
  DrillChartScale x = { low, high, 0, width };
  DrillChartScale y = { 0, 1000, 1000, 0 };

  drill_chart_decimate (series, &x, &y, points);

  return points;
}

/* Few samples are drawn as they are, and the line is lifted over a gap. */
static void
test_decimate_few (void)
{
  static const double         values[] = { 1, 2, NAN, 4, NAN, NAN, 7 };
  g_autoptr (DrillChartSeries) series = create_series (values, G_N_ELEMENTS (values));
  g_autoptr (GArray)           points = decimate (series, 0, 6, 600);
  static const double          expected[] = { 999, 998, NAN, 996, NAN, 993 };

  g_assert_cmpuint (points->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < points->len; i++)
    {
      double y = g_array_index (points, DrillChartPoint, i).y;

      if (isnan (expected[i]))
        g_assert_true (isnan (y));
      else
        g_assert_cmpfloat_with_epsilon (y, expected[i], 1e-9);
    }
}

/* Whatever the data: bounded in number, in order, and in each column of pixels
 * as low and as high as the samples in it. */
static void
test_decimate_many (void)
{
  for (int round = 0; round < 40; round++)
    {
      gsize                        n = g_test_rand_int_range (1, 6000);
      int                          width = g_test_rand_int_range (1, 900);
      g_autofree double           *values = g_new (double, n);
      g_autofree double           *lowest = g_new (double, width + 1);
      g_autofree double           *highest = g_new (double, width + 1);
      g_autoptr (DrillChartSeries) series = NULL;
      g_autoptr (GArray)           points = NULL;
      double                       last_x = 0;
      double                       span = MAX (1.0, (double) n - 1);
      int                          gap_every = g_test_rand_int_range (1, 50);

      for (gsize i = 0; i < n; i++)
        values[i] = g_test_rand_int_range (0, gap_every + 1) == 0 ? NAN : g_test_rand_double_range (0, 1000);
      series = create_series (values, n);
      points = decimate (series, 0, span, width);

      g_assert_cmpuint (points->len, <=, (guint) (5 * (width + 3)));
      for (int i = 0; i <= width; i++)
        {
          lowest[i] = INFINITY;
          highest[i] = -INFINITY;
        }
      for (guint i = 0; i < points->len; i++)
        {
          const DrillChartPoint *point = &g_array_index (points, DrillChartPoint, i);

          if (isnan (point->y))
            continue;
          g_assert_cmpfloat (point->x, >=, last_x);
          last_x = point->x;
          lowest[(int) point->x] = MIN (lowest[(int) point->x], 1000 - point->y);
          highest[(int) point->x] = MAX (highest[(int) point->x], 1000 - point->y);
        }
      for (gsize i = 0; i < n; i++)
        {
          int column = (int) (i / span * width);
          int before = MAX (column - 1, 0);
          int after = MIN (column + 1, width);

          /* On the edge of a column, rounding decides to which it belongs. */
          if (isnan (values[i]))
            continue;
          g_assert_cmpfloat (values[i], >=, MIN (lowest[column], MIN (lowest[before], lowest[after])) - 0.6);
          g_assert_cmpfloat (values[i], <=, MAX (highest[column], MAX (highest[before], highest[after])) + 0.6);
        }
    }
}

/* Gaps narrower than a pixel are not drawn, wider ones are, at their place. */
static void
test_decimate_gaps (void)
{
  enum { N = 1000 };
  double                       values[N];
  g_autoptr (DrillChartSeries) series = NULL;
  g_autoptr (GArray)           points = NULL;
  guint                        n_lifts = 0;

  for (int i = 0; i < N; i++)
    values[i] = i % 2 == 0 || (i >= 500 && i < 600) ? NAN : 7;
  series = create_series (values, N);
  points = decimate (series, 0, N, 100);

  for (guint i = 0; i < points->len; i++)
    {
      if (!isnan (g_array_index (points, DrillChartPoint, i).y))
        continue;
      n_lifts++;
      g_assert_cmpfloat (g_array_index (points, DrillChartPoint, i - 1).x, <, 50);
      g_assert_cmpfloat (g_array_index (points, DrillChartPoint, i + 1).x, >=, 60);
    }
  g_assert_cmpuint (n_lifts, ==, 1);
  g_assert_cmpuint (points->len, <=, 5 * 103);
}

/* Samples outside the window only lead the line to its edges. */
static void
test_decimate_window (void)
{
  static const double          values[] = { 1, 2, 3, 4, 5, 6, 7, 8 };
  g_autoptr (DrillChartSeries) series = create_series (values, G_N_ELEMENTS (values));
  g_autoptr (GArray)           points = decimate (series, 2.5, 4.5, 100);

  g_assert_cmpuint (points->len, ==, 4);
  g_assert_cmpfloat (g_array_index (points, DrillChartPoint, 0).x, ==, -25);
  g_assert_cmpfloat (g_array_index (points, DrillChartPoint, 3).x, ==, 125);
}

static void
test_band (void)
{
  static const DrillChartPoint points[] = {
    { 0.1, 10 }, { 0.5, 30 }, { 1.2, 50 }, { 1.3, 60 }, { 0, NAN }, { 2.5, 5 },
  };
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (DrillChartPoint));
  g_autoptr (GArray) band = g_array_new (FALSE, FALSE, sizeof (DrillChartBand));
  DrillChartBand    *columns;

  g_array_append_vals (line, points, G_N_ELEMENTS (points));
  drill_chart_band (line, band);
  columns = (DrillChartBand *) band->data;

  g_assert_cmpuint (band->len, ==, 3);
  g_assert_cmpfloat (columns[0].top, ==, 10);
  g_assert_cmpfloat (columns[0].bottom, ==, 30);
  g_assert_false (columns[0].joined);
  /* Reaches up to where the first column ends. */
  g_assert_cmpfloat (columns[1].top, ==, 30);
  g_assert_cmpfloat (columns[1].bottom, ==, 60);
  g_assert_true (columns[1].joined);
  g_assert_cmpfloat (columns[2].top, ==, 5);
  g_assert_false (columns[2].joined);
}

static double
luminance (guint32 color)
{
  double parts[3];

  for (int i = 0; i < 3; i++)
    {
      double c = (color >> (16 - 8 * i) & 0xff) / 255.0;

      parts[i] = c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
    }

  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

static double
contrast (guint32 a,
          guint32 b)
{
  double light = MAX (luminance (a), luminance (b));
  double dark = MIN (luminance (a), luminance (b));

  return (light + 0.05) / (dark + 0.05);
}

static void
test_palette (void)
{
  for (guint i = 0; i < DRILL_CHART_N_STYLES; i++)
    {
      const DrillChartStyle *style = drill_chart_palette_get (i);

      g_assert_cmpfloat (contrast (style->light, 0xfafafa), >=, 3);
      g_assert_cmpfloat (contrast (style->dark, 0x363636), >=, 3);

      for (guint j = i + 1; j < DRILL_CHART_N_STYLES; j++)
        {
          const DrillChartStyle *other = drill_chart_palette_get (j);

          g_assert_cmpuint (style->light, !=, other->light);
          g_assert_true (style->n_dashes != other->n_dashes
                         || memcmp (style->dashes, other->dashes, sizeof style->dashes) != 0);
        }
    }
  g_assert_true (drill_chart_palette_get (DRILL_CHART_N_STYLES) == drill_chart_palette_get (0));
}

/* Rows are the union of the times, and hold a value only where one was taken. */
static void
test_rows (void)
{
  static const double         times_a[] = { 1, 2, 3 };
  static const double         times_b[] = { 2, 2.5 };
  static const double         values[] = { 10, NAN, 30 };
  DrillChartSeries           *series[] = {
    drill_chart_series_new ("a", "A", DRILL_CHART_COUNT, times_a, values, 3, NAN),
    drill_chart_series_new ("b", "B", DRILL_CHART_COUNT, times_b, values, 2, NAN),
  };
  static const char *const    cells[][2] = { { "10", "" }, { "–", "10" }, { "", "–" }, { "30", "" } };
  g_autoptr (DrillChartModel) model = drill_chart_model_new ();
  g_autoptr (GListModel)      rows = NULL;

  drill_chart_model_set_series (model, series, 2);
  rows = drill_chart_rows_new (model);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, G_N_ELEMENTS (cells));
  g_assert_null (g_list_model_get_item (rows, G_N_ELEMENTS (cells)));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (DrillChartRow) row = g_list_model_get_item (rows, i);

      for (guint j = 0; j < 2; j++)
        {
          g_autofree char *text = drill_chart_row_get_value (row, j);

          g_assert_cmpstr (text, ==, cells[i][j]);
        }
    }

  drill_chart_series_unref (series[0]);
  drill_chart_series_unref (series[1]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-math/scale", test_scale);
  g_test_add_func ("/chart-math/zoom", test_zoom);
  g_test_add_func ("/chart-math/series", test_series);
  g_test_add_func ("/chart-math/empty-series", test_empty_series);
  g_test_add_func ("/chart-math/decimate-few", test_decimate_few);
  g_test_add_func ("/chart-math/decimate-many", test_decimate_many);
  g_test_add_func ("/chart-math/decimate-gaps", test_decimate_gaps);
  g_test_add_func ("/chart-math/decimate-window", test_decimate_window);
  g_test_add_func ("/chart-math/band", test_band);
  g_test_add_func ("/chart-math/palette", test_palette);
  g_test_add_func ("/chart-math/rows", test_rows);

  return g_test_run ();
}
