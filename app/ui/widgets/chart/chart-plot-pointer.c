/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What pointer, wheel and fingers do to a plot: read out, select a part to zoom
 * into, zoom and pan.
 */

#include "config.h"

#include "ui/widgets/chart/chart-plot-private.h"

#include <math.h>

#define DRAG_THRESHOLD 8.0
#define ZOOM_STEP 1.25
#define PAN_PART 0.05 /* of the window, for a notch of the wheel */

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

void
drill_chart_plot_add_pointer (DrillChartPlot *self)
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
