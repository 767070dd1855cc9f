/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 *   +-------------------------------------------------+
 *   | Title                  03:14:15 deploy  (all)(#)|   header
 *   |-------------------------------------------------|
 *   |  plot, or table                                 |
 *   |-------------------------------------------------|
 *   |  -- Resident memory 1.46 GB   .. Heap 900 MB    |   legend
 *   +-------------------------------------------------+
 */

#include "config.h"

#include "ui/widgets/chart/chart.h"

#include "ui/widgets/chart/chart-legend.h"
#include "ui/widgets/chart/chart-plot.h"
#include "ui/widgets/chart/chart-table.h"
#include "ui/widgets/chart/chart-text.h"

#include <glib/gi18n.h>
#include <math.h>

struct _DrillChart
{
  GtkWidget        parent_instance;

  DrillChartModel *model;
  GtkWidget       *header;
  GtkWidget       *title;
  GtkWidget       *read_out;
  GtkWidget       *reset_button;
  GtkWidget       *table_button;
  GtkWidget       *stack;
  GtkWidget       *plot;
  GtkWidget       *table;
  GtkWidget       *legend;
};

G_DEFINE_FINAL_TYPE (DrillChart, drill_chart, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SHOW_TABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
cursor_changed_cb (DrillChart *self)
{
  double                 cursor = drill_chart_model_get_cursor (self->model);
  const DrillChartEvent *event = drill_chart_text_event (self->model);
  g_autofree char       *time = isnan (cursor) ? g_strdup ("") : drill_chart_text_time (self->model, cursor);
  g_autofree char       *text = event != NULL ? g_strdup_printf ("%s · %s", time, event->label) : g_strdup (time);

  gtk_label_set_label (GTK_LABEL (self->read_out), text);
}

static void
range_changed_cb (DrillChart *self)
{
  gtk_widget_set_visible (self->reset_button, drill_chart_model_is_zoomed (self->model));
}

static void
table_toggled_cb (DrillChart *self)
{
  gboolean shown = drill_chart_get_show_table (self);

  gtk_stack_set_visible_child (GTK_STACK (self->stack), shown ? self->table : self->plot);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TABLE]);
}

static void
drill_chart_dispose (GObject *object)
{
  DrillChart *self = DRILL_CHART (object);

  g_clear_pointer (&self->header, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->legend, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (drill_chart_parent_class)->dispose (object);
}

static void
drill_chart_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  DrillChart *self = DRILL_CHART (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, drill_chart_get_title (self));
      break;
    case PROP_SHOW_TABLE:
      g_value_set_boolean (value, drill_chart_get_show_table (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_chart_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  DrillChart *self = DRILL_CHART (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      drill_chart_set_title (self, g_value_get_string (value));
      break;
    case PROP_SHOW_TABLE:
      drill_chart_set_show_table (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_chart_class_init (DrillChartClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_chart_dispose;
  object_class->get_property = drill_chart_get_property;
  object_class->set_property = drill_chart_set_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_TABLE] =
    g_param_spec_boolean ("show-table", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
name_button (GtkWidget  *button,
             const char *name)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
create_header (DrillChart *self)
{
  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->header, "header");

  self->title = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (self->header), self->title);

  self->read_out = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->read_out), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->read_out), 1);
  gtk_widget_add_css_class (self->read_out, "numeric");
  gtk_widget_add_css_class (self->read_out, "caption");
  gtk_widget_add_css_class (self->read_out, "dim-label");
  gtk_box_append (GTK_BOX (self->header), self->read_out);

  self->reset_button = gtk_button_new_from_icon_name ("zoom-fit-best-symbolic");
  name_button (self->reset_button, _ ("Show All"));
  gtk_widget_set_visible (self->reset_button, FALSE);
  g_signal_connect_swapped (self->reset_button, "clicked", G_CALLBACK (drill_chart_model_reset_range), self->model);
  gtk_box_append (GTK_BOX (self->header), self->reset_button);

  self->table_button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->table_button), "view-list-symbolic");
  name_button (self->table_button, _ ("Show as Table"));
  g_signal_connect_swapped (self->table_button, "toggled", G_CALLBACK (table_toggled_cb), self);
  gtk_box_append (GTK_BOX (self->header), self->table_button);
}

static void
drill_chart_init (DrillChart *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->model = drill_chart_model_new ();
  create_header (self);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));

  self->stack = gtk_stack_new ();
  self->plot = drill_chart_plot_new (self->model);
  self->table = drill_chart_table_new (self->model);
  gtk_stack_add_child (GTK_STACK (self->stack), self->plot);
  gtk_stack_add_child (GTK_STACK (self->stack), self->table);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));

  self->legend = drill_chart_legend_new (self->model);
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));

  g_signal_connect_object (self->model, "cursor-changed", G_CALLBACK (cursor_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "range-changed", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
drill_chart_new (const char *title)
{
  return g_object_new (DRILL_TYPE_CHART, "title", title, NULL);
}

const char *
drill_chart_get_title (DrillChart *self)
{
  g_return_val_if_fail (DRILL_IS_CHART (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->title));
}

void
drill_chart_set_title (DrillChart *self,
                       const char *title)
{
  g_return_if_fail (DRILL_IS_CHART (self));

  if (title == NULL)
    title = "";
  if (g_str_equal (drill_chart_get_title (self), title))
    return;

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plot), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

gboolean
drill_chart_get_show_table (DrillChart *self)
{
  g_return_val_if_fail (DRILL_IS_CHART (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->table_button));
}

void
drill_chart_set_show_table (DrillChart *self,
                            gboolean    show_table)
{
  g_return_if_fail (DRILL_IS_CHART (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->table_button), show_table);
}

/* Returns: (transfer none): for its signals and for setting window and cursor */
DrillChartModel *
drill_chart_get_model (DrillChart *self)
{
  g_return_val_if_fail (DRILL_IS_CHART (self), NULL);

  return self->model;
}

/* Takes references on @series. */
void
drill_chart_set_series (DrillChart              *self,
                        DrillChartSeries *const *series,
                        guint                    n_series)
{
  g_return_if_fail (DRILL_IS_CHART (self));

  drill_chart_model_set_series (self->model, series, n_series);
}

/* Copies @events. */
void
drill_chart_set_events (DrillChart            *self,
                        const DrillChartEvent *events,
                        guint                  n_events)
{
  g_return_if_fail (DRILL_IS_CHART (self));

  drill_chart_model_set_events (self->model, events, n_events);
}
