/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * One entry for each series: its line, its name, its value at the cursor or,
 * without one, its last. The read-out stands still here, where a bubble at the
 * pointer would hide the curve that is read.
 */

#include "config.h"

#include "ui/widgets/chart/chart-legend.h"

#include "ui/widgets/chart/chart-render.h"
#include "ui/widgets/chart/chart-text.h"

#define SWATCH_WIDTH 26
#define SWATCH_HEIGHT 10
#define VALUE_CHARS 8

struct _DrillChartLegend
{
  GtkWidget        parent_instance;

  DrillChartModel *model;
  GtkFlowBox      *entries;
  GPtrArray       *values; /* (element-type GtkLabel) owned by the entries */
};

G_DEFINE_FINAL_TYPE (DrillChartLegend, drill_chart_legend, GTK_TYPE_WIDGET)

static void
draw_swatch (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  drill_chart_set_line (cr, GPOINTER_TO_UINT (user_data), color.red + color.green + color.blue > 1.5);
  cairo_set_line_width (cr, 2.5);
  cairo_move_to (cr, 0, height / 2.0);
  cairo_line_to (cr, width, height / 2.0);
  cairo_stroke (cr);
}

static GtkWidget *
create_entry (DrillChartLegend *self,
              guint             index)
{
  DrillChartSeries *series = drill_chart_model_get_series (self->model, index);
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget        *swatch = gtk_drawing_area_new ();
  GtkWidget        *name = gtk_label_new (drill_chart_series_get_label (series));
  GtkWidget        *value = gtk_label_new (NULL);
  GtkWidget        *child = gtk_flow_box_child_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (swatch), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (swatch), SWATCH_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (swatch), draw_swatch, GUINT_TO_POINTER (index), NULL);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), swatch);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), name);

  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_width_chars (GTK_LABEL (value), VALUE_CHARS);
  gtk_widget_add_css_class (value, "value");
  gtk_widget_add_css_class (value, "numeric");
  gtk_box_append (GTK_BOX (box), value);
  g_ptr_array_add (self->values, value);

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_focusable (child, FALSE);

  return child;
}

static void
update_values (DrillChartLegend *self)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      g_autofree char *text = drill_chart_text_value (self->model, i);

      gtk_label_set_label (g_ptr_array_index (self->values, i), text);
    }
}

static gboolean
shows_same_series (DrillChartLegend *self)
{
  guint n_series = drill_chart_model_get_n_series (self->model);

  if (self->values->len != n_series)
    return FALSE;

  for (guint i = 0; i < n_series; i++)
    {
      GtkWidget *name = gtk_widget_get_prev_sibling (g_ptr_array_index (self->values, i));

      if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (name)),
                     drill_chart_series_get_label (drill_chart_model_get_series (self->model, i))) != 0)
        return FALSE;
    }

  return TRUE;
}

/* New samples of the same series leave the entries as they are. */
static void
data_changed_cb (DrillChartLegend *self)
{
  GtkFlowBoxChild *child;

  if (!shows_same_series (self))
    {
      g_ptr_array_set_size (self->values, 0);
      while ((child = gtk_flow_box_get_child_at_index (self->entries, 0)) != NULL)
        gtk_flow_box_remove (self->entries, GTK_WIDGET (child));
      for (guint i = 0; i < drill_chart_model_get_n_series (self->model); i++)
        gtk_flow_box_append (self->entries, create_entry (self, i));
    }

  update_values (self);
}

static void
drill_chart_legend_dispose (GObject *object)
{
  DrillChartLegend *self = DRILL_CHART_LEGEND (object);

  g_ptr_array_set_size (self->values, 0);
  if (self->entries != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->entries));
  self->entries = NULL;
  g_clear_object (&self->model);

  G_OBJECT_CLASS (drill_chart_legend_parent_class)->dispose (object);
}

static void
drill_chart_legend_finalize (GObject *object)
{
  g_ptr_array_unref (DRILL_CHART_LEGEND (object)->values);

  G_OBJECT_CLASS (drill_chart_legend_parent_class)->finalize (object);
}

static void
drill_chart_legend_class_init (DrillChartLegendClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_chart_legend_dispose;
  object_class->finalize = drill_chart_legend_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chartlegend");
}

static void
drill_chart_legend_init (DrillChartLegend *self)
{
  self->values = g_ptr_array_new ();
  self->entries = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->entries, GTK_SELECTION_NONE);
  /* There is nothing to focus in it, but a flow box would keep Tab to itself. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->entries), FALSE);
  gtk_flow_box_set_max_children_per_line (self->entries, 6);
  gtk_flow_box_set_column_spacing (self->entries, 12);
  gtk_widget_set_parent (GTK_WIDGET (self->entries), GTK_WIDGET (self));
}

GtkWidget *
drill_chart_legend_new (DrillChartModel *model)
{
  DrillChartLegend *self = g_object_new (DRILL_TYPE_CHART_LEGEND, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "data-changed", G_CALLBACK (data_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "range-changed", G_CALLBACK (update_values), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "cursor-changed", G_CALLBACK (update_values), self, G_CONNECT_SWAPPED);
  data_changed_cb (self);

  return GTK_WIDGET (self);
}
