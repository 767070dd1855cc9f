/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The library as the interface sees it. Each call becomes a task: imports run
 * in the writing lane of the database, all else in the reading one.
 */

#include "config.h"

#include "library/library.h"

#include "library/importer.h"

struct _DrillLibrary
{
  GObject        parent_instance;

  DrillDatabase *database;
  guint          imports; /* that run now */
  int            permille; /* of the running import; atomic */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_IMPORT_STARTED,
  SIGNAL_IMPORT_ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillLibrary, drill_library, G_TYPE_OBJECT)

static void
progress_cb (guint64  done,
             guint64  total,
             gpointer data)
{
  DrillLibrary *self = data;

  g_atomic_int_set (&self->permille, total > 0 ? (int) (done * 1000 / total) : 0);
}

static void
run_import (GTask           *task,
            DrillConnection *connection,
            gpointer         task_data)
{
  DrillImportReport *report;
  GError            *error = NULL;

  report = drill_import_run (connection,
                             task_data,
                             g_get_real_time () / 1000,
                             progress_cb,
                             g_task_get_source_object (task),
                             g_task_get_cancellable (task),
                             &error);
  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) drill_import_report_free);
  else
    g_task_return_error (task, error);
}

static void
run_query (GTask           *task,
           DrillConnection *connection,
           gpointer         task_data)
{
  GPtrArray *rows;
  GError    *error = NULL;

  /* Whoever types has often typed on before the query has its turn. */
  if (g_task_return_error_if_cancelled (task))
    return;

  rows = drill_item_query_run (connection, task_data, &error);
  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
run_load_item (GTask           *task,
               DrillConnection *connection,
               gpointer         task_data)
{
  DrillItemRecord *record;
  GError          *error = NULL;

  record = drill_item_record_load (connection, task_data, &error);
  if (record != NULL)
    g_task_return_pointer (task, record, (GDestroyNotify) drill_item_record_unref);
  else
    g_task_return_error (task, error);
}

static void
run_load_catalogue (GTask           *task,
                    DrillConnection *connection,
                    gpointer         task_data)
{
  DrillCatalogue *catalogue;
  GError         *error = NULL;

  catalogue = drill_catalogue_load (connection, &error);
  if (catalogue != NULL)
    g_task_return_pointer (task, catalogue, (GDestroyNotify) drill_catalogue_unref);
  else
    g_task_return_error (task, error);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  DrillLibrary      *self = DRILL_LIBRARY (source);
  g_autoptr (GTask)  task = data;
  DrillImportReport *report;
  GError            *error = NULL;

  report = g_task_propagate_pointer (G_TASK (result), &error);
  self->imports--;
  g_signal_emit (self, signals[SIGNAL_IMPORT_ENDED], 0);

  if (report == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (report->unchanged_files < report->files || report->vanished_files > 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  g_task_return_pointer (task, report, (GDestroyNotify) drill_import_report_free);
}

static void
drill_library_dispose (GObject *object)
{
  DrillLibrary *self = DRILL_LIBRARY (object);

  g_clear_object (&self->database);

  G_OBJECT_CLASS (drill_library_parent_class)->dispose (object);
}

static void
drill_library_class_init (DrillLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_library_dispose;

  /* Items came, went or changed. */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", DRILL_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_IMPORT_STARTED] =
      g_signal_new ("import-started", DRILL_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_IMPORT_ENDED] =
      g_signal_new ("import-ended", DRILL_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
drill_library_init (DrillLibrary *self)
{
}

DrillLibrary *
drill_library_new (DrillDatabase *database)
{
  DrillLibrary *self;

  g_return_val_if_fail (DRILL_IS_DATABASE (database), NULL);

  self = g_object_new (DRILL_TYPE_LIBRARY, NULL);
  self->database = g_object_ref (database);

  return self;
}

/* @paths: (array zero-terminated=1): files or folders; see drill_import_run() */
void
drill_library_import_async (DrillLibrary       *self,
                            const char *const  *paths,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) work = NULL;

  g_return_if_fail (DRILL_IS_LIBRARY (self));
  g_return_if_fail (paths != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, drill_library_import_async);

  self->imports++;
  g_atomic_int_set (&self->permille, 0);
  g_signal_emit (self, signals[SIGNAL_IMPORT_STARTED], 0);

  work = g_task_new (self, cancellable, imported_cb, g_steal_pointer (&task));
  g_task_set_task_data (work, g_strdupv ((char **) paths), (GDestroyNotify) g_strfreev);
  drill_database_write (self->database, work, run_import);
}

/* Returns: (transfer full): the report */
DrillImportReport *
drill_library_import_finish (DrillLibrary *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
drill_library_is_importing (DrillLibrary *self)
{
  g_return_val_if_fail (DRILL_IS_LIBRARY (self), FALSE);

  return self->imports > 0;
}

/* From 0 to 1; to be polled while an import runs. */
double
drill_library_get_import_progress (DrillLibrary *self)
{
  g_return_val_if_fail (DRILL_IS_LIBRARY (self), 0);

  return g_atomic_int_get (&self->permille) / 1000.0;
}

static void
read_async (DrillLibrary       *self,
            gpointer            tag,
            DrillDatabaseFunc   func,
            gpointer            data,
            GDestroyNotify      destroy,
            GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, data, destroy);
  drill_database_read (self->database, task, func);
}

void
drill_library_query_async (DrillLibrary          *self,
                           const DrillItemFilter *filter,
                           GCancellable          *cancellable,
                           GAsyncReadyCallback    callback,
                           gpointer               user_data)
{
  g_return_if_fail (DRILL_IS_LIBRARY (self));
  g_return_if_fail (filter != NULL);

  read_async (self,
              drill_library_query_async,
              run_query,
              drill_item_filter_copy (filter),
              (GDestroyNotify) drill_item_filter_free,
              cancellable,
              callback,
              user_data);
}

/* Returns: (transfer full) (element-type DrillItemSummary) */
GPtrArray *
drill_library_query_finish (DrillLibrary *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
drill_library_load_item_async (DrillLibrary       *self,
                               const char         *key,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_return_if_fail (DRILL_IS_LIBRARY (self));
  g_return_if_fail (key != NULL);

  read_async (self,
              drill_library_load_item_async,
              run_load_item,
              g_strdup (key),
              g_free,
              cancellable,
              callback,
              user_data);
}

/* Returns: (transfer full): the item; G_IO_ERROR_NOT_FOUND when there is none */
DrillItemRecord *
drill_library_load_item_finish (DrillLibrary *self,
                                GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
drill_library_load_catalogue_async (DrillLibrary       *self,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_return_if_fail (DRILL_IS_LIBRARY (self));

  read_async (self,
              drill_library_load_catalogue_async,
              run_load_catalogue,
              NULL,
              NULL,
              cancellable,
              callback,
              user_data);
}

/* Returns: (transfer full): packs, topics and levels */
DrillCatalogue *
drill_library_load_catalogue_finish (DrillLibrary *self,
                                     GAsyncResult *result,
                                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
