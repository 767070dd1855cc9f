/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A table of text and numbers. A click on a heading sorts by it, numbers as
 * numbers. */

#include "config.h"

#include "ui/incident/evidence-table-view.h"

#include "ui/incident/evidence-list.h"
#include "ui/incident/incident-format.h"
#include "ui/widgets/chart/chart-unit.h"

#include <glib/gi18n.h>

/* Roughly; a table of more rows is scrolled. */
#define ROW_HEIGHT 33
#define HEADER_HEIGHT 36
#define MAX_ROWS_SHOWN 8

struct _DrillEvidenceTableView
{
  AdwBin      parent_instance;

  DrillTable *table;
  GArray     *columns; /* Column; as many as the table has */
};

/* What the functions of one column know. */
typedef struct
{
  DrillEvidenceTableView *view;
  guint                   index;
} Column;

G_DEFINE_FINAL_TYPE (DrillEvidenceTableView, drill_evidence_table_view, ADW_TYPE_BIN)

static const char *
cell (gpointer row,
      guint    column)
{
  const GPtrArray *cells = drill_evidence_row_get_data (row);

  return g_ptr_array_index (cells, column);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Column *column = data;
  const char   *first = cell ((gpointer) a, column->index);
  const char   *second = cell ((gpointer) b, column->index);
  double        difference;

  if (!column->view->table->numeric[column->index])
    return g_utf8_collate (first, second);

  difference = g_ascii_strtod (first, NULL) - g_ascii_strtod (second, NULL);

  return (difference > 0) - (difference < 0);
}

static void
setup_cb (Column      *column,
          GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean   numeric = column->view->table->numeric[column->index];

  gtk_label_set_xalign (GTK_LABEL (label), numeric ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), numeric ? 6 : 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_add_css_class (label, "caption");
  if (numeric)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (Column      *column,
         GtkListItem *item)
{
  GtkWidget  *label = gtk_list_item_get_child (item);
  const char *text = cell (gtk_list_item_get_item (item), column->index);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static void
append_column (DrillEvidenceTableView *self,
               GtkColumnView          *view,
               Column                 *column)
{
  GtkListItemFactory             *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  g_autoptr (GtkSorter)           sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, column, NULL));

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), column);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), column);
  view_column = gtk_column_view_column_new (g_ptr_array_index (self->table->columns, column->index), factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, !self->table->numeric[column->index]);
  gtk_column_view_append_column (view, view_column);
}

static void
drill_evidence_table_view_dispose (GObject *object)
{
  /* The columns' functions point into this object: the view goes first. */
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (drill_evidence_table_view_parent_class)->dispose (object);
}

static void
drill_evidence_table_view_finalize (GObject *object)
{
  DrillEvidenceTableView *self = DRILL_EVIDENCE_TABLE_VIEW (object);

  g_clear_pointer (&self->columns, g_array_unref);
  drill_table_free (self->table);

  G_OBJECT_CLASS (drill_evidence_table_view_parent_class)->finalize (object);
}

static void
drill_evidence_table_view_class_init (DrillEvidenceTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = drill_evidence_table_view_dispose;
  object_class->finalize = drill_evidence_table_view_finalize;
}

static void
drill_evidence_table_view_init (DrillEvidenceTableView *self)
{
}

/* @table: (transfer full). @label: what it is, for screen readers */
GtkWidget *
drill_evidence_table_view_new (DrillTable *table,
                               const char *label)
{
  DrillEvidenceTableView *self = g_object_new (DRILL_TYPE_EVIDENCE_TABLE_VIEW, NULL);
  GListStore             *rows = g_list_store_new (DRILL_TYPE_EVIDENCE_ROW);
  GtkWidget              *scroller = gtk_scrolled_window_new ();
  GtkColumnView          *view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  GtkSortListModel       *sorted;
  GtkSingleSelection     *selection;

  self->table = table;
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  for (guint i = 0; i < table->columns->len; i++)
    {
      Column column = { self, i };

      g_array_append_val (self->columns, column);
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      g_autoptr (DrillEvidenceRow) row = drill_evidence_row_new (g_ptr_array_index (table->rows, i));

      g_list_store_append (rows, row);
    }
  for (guint i = 0; i < self->columns->len; i++)
    append_column (self, view, &g_array_index (self->columns, Column, i));

  sorted = gtk_sort_list_model_new (G_LIST_MODEL (rows), g_object_ref (gtk_column_view_get_sorter (view)));
  selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  gtk_column_view_set_show_row_separators (view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (view), "drill-evidence-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              HEADER_HEIGHT + ROW_HEIGHT * (int) MIN (table->rows->len, MAX_ROWS_SHOWN));
  adw_bin_set_child (ADW_BIN (self), scroller);

  return GTK_WIDGET (self);
}

DrillTable *
drill_heap_table_new (const DrillHeapDiff *heap)
{
  DrillTable *table;

  g_return_val_if_fail (heap != NULL, NULL);

  table = g_new0 (DrillTable, 1);
  table->columns = g_ptr_array_new_with_free_func (g_free);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (table->columns, g_strdup (_("Kept by")));
  g_ptr_array_add (table->columns, g_strdup (_("Objects")));
  if (heap->has_shallow)
    g_ptr_array_add (table->columns, g_strdup (_("Own size")));
  if (heap->has_retained)
    g_ptr_array_add (table->columns, g_strdup (_("Keeps alive")));
  table->numeric = g_new0 (gboolean, table->columns->len);
  for (guint i = 1; i < table->columns->len; i++)
    table->numeric[i] = TRUE;

  for (guint i = 0; i < heap->rows->len; i++)
    {
      const DrillHeapRow *row = g_ptr_array_index (heap->rows, i);
      GPtrArray          *cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup (row->name));
      g_ptr_array_add (cells, drill_incident_format_points (row->count));
      if (heap->has_shallow)
        g_ptr_array_add (cells, drill_chart_unit_format_value (DRILL_CHART_BYTES, row->shallow));
      if (heap->has_retained)
        g_ptr_array_add (cells, drill_chart_unit_format_value (DRILL_CHART_BYTES, row->retained));
      g_ptr_array_add (table->rows, cells);
    }

  return table;
}
