/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What one action on the dashboards costs, by the frame clock: eight charts of
 * 20,000 samples each get a sample more, and the frame that shows them is timed
 * from the change to the end of its painting.
 *
 * Processor time is told beside it: on a busy machine the time by the clock says
 * more about its neighbours than about the frame.
 *
 * In turns with it, so that whatever else the machine does hits both alike, a
 * window of the same size paints eight areas in one flat colour: the floor below
 * which no redraw can go.
 */

#include "config.h"

#include "ui/widgets/chart/chart.h"
#include "ui/widgets/widgets.h"

#include <adwaita.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define N_CHARTS  8
#define N_SAMPLES 20000
#define N_ACTIONS 60
#define N_WARM_UP 5

typedef enum
{
  CHARTS,
  FLOOR,
  N_KINDS,
} Kind;

typedef struct
{
  GtkWidget *charts[N_CHARTS];
  GtkWidget *areas[N_CHARTS];
  double    *times;
  double    *values;
  gint64     changed_us;
  gint64     changed_cpu_us;
  gint64     frames_us[N_KINDS][N_ACTIONS];
  gint64     cpu_us[N_KINDS][N_ACTIONS];
  Kind       kind; /* whose turn it is */
  guint      actions;
  gboolean   done;
} Bench;

static gint64
cpu_time_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
add_samples (Bench *bench)
{
  gsize length = N_SAMPLES - N_ACTIONS - N_WARM_UP + bench->actions;

  for (guint i = 0; i < N_CHARTS; i++)
    {
      DrillChartSeries *series;

      series = drill_chart_series_new ("rss", "Resident memory", DRILL_CHART_BYTES, bench->times, bench->values,
                                       length, 2e9);
      drill_chart_set_series (DRILL_CHART (bench->charts[i]), &series, 1);
      drill_chart_series_unref (series);
    }
}

static void
act (Bench *bench)
{
  bench->changed_us = g_get_monotonic_time ();
  bench->changed_cpu_us = cpu_time_us ();
  if (bench->kind == CHARTS)
    add_samples (bench);
  else
    for (guint i = 0; i < N_CHARTS; i++)
      gtk_widget_queue_draw (bench->areas[i]);
}

static gboolean
next_cb (gpointer data)
{
  act (data);

  return G_SOURCE_REMOVE;
}

static void
painted (Bench *bench,
         Kind   kind)
{
  /* Frames that nobody asked for, such as the first one, are not counted. */
  if (bench->changed_us == 0 || bench->kind != kind || bench->done)
    return;

  if (bench->actions >= N_WARM_UP)
    {
      bench->frames_us[kind][bench->actions - N_WARM_UP] = g_get_monotonic_time () - bench->changed_us;
      bench->cpu_us[kind][bench->actions - N_WARM_UP] = cpu_time_us () - bench->changed_cpu_us;
    }
  bench->changed_us = 0;
  bench->kind = (kind + 1) % N_KINDS;
  bench->actions += bench->kind == CHARTS;
  if (bench->actions == N_ACTIONS + N_WARM_UP)
    bench->done = TRUE;
  else
    g_idle_add_full (G_PRIORITY_LOW, next_cb, bench, NULL);
}

static void
charts_painted_cb (GdkFrameClock *clock,
                   Bench         *bench)
{
  painted (bench, CHARTS);
}

static void
floor_painted_cb (GdkFrameClock *clock,
                  Bench         *bench)
{
  painted (bench, FLOOR);
}

/* Another colour each time, or nothing would have to be painted. */
static void
draw_area (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        data)
{
  Bench *bench = data;

  cairo_set_source_rgb (cr, bench->actions % 2, 0.5, 0.5);
  cairo_paint (cr);
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

/* Returns: a window with @widgets in two columns, on the screen */
static GtkWidget *
window_new (GtkWidget **widgets)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (int i = 0; i < N_CHARTS; i++)
    {
      gtk_widget_set_hexpand (widgets[i], TRUE);
      gtk_widget_set_vexpand (widgets[i], TRUE);
      gtk_grid_attach (GTK_GRID (grid), widgets[i], i % 2, i / 2, 1, 1);
    }
  gtk_window_set_child (GTK_WINDOW (window), grid);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_widget_realize (window);

  return window;
}

/* @rounds: sorted */
static double
part_ms (const gint64 *rounds,
         guint         percent)
{
  return rounds[N_ACTIONS * percent / 100] / 1000.0;
}

int
main (void)
{
  Bench      bench = { 0 };
  GtkWidget *charts;
  GtkWidget *areas;

  adw_init ();
  drill_widgets_load_css (gdk_display_get_default ());
  make_samples (&bench);
  for (guint i = 0; i < N_CHARTS; i++)
    {
      bench.charts[i] = drill_chart_new ("Resident memory");
      bench.areas[i] = gtk_drawing_area_new ();
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (bench.areas[i]), draw_area, &bench, NULL);
    }
  charts = window_new (bench.charts);
  areas = window_new (bench.areas);
  g_signal_connect (gtk_widget_get_frame_clock (charts), "after-paint", G_CALLBACK (charts_painted_cb), &bench);
  g_signal_connect (gtk_widget_get_frame_clock (areas), "after-paint", G_CALLBACK (floor_painted_cb), &bench);
  gtk_window_present (GTK_WINDOW (areas));
  gtk_window_present (GTK_WINDOW (charts));
  act (&bench);
  while (!bench.done)
    g_main_context_iteration (NULL, TRUE);

  for (Kind kind = CHARTS; kind < N_KINDS; kind++)
    {
      qsort (bench.frames_us[kind], N_ACTIONS, sizeof (gint64), compare);
      qsort (bench.cpu_us[kind], N_ACTIONS, sizeof (gint64), compare);
    }
  printf ("{\"bench\": \"action on 8 charts of 20,000 samples\", \"p50_ms\": %.2f, \"p99_ms\": %.2f, "
          "\"cpu_p50_ms\": %.2f, \"frame_ms\": 16.67, \"floor_p50_ms\": %.2f, \"floor_cpu_p50_ms\": %.2f, "
          "\"ratio\": %.2f, \"cpu_ratio\": %.2f}\n",
          part_ms (bench.frames_us[CHARTS], 50),
          part_ms (bench.frames_us[CHARTS], 99),
          part_ms (bench.cpu_us[CHARTS], 50),
          part_ms (bench.frames_us[FLOOR], 50),
          part_ms (bench.cpu_us[FLOOR], 50),
          part_ms (bench.frames_us[CHARTS], 50) / part_ms (bench.frames_us[FLOOR], 50),
          part_ms (bench.cpu_us[CHARTS], 50) / part_ms (bench.cpu_us[FLOOR], 50));
  gtk_window_destroy (GTK_WINDOW (charts));
  gtk_window_destroy (GTK_WINDOW (areas));
  g_free (bench.times);
  g_free (bench.values);

  return 0;
}
