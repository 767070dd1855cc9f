/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui/memory/log-view.h"

#include "ui/compat/open-files.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

struct _DrillLogView
{
  AdwBin        parent_instance;

  DrillStudy   *study;
  AdwActionRow *export_row;
  AdwActionRow *import_row;
};

G_DEFINE_FINAL_TYPE (DrillLogView, drill_log_view, ADW_TYPE_BIN)

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DrillLogView) self = data;
  g_autoptr (GError)       error = NULL;
  gboolean                 exported = drill_study_export_finish (DRILL_STUDY (source), result, &error);

  if (self->study == NULL)
    return;
  if (exported)
    adw_action_row_set_subtitle (self->export_row, _("The log was written."));
  else
    drill_report_error (GTK_WIDGET (self), error);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (DrillLogView) self = data;
  g_autoptr (GFile)        file = drill_save_file_finish (result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL && self->study != NULL)
    drill_study_export_async (self->study, g_file_peek_path (file), exported_cb, g_object_ref (self));
}

static void
export_clicked_cb (DrillLogView *self)
{
  drill_save_file_async (GTK_WIDGET (self),
                         _("Export the Log"),
                         "pagerdrill-reviews.csv",
                         NULL,
                         place_chosen_cb,
                         g_object_ref (self));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DrillLogView) self = data;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *text = NULL;
  int                      n_new = drill_study_import_anki_finish (DRILL_STUDY (source), result, &error);

  if (self->study == NULL)
    return;
  if (n_new < 0)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  text = n_new > 0 ? g_strdup_printf (ngettext ("%d review was new. Training learns from it.",
                                                "%d reviews were new. Training learns from them.",
                                                (gulong) n_new),
                                      n_new)
                   : g_strdup (_("All of its reviews were here already."));
  adw_action_row_set_subtitle (self->import_row, text);
}

static void
collection_chosen_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      data)
{
  g_autoptr (DrillLogView) self = data;
  g_autoptr (GListModel)   files = drill_open_files_finish (result, NULL);

  for (guint i = 0; files != NULL && self->study != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        drill_study_import_anki_async (self->study, g_file_peek_path (file), imported_cb, g_object_ref (self));
    }
}

static void
import_clicked_cb (DrillLogView *self)
{
  g_autoptr (GListStore)    filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Anki collections"));
  gtk_file_filter_add_pattern (filter, "*.anki2");
  gtk_file_filter_add_pattern (filter, "*.anki21");
  g_list_store_append (filters, filter);
  drill_open_files_async (GTK_WIDGET (self),
                          _("Import Reviews from Anki"),
                          DRILL_OPEN_FILES,
                          G_LIST_MODEL (filters),
                          NULL,
                          collection_chosen_cb,
                          g_object_ref (self));
}

static void
drill_log_view_dispose (GObject *object)
{
  g_clear_object (&DRILL_LOG_VIEW (object)->study);

  G_OBJECT_CLASS (drill_log_view_parent_class)->dispose (object);
}

static void
drill_log_view_class_init (DrillLogViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_log_view_dispose;
}

static AdwActionRow *
row_new (DrillLogView        *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         const char          *label,
         void               (*clicked) (DrillLogView *self))
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);

  return ADW_ACTION_ROW (row);
}

static void
drill_log_view_init (DrillLogView *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("Review Log"));
  self->export_row = row_new (self,
                              group,
                              _("Export as CSV"),
                              _("Every answer and decision, in a file that other programs read"),
                              _("_Export…"),
                              export_clicked_cb);
  self->import_row = row_new (self,
                              group,
                              _("Reviews from Anki"),
                              _("Choose collection.anki2 of your profile; it is not changed. Training learns from it."),
                              _("_Import…"),
                              import_clicked_cb);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
}

GtkWidget *
drill_log_view_new (DrillStudy *study)
{
  DrillLogView *self = g_object_new (DRILL_TYPE_LOG_VIEW, NULL);

  self->study = g_object_ref (study);

  return GTK_WIDGET (self);
}
