/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What one action on the dashboards costs, by the frame clock: eight charts of
 * 20,000 samples each get a few samples more, and the frame that shows them is
 * timed from the change to the end of its painting.
 */

#include "config.h"

#include "ui/widgets/chart/chart.h"
#include "ui/widgets/widgets.h"

#include <adwaita.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define N_CHARTS  8
#define N_SAMPLES 20000
#define N_ACTIONS 60
#define N_WARM_UP 5

typedef struct
{
  GtkWidget *charts[N_CHARTS];
  double    *times;
  double    *values;
  gint64     changed_us;
  gint64     frames_us[N_ACTIONS];
  guint      actions;
  gboolean   done;
} Bench;

static void
act (Bench *bench)
{
  gsize length = N_SAMPLES - N_ACTIONS - N_WARM_UP + bench->actions;

  bench->changed_us = g_get_monotonic_time ();
  for (guint i = 0; i < N_CHARTS; i++)
    {
      DrillChartSeries *series;

      series = drill_chart_series_new ("rss", "Resident memory", DRILL_CHART_BYTES, bench->times, bench->values,
                                       length, 2e9);
      drill_chart_set_series (DRILL_CHART (bench->charts[i]), &series, 1);
      drill_chart_series_unref (series);
    }
}

static gboolean
next_cb (gpointer data)
{
  act (data);

  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *bench)
{
  /* Frames that nobody asked for, such as the first one, are not counted. */
  if (bench->changed_us == 0 || bench->done)
    return;

  if (bench->actions >= N_WARM_UP)
    bench->frames_us[bench->actions - N_WARM_UP] = g_get_monotonic_time () - bench->changed_us;
  bench->actions++;
  bench->changed_us = 0;
  if (bench->actions == N_ACTIONS + N_WARM_UP)
    bench->done = TRUE;
  else
    g_idle_add_full (G_PRIORITY_LOW, next_cb, bench, NULL);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static void
make_samples (Bench *bench)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  bench->times = g_new (double, N_SAMPLES);
  bench->values = g_new (double, N_SAMPLES);
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      bench->times[i] = i;
      bench->values[i] = 1e9 + 4e8 * sin (i / 900.0) + 1e8 * g_rand_double (random);
    }
}

int
main (void)
{
  Bench           bench = { 0 };
  GtkWidget      *window;
  GtkWidget      *grid;
  GdkFrameClock  *clock;

  adw_init ();
  drill_widgets_load_css (gdk_display_get_default ());
  make_samples (&bench);
  window = gtk_window_new ();
  grid = gtk_grid_new ();
  gtk_grid_set_row_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (guint i = 0; i < N_CHARTS; i++)
    {
      bench.charts[i] = drill_chart_new ("Resident memory");
      gtk_widget_set_hexpand (bench.charts[i], TRUE);
      gtk_grid_attach (GTK_GRID (grid), bench.charts[i], i % 2, i / 2, 1, 1);
    }
  gtk_window_set_child (GTK_WINDOW (window), grid);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_widget_realize (window);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);
  gtk_window_present (GTK_WINDOW (window));
  act (&bench);
  while (!bench.done)
    g_main_context_iteration (NULL, TRUE);

  qsort (bench.frames_us, N_ACTIONS, sizeof *bench.frames_us, compare);
  printf ("{\"bench\": \"action on 8 charts of 20,000 samples\", \"p50_ms\": %.2f, \"p99_ms\": %.2f, "
          "\"frame_ms\": 16.67}\n",
          bench.frames_us[N_ACTIONS / 2] / 1000.0,
          bench.frames_us[N_ACTIONS * 99 / 100] / 1000.0);
  gtk_window_destroy (GTK_WINDOW (window));
  g_free (bench.times);
  g_free (bench.values);

  return 0;
}
