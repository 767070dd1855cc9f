/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The application: owns the databases and hands library and study to windows.
 *
 * The window is shown before anything is read. Opening the databases and loading
 * the bundled packs happen in worker threads while it is on screen already.
 */

#include "config.h"

#include "ui/application/application.h"

#include "library/library.h"
#include "search/item-search.h"
#include "study/rules-settings.h"
#include "study/study.h"
#include "study/workspace.h"
#include "ui/compat/about.h"
#include "ui/compat/preferences.h"
#include "ui/application/first-frame.h"
#include "ui/preferences/study-preferences.h"
#include "ui/widgets/widgets.h"
#include "ui/window/window.h"

#include <glib/gi18n.h>

/* A first frame that has not come by then is not waited for. */
#define FIRST_FRAME_MAX_MS 2000

/* Settings that still change are not applied yet. */
#define SETTINGS_REST_MS 150

struct _DrillApplication
{
  AdwApplication parent_instance;

  char          *folder;
  int            library_is_new; /* atomic: set in the writer's thread */
  DrillDatabase *database;
  DrillLibrary  *library;
  DrillStudy    *study;
  GSettings     *settings; /* (nullable): where the schema is not installed */
  guint          rules_source;
  DrillItemSearch *search;
  gboolean       is_opening;
  gboolean       is_open;
  GStrv          pending; /* paths to import once the database is open */
};

G_DEFINE_FINAL_TYPE (DrillApplication, drill_application, ADW_TYPE_APPLICATION)

static DrillConnection *
open_connection (DrillConnectionMode mode,
                 gpointer            data,
                 GError            **error)
{
  DrillApplication *self = data;
  DrillConnection  *connection;
  gboolean          is_new = FALSE;

  connection = drill_workspace_open (self->folder, mode, &is_new, error);
  if (is_new)
    g_atomic_int_set (&self->library_is_new, TRUE);

  return connection;
}

/* Where the packs that come with the program are; NULL when nowhere. */
static char *
find_bundled_content (void)
{
  const char *const places[] = { g_getenv ("PAGERDRILL_CONTENT_DIR"), CONTENT_DIR, SOURCE_CONTENT_DIR };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (places[i] != NULL && g_file_test (places[i], G_FILE_TEST_IS_DIR))
        return g_strdup (places[i]);
    }

  return NULL;
}

static DrillWindow *
get_window (DrillApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return DRILL_IS_WINDOW (window) ? DRILL_WINDOW (window) : NULL;
}

static void
bundled_imported_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr (DrillApplication)  self = data;
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (GError)            error = NULL;

  report = drill_library_import_finish (DRILL_LIBRARY (source), result, &error);
  if (report == NULL && get_window (self) != NULL &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    drill_window_show_error (get_window (self), error->message);
}

static void
sources_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (DrillApplication) self = data;
  g_autoptr (GStrvBuilder)     paths = g_strv_builder_new ();
  g_autofree char             *bundled = find_bundled_content ();
  g_auto (GStrv)               sources = NULL;
  g_auto (GStrv)               all = NULL;

  sources = g_task_propagate_pointer (G_TASK (result), NULL);
  if (bundled != NULL)
    g_strv_builder_add (paths, bundled);

  /* What the learner added is read again only when the library was lost, and as
   * far as it is still where it was. */
  for (guint i = 0; sources != NULL && sources[i] != NULL; i++)
    {
      if (g_file_test (sources[i], G_FILE_TEST_EXISTS))
        g_strv_builder_add (paths, sources[i]);
    }
  all = g_strv_builder_end (paths);
  if (all[0] != NULL)
    drill_library_import_async (self->library,
                                (const char *const *) all,
                                NULL,
                                bundled_imported_cb,
                                g_object_ref (self));
  else if (get_window (self) != NULL)
    drill_window_settle (get_window (self));
}

static void
list_sources (GTask           *task,
              DrillConnection *connection,
              gpointer         task_data)
{
  DrillApplication *self = g_task_get_source_object (task);
  char            **sources = NULL;

  if (g_atomic_int_get (&self->library_is_new))
    sources = drill_workspace_list_sources (connection, NULL);
  g_task_return_pointer (task, sources, (GDestroyNotify) g_strfreev);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DrillApplication) self = data;
  g_autoptr (GTask)            task = NULL;
  g_autoptr (GError)           error = NULL;
  DrillWindow                 *window = get_window (self);

  if (!drill_database_open_finish (self->database, result, &error))
    {
      if (window != NULL)
        drill_window_show_fatal (window, error->message);
      return;
    }

  self->is_open = TRUE;
  if (window != NULL)
    {
      drill_window_start (window, self->library, self->study, self->search);
      if (self->pending != NULL)
        drill_window_import (window, (const char *const *) self->pending);
      g_clear_pointer (&self->pending, g_strfreev);
    }

  task = g_task_new (self, NULL, sources_listed_cb, g_object_ref (self));
  drill_database_read (self->database, task, list_sources);
}

static void
replayed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DrillApplication) self = data;
  g_autoptr (GError)           error = NULL;

  if (!drill_study_replay_finish (DRILL_STUDY (source), result, &error) &&
      get_window (self) != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    drill_window_show_error (get_window (self), error->message);
}

/* The learner's settings as the rules of study. Cards that would be in another state
 * by the new rules are brought up to date. */
static void
apply_settings (DrillApplication *self)
{
  g_autoptr (DrillRules) rules = drill_rules_copy (drill_study_get_rules (self->study));
  gboolean               alike;

  drill_rules_read_settings (rules, self->settings);
  alike = drill_rules_fold_alike (rules, drill_study_get_rules (self->study));
  drill_study_set_rules (self->study, rules);
  if (self->is_open && !alike)
    drill_study_replay_async (self->study, replayed_cb, g_object_ref (self));
}

static gboolean
apply_settings_cb (gpointer data)
{
  DrillApplication *self = data;

  self->rules_source = 0;
  apply_settings (self);

  return G_SOURCE_REMOVE;
}

/* Several keys may change at once, and a slider changes one many times. */
static void
setting_changed_cb (DrillApplication *self)
{
  g_clear_handle_id (&self->rules_source, g_source_remove);
  self->rules_source = g_timeout_add (SETTINGS_REST_MS, apply_settings_cb, self);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  g_application_quit (data);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  drill_show_about (gtk_application_get_active_window (data));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  DrillApplication *self = data;
  GtkWindow        *window;

  /* Where the schema is not installed there is nothing to keep a choice in. */
  if (self->settings == NULL)
    return;

  window = drill_preferences_window_new (gtk_application_get_active_window (data));
  drill_preferences_window_add (window, drill_study_preferences_new (self->settings));
  gtk_window_present (window);
}

static const GActionEntry actions[] = {
  { "quit", quit_cb },
  { "about", about_cb },
  { "preferences", preferences_cb },
};

static void
set_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } table[] = {
    { "app.quit", { "<Control>q" } },
    { "app.preferences", { "<Control>comma" } },
    { "win.show-page('today')", { "<Alt>1" } },
    { "win.show-page('library')", { "<Alt>2" } },
    { "win.show-page('quiz')", { "<Alt>3" } },
    { "win.show-page('incidents')", { "<Alt>4" } },
    { "win.show-page('interview')", { "<Alt>5" } },
    { "win.show-page('progress')", { "<Alt>6" } },
    { "win.search", { "<Control>f" } },
    { "win.study-due", { "<Control>r" } },
    { "win.add-files", { "<Control>o" } },
    { "win.show-help-overlay", { "<Control>question", "F1" } },
    { "window.close", { "<Control>w" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accels);
}

/* X11 wants the picture itself, which takes longer than to draw the window. */
static gboolean
set_icon_cb (gpointer data)
{
  gtk_window_set_default_icon_name (APP_ID);

  return G_SOURCE_REMOVE;
}

static void
drill_application_startup (GApplication *application)
{
  DrillApplication *self = DRILL_APPLICATION (application);

  G_APPLICATION_CLASS (drill_application_parent_class)->startup (application);

  g_idle_add_full (G_PRIORITY_LOW, set_icon_cb, NULL, NULL);
  drill_widgets_load_css (gdk_display_get_default ());
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_accels (GTK_APPLICATION (self));

  self->database = drill_database_new (open_connection, self, NULL);
  self->library = drill_library_new (self->database);
  {
    g_autoptr (DrillClock) clock = drill_clock_new_system ();

    self->study = drill_study_new (self->database, clock);
    self->search = drill_item_search_new (self->database, self->study);
  }
  g_signal_connect_object (self->library, "changed", G_CALLBACK (drill_study_follow_library), self->study, G_CONNECT_SWAPPED);
  self->settings = drill_settings_new ();
  if (self->settings != NULL)
    {
      apply_settings (self);
      g_signal_connect_object (self->settings, "changed", G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
open_database (DrillApplication *self)
{
  if (self->is_opening)
    return;

  self->is_opening = TRUE;
  drill_database_open_async (self->database, NULL, opened_cb, g_object_ref (self));
}

static void
first_paint_cb (GdkFrameClock    *clock,
                DrillApplication *self)
{
  g_signal_handlers_disconnect_by_func (clock, first_paint_cb, self);
  open_database (self);
}

static gboolean
open_anyway_cb (gpointer data)
{
  open_database (data);

  return G_SOURCE_REMOVE;
}

/* The first frame is not to share the machine with reading files. A window that
 * nobody sees may never get one. */
static void
open_after_first_frame (DrillApplication *self,
                        GtkWidget        *window)
{
  g_timeout_add_full (G_PRIORITY_DEFAULT,
                      FIRST_FRAME_MAX_MS,
                      open_anyway_cb,
                      g_object_ref (self),
                      g_object_unref);
  gtk_widget_realize (window);
  g_signal_connect_object (gtk_widget_get_frame_clock (window),
                           "after-paint",
                           G_CALLBACK (first_paint_cb),
                           self,
                           0);
}

static void
drill_application_activate (GApplication *application)
{
  DrillApplication *self = DRILL_APPLICATION (application);
  DrillWindow      *window = get_window (self);

  if (window == NULL)
    {
      window = drill_window_new (ADW_APPLICATION (self));
      if (self->is_open)
        drill_window_start (window, self->library, self->study, self->search);
      drill_first_frame_watch (GTK_WINDOW (window), application);
      open_after_first_frame (self, GTK_WIDGET (window));
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
drill_application_open (GApplication *application,
                        GFile       **files,
                        int           n_files,
                        const char   *hint)
{
  DrillApplication        *self = DRILL_APPLICATION (application);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv)           all = NULL;

  for (int i = 0; i < n_files; i++)
    {
      if (g_file_peek_path (files[i]) != NULL)
        g_strv_builder_add (paths, g_file_peek_path (files[i]));
    }
  all = g_strv_builder_end (paths);

  g_application_activate (application);
  if (self->is_open)
    {
      drill_window_import (get_window (self), (const char *const *) all);
    }
  else
    {
      g_strfreev (self->pending);
      self->pending = g_steal_pointer (&all);
    }
}

/* Answers that were accepted are written before the process ends. */
static void
drill_application_shutdown (GApplication *application)
{
  DrillApplication *self = DRILL_APPLICATION (application);

  self->is_opening = TRUE; /* too late for that from here on */
  if (self->database != NULL)
    drill_database_close (self->database);

  G_APPLICATION_CLASS (drill_application_parent_class)->shutdown (application);
}

static void
drill_application_dispose (GObject *object)
{
  DrillApplication *self = DRILL_APPLICATION (object);

  g_clear_handle_id (&self->rules_source, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->search);
  g_clear_object (&self->study);
  g_clear_object (&self->library);
  g_clear_object (&self->database);

  G_OBJECT_CLASS (drill_application_parent_class)->dispose (object);
}

static void
drill_application_finalize (GObject *object)
{
  DrillApplication *self = DRILL_APPLICATION (object);

  g_free (self->folder);
  g_strfreev (self->pending);

  G_OBJECT_CLASS (drill_application_parent_class)->finalize (object);
}

static void
drill_application_class_init (DrillApplicationClass *klass)
{
  GObjectClass      *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = drill_application_dispose;
  object_class->finalize = drill_application_finalize;
  application_class->startup = drill_application_startup;
  application_class->activate = drill_application_activate;
  application_class->open = drill_application_open;
  application_class->shutdown = drill_application_shutdown;
}

static void
drill_application_init (DrillApplication *self)
{
}

/* @data_dir: (nullable): where everything is kept; NULL for the usual place.
 * Instances with folders of their own do not become one. */
DrillApplication *
drill_application_new (const char *data_dir)
{
  DrillApplication *self;
  gboolean          own_folder = data_dir != NULL || g_getenv ("PAGERDRILL_DATA_DIR") != NULL;

  self = g_object_new (DRILL_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "resource-base-path", RESOURCE_ROOT,
                       "flags", G_APPLICATION_HANDLES_OPEN |
                                (own_folder ? G_APPLICATION_NON_UNIQUE : 0),
                       NULL);
  self->folder = data_dir != NULL ? g_canonicalize_filename (data_dir, NULL)
                                  : drill_workspace_default_folder ();

  return self;
}
