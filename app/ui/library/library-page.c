/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The library: filters, search as one types, and the items that match.
 *
 * Each change starts a query in the reading lane and cancels the one before, so
 * what is shown always belongs to what stands in the entry.
 */

#include "config.h"

#include "ui/library/library-page.h"

#include "ui/library/filter-bar.h"
#include "ui/library/item-row.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

/* More than one can read; the count says when a list was cut. */
#define MAX_ROWS 1000

/* A session that one can finish. */
#define MAX_PRACTICE 50

struct _DrillLibraryPage
{
  AdwBin             parent_instance;

  DrillLibrary      *library;
  GCancellable      *query;
  GCancellable      *cancellable;
  DrillFilterBar     filter_bar;
  gboolean           updating; /* the drop-downs are being filled */

  GtkSearchEntry    *search_entry;
  GtkFlowBox        *filters;
  GtkLabel          *count_label;
  GtkWidget         *practise_button;
  GtkWidget         *controls;
  GtkStack          *states;
  GtkListView       *results;
  GListStore        *rows;
  GtkScrolledWindow *scroller;
};

G_DEFINE_FINAL_TYPE (DrillLibraryPage, drill_library_page, ADW_TYPE_BIN)

static void start_query (DrillLibraryPage *self);

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_list_item_set_child (item, drill_item_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  drill_item_row_bind (DRILL_ITEM_ROW (gtk_list_item_get_child (item)),
                       DRILL_ITEM_SUMMARY (gtk_list_item_get_item (item)));
}

static void
open_row (DrillLibraryPage *self,
          guint             position)
{
  g_autoptr (DrillItemSummary) summary = NULL;

  summary = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  if (summary != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self),
                                "win.open-item",
                                "s",
                                drill_item_summary_get_key (summary));
}

static void
row_activated_cb (DrillLibraryPage *self,
                  guint             position)
{
  open_row (self, position);
}

/* Enter in the search entry opens the best match. */
static void
search_activated_cb (DrillLibraryPage *self)
{
  open_row (self, 0);
}

static void
search_stopped_cb (DrillLibraryPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
filter_changed_cb (DrillLibraryPage *self)
{
  if (!self->updating)
    start_query (self);
}

static void
clear_clicked_cb (DrillLibraryPage *self)
{
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  drill_filter_bar_reset (&self->filter_bar);
  self->updating = FALSE;
  start_query (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static gboolean
can_be_practised (DrillItemSummary *summary)
{
  switch (drill_item_summary_get_kind (summary))
    {
    case DRILL_ITEM_QUESTION:
    case DRILL_ITEM_FOLLOW_UP:
    case DRILL_ITEM_MCQ:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Returns: (transfer full): a floating array of keys */
static GVariant *
list_practice (DrillLibraryPage *self,
               guint            *count)
{
  GVariantBuilder keys;
  guint           length = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  g_variant_builder_init (&keys, G_VARIANT_TYPE_STRING_ARRAY);
  *count = 0;
  for (guint i = 0; i < length && *count < MAX_PRACTICE; i++)
    {
      g_autoptr (DrillItemSummary) summary = NULL;

      summary = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      if (!can_be_practised (summary))
        continue;
      g_variant_builder_add (&keys, "s", drill_item_summary_get_key (summary));
      (*count)++;
    }

  return g_variant_builder_end (&keys);
}

static void
practise_clicked_cb (DrillLibraryPage *self)
{
  g_autoptr (GVariant) keys = NULL;
  guint                count;

  /* Activating an action does not sink its argument. */
  keys = g_variant_ref_sink (list_practice (self, &count));
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.study-keys", keys);
}

static gboolean
is_filtered (DrillLibraryPage *self)
{
  g_autoptr (DrillItemFilter) filter = drill_item_filter_new ();

  drill_filter_bar_apply (&self->filter_bar, filter);

  return filter->pack != NULL || filter->topic != NULL || filter->levels != 0 ||
         filter->kind != 0 || *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
}

static void
show_rows (DrillLibraryPage *self,
           GPtrArray        *rows)
{
  g_autoptr (GVariant) keys = NULL;
  g_autofree char     *count = NULL;
  guint                practice;
  guint                old = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  g_list_store_splice (self->rows, 0, old, rows->pdata, rows->len);
  keys = g_variant_ref_sink (list_practice (self, &practice));
  gtk_widget_set_sensitive (self->practise_button, practice > 0);

  if (rows->len < MAX_ROWS)
    count = g_strdup_printf (ngettext ("%u item", "%u items", rows->len), rows->len);
  else
    count = g_strdup_printf (_("The first %u items"), rows->len);
  gtk_label_set_label (self->count_label, count);

  gtk_widget_set_visible (self->controls, rows->len > 0 || is_filtered (self));
  if (rows->len > 0)
    gtk_stack_set_visible_child_name (self->states, "results");
  else if (is_filtered (self))
    gtk_stack_set_visible_child_name (self->states, "nothing");
  else
    gtk_stack_set_visible_child_name (self->states, "empty");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
queried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError)    error = NULL;
  DrillLibraryPage     *self = data;

  rows = drill_library_query_finish (DRILL_LIBRARY (source), result, &error);
  if (rows != NULL)
    show_rows (self, rows);
  else
    drill_report_error (GTK_WIDGET (self), error);
}

static void
start_query (DrillLibraryPage *self)
{
  g_autoptr (DrillItemFilter) filter = drill_item_filter_new ();
  const char                 *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (self->library == NULL)
    return;

  g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
  self->query = g_cancellable_new ();

  drill_filter_bar_apply (&self->filter_bar, filter);
  filter->text = *text != '\0' ? g_strdup (text) : NULL;
  filter->follow_ups = filter->text != NULL && filter->kind == 0;
  filter->limit = MAX_ROWS;
  drill_library_query_async (self->library, filter, self->query, queried_cb, self);
}

static void
catalogue_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (DrillCatalogue) catalogue = NULL;
  DrillLibraryPage          *self = data;

  catalogue = drill_library_load_catalogue_finish (DRILL_LIBRARY (source), result, NULL);
  if (catalogue == NULL)
    return;

  self->updating = TRUE;
  drill_filter_bar_set_catalogue (&self->filter_bar, catalogue);
  self->updating = FALSE;
  start_query (self);
}

static void
library_changed_cb (DrillLibraryPage *self)
{
  drill_library_load_catalogue_async (self->library, self->cancellable, catalogue_cb, self);
}

static void
drill_library_page_dispose (GObject *object)
{
  DrillLibraryPage *self = DRILL_LIBRARY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
  g_clear_object (&self->library);
  drill_filter_bar_clear (&self->filter_bar);

  G_OBJECT_CLASS (drill_library_page_parent_class)->dispose (object);
}

static void
drill_library_page_class_init (DrillLibraryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = drill_library_page_dispose;

  g_type_ensure (DRILL_TYPE_ITEM_SUMMARY);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_ROOT "/ui/library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, filters);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, practise_button);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, controls);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, states);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, results);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, rows);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, scroller);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, practise_clicked_cb);
}

static void
drill_library_page_init (DrillLibraryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  drill_filter_bar_init (&self->filter_bar, self->filters, G_CALLBACK (filter_changed_cb), self);
}

GtkWidget *
drill_library_page_new (void)
{
  return g_object_new (DRILL_TYPE_LIBRARY_PAGE, NULL);
}

/* Begins to follow @library, once its database is open. */
void
drill_library_page_start (DrillLibraryPage *self,
                          DrillLibrary     *library)
{
  g_return_if_fail (DRILL_IS_LIBRARY_PAGE (self));
  g_return_if_fail (DRILL_IS_LIBRARY (library) && self->library == NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  library_changed_cb (self);
}

void
drill_library_page_focus_search (DrillLibraryPage *self)
{
  g_return_if_fail (DRILL_IS_LIBRARY_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}
