/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What a redraw of the fullest chart costs: eight series of 20,000 samples,
 * 1200 by 400 pixels. Half of the series are noise, the worst to draw. The
 * limit is loose on purpose; the numbers are for reading.
 */

#include "config.h"

#include "ui/widgets/chart/chart-render.h"
#include "ui/widgets/chart/decimate.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#define N_SERIES 8
#define N_SAMPLES 20000
#define N_ROUNDS 31
#define WIDTH 1200
#define HEIGHT 400

static DrillChartModel *
create_model (void)
{
  DrillChartModel   *model = drill_chart_model_new ();
  DrillChartSeries  *series[N_SERIES];
  g_autoptr (GRand)  rand = g_rand_new_with_seed (7);
  g_autofree double *times = g_new (double, N_SAMPLES);
  g_autofree double *values = g_new (double, N_SAMPLES);

  for (int i = 0; i < N_SERIES; i++)
    {
      for (int j = 0; j < N_SAMPLES; j++)
        {
          times[j] = j;
          values[j] = 100 * i + 30 * sin (j / 900.0 + i) + (i % 2 == 0 ? g_rand_double (rand) * 60 : 0);
        }
      series[i] = drill_chart_series_new ("s", "s", DRILL_CHART_COUNT, times, values, N_SAMPLES, NAN);
    }

  drill_chart_model_set_series (model, series, N_SERIES);
  for (int i = 0; i < N_SERIES; i++)
    drill_chart_series_unref (series[i]);

  return model;
}

/* Of this process alone: other work on the machine does not count. */
static gint64
cpu_time_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static double
median_ms (gint64 *rounds)
{
  qsort (rounds, N_ROUNDS, sizeof (gint64), compare);

  return rounds[N_ROUNDS / 2] / 1000.0;
}

int
main (void)
{
  g_autoptr (DrillChartModel) model = create_model ();
  g_autoptr (GArray)          points = g_array_new (FALSE, FALSE, sizeof (DrillChartPoint));
  DrillChartColors            colors = { { 0, 0, 0, 1 }, FALSE };
  gint64                      decimate[N_ROUNDS];
  gint64                      render[N_ROUNDS];

  for (int round = 0; round < N_ROUNDS; round++)
    {
      cairo_surface_t        *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
      cairo_t                *cr = cairo_create (surface);
      g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
      DrillChartGeometry      geometry;
      gint64                  start = cpu_time_us ();

      drill_chart_geometry_compute (&geometry, model, layout, WIDTH, HEIGHT);
      drill_chart_render (cr, model, &geometry, &colors, layout);
      cairo_surface_flush (surface);
      render[round] = cpu_time_us () - start;

      start = cpu_time_us ();
      for (guint i = 0; i < N_SERIES; i++)
        {
          g_array_set_size (points, 0);
          drill_chart_decimate (drill_chart_model_get_series (model, i), &geometry.x, &geometry.panes[0].y, points);
        }
      decimate[round] = cpu_time_us () - start;

      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }

  g_print ("decimate 8 x 20,000 samples: %.2f ms\n", median_ms (decimate));
  g_print ("whole plot: %.2f ms\n", median_ms (render));

  return median_ms (render) < 500 ? 0 : 1;
}
