/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What one can ask the window for. Features activate these by name, which is how
 * they reach each other without knowing each other.
 *
 *   win.show-page s     go to "today", "library", "quiz", "incidents", "interview" or
 *                       "progress"
 *   win.show-sidebar    in a narrow window, back to the list of pages
 *   win.search          to the library's search entry
 *   win.open-item s     show the item with this key
 *   win.show-card s     the history and the curve of the card of this item
 *   win.show-memory     how memory works: interview, retention, weights, leeches, log
 *   win.close-item      back from one of these
 *   win.study-due       a session with what is due and new
 *   win.search-for s    what this query finds, in the library
 *   win.study-keys as   a session with these items
 *   win.practise s      a session of what this query finds
 *   win.suspend-keys as put these items aside; a toast undoes it
 *   win.play-incident s a session with the incident of this key
 *   win.continue-incident s  the same, with its unfinished run at once
 *   win.start-quiz (ssas)  a session with a quiz: its name, its setup as text, and the
 *                       items to ask, or none to choose by the setup
 *   win.open-quiz s     the same with the one of this uuid, or its result
 *   win.start-interview (sas)  a session with an interview: its setup as text, and the
 *                       items of its plan
 *   win.open-interview s  the same with the one of this uuid, or its scorecard
 *   win.end-session     leave the running session
 *   win.add-files       choose files and load them
 *   win.add-folder      choose a folder and load it
 *   win.import as       load these files and folders
 *   win.report-error s  tell the user that something failed
 */

#include "config.h"

#include "ui/window/window-private.h"

#include "ui/compat/open-files.h"
#include "ui/interview/interview-format.h"
#include "ui/quiz/quiz-format.h"

#include <glib/gi18n.h>

static void
show_page_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  drill_window_end_session (DRILL_WINDOW (widget));
  drill_window_show_page (DRILL_WINDOW (widget), g_variant_get_string (parameter, NULL));
  drill_window_focus_page (DRILL_WINDOW (widget));
}

static void
show_sidebar_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  drill_window_show_sidebar (DRILL_WINDOW (widget));
}

static void
search_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  drill_window_end_session (DRILL_WINDOW (widget));
  drill_window_search (DRILL_WINDOW (widget));
}

static void
open_item_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  if (drill_window_is_started (DRILL_WINDOW (widget)))
    drill_window_open_item (DRILL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_card_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  if (drill_window_is_started (DRILL_WINDOW (widget)))
    drill_window_show_card (DRILL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_memory_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  if (drill_window_is_started (DRILL_WINDOW (widget)))
    drill_window_show_memory (DRILL_WINDOW (widget));
}

static void
close_item_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  drill_window_pop_detail (DRILL_WINDOW (widget));
}

static void
study_due_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  if (drill_window_is_started (DRILL_WINDOW (widget)))
    drill_window_study (DRILL_WINDOW (widget), NULL);
}

static void
study_keys_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_autofree const char **keys = g_variant_get_strv (parameter, NULL);

  if (drill_window_is_started (DRILL_WINDOW (widget)) && keys[0] != NULL)
    drill_window_study (DRILL_WINDOW (widget), keys);
}

static void
search_for_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  if (drill_window_is_started (DRILL_WINDOW (widget)))
    drill_window_search_for (DRILL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
practise_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  if (drill_window_is_started (DRILL_WINDOW (widget)))
    drill_window_practise (DRILL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
suspend_keys_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_autofree const char **keys = g_variant_get_strv (parameter, NULL);

  if (drill_window_is_started (DRILL_WINDOW (widget)) && keys[0] != NULL)
    drill_window_suspend (DRILL_WINDOW (widget), drill_window_get_study (DRILL_WINDOW (widget)), keys);
}

static void
play_incident_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  if (drill_window_is_started (DRILL_WINDOW (widget)))
    drill_window_play_incident (DRILL_WINDOW (widget),
                                g_variant_get_string (parameter, NULL),
                                g_str_equal (name, "win.continue-incident"));
}

static void
start_quiz_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  const char              *title, *setup;
  g_autofree const char  **keys = NULL;

  g_variant_get (parameter, "(&s&s^a&s)", &title, &setup, &keys);
  if (drill_window_is_started (DRILL_WINDOW (widget)))
    drill_window_start_quiz (DRILL_WINDOW (widget), title, setup, keys[0] != NULL ? keys : NULL);
}

static void
open_quiz_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  guint8 uuid[DRILL_UUID_SIZE];

  if (drill_window_is_started (DRILL_WINDOW (widget)) &&
      drill_quiz_parse_uuid (g_variant_get_string (parameter, NULL), uuid))
    drill_window_open_quiz (DRILL_WINDOW (widget), uuid);
}

static void
start_interview_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  const char             *text;
  g_autofree const char **keys = NULL;
  DrillMockSetup          setup;

  g_variant_get (parameter, "(&s^a&s)", &text, &keys);
  drill_mock_setup_from_text (&setup, text);
  if (drill_window_is_started (DRILL_WINDOW (widget)))
    drill_window_start_interview (DRILL_WINDOW (widget), &setup, keys);
}

static void
open_interview_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  guint8 uuid[DRILL_UUID_SIZE];

  if (drill_window_is_started (DRILL_WINDOW (widget)) &&
      drill_interview_parse_uuid (g_variant_get_string (parameter, NULL), uuid))
    drill_window_open_interview (DRILL_WINDOW (widget), uuid);
}

static void
end_session_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  drill_window_end_session (DRILL_WINDOW (widget));
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (DrillWindow)  self = data;
  g_autoptr (GListModel)   files = drill_open_files_finish (result, NULL);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv)           all = NULL;

  if (files == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        g_strv_builder_add (paths, g_file_peek_path (file));
    }
  all = g_strv_builder_end (paths);
  drill_window_import (self, (const char *const *) all);
}

static void
import_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  g_autofree const char **paths = g_variant_get_strv (parameter, NULL);

  if (drill_window_is_started (DRILL_WINDOW (widget)))
    drill_window_import (DRILL_WINDOW (widget), paths);
}

static GListModel *
markdown_filters (void)
{
  GListStore               *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) markdown = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (markdown, _("Markdown files"));
  gtk_file_filter_add_pattern (markdown, "*.md");
  gtk_file_filter_add_pattern (markdown, "*.markdown");
  g_list_store_append (filters, markdown);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static void
add_files_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  g_autoptr (GListModel) filters = markdown_filters ();

  drill_open_files_async (widget, _("Add Files"), DRILL_OPEN_FILES, filters, NULL, files_chosen_cb,
                          g_object_ref (widget));
}

static void
add_folder_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  drill_open_files_async (widget, _("Add a Folder"), DRILL_OPEN_FOLDER, NULL, NULL, files_chosen_cb,
                          g_object_ref (widget));
}

static void
report_error_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  drill_window_show_error (DRILL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

void
drill_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_cb);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, show_sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.open-item", "s", open_item_cb);
  gtk_widget_class_install_action (widget_class, "win.show-card", "s", show_card_cb);
  gtk_widget_class_install_action (widget_class, "win.show-memory", NULL, show_memory_cb);
  gtk_widget_class_install_action (widget_class, "win.close-item", NULL, close_item_cb);
  gtk_widget_class_install_action (widget_class, "win.study-due", NULL, study_due_cb);
  gtk_widget_class_install_action (widget_class, "win.study-keys", "as", study_keys_cb);
  gtk_widget_class_install_action (widget_class, "win.search-for", "s", search_for_cb);
  gtk_widget_class_install_action (widget_class, "win.practise", "s", practise_cb);
  gtk_widget_class_install_action (widget_class, "win.suspend-keys", "as", suspend_keys_cb);
  gtk_widget_class_install_action (widget_class, "win.play-incident", "s", play_incident_cb);
  gtk_widget_class_install_action (widget_class, "win.continue-incident", "s", play_incident_cb);
  gtk_widget_class_install_action (widget_class, "win.start-quiz", "(ssas)", start_quiz_cb);
  gtk_widget_class_install_action (widget_class, "win.open-quiz", "s", open_quiz_cb);
  gtk_widget_class_install_action (widget_class, "win.start-interview", "(sas)", start_interview_cb);
  gtk_widget_class_install_action (widget_class, "win.open-interview", "s", open_interview_cb);
  gtk_widget_class_install_action (widget_class, "win.end-session", NULL, end_session_cb);
  gtk_widget_class_install_action (widget_class, "win.add-files", NULL, add_files_cb);
  gtk_widget_class_install_action (widget_class, "win.add-folder", NULL, add_folder_cb);
  gtk_widget_class_install_action (widget_class, "win.import", "as", import_cb);
  gtk_widget_class_install_action (widget_class, "win.report-error", "s", report_error_cb);
}
