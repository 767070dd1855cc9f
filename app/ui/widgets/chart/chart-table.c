/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui/widgets/chart/chart-table.h"

#include "ui/widgets/chart/chart-rows.h"
#include "ui/widgets/chart/chart-text.h"

#include <glib/gi18n.h>

#define TIME_COLUMN -1
#define MINIMUM_HEIGHT 160

struct _DrillChartTable
{
  GtkWidget        parent_instance;

  DrillChartModel *model;
  GtkWidget       *scroller;
  GtkColumnView   *view;
  guint            stale : 1; /* the data changed since it was filled */
};

G_DEFINE_FINAL_TYPE (DrillChartTable, drill_chart_table, GTK_TYPE_WIDGET)

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  /* As the titles, which GTK sets at the start. */
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  user_data)
{
  DrillChartRow   *row = gtk_list_item_get_item (item);
  int              column = GPOINTER_TO_INT (user_data);
  g_autofree char *text = NULL;

  if (column == TIME_COLUMN)
    text = drill_chart_axis_format (drill_chart_row_get_axis (row), drill_chart_row_get_time (row), 1);
  else
    text = drill_chart_row_get_value (row, column);
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
append_column (DrillChartTable *self,
               const char      *title,
               int              index)
{
  GtkListItemFactory            *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GINT_TO_POINTER (index));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GINT_TO_POINTER (index));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, index != TIME_COLUMN);
  gtk_column_view_append_column (self->view, column);
}

static void
remove_columns (DrillChartTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
fill (DrillChartTable *self)
{
  g_autoptr (GtkSelectionModel) selection = GTK_SELECTION_MODEL (gtk_no_selection_new (drill_chart_rows_new (self->model)));
  const char                   *title;

  self->stale = FALSE;
  /* Cells of the old columns must not be bound to rows of new series. */
  gtk_column_view_set_model (self->view, NULL);
  remove_columns (self);

  title = drill_chart_model_get_axis_title (self->model);
  append_column (self, title != NULL ? title : _ ("Time"), TIME_COLUMN);
  for (guint i = 0; i < drill_chart_model_get_n_series (self->model); i++)
    append_column (self, drill_chart_series_get_label (drill_chart_model_get_series (self->model, i)), (int) i);
  gtk_column_view_set_model (self->view, selection);
}

static void
data_changed_cb (DrillChartTable *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
drill_chart_table_map (GtkWidget *widget)
{
  DrillChartTable *self = DRILL_CHART_TABLE (widget);

  if (self->stale)
    fill (self);

  GTK_WIDGET_CLASS (drill_chart_table_parent_class)->map (widget);
}

static void
drill_chart_table_dispose (GObject *object)
{
  DrillChartTable *self = DRILL_CHART_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (drill_chart_table_parent_class)->dispose (object);
}

static void
drill_chart_table_class_init (DrillChartTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = drill_chart_table_dispose;
  widget_class->map = drill_chart_table_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "charttable");
}

static void
drill_chart_table_init (DrillChartTable *self)
{
  self->stale = TRUE;

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), MINIMUM_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
drill_chart_table_new (DrillChartModel *model)
{
  DrillChartTable *self = g_object_new (DRILL_TYPE_CHART_TABLE, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "data-changed", G_CALLBACK (data_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
