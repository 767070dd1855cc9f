/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The library: a query as one types it, filters beside it, and what they find: items,
 * topics, and runs of incidents.
 *
 * Each change starts a query in the reading lane and cancels the one before, so what is
 * shown always belongs to what stands in the entry; while that is no query, what was
 * found before stays. Rows come page by page as one scrolls.
 */

#include "config.h"

#include "ui/library/library-page.h"

#include "ui/compat/open-files.h"
#include "ui/format/format.h"
#include "ui/library/filter-bar.h"
#include "ui/library/item-row.h"
#include "ui/library/query-bar.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

/* A session that one can finish. */
#define MAX_PRACTICE 50

/* More cards are not put aside in one go. */
#define MAX_SUSPENDED 1000

struct _DrillLibraryPage
{
  AdwBin             parent_instance;

  DrillLibrary      *library;
  DrillItemSearch   *search;
  DrillSearchResult *found;    /* (nullable): until something was */
  gboolean           paging;   /* a page is on its way */
  DrillSearchFormat  format;   /* of the export that a file is chosen for */
  GCancellable      *query;
  GCancellable      *cancellable;
  DrillFilterBar     filter_bar;
  gboolean           updating; /* the drop-downs are being filled */

  GtkSearchEntry    *search_entry;
  DrillQueryBar     *query_bar;
  GtkFlowBox        *beside;
  GtkWidget         *more_button;
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

static void
practise_keys_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (GVariant) argument = NULL;
  g_autoptr (GError)   error = NULL;
  g_auto (GStrv)       keys = NULL;
  DrillLibraryPage    *self = data;

  keys = drill_item_search_keys_finish (DRILL_ITEM_SEARCH (source), result, &error);
  if (keys == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  /* Activating an action does not sink its argument. */
  argument = g_variant_ref_sink (g_variant_new_strv ((const char *const *) keys, -1));
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.study-keys", argument);
}

static void
practise_clicked_cb (DrillLibraryPage *self)
{
  if (self->found != NULL)
    drill_item_search_keys_async (self->search, self->found, MAX_PRACTICE, self->cancellable,
                                  practise_keys_cb, self);
}

static void
suspend_keys_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GVariant) argument = NULL;
  g_autoptr (GError)   error = NULL;
  g_auto (GStrv)       keys = NULL;
  DrillLibraryPage    *self = data;

  keys = drill_item_search_keys_finish (DRILL_ITEM_SEARCH (source), result, &error);
  if (keys == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  argument = g_variant_ref_sink (g_variant_new_strv ((const char *const *) keys, -1));
  gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.suspend-keys", argument);
}

static void
suspend_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DrillLibraryPage *self = DRILL_LIBRARY_PAGE (widget);

  if (self->found != NULL)
    drill_item_search_keys_async (self->search, self->found, MAX_SUSPENDED, self->cancellable,
                                  suspend_keys_cb, self);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DrillLibraryPage) self = data;
  g_autoptr (GError)           error = NULL;

  if (!drill_item_search_export_finish (DRILL_ITEM_SEARCH (source), result, &error))
    drill_report_error (GTK_WIDGET (self), error);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (DrillLibraryPage) self = data;
  g_autoptr (GFile)            file = drill_save_file_finish (result, NULL);

  if (file != NULL && self->found != NULL)
    drill_item_search_export_async (self->search, self->found, self->format, file, NULL, exported_cb,
                                    g_object_ref (self));
}

static void
export_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  DrillLibraryPage *self = DRILL_LIBRARY_PAGE (widget);

  self->format = g_str_has_suffix (name, "csv") ? DRILL_SEARCH_CSV : DRILL_SEARCH_MARKDOWN;
  drill_save_file_async (widget,
                         _("Save What Was Found"),
                         self->format == DRILL_SEARCH_CSV ? _("questions.csv") : _("questions.md"),
                         NULL,
                         file_chosen_cb,
                         g_object_ref (self));
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
add_beside (DrillLibraryPage *self,
            const char       *text,
            const char       *action,
            const char       *target)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "drill-chip");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_flow_box_append (self->beside, button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

/* Topics and runs of incidents that belong to what was found. */
static void
show_beside (DrillLibraryPage        *self,
             const DrillSearchResult *found)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->beside))) != NULL)
    gtk_flow_box_remove (self->beside, child);
  for (guint i = 0; i < found->topics->len; i++)
    {
      const DrillSearchTopic *topic = g_ptr_array_index (found->topics, i);
      g_autofree char        *title = drill_format_topic (topic->slug);
      g_autofree char        *query = g_strconcat ("topic:", topic->slug, NULL);
      g_autofree char        *text = NULL;

      /* Translators: a topic, and how many items it has */
      text = g_strdup_printf (_("Topic %s (%u)"), title, topic->items);
      add_beside (self, text, "win.search-for", query);
    }
  for (guint i = 0; i < found->plays->len; i++)
    {
      const DrillSearchPlay *play = g_ptr_array_index (found->plays, i);
      g_autoptr (GDateTime)  start = g_date_time_new_from_unix_local (play->started_ms / 1000);
      g_autofree char       *date = g_date_time_format (start, "%x");
      g_autofree char       *text = NULL;

      /* Translators: an incident, the day it was played, its score of so many */
      text = g_strdup_printf (_("%s, %s: %d of %d"), play->title, date, play->score, play->max);
      add_beside (self, text, "win.open-item", play->key);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->beside), found->topics->len + found->plays->len > 0);
}

static void
show_found (DrillLibraryPage  *self,
            DrillSearchResult *found)
{
  g_autofree char *count = NULL;
  guint            old = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  g_clear_pointer (&self->found, drill_search_result_unref);
  self->found = drill_search_result_ref (found);
  g_list_store_splice (self->rows, 0, old, found->rows->pdata, found->rows->len);
  gtk_widget_set_sensitive (self->practise_button, found->practice > 0);
  gtk_widget_set_sensitive (self->more_button, found->ids->len > 0);
  count = g_strdup_printf (ngettext ("%u item", "%u items", found->ids->len), found->ids->len);
  gtk_label_set_label (self->count_label, count);
  show_beside (self, found);

  gtk_widget_set_visible (self->controls, found->ids->len > 0 || is_filtered (self));
  if (found->ids->len > 0)
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
  g_autoptr (DrillSearchResult) found = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;
  g_autoptr (GError)            error = NULL;
  DrillLibraryPage             *self = data;

  found = drill_item_search_query_finish (DRILL_ITEM_SEARCH (source), result, &problem, &error);
  if (found != NULL)
    show_found (self, found);
  else if (problem != NULL)
    drill_query_bar_show_problem (self->query_bar, problem);
  else
    drill_report_error (GTK_WIDGET (self), error);
}

static void
paged_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError)    error = NULL;
  DrillLibraryPage     *self = data;

  rows = drill_item_search_rows_finish (DRILL_ITEM_SEARCH (source), result, &error);
  if (rows == NULL)
    {
      /* When cancelled, another query has begun, or the page is gone. */
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }
  self->paging = FALSE;
  g_list_store_splice (self->rows,
                       g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       0,
                       rows->pdata,
                       rows->len);
}

/* The next page comes while there is still one to scroll through. */
static void
scrolled_cb (DrillLibraryPage *self,
             GtkAdjustment    *adjustment)
{
  guint  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) -
                gtk_adjustment_get_page_size (adjustment);

  if (self->paging || self->found == NULL || n_rows >= self->found->ids->len ||
      left > gtk_adjustment_get_page_size (adjustment))
    return;

  self->paging = TRUE;
  drill_item_search_rows_async (self->search, self->found, n_rows, self->query, paged_cb, self);
}

/* What the drop-downs say, in the words of the query language. */
static void
append_filters (DrillLibraryPage *self,
                GString          *text)
{
  g_autoptr (DrillItemFilter) filter = drill_item_filter_new ();

  drill_filter_bar_apply (&self->filter_bar, filter);
  if (filter->kind != 0)
    g_string_append_printf (text, " kind:%s", drill_item_kind_to_word (filter->kind));
  if (filter->levels != 0)
    g_string_append_printf (text, " level:%s", drill_level_to_word (filter->levels));
  if (filter->topic != NULL)
    {
      g_autofree char *topic = drill_query_quote (filter->topic);

      g_string_append_printf (text, " topic:%s", topic);
    }
  if (filter->pack != NULL)
    {
      g_autofree char *pack = drill_query_quote (filter->pack);

      g_string_append_printf (text, " pack:%s", pack);
    }
}

static gboolean
is_either (const char *text)
{
  g_autoptr (DrillQuery) query = NULL;

  return drill_query_parse (text, DRILL_QUERY_TYPING, &query, NULL) && query != NULL &&
         query->op == DRILL_QUERY_OR;
}

static void
start_query (DrillLibraryPage *self)
{
  const char         *typed = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->search == NULL || !drill_query_bar_check (self->query_bar))
    return;

  g_cancellable_cancel (self->query);
  g_clear_object (&self->query);
  self->query = g_cancellable_new ();
  self->paging = FALSE;

  /* The filters come first, so that the last word stays the one that is typed. */
  append_filters (self, text);
  g_string_append_printf (text, text->len > 0 && is_either (typed) ? " (%s)" : " %s", typed);
  drill_item_search_query_async (self->search, text->str, DRILL_QUERY_TYPING, self->query, queried_cb, self);
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
  g_clear_object (&self->search);
  g_clear_pointer (&self->found, drill_search_result_unref);
  drill_filter_bar_clear (&self->filter_bar);

  G_OBJECT_CLASS (drill_library_page_parent_class)->dispose (object);
}

static void
drill_library_page_class_init (DrillLibraryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = drill_library_page_dispose;

  g_type_ensure (DRILL_TYPE_ITEM_SUMMARY);
  g_type_ensure (DRILL_TYPE_QUERY_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_ROOT "/ui/library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, query_bar);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, beside);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, filters);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, practise_button);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, controls);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, states);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, results);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, rows);
  gtk_widget_class_bind_template_child (widget_class, DrillLibraryPage, scroller);
  gtk_widget_class_install_action (widget_class, "results.export-csv", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "results.export-markdown", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "results.suspend", NULL, suspend_cb);
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
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scroller),
                            "value-changed",
                            G_CALLBACK (scrolled_cb),
                            self);
}

GtkWidget *
drill_library_page_new (void)
{
  return g_object_new (DRILL_TYPE_LIBRARY_PAGE, NULL);
}

/* Begins to follow @library, once its database is open. */
void
drill_library_page_start (DrillLibraryPage *self,
                          DrillLibrary     *library,
                          DrillItemSearch  *search)
{
  g_return_if_fail (DRILL_IS_LIBRARY_PAGE (self));
  g_return_if_fail (DRILL_IS_LIBRARY (library) && self->library == NULL);

  self->library = g_object_ref (library);
  self->search = g_object_ref (search);
  drill_query_bar_start (self->query_bar, GTK_EDITABLE (self->search_entry), search);
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

/* Puts @query into the entry, in place of whatever was looked for. */
void
drill_library_page_show_query (DrillLibraryPage *self,
                               const char       *query)
{
  g_return_if_fail (DRILL_IS_LIBRARY_PAGE (self));
  g_return_if_fail (query != NULL);

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), query);
  drill_filter_bar_reset (&self->filter_bar);
  self->updating = FALSE;
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
  start_query (self);
}
