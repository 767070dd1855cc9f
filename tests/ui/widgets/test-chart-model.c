/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui/widgets/chart/chart-model.h"
#include "ui/widgets/chart/chart-text.h"

#include <math.h>

static DrillChartSeries *
create_series (const char    *label,
               DrillChartUnit unit,
               double         start,
               guint          n,
               double         slo)
{
  g_autofree double *times = g_new (double, n);
  g_autofree double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      times[i] = start + 10 * i;
      values[i] = i;
    }

  return drill_chart_series_new (label, label, unit, times, values, n, slo);
}

static void
set_one (DrillChartModel  *model,
         DrillChartSeries *series)
{
  drill_chart_model_set_series (model, &series, 1);
  drill_chart_series_unref (series);
}

static void
count_cb (DrillChartModel *model,
          guint           *count)
{
  (*count)++;
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
test_range (void)
{
  g_autoptr (DrillChartModel) model = drill_chart_model_new ();
  guint                       n_changes = 0;

  assert_range (drill_chart_model_get_range (model), 0, 1);
  set_one (model, create_series ("a", DRILL_CHART_COUNT, 100, 11, NAN));
  assert_range (drill_chart_model_get_range (model), 100, 200);

  g_signal_connect (model, "range-changed", G_CALLBACK (count_cb), &n_changes);
  drill_chart_model_set_range (model, (DrillChartRange) { 120, 140 });
  drill_chart_model_set_range (model, (DrillChartRange) { 120, 140 });
  drill_chart_model_set_range (model, (DrillChartRange) { NAN, 140 });
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (drill_chart_model_is_zoomed (model));
  drill_chart_model_reset_range (model);
  g_assert_false (drill_chart_model_is_zoomed (model));
}

/* A chart that shows all goes on to; one that was zoomed stays where it is. */
static void
test_growing_data (void)
{
  g_autoptr (DrillChartModel) model = drill_chart_model_new ();

  set_one (model, create_series ("a", DRILL_CHART_COUNT, 0, 11, NAN));
  set_one (model, create_series ("a", DRILL_CHART_COUNT, 0, 21, NAN));
  assert_range (drill_chart_model_get_range (model), 0, 200);

  drill_chart_model_set_range (model, (DrillChartRange) { 20, 40 });
  drill_chart_model_set_cursor (model, 30);
  set_one (model, create_series ("a", DRILL_CHART_COUNT, 0, 31, NAN));
  assert_range (drill_chart_model_get_range (model), 20, 40);
  g_assert_cmpfloat (drill_chart_model_get_cursor (model), ==, 30);

  /* Going back in time takes the cursor with what it stood on. */
  set_one (model, create_series ("a", DRILL_CHART_COUNT, 0, 2, NAN));
  g_assert_true (isnan (drill_chart_model_get_cursor (model)));
  assert_range (drill_chart_model_get_range (model), 0, 10);

  drill_chart_model_set_series (model, NULL, 0);
  drill_chart_model_set_cursor (model, 5);
  g_assert_true (isnan (drill_chart_model_get_cursor (model)));
}

static void
test_cursor_steps (void)
{
  g_autoptr (DrillChartModel) model = drill_chart_model_new ();
  static const struct
  {
    int    direction;
    double least;
    double cursor;
  } steps[] = {
    { 1, 0, 100 },   /* appears on the last sample */
    { 1, 0, 100 },   /* and cannot go past it */
    { -1, 0, 90 },
    { -1, 25, 60 },  /* at least 25 seconds: 65, so the sample before it */
    { 1, 25, 90 },
    { -1, 1000, 90 }, /* nothing is that far */
    { -1, 90, 0 },
  };

  set_one (model, create_series ("a", DRILL_CHART_COUNT, 0, 11, NAN));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      drill_chart_model_step_cursor (model, steps[i].direction, steps[i].least);
      g_assert_cmpfloat (drill_chart_model_get_cursor (model), ==, steps[i].cursor);
    }
}

/* The window goes where the cursor goes. */
static void
test_window_follows (void)
{
  g_autoptr (DrillChartModel) model = drill_chart_model_new ();

  set_one (model, create_series ("a", DRILL_CHART_COUNT, 0, 11, NAN));
  drill_chart_model_set_range (model, (DrillChartRange) { 20, 40 });
  drill_chart_model_step_cursor (model, 1, 0);
  g_assert_cmpfloat (drill_chart_model_get_cursor (model), ==, 40);
  drill_chart_model_step_cursor (model, 1, 0);
  assert_range (drill_chart_model_get_range (model), 30, 50);
}

static void
test_snap (void)
{
  g_autoptr (DrillChartModel) model = drill_chart_model_new ();

  g_assert_true (isnan (drill_chart_model_snap (model, 5)));
  set_one (model, create_series ("a", DRILL_CHART_COUNT, 0, 11, NAN));
  g_assert_cmpfloat (drill_chart_model_snap (model, 14), ==, 10);
  g_assert_cmpfloat (drill_chart_model_snap (model, 16), ==, 20);
  g_assert_cmpfloat (drill_chart_model_snap (model, 1000), ==, 100);
}

static void
test_units (void)
{
  g_autoptr (DrillChartModel) model = drill_chart_model_new ();
  DrillChartUnit              units[DRILL_CHART_N_UNITS];
  DrillChartSeries           *series[] = {
    create_series ("a", DRILL_CHART_SECONDS, 0, 2, NAN),
    create_series ("b", DRILL_CHART_BYTES, 0, 2, NAN),
    create_series ("c", DRILL_CHART_SECONDS, 0, 2, NAN),
  };

  drill_chart_model_set_series (model, series, 3);
  g_assert_cmpuint (drill_chart_model_get_units (model, units), ==, 2);
  g_assert_cmpuint (units[0], ==, DRILL_CHART_SECONDS);
  g_assert_cmpuint (units[1], ==, DRILL_CHART_BYTES);
  for (gsize i = 0; i < G_N_ELEMENTS (series); i++)
    drill_chart_series_unref (series[i]);
}

static void
test_text (void)
{
  static const DrillChartEvent events[] = { { 90, "restart" }, { 50, "deploy" }, { 5000, "never seen" }, { NAN, "no time" } };
  g_autoptr (DrillChartModel)  model = drill_chart_model_new ();
  g_autofree char             *nothing = drill_chart_text_summary (model);
  g_autofree char             *summary = NULL;
  g_autofree char             *cursor = NULL;

  g_assert_cmpstr (nothing, ==, "No data.");

  set_one (model, create_series ("Lag", DRILL_CHART_SECONDS, 0, 11, 4));
  drill_chart_model_set_events (model, events, G_N_ELEMENTS (events));
  g_assert_cmpuint (drill_chart_model_get_n_events (model), ==, 3);

  summary = drill_chart_text_summary (model);
  g_assert_cmpstr (summary, ==,
                   "From 00:00:00 to 00:01:40. Lag: 10 s at the end, between 0 s and 10 s. "
                   "At times above the SLO of 4 s. deploy at 00:00:50. restart at 00:01:30.");

  drill_chart_model_set_cursor (model, 50);
  cursor = drill_chart_text_cursor (model);
  g_assert_cmpstr (cursor, ==, "00:00:50. Lag 5 s. Event: deploy.");
}

static void
test_only_gaps (void)
{
  static const double         times[] = { 1, 2 };
  static const double         values[] = { NAN, NAN };
  g_autoptr (DrillChartModel) model = drill_chart_model_new ();
  g_autofree char            *summary = NULL;
  g_autofree char            *value = NULL;

  set_one (model, drill_chart_series_new ("a", "A", DRILL_CHART_COUNT, times, values, 2, NAN));
  summary = drill_chart_text_summary (model);
  value = drill_chart_text_value (model, 0);
  g_assert_cmpstr (summary, ==, "From 00:00:01 to 00:00:02. A: no values.");
  g_assert_cmpstr (value, ==, "–");
}

static void
test_finalize (void)
{
  DrillChartModel *model = drill_chart_model_new ();

  set_one (model, create_series ("a", DRILL_CHART_COUNT, 0, 2, NAN));
  g_assert_finalize_object (model);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-model/range", test_range);
  g_test_add_func ("/chart-model/growing-data", test_growing_data);
  g_test_add_func ("/chart-model/cursor-steps", test_cursor_steps);
  g_test_add_func ("/chart-model/window-follows", test_window_follows);
  g_test_add_func ("/chart-model/snap", test_snap);
  g_test_add_func ("/chart-model/units", test_units);
  g_test_add_func ("/chart-model/text", test_text);
  g_test_add_func ("/chart-model/only-gaps", test_only_gaps);
  g_test_add_func ("/chart-model/finalize", test_finalize);

  return g_test_run ();
}
