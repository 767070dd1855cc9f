/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui-test.h"

#include "ui/widgets/chart/chart-plot.h"
#include "ui/widgets/chart/chart.h"

#include <math.h>

static void
fill (GtkWidget *chart,
      guint      n_series,
      guint      n_samples)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_chart_series_unref);
  g_autofree double    *times = g_new (double, n_samples);
  g_autofree double    *values = g_new (double, n_samples);

  for (guint i = 0; i < n_series; i++)
    {
      g_autofree char *label = g_strdup_printf ("S%u", i);

      for (guint j = 0; j < n_samples; j++)
        {
          times[j] = 11640 + 15 * j;
          values[j] = j % 7 == 6 ? NAN : i + j;
        }
      g_ptr_array_add (all, drill_chart_series_new (label, label, i % 5, times, values, n_samples, i == 0 ? 3 : NAN));
    }

  drill_chart_set_series (DRILL_CHART (chart), (DrillChartSeries *const *) all->pdata, n_series);
}

static GtkWidget *
get_plot (GtkWidget *chart)
{
  return ui_test_find (chart, DRILL_TYPE_CHART_PLOT, 0);
}

/* Every number of series and samples that a pack can bring is drawn. */
static void
test_draw (void)
{
  static const struct
  {
    guint n_series, n_samples;
  } sizes[] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 1, 2 }, { 5, 100 }, { 10, 5000 } };
  static const DrillChartEvent events[] = { { 11640, "one" }, { 11641, "two" }, { 99999, "outside" } };
  GtkWidget                   *chart = drill_chart_new ("Title");
  GtkWidget                   *window = ui_test_show (chart, 360, 500);

  drill_chart_set_events (DRILL_CHART (chart), events, G_N_ELEMENTS (events));
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GdkPaintable)  picture = NULL;
      g_autoptr (GtkSnapshot)   snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;

      fill (chart, sizes[i].n_series, sizes[i].n_samples);
      ui_test_frame (chart);
      picture = gtk_widget_paintable_new (get_plot (chart));
      gdk_paintable_snapshot (picture, snapshot, 300, 300);
      node = gtk_snapshot_to_node (snapshot);
      g_assert_nonnull (node);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_keyboard (void)
{
  GtkWidget       *chart = drill_chart_new ("Title");
  GtkWidget       *window;
  GtkWidget       *plot = get_plot (chart);
  DrillChartModel *model = drill_chart_get_model (DRILL_CHART (chart));
  double           end = 11640 + 15 * 99;

  fill (chart, 1, 100);
  window = ui_test_show (chart, 800, 400);
  g_assert_true (gtk_widget_grab_focus (plot));

  g_assert_false (ui_test_press (plot, GDK_KEY_Escape, 0));
  g_assert_true (ui_test_press (plot, GDK_KEY_Left, 0));
  g_assert_cmpfloat (drill_chart_model_get_cursor (model), ==, end);
  g_assert_true (ui_test_press (plot, GDK_KEY_Left, 0));
  g_assert_cmpfloat (drill_chart_model_get_cursor (model), ==, end - 15);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "03:38:30. S0 98.");
  g_assert_true (ui_test_press (plot, GDK_KEY_Home, 0));
  g_assert_cmpfloat (drill_chart_model_get_cursor (model), ==, 11640);
  g_assert_true (ui_test_press (plot, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_cmpfloat (drill_chart_model_get_cursor (model), >=, 11640 + 148);

  g_assert_true (ui_test_press (plot, GDK_KEY_plus, 0));
  g_assert_true (drill_chart_model_is_zoomed (model));
  g_assert_true (ui_test_press (plot, GDK_KEY_Right, GDK_SHIFT_MASK));
  g_assert_true (ui_test_press (plot, GDK_KEY_0, 0));
  g_assert_false (drill_chart_model_is_zoomed (model));

  /* Escape takes back the cursor, then the zoom, then is left to the page. */
  g_assert_true (ui_test_press (plot, GDK_KEY_plus, 0));
  g_assert_true (ui_test_press (plot, GDK_KEY_Escape, 0));
  g_assert_true (isnan (drill_chart_model_get_cursor (model)));
  g_assert_true (ui_test_press (plot, GDK_KEY_Escape, 0));
  g_assert_false (drill_chart_model_is_zoomed (model));
  g_assert_false (ui_test_press (plot, GDK_KEY_Escape, 0));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_accessible (void)
{
  g_autoptr (GtkWidget) chart = g_object_ref_sink (drill_chart_new ("Memory"));
  GtkWidget            *plot = get_plot (chart);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_PROPERTY_LABEL, "Memory");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "No data.");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ui_test_find (chart, GTK_TYPE_TOGGLE_BUTTON, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Show as Table");
}

static void
test_table (void)
{
  GtkWidget     *chart = drill_chart_new ("Title");
  GtkWidget     *window;
  GtkColumnView *view;
  guint          notified = 0;

  fill (chart, 2, 50);
  window = ui_test_show (chart, 600, 400);
  view = GTK_COLUMN_VIEW (ui_test_find (chart, GTK_TYPE_COLUMN_VIEW, 0));

  /* Nothing is computed for a table that nobody has asked for. */
  g_assert_null (gtk_column_view_get_model (view));

  ui_test_count_notify (chart, "show-table", &notified);
  drill_chart_set_show_table (DRILL_CHART (chart), TRUE);
  drill_chart_set_show_table (DRILL_CHART (chart), TRUE);
  g_assert_cmpuint (notified, ==, 1);
  ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))), ==, 50);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (view)), ==, 3);

  /* New data, fewer series, while the table is seen. */
  fill (chart, 1, 60);
  ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view))), ==, 60);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (view)), ==, 2);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_narrow (void)
{
  g_autoptr (GtkWidget) chart = g_object_ref_sink (drill_chart_new ("A title that is longer than a narrow window is wide, by far"));

  fill (chart, 8, 10);
  g_assert_cmpint (ui_test_minimum_width (chart), <=, 300);
}

static void
test_finalize (void)
{
  GtkWidget *chart = g_object_ref_sink (drill_chart_new ("Title"));

  fill (chart, 3, 10);
  g_assert_finalize_object (chart);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/chart/draw", test_draw);
  g_test_add_func ("/chart/keyboard", test_keyboard);
  g_test_add_func ("/chart/accessible", test_accessible);
  g_test_add_func ("/chart/table", test_table);
  g_test_add_func ("/chart/narrow", test_narrow);
  g_test_add_func ("/chart/finalize", test_finalize);

  return g_test_run ();
}
