/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Curves are drawn once into an image, and again only when data, window, size or
 * colours change. What moves with the pointer (cursor, dots, selection) is laid
 * over it, so a frame under a moving pointer costs next to nothing.
 *
 * The image is kept as a node that paints it, not as a texture: for a texture the
 * software renderer converts every pixel by way of floating point, which costs
 * more than drawing the curves. Other renderers keep what they made of the node
 * as long as the node lives.
 *
 * Two surfaces take turns: the one on the screen must not change, and a new one
 * for each frame would have all its pages faulted in.
 */

#include "config.h"

#include "ui/widgets/chart/chart-plot.h"

#include "ui/widgets/chart/chart-plot-private.h"
#include "ui/widgets/chart/chart-render.h"
#include "ui/widgets/chart/chart-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define MINIMUM_WIDTH 200
#define NATURAL_WIDTH 480
#define MINIMUM_PANE_HEIGHT 90
#define NATURAL_PANE_HEIGHT 170
#define LABEL_SCALE 0.82
#define DOT_RADIUS 3.5

G_DEFINE_FINAL_TYPE (DrillChartPlot, drill_chart_plot, GTK_TYPE_WIDGET)

static PangoLayout *
create_layout (DrillChartPlot *self)
{
  PangoLayout              *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (LABEL_SCALE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static DrillChartColors
get_colors (DrillChartPlot *self)
{
  DrillChartColors colors;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colors.foreground);
  /* Light text is on dark ground, whatever the theme is called. */
  colors.dark = colors.foreground.red + colors.foreground.green + colors.foreground.blue > 1.5;

  return colors;
}

/* Returns: (transfer none): an empty surface, not the one on the screen */
static cairo_surface_t *
take_surface (DrillChartPlot *self,
              int             width,
              int             height,
              int             scale)
{
  cairo_surface_t *surface = self->surfaces[1];
  double           scale_x = 0;

  self->surfaces[1] = self->surfaces[0];
  if (surface != NULL)
    cairo_surface_get_device_scale (surface, &scale_x, NULL);
  if (scale_x != scale || cairo_image_surface_get_width (surface) != width * scale ||
      cairo_image_surface_get_height (surface) != height * scale)
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
      cairo_surface_set_device_scale (surface, scale, scale);
    }
  self->surfaces[0] = surface;

  return surface;
}

static cairo_surface_t *
draw_image (DrillChartPlot *self,
            int             width,
            int             height,
            int             scale)
{
  g_autoptr (PangoLayout) layout = create_layout (self);
  DrillChartColors        colors = get_colors (self);
  cairo_surface_t        *surface = take_surface (self, width, height, scale);
  cairo_t                *cr = cairo_create (surface);

  drill_chart_geometry_compute (&self->geometry, self->model, layout, width, height);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  drill_chart_render (cr, self->model, &self->geometry, &colors, layout);
  cairo_destroy (cr);

  return surface;
}

static void
ensure_image (DrillChartPlot *self)
{
  int              width = gtk_widget_get_width (GTK_WIDGET (self));
  int              height = gtk_widget_get_height (GTK_WIDGET (self));
  int              scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface;
  cairo_t         *cr;

  if (self->image != NULL && self->image_width == width && self->image_height == height && self->image_scale == scale)
    return;

  surface = draw_image (self, width, height, scale);
  g_clear_pointer (&self->image, gsk_render_node_unref);
  self->image = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));
  cr = gsk_cairo_node_get_draw_context (self->image);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  self->image_width = width;
  self->image_height = height;
  self->image_scale = scale;
}

static void
redraw (DrillChartPlot *self)
{
  g_clear_pointer (&self->image, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static guint
count_panes (DrillChartPlot *self)
{
  DrillChartUnit units[DRILL_CHART_MAX_PANES];

  return MAX (1, drill_chart_model_get_units (self->model, units));
}

static void
update_description (DrillChartPlot *self)
{
  gboolean         has_cursor = !isnan (drill_chart_model_get_cursor (self->model));
  g_autofree char *text = has_cursor ? drill_chart_text_cursor (self->model) : drill_chart_text_summary (self->model);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
data_changed_cb (DrillChartPlot *self)
{
  /* More samples of the same units need no other size. */
  if (self->n_panes != count_panes (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  redraw (self);
  update_description (self);
}

static void
range_changed_cb (DrillChartPlot *self)
{
  redraw (self);
  update_description (self);
}

static void
cursor_changed_cb (DrillChartPlot *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update_description (self);
}

static void
snapshot_dot (GtkSnapshot   *snapshot,
              double         x,
              double         y,
              const GdkRGBA *color)
{
  GskRoundedRect  circle;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (x - DOT_RADIUS), (float) (y - DOT_RADIUS), 2 * DOT_RADIUS, 2 * DOT_RADIUS);

  gsk_rounded_rect_init_from_rect (&circle, &bounds, DOT_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

/* A line at the cursor, and a dot on the sample that is read out of each
 * series. */
static void
snapshot_cursor (DrillChartPlot *self,
                 GtkSnapshot    *snapshot)
{
  double           cursor = drill_chart_model_get_cursor (self->model);
  DrillChartColors colors = get_colors (self);
  GdkRGBA          line = colors.foreground;
  double           x;

  if (isnan (cursor) || cursor < self->geometry.x.low || cursor > self->geometry.x.high)
    return;

  x = drill_chart_scale_to_pixel (&self->geometry.x, cursor);
  line.alpha *= 0.5f;
  for (guint i = 0; i < self->geometry.n_panes; i++)
    {
      const DrillChartScale *y = &self->geometry.panes[i].y;

      gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT ((float) floor (x), (float) y->to, 1, (float) (y->from - y->to)));
    }

  for (guint i = 0; i < drill_chart_model_get_n_series (self->model); i++)
    {
      DrillChartSeries     *series = drill_chart_model_get_series (self->model, i);
      const DrillChartPane *pane = drill_chart_geometry_find_pane (&self->geometry, drill_chart_series_get_unit (series));
      GdkRGBA               color = drill_chart_series_color (i, colors.dark);
      gsize                 index;

      if (drill_chart_series_find_nearest (series, cursor, &index) && isfinite (drill_chart_series_get_values (series)[index]))
        snapshot_dot (snapshot,
                      drill_chart_scale_to_pixel (&self->geometry.x, drill_chart_series_get_times (series)[index]),
                      drill_chart_scale_to_pixel (&pane->y, drill_chart_series_get_values (series)[index]),
                      &color);
    }
}

static void
snapshot_selection (DrillChartPlot *self,
                    GtkSnapshot    *snapshot)
{
  GdkRGBA color = get_colors (self).foreground;
  double  left = MIN (self->drag_from, self->drag_to);
  double  width = fabs (self->drag_to - self->drag_from);

  if (isnan (self->drag_from) || self->geometry.n_panes == 0)
    return;

  color.alpha *= 0.15f;
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT ((float) left, 0, (float) width, (float) self->geometry.panes[self->geometry.n_panes - 1].y.from));
}

static void
snapshot_no_data (DrillChartPlot *self,
                  GtkSnapshot    *snapshot)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), _ ("No Data"));
  GdkRGBA                 color = get_colors (self).foreground;
  int                     width, height;

  color.alpha *= 0.55f;
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2.0f,
                                                          (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2.0f));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
drill_chart_plot_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  DrillChartPlot *self = DRILL_CHART_PLOT (widget);
  int             width = gtk_widget_get_width (widget);
  int             height = gtk_widget_get_height (widget);

  if (width <= 0 || height <= 0)
    return;

  if (drill_chart_model_get_n_series (self->model) == 0)
    {
      snapshot_no_data (self, snapshot);
      return;
    }

  ensure_image (self);
  gtk_snapshot_append_node (snapshot, self->image);
  snapshot_selection (self, snapshot);
  snapshot_cursor (self, snapshot);
}

static void
drill_chart_plot_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  DrillChartPlot *self = DRILL_CHART_PLOT (widget);
  int             n_panes = (int) (self->n_panes = count_panes (self));

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : n_panes * MINIMUM_PANE_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : n_panes * NATURAL_PANE_HEIGHT;
}

static void
drill_chart_plot_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (drill_chart_plot_parent_class)->css_changed (widget, change);

  redraw (DRILL_CHART_PLOT (widget));
}

static void
drill_chart_plot_dispose (GObject *object)
{
  DrillChartPlot *self = DRILL_CHART_PLOT (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->image, gsk_render_node_unref);
  g_clear_pointer (&self->surfaces[0], cairo_surface_destroy);
  g_clear_pointer (&self->surfaces[1], cairo_surface_destroy);

  G_OBJECT_CLASS (drill_chart_plot_parent_class)->dispose (object);
}

static void
drill_chart_plot_class_init (DrillChartPlotClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_chart_plot_dispose;
  widget_class->snapshot = drill_chart_plot_snapshot;
  widget_class->measure = drill_chart_plot_measure;
  widget_class->css_changed = drill_chart_plot_css_changed;

  drill_chart_plot_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chartplot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
drill_chart_plot_init (DrillChartPlot *self)
{
  self->drag_from = NAN;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  drill_chart_plot_add_pointer (self);
}

GtkWidget *
drill_chart_plot_new (DrillChartModel *model)
{
  DrillChartPlot *self = g_object_new (DRILL_TYPE_CHART_PLOT, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "data-changed", G_CALLBACK (data_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "range-changed", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "cursor-changed", G_CALLBACK (cursor_changed_cb), self, G_CONNECT_SWAPPED);
  update_description (self);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none) */
DrillChartModel *
drill_chart_plot_get_model (DrillChartPlot *self)
{
  g_return_val_if_fail (DRILL_IS_CHART_PLOT (self), NULL);

  return self->model;
}

double
drill_chart_plot_get_seconds_per_pixel (DrillChartPlot *self)
{
  const DrillChartScale *x;

  g_return_val_if_fail (DRILL_IS_CHART_PLOT (self), 0);

  x = &self->geometry.x;

  return (x->high - x->low) / MAX (1, x->to - x->from);
}
