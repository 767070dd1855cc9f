/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The destination "Incidents".
 *
 * Two questions are asked at once, what there is (library) and what was played
 * (study); the list is made when both are answered. It is made anew whenever it
 * comes into view or the library changes: incidents are few.
 */

#include "config.h"

#include "ui/incident/incident-list-page.h"

#include "ui/format/format.h"
#include "ui/incident/run-history.h"
#include "ui/incident/skeleton-window.h"
#include "ui/item/item-sections.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

struct _DrillIncidentListPage
{
  AdwBin        parent_instance;

  DrillLibrary *library;
  DrillStudy   *study;
  GCancellable *cancellable; /* of the questions that are open */
  GPtrArray    *items;       /* (nullable): DrillItemSummary */
  GPtrArray    *runs;        /* (nullable): DrillRunRecord, newest first */
  GtkStack     *states;
  GtkBox       *column;
};

G_DEFINE_FINAL_TYPE (DrillIncidentListPage, drill_incident_list_page, ADW_TYPE_BIN)

static const DrillRunRecord *
find_last_run (DrillIncidentListPage *self,
               const char            *key)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      const DrillRunRecord *record = g_ptr_array_index (self->runs, i);

      if (g_str_equal (record->key, key) && *record->moves != '\0')
        return record;
    }

  return NULL;
}

static char *
describe (DrillItemSummary     *item,
          const DrillRunRecord *last)
{
  g_autofree char *levels = drill_format_levels (drill_item_summary_get_levels (item));
  g_autofree char *run = last != NULL ? drill_run_history_describe (last) : g_strdup (_("Not played yet"));

  if (*levels != '\0')
    return g_strdup_printf ("%s · %s · %s", drill_item_summary_get_pack_title (item), levels, run);

  return g_strdup_printf ("%s · %s", drill_item_summary_get_pack_title (item), run);
}

static GtkWidget *
row_new (DrillIncidentListPage *self,
         DrillItemSummary      *item)
{
  const char           *key = drill_item_summary_get_key (item);
  const char           *title = drill_item_summary_get_title (item);
  const DrillRunRecord *last = find_last_run (self, key);
  gboolean              unfinished = last != NULL && !last->finished;
  GtkWidget            *row = adw_action_row_new ();
  GtkWidget            *button = gtk_button_new_with_label (unfinished ? _("Continue") : _("Play"));
  g_autofree char      *text = describe (item, last);
  g_autofree char      *name = NULL;

  /* Translators: what a button does, then the title of an incident */
  name = g_strdup_printf (C_("button", "%s: %s"), unfinished ? _("Continue") : _("Play"), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (unfinished)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  unfinished ? "win.continue-incident" : "win.play-incident");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.play-incident");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", key);

  return row;
}

static void
from_metrics_action_cb (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (drill_skeleton_window_new (widget)));
}

static GtkWidget *
from_metrics_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("From Your Own Metrics…"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("Rehearse an incident of yours: an export from Grafana or Prometheus becomes a "
                                 "scenario to edit and play"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "incidents.from-metrics");

  return row;
}

static gboolean
has_focus_inside (DrillIncidentListPage *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->column)) != NULL;
}

static void
show_list (DrillIncidentListPage *self)
{
  gboolean   had_focus = has_focus_inside (self);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->column))) != NULL)
    gtk_box_remove (self->column, child);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Incidents"), -1);
  for (guint i = 0; i < self->items->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), row_new (self, g_ptr_array_index (self->items, i)));
  gtk_list_box_append (GTK_LIST_BOX (list), from_metrics_row_new ());
  gtk_box_append (self->column, list);
  gtk_stack_set_visible_child_name (self->states, self->items->len > 0 ? "list" : "empty");
  if (had_focus)
    gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}

static void
items_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GPtrArray)  items = NULL;
  g_autoptr (GError)     error = NULL;
  DrillIncidentListPage *self = data;

  items = drill_library_query_finish (DRILL_LIBRARY (source), result, &error);
  if (items == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_steal_pointer (&items);
  if (self->runs != NULL)
    show_list (self);
}

static void
runs_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GPtrArray)  runs = NULL;
  g_autoptr (GError)     error = NULL;
  DrillIncidentListPage *self = data;

  runs = drill_study_list_runs_finish (DRILL_STUDY (source), result, &error);
  if (runs == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  g_clear_pointer (&self->runs, g_ptr_array_unref);
  self->runs = g_steal_pointer (&runs);
  if (self->items != NULL)
    show_list (self);
}

static void
drill_incident_list_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (drill_incident_list_page_parent_class)->map (widget);

  drill_incident_list_page_refresh (DRILL_INCIDENT_LIST_PAGE (widget));
}

static void
drill_incident_list_page_dispose (GObject *object)
{
  DrillIncidentListPage *self = DRILL_INCIDENT_LIST_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (drill_incident_list_page_parent_class)->dispose (object);
}

static void
drill_incident_list_page_finalize (GObject *object)
{
  DrillIncidentListPage *self = DRILL_INCIDENT_LIST_PAGE (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->runs, g_ptr_array_unref);

  G_OBJECT_CLASS (drill_incident_list_page_parent_class)->finalize (object);
}

static void
drill_incident_list_page_class_init (DrillIncidentListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = drill_incident_list_page_dispose;
  object_class->finalize = drill_incident_list_page_finalize;
  GTK_WIDGET_CLASS (klass)->map = drill_incident_list_page_map;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "incidents.from-metrics", NULL, from_metrics_action_cb);
}

static GtkWidget *
empty_new (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_From Your Own Metrics…"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "incidents.from-metrics");
  drill_clean_button_names (button);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Incidents Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Add a pack that holds a folder with a scenario.md."));

  return page;
}

static void
drill_incident_list_page_init (DrillIncidentListPage *self)
{
  GtkWidget *scroller = drill_item_column_new (&self->column);

  gtk_widget_set_focusable (scroller, FALSE);
  self->states = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->states, adw_bin_new (), "loading");
  gtk_stack_add_named (self->states, empty_new (), "empty");
  gtk_stack_add_named (self->states, scroller, "list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->states));
}

GtkWidget *
drill_incident_list_page_new (void)
{
  return g_object_new (DRILL_TYPE_INCIDENT_LIST_PAGE, NULL);
}

/* Begins to show what is there, once the databases are open. */
void
drill_incident_list_page_start (DrillIncidentListPage *self,
                                DrillLibrary          *library,
                                DrillStudy            *study)
{
  g_return_if_fail (DRILL_IS_INCIDENT_LIST_PAGE (self));
  g_return_if_fail (DRILL_IS_LIBRARY (library) && self->library == NULL);
  g_return_if_fail (DRILL_IS_STUDY (study));

  self->library = g_object_ref (library);
  self->study = g_object_ref (study);
  g_signal_connect_object (library, "changed", G_CALLBACK (drill_incident_list_page_refresh), self, G_CONNECT_SWAPPED);
  drill_incident_list_page_refresh (self);
}

void
drill_incident_list_page_refresh (DrillIncidentListPage *self)
{
  g_autoptr (DrillItemFilter) filter = NULL;

  g_return_if_fail (DRILL_IS_INCIDENT_LIST_PAGE (self));

  if (self->library == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  /* The answers to older questions do not matter any more. */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->runs, g_ptr_array_unref);

  filter = drill_item_filter_new ();
  filter->kind = DRILL_ITEM_SCENARIO;
  drill_library_query_async (self->library, filter, self->cancellable, items_cb, self);
  drill_study_list_runs_async (self->study, NULL, self->cancellable, runs_cb, self);
}
