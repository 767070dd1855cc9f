/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui/widgets/chart/chart-render.h"

#include "ui/widgets/chart/chart-palette.h"
#include "ui/widgets/chart/decimate.h"

#include <glib/gi18n.h>
#include <math.h>

#define LINE_WIDTH 1.6
#define GRID_ALPHA 0.12
#define LABEL_ALPHA 0.75
#define EVENT_ALPHA 0.7

/* A line that goes up and down by more than this for each pixel of width is a
 * band of noise. It is filled as such: that looks the same, and stroking it
 * takes ten times as long. */
#define MAX_STROKED_TRAVEL 4.0

typedef struct
{
  cairo_t                  *cr;
  DrillChartModel          *model;
  const DrillChartGeometry *geometry;
  const DrillChartColors   *colors;
  PangoLayout              *layout;
} Renderer;

GdkRGBA
drill_chart_series_color (guint    index,
                          gboolean dark)
{
  const DrillChartStyle *style = drill_chart_palette_get (index);
  guint32                color = dark ? style->dark : style->light;

  return (GdkRGBA) { (color >> 16) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0, 1 };
}

/* Makes @cr draw lines as those of the series at @index. */
void
drill_chart_set_line (cairo_t  *cr,
                      guint     index,
                      gboolean  dark)
{
  const DrillChartStyle *style = drill_chart_palette_get (index);
  GdkRGBA                color = drill_chart_series_color (index, dark);

  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_dash (cr, style->dashes, style->n_dashes, 0);
}

static void
set_foreground (const Renderer *self,
                double          alpha)
{
  GdkRGBA color = self->colors->foreground;

  color.alpha *= alpha;
  gdk_cairo_set_source_rgba (self->cr, &color);
}

/* @x_align and @y_align: which part of the text lies at the point, 0 to 1. */
static void
draw_text (const Renderer *self,
           const char     *text,
           double          x,
           double          y,
           double          x_align,
           double          y_align)
{
  int width, height;

  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, &width, &height);
  cairo_move_to (self->cr, round (x - width * x_align), round (y - height * y_align));
  pango_cairo_show_layout (self->cr, self->layout);
}

/* On the middle of a pixel, so that a line of one pixel is sharp. */
static double
sharp (double pixel)
{
  return floor (pixel) + 0.5;
}

static void
draw_value_axis (const Renderer       *self,
                 const DrillChartPane *pane)
{
  const DrillChartScale *x = &self->geometry->x;

  cairo_set_line_width (self->cr, 1);
  for (guint i = 0; i < pane->ticks.n_ticks; i++)
    {
      double           y = drill_chart_scale_to_pixel (&pane->y, drill_chart_ticks_get (&pane->ticks, i));
      g_autofree char *text = drill_chart_ticks_format (&pane->ticks, pane->unit, i);

      set_foreground (self, i == 0 ? GRID_ALPHA * 2.5 : GRID_ALPHA);
      cairo_move_to (self->cr, x->from, sharp (y));
      cairo_line_to (self->cr, x->to, sharp (y));
      cairo_stroke (self->cr);

      set_foreground (self, LABEL_ALPHA);
      draw_text (self, text, x->from - 6, y, 1, 0.5);
    }
}

static void
draw_time_axis (const Renderer *self)
{
  const DrillChartGeometry *geometry = self->geometry;
  double                    bottom = geometry->panes[geometry->n_panes - 1].y.from;

  for (guint i = 0; i < geometry->times.n_ticks; i++)
    {
      double           time = drill_chart_ticks_get (&geometry->times, i);
      double           x = drill_chart_scale_to_pixel (&geometry->x, time);
      g_autofree char *text = drill_chart_axis_format (drill_chart_model_get_axis (self->model), time, geometry->times.step);
      int              width;

      set_foreground (self, GRID_ALPHA);
      cairo_set_line_width (self->cr, 1);
      for (guint j = 0; j < geometry->n_panes; j++)
        {
          cairo_move_to (self->cr, sharp (x), geometry->panes[j].y.to);
          cairo_line_to (self->cr, sharp (x), geometry->panes[j].y.from);
        }
      cairo_stroke (self->cr);

      /* The outermost labels are moved in rather than cut. */
      pango_layout_set_text (self->layout, text, -1);
      pango_layout_get_pixel_size (self->layout, &width, NULL);
      set_foreground (self, LABEL_ALPHA);
      draw_text (self, text, MIN (x, geometry->x.to + 6 - width / 2.0), bottom + 4, 0.5, 0);
    }
}

static void
draw_objective (const Renderer       *self,
                const DrillChartPane *pane,
                double                value)
{
  static const double dashes[] = { 5, 4 };
  GdkRGBA             color = self->colors->dark ? (GdkRGBA) { 1, 0.48, 0.39, 1 } : (GdkRGBA) { 0.75, 0.11, 0.16, 1 };
  double              y = drill_chart_scale_to_pixel (&pane->y, value);
  g_autofree char    *number = drill_chart_unit_format_value (pane->unit, value);
  /* Translators: a line in a chart, the service level objective, such as "SLO 500 ms" */
  g_autofree char    *text = g_strdup_printf (_ ("SLO %s"), number);
  gboolean            below = y - self->geometry->label_height < pane->y.to;

  gdk_cairo_set_source_rgba (self->cr, &color);
  cairo_set_line_width (self->cr, 1);
  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (self->cr, self->geometry->x.from, sharp (y));
  cairo_line_to (self->cr, self->geometry->x.to, sharp (y));
  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0);
  draw_text (self, text, self->geometry->x.from + 4, y, 0, below ? 0 : 1);
}

static void
draw_objectives (const Renderer *self)
{
  for (guint i = 0; i < drill_chart_model_get_n_series (self->model); i++)
    {
      DrillChartSeries *series = drill_chart_model_get_series (self->model, i);
      double            slo = drill_chart_series_get_slo (series);

      if (isfinite (slo))
        draw_objective (self, drill_chart_geometry_find_pane (self->geometry, drill_chart_series_get_unit (series)), slo);
    }
}

/* A name that would run into the next event's is cut short; one without room
 * for some letters is left out, the mark stays. */
static void
draw_event_name (const Renderer *self,
                 const char     *name,
                 double          x,
                 double          next_x)
{
  double room = next_x - x - 12;

  if (room < self->geometry->label_height * 2)
    return;

  pango_layout_set_width (self->layout, (int) (room * PANGO_SCALE));
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (self->layout, name, -1);
  cairo_move_to (self->cr, round (x + 6), 0);
  pango_cairo_show_layout (self->cr, self->layout);
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
}

static void
draw_events (const Renderer *self)
{
  static const double       dashes[] = { 1, 3 };
  const DrillChartGeometry *geometry = self->geometry;
  double                    bottom = geometry->panes[geometry->n_panes - 1].y.from;
  double                    next_x = geometry->x.to + 6;
  double                    middle = geometry->label_height / 2;

  set_foreground (self, EVENT_ALPHA);
  cairo_set_line_width (self->cr, 1);

  for (guint i = drill_chart_model_get_n_events (self->model); i-- > 0;)
    {
      const DrillChartEvent *event = drill_chart_model_get_event (self->model, i);
      double                 x;

      if (event->time < geometry->x.low || event->time > geometry->x.high)
        continue;

      x = sharp (drill_chart_scale_to_pixel (&geometry->x, event->time));
      cairo_move_to (self->cr, x - 4, middle - 3);
      cairo_line_to (self->cr, x + 4, middle - 3);
      cairo_line_to (self->cr, x, middle + 4);
      cairo_close_path (self->cr);
      cairo_fill (self->cr);
      cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_move_to (self->cr, x, middle + 4);
      cairo_line_to (self->cr, x, bottom);
      cairo_stroke (self->cr);
      cairo_set_dash (self->cr, NULL, 0, 0);
      draw_event_name (self, event->label, x, next_x);
      next_x = x;
    }
}

static gboolean
is_alone (const GArray *points,
          guint         index)
{
  return index + 1 == points->len || isnan (g_array_index (points, DrillChartPoint, index + 1).y);
}

/* A sample alone between gaps becomes a dot. */
static void
trace_points (cairo_t      *cr,
              const GArray *points)
{
  gboolean down = FALSE;

  for (guint i = 0; i < points->len; i++)
    {
      const DrillChartPoint *point = &g_array_index (points, DrillChartPoint, i);

      if (isnan (point->y))
        {
          down = FALSE;
          continue;
        }

      if (down)
        cairo_line_to (cr, point->x, point->y);
      else if (is_alone (points, i))
        cairo_rectangle (cr, point->x - LINE_WIDTH / 2, point->y - LINE_WIDTH / 2, LINE_WIDTH, LINE_WIDTH);
      else
        cairo_move_to (cr, point->x, point->y);
      down = TRUE;
    }
}

/* How far the line goes up and down in all, pixels. */
static double
measure_travel (const GArray *points)
{
  double travel = 0;

  for (guint i = 1; i < points->len; i++)
    {
      double dy = g_array_index (points, DrillChartPoint, i).y - g_array_index (points, DrillChartPoint, i - 1).y;

      if (!isnan (dy))
        travel += fabs (dy);
    }

  return travel;
}

/* Paints the band, a bar for each column of pixels. Bars that end on whole pixels
 * need no tessellation, and half a pixel of noise is nothing to see. */
static void
fill_band (cairo_t      *cr,
           const GArray *points)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (DrillChartBand));

  drill_chart_band (points, columns);
  for (guint i = 0; i < columns->len; i++)
    {
      const DrillChartBand *band = &g_array_index (columns, DrillChartBand, i);
      double                top = round (band->top - LINE_WIDTH / 2);
      double                bottom = round (band->bottom + LINE_WIDTH / 2);

      cairo_rectangle (cr, band->x, top, 1, MAX (bottom - top, 1));
    }
  cairo_fill (cr);
}

static void
draw_series (const Renderer *self,
             guint           index,
             GArray         *points)
{
  DrillChartSeries      *series = drill_chart_model_get_series (self->model, index);
  const DrillChartPane  *pane = drill_chart_geometry_find_pane (self->geometry, drill_chart_series_get_unit (series));
  const DrillChartScale *x = &self->geometry->x;

  g_array_set_size (points, 0);
  drill_chart_decimate (series, x, &pane->y, points);

  cairo_save (self->cr);
  cairo_rectangle (self->cr, x->from, pane->y.to - LINE_WIDTH, x->to - x->from, pane->y.from - pane->y.to + 2 * LINE_WIDTH);
  cairo_clip (self->cr);
  drill_chart_set_line (self->cr, index, self->colors->dark);
  if (measure_travel (points) > (x->to - x->from) * MAX_STROKED_TRAVEL)
    {
      fill_band (self->cr, points);
    }
  else
    {
      cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_BEVEL);
      trace_points (self->cr, points);
      cairo_stroke (self->cr);
    }
  cairo_restore (self->cr);
}

void
drill_chart_render (cairo_t                  *cr,
                    DrillChartModel          *model,
                    const DrillChartGeometry *geometry,
                    const DrillChartColors   *colors,
                    PangoLayout              *layout)
{
  Renderer          self = { cr, model, geometry, colors, layout };
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (DrillChartPoint));

  if (geometry->n_panes == 0)
    return;

  for (guint i = 0; i < geometry->n_panes; i++)
    draw_value_axis (&self, &geometry->panes[i]);
  draw_time_axis (&self);
  draw_events (&self);
  for (guint i = 0; i < drill_chart_model_get_n_series (model); i++)
    draw_series (&self, i, points);
  draw_objectives (&self);
}
