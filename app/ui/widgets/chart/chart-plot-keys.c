/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What the keys do to a plot. All that the pointer can do can be done here.
 */

#include "config.h"

#include "ui/widgets/chart/chart-plot-private.h"

#include <math.h>

#define ZOOM_STEP 1.5
#define PAGE_PART 0.1 /* of the window, for big steps */

/* Arguments: direction, and whether the step is a big one. */
static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  DrillChartModel *model = drill_chart_plot_get_model (DRILL_CHART_PLOT (widget));
  DrillChartRange  range = drill_chart_model_get_range (model);
  int              direction;
  gboolean         big;

  g_variant_get (args, "(ib)", &direction, &big);
  drill_chart_model_step_cursor (model, direction,
                                 big ? PAGE_PART * (range.end - range.start) : drill_chart_plot_get_seconds_per_pixel (DRILL_CHART_PLOT (widget)));

  return GDK_EVENT_STOP;
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  DrillChartModel *model = drill_chart_plot_get_model (DRILL_CHART_PLOT (widget));
  DrillChartRange  range = drill_chart_model_get_range (model);

  drill_chart_model_set_cursor (model, g_variant_get_int32 (args) < 0 ? range.start : range.end);

  return GDK_EVENT_STOP;
}

static gboolean
pan_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  DrillChartModel *model = drill_chart_plot_get_model (DRILL_CHART_PLOT (widget));
  DrillChartRange  range = drill_chart_model_get_range (model);

  drill_chart_model_move (model, g_variant_get_int32 (args) * PAGE_PART * (range.end - range.start));

  return GDK_EVENT_STOP;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  DrillChartModel *model = drill_chart_plot_get_model (DRILL_CHART_PLOT (widget));
  DrillChartRange  range = drill_chart_model_get_range (model);
  double           cursor = drill_chart_model_get_cursor (model);
  int              direction = g_variant_get_int32 (args);

  if (direction == 0)
    drill_chart_model_reset_range (model);
  else
    drill_chart_model_zoom (model, isnan (cursor) ? (range.start + range.end) / 2 : cursor, pow (ZOOM_STEP, -direction));

  return GDK_EVENT_STOP;
}

/* Escape takes back what was done to the chart, step by step; then it is the
 * page's. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  DrillChartModel *model = drill_chart_plot_get_model (DRILL_CHART_PLOT (widget));

  if (!isnan (drill_chart_model_get_cursor (model)))
    drill_chart_model_set_cursor (model, NAN);
  else if (drill_chart_model_is_zoomed (model))
    drill_chart_model_reset_range (model);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

void
drill_chart_plot_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keyval;
    int   direction;
  } arrows[] = {
    { GDK_KEY_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_KP_Left, -1 }, { GDK_KEY_KP_Right, 1 },
  }, ends[] = {
    { GDK_KEY_Home, -1 }, { GDK_KEY_End, 1 }, { GDK_KEY_KP_Home, -1 }, { GDK_KEY_KP_End, 1 },
  }, zooms[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_equal, 1 },
    { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 },
    { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].keyval, 0, step_cb, "(ib)", arrows[i].direction, FALSE);
      gtk_widget_class_add_binding (widget_class, arrows[i].keyval, GDK_CONTROL_MASK, step_cb, "(ib)", arrows[i].direction, TRUE);
      gtk_widget_class_add_binding (widget_class, arrows[i].keyval, GDK_SHIFT_MASK, pan_cb, "i", arrows[i].direction);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    gtk_widget_class_add_binding (widget_class, ends[i].keyval, 0, end_cb, "i", ends[i].direction);
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (widget_class, zooms[i].keyval, 0, zoom_cb, "i", zooms[i].direction);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}
