/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui/widgets/chart/chart-axis.h"

#include <math.h>

#define KB 1024.0
#define MB (1024 * KB)
#define GB (1024 * MB)

static const struct
{
  DrillChartUnit unit;
  double         low, high;
  guint          max_ticks;
  const char    *labels; /* all, with | between */
} axes[] = {
  { DRILL_CHART_BYTES, 0, 1.6 * GB, 5, "0.0 GB|0.5 GB|1.0 GB|1.5 GB|2.0 GB" },
  { DRILL_CHART_BYTES, 0, 900 * MB, 6, "0 MB|200 MB|400 MB|600 MB|800 MB|1000 MB" },
  { DRILL_CHART_BYTES, 0, 300, 4, "0 B|100 B|200 B|300 B" },
  { DRILL_CHART_SECONDS, 0, 0.35, 5, "0 ms|100 ms|200 ms|300 ms|400 ms" },
  { DRILL_CHART_SECONDS, 0, 1.2, 5, "0.0 s|0.5 s|1.0 s|1.5 s" },
  { DRILL_CHART_SECONDS, 0, 100, 6, "0 s|20 s|40 s|60 s|80 s|100 s" },
  { DRILL_CHART_SECONDS, 0, 3300, 5, "0 min|15 min|30 min|45 min|60 min" },
  { DRILL_CHART_SECONDS, 0, 40000, 5, "0 h|3 h|6 h|9 h|12 h" },
  { DRILL_CHART_RATIO, 0, 1, 6, "0 %|20 %|40 %|60 %|80 %|100 %" },
  { DRILL_CHART_RATIO, 0, 0.016, 5, "0.0 %|0.5 %|1.0 %|1.5 %|2.0 %" },
  { DRILL_CHART_RATIO, 0, 0.0004, 3, "0.00 %|0.02 %|0.04 %" },
  { DRILL_CHART_PER_SECOND, 0, 260, 4, "0/s|100/s|200/s|300/s" },
  { DRILL_CHART_PER_SECOND, 0, 24000, 4, "0 k/s|10 k/s|20 k/s|30 k/s" },
  { DRILL_CHART_DAYS, 0, 40, 5, "0 d|10 d|20 d|30 d|40 d" },
  { DRILL_CHART_DAYS, 0, 1461, 5, "0 y|1 y|2 y|3 y|4 y" },
  { DRILL_CHART_COUNT, 0, 5000, 6, "0|1000|2000|3000|4000|5000" },
  { DRILL_CHART_COUNT, -30, 65, 6, "-50|0|50|100" },
  { DRILL_CHART_COUNT, 0, 0, 3, "0.0|0.5|1.0" },
  { DRILL_CHART_COUNT, 7, 7, 3, "5|10|15" },
  { DRILL_CHART_COUNT, NAN, INFINITY, 3, "0.0|0.5|1.0" },
  { DRILL_CHART_COUNT, 5, 1, 3, "0.0|0.5|1.0" },
};

static void
test_value_labels (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (axes); i++)
    {
      DrillChartTicks     ticks = drill_chart_value_ticks (axes[i].unit, axes[i].low, axes[i].high, axes[i].max_ticks);
      g_autoptr (GString) labels = g_string_new (NULL);

      for (guint j = 0; j < ticks.n_ticks; j++)
        {
          g_autofree char *label = drill_chart_ticks_format (&ticks, axes[i].unit, j);

          g_string_append_printf (labels, "%s%s", j > 0 ? "|" : "", label);
        }
      g_assert_cmpstr (labels->str, ==, axes[i].labels);
    }
}

/* For any range: the ends enclose it, the number is bounded, the step is sane. */
static void
test_value_properties (void)
{
  for (int round = 0; round < 20000; round++)
    {
      DrillChartUnit  unit = g_test_rand_int_range (0, 5);
      double          low = g_test_rand_double_range (-1, 1) * pow (10, g_test_rand_int_range (-12, 15));
      double          high = low + g_test_rand_double () * pow (10, g_test_rand_int_range (-12, 15));
      guint           max_ticks = g_test_rand_int_range (2, 12);
      DrillChartTicks ticks = drill_chart_value_ticks (unit, low, high, max_ticks);
      double          last = drill_chart_ticks_get (&ticks, ticks.n_ticks - 1);

      g_assert_cmpfloat (ticks.step, >, 0);
      g_assert_cmpuint (ticks.n_ticks, >=, 2);
      g_assert_cmpuint (ticks.n_ticks, <=, MAX (max_ticks, 3));
      g_assert_cmpfloat (ticks.first, <=, low + ticks.step * 1e-6);
      g_assert_cmpfloat (last, >=, high - ticks.step * 1e-6);
    }
}

static void
test_time_labels (void)
{
  static const struct
  {
    double      start, end;
    guint       max_ticks;
    const char *labels;
  } times[] = {
    { 11640, 15240, 5, "03:15|03:30|03:45|04:00" },
    { 11640, 11670, 4, "03:14:00|03:14:10|03:14:20|03:14:30" },
    { 0, 86400, 4, "00:00|06:00|12:00|18:00|00:00" },
    { 1e9, 1e9 + 4 * 86400, 5, "10 Sep|11 Sep|12 Sep|13 Sep" },
    { 100, 101, 3, "00:01:40|00:01:41" },
    { 100.25, 100.75, 3, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      DrillChartTicks     ticks = drill_chart_time_ticks (times[i].start, times[i].end, times[i].max_ticks);
      g_autoptr (GString) labels = g_string_new (NULL);

      for (guint j = 0; j < ticks.n_ticks; j++)
        {
          g_autofree char *label = drill_chart_format_time (drill_chart_ticks_get (&ticks, j), ticks.step);

          g_string_append_printf (labels, "%s%s", j > 0 ? "|" : "", label);
        }
      g_assert_cmpstr (labels->str, ==, times[i].labels);
    }
}

static void
test_time_properties (void)
{
  for (int round = 0; round < 20000; round++)
    {
      double          start = g_test_rand_double_range (0, 2e9);
      double          end = start + pow (10, g_test_rand_double_range (-1, 9.5));
      guint           max_ticks = g_test_rand_int_range (1, 15);
      DrillChartTicks ticks = drill_chart_time_ticks (start, end, max_ticks);

      g_assert_cmpfloat (ticks.step, >=, 1);
      g_assert_cmpuint (ticks.n_ticks, <=, max_ticks + 1);
      if (ticks.n_ticks > 0)
        {
          g_assert_cmpfloat (ticks.first, >=, start);
          g_assert_cmpfloat (drill_chart_ticks_get (&ticks, ticks.n_ticks - 1), <=, end);
        }
    }
}

static void
test_values (void)
{
  static const struct
  {
    DrillChartUnit unit;
    double         value;
    const char    *text;
  } values[] = {
    { DRILL_CHART_BYTES, 0, "0 B" }, { DRILL_CHART_BYTES, 1.46 * GB, "1.46 GB" },
    { DRILL_CHART_BYTES, 512 * MB, "512 MB" }, { DRILL_CHART_BYTES, -2 * KB, "-2 KB" },
    { DRILL_CHART_BYTES, 1023, "1023 B" },
    { DRILL_CHART_SECONDS, 0, "0 s" }, { DRILL_CHART_SECONDS, 0.18, "180 ms" },
    { DRILL_CHART_SECONDS, 0.0000123, "12.3 µs" }, { DRILL_CHART_SECONDS, 90, "90 s" },
    { DRILL_CHART_SECONDS, 600, "10 min" }, { DRILL_CHART_SECONDS, 9000, "2.50 h" },
    { DRILL_CHART_RATIO, 0.004, "0.40 %" }, { DRILL_CHART_RATIO, 1, "100 %" },
    { DRILL_CHART_PER_SECOND, 207, "207/s" }, { DRILL_CHART_PER_SECOND, 15500, "15.5 k/s" },
    { DRILL_CHART_COUNT, 9999, "9999" }, { DRILL_CHART_COUNT, 14245, "14.2 k" },
    { DRILL_CHART_COUNT, 2.5e7, "25 M" }, { DRILL_CHART_COUNT, NAN, "–" },
    { DRILL_CHART_COUNT, INFINITY, "–" }, { DRILL_CHART_COUNT, -0.0, "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = drill_chart_unit_format_value (values[i].unit, values[i].value);

      g_assert_cmpstr (text, ==, values[i].text);
    }
}

static void
test_impossible_times (void)
{
  static const double times[] = { NAN, INFINITY, -INFINITY, 1e300, -1e15, 1e18 };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text = drill_chart_format_time (times[i], 60);

      g_assert_cmpstr (text, ==, "–");
    }
}

typedef struct
{
  DrillChartAxis axis;
  double         start;
  double         end;
  guint          max_ticks;
  const char    *labels;
} AxisCase;

static const AxisCase bottoms[] = {
  { DRILL_CHART_AXIS_CLOCK, 0, 3600, 3, "00:00|00:30|01:00" },
  { DRILL_CHART_AXIS_DATE, 0, 3 * 86400, 8, "1 Jan|2 Jan|3 Jan|4 Jan" },
  { DRILL_CHART_AXIS_DATE, 100, 4000, 8, "" },
  { DRILL_CHART_AXIS_DATE, 0, 500 * 86400.0, 8, "Jan 1970|Mar 1970|Jun 1970|Sep 1970|Dec 1970|Feb 1971" },
  { DRILL_CHART_AXIS_PERCENT, 70, 97, 6, "70 %|80 %|90 %" },
  { DRILL_CHART_AXIS_PERCENT, 72, 88, 5, "75 %|80 %|85 %" },
};

static void
test_axes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bottoms); i++)
    {
      const AxisCase     *this = &bottoms[i];
      DrillChartTicks     ticks = drill_chart_axis_ticks (this->axis, this->start, this->end, this->max_ticks);
      g_autoptr (GString) labels = g_string_new (NULL);

      for (guint j = 0; j < ticks.n_ticks; j++)
        {
          g_autofree char *label = drill_chart_axis_format (this->axis, drill_chart_ticks_get (&ticks, j), ticks.step);

          g_string_append_printf (labels, "%s%s", j > 0 ? "|" : "", label);
        }
      g_assert_cmpstr (labels->str, ==, this->labels);
      g_assert_cmpfloat (ticks.step, >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-ticks/value-labels", test_value_labels);
  g_test_add_func ("/chart-ticks/value-properties", test_value_properties);
  g_test_add_func ("/chart-ticks/time-labels", test_time_labels);
  g_test_add_func ("/chart-ticks/time-properties", test_time_properties);
  g_test_add_func ("/chart-ticks/values", test_values);
  g_test_add_func ("/chart-ticks/axes", test_axes);
  g_test_add_func ("/chart-ticks/impossible-times", test_impossible_times);

  return g_test_run ();
}
