/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Curves are drawn once into a texture, and again only when data, window, size
 * or colours change. What moves with the pointer (cursor, dots, selection) is
 * laid over it, so a frame under a moving pointer costs next to nothing.
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
#define DRAG_THRESHOLD 8.0
#define ZOOM_STEP 1.25
#define PAN_PART 0.05 /* of the window, for a notch of the wheel */

struct _DrillChartPlot
{
  GtkWidget          parent_instance;

  DrillChartModel   *model;
  DrillChartGeometry geometry;
  GdkTexture        *texture;
  int                texture_width;
  int                texture_height;
  int                texture_scale;
  double             drag_from; /* pixel, NaN when nothing is dragged */
  double             drag_to;
  double             pointer;      /* pixel of the pointer, for zooming at it */
  DrillChartRange    pinch_range;  /* the window when a pinch began */
};

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

static void
surface_free (gpointer data)
{
  cairo_surface_destroy (data);
}

static void
ensure_texture (DrillChartPlot *self)
{
  int                     width = gtk_widget_get_width (GTK_WIDGET (self));
  int                     height = gtk_widget_get_height (GTK_WIDGET (self));
  int                     scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (GBytes)      bytes = NULL;
  DrillChartColors        colors;
  cairo_surface_t        *surface;
  cairo_t                *cr;

  if (self->texture != NULL && self->texture_width == width && self->texture_height == height && self->texture_scale == scale)
    return;

  layout = create_layout (self);
  colors = get_colors (self);
  drill_chart_geometry_compute (&self->geometry, self->model, layout, width, height);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  drill_chart_render (cr, self->model, &self->geometry, &colors, layout);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) height * scale * cairo_image_surface_get_stride (surface),
                                      surface_free, surface);
  g_clear_object (&self->texture);
  self->texture = gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes,
                                          cairo_image_surface_get_stride (surface));
  self->texture_width = width;
  self->texture_height = height;
  self->texture_scale = scale;
}

static void
redraw (DrillChartPlot *self)
{
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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

  ensure_texture (self);
  gtk_snapshot_append_texture (snapshot, self->texture, &GRAPHENE_RECT_INIT (0, 0, width, height));
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
  DrillChartUnit units[DRILL_CHART_MAX_PANES];
  int            n_panes = MAX (1, (int) drill_chart_model_get_units (DRILL_CHART_PLOT (widget)->model, units));

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

static double
time_at (DrillChartPlot *self,
         double          x)
{
  return drill_chart_scale_to_value (&self->geometry.x, x);
}

static void
motion_cb (DrillChartPlot *self,
           double          x,
           double          y)
{
  gboolean inside = x >= self->geometry.x.from && x <= self->geometry.x.to;

  self->pointer = x;
  drill_chart_model_set_cursor (self->model, inside ? drill_chart_model_snap (self->model, time_at (self, x)) : NAN);
}

static void
leave_cb (DrillChartPlot *self)
{
  drill_chart_model_set_cursor (self->model, NAN);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                gpointer        user_data)
{
  DrillChartPlot *self = user_data;
  double          x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (isnan (self->drag_from))
    {
      /* Up and down belongs to the page that the chart is on. */
      if (fabs (dx) < DRAG_THRESHOLD || fabs (dx) < fabs (dy))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      self->drag_from = CLAMP (x, self->geometry.x.from, self->geometry.x.to);
    }

  self->drag_to = CLAMP (x + dx, self->geometry.x.from, self->geometry.x.to);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             gpointer        user_data)
{
  DrillChartPlot *self = user_data;
  double          from = self->drag_from;
  double          to = self->drag_to;

  if (isnan (from))
    return;

  self->drag_from = NAN;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (fabs (to - from) >= DRAG_THRESHOLD)
    drill_chart_model_set_range (self->model, (DrillChartRange) { time_at (self, MIN (from, to)), time_at (self, MAX (from, to)) });
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  DrillChartPlot *self = user_data;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    drill_chart_model_reset_range (self->model);
}

/* The wheel alone scrolls the page; with Ctrl it zooms. Sideways it pans. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           gpointer                  user_data)
{
  DrillChartPlot  *self = user_data;
  GdkModifierType  state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  DrillChartRange  range = drill_chart_model_get_range (self->model);

  if ((state & GDK_CONTROL_MASK) != 0 && dy != 0)
    {
      drill_chart_model_zoom (self->model, time_at (self, self->pointer), pow (ZOOM_STEP, CLAMP (dy, -4, 4)));
      return GDK_EVENT_STOP;
    }

  if (dx != 0 && drill_chart_model_is_zoomed (self->model))
    {
      drill_chart_model_move (self->model, dx * PAN_PART * (range.end - range.start));
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
pinch_begin_cb (DrillChartPlot *self)
{
  self->pinch_range = drill_chart_model_get_range (self->model);
}

static void
pinch_cb (DrillChartPlot *self,
          double          scale)
{
  DrillChartRange now = drill_chart_model_get_range (self->model);
  double          wanted = (self->pinch_range.end - self->pinch_range.start) / MAX (scale, 1e-3);

  drill_chart_model_zoom (self->model, (now.start + now.end) / 2, wanted / (now.end - now.start));
}

static void
drill_chart_plot_dispose (GObject *object)
{
  DrillChartPlot *self = DRILL_CHART_PLOT (object);

  g_clear_object (&self->model);
  g_clear_object (&self->texture);

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
add_controllers (DrillChartPlot *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, scroll);

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}

static void
drill_chart_plot_init (DrillChartPlot *self)
{
  self->drag_from = NAN;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_controllers (self);
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
