/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Two lanes to the same files: one thread owns the only writing connection, a
 * second one a read-only connection for queries that may take long.
 *
 *      main thread --write--> [ writer ]--+
 *                  --read---> [ reader ]--+--> the files
 *
 * The reader sees what was committed when its query began, so a long import
 * does not hold up a search.
 */

#include "config.h"

#include "store/database.h"

#include "store/worker.h"

typedef struct
{
  DrillWorker     *worker;
  DrillConnection *connection; /* touched by the worker's thread only */
} Lane;

struct _DrillDatabase
{
  GObject             parent_instance;

  DrillDatabaseOpener opener;
  gpointer            opener_data;
  GDestroyNotify      opener_destroy;
  Lane                writer;
  Lane                reader;
  gboolean            closed;
};

typedef struct
{
  Lane             *lane;
  DrillDatabaseFunc func;
} Job;

G_DEFINE_FINAL_TYPE (DrillDatabase, drill_database, G_TYPE_OBJECT)

static GQuark
job_quark (void)
{
  return g_quark_from_static_string ("drill-database-job");
}

static void
open_lane (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  DrillDatabase      *self = source;
  Lane               *lane = task_data;
  DrillConnectionMode mode;
  GError             *error = NULL;

  mode = lane == &self->writer ? DRILL_CONNECTION_READ_WRITE : DRILL_CONNECTION_READ_ONLY;
  lane->connection = self->opener (mode, self->opener_data, &error);
  if (lane->connection != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
close_lane (GTask        *task,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Lane *lane = task_data;

  g_clear_pointer (&lane->connection, drill_connection_close);
  g_task_return_boolean (task, TRUE);
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Job *job = g_object_get_qdata (G_OBJECT (task), job_quark ());

  if (job->lane->connection == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The database is not open");
      return;
    }

  drill_connection_set_cancellable (job->lane->connection, cancellable);
  job->func (task, job->lane->connection, task_data);
  drill_connection_set_cancellable (job->lane->connection, NULL);
}

static void
push (DrillDatabase    *self,
      Lane             *lane,
      GTask            *task,
      DrillDatabaseFunc func)
{
  Job *job;

  if (self->closed)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The database is closed");
      return;
    }

  job = g_new (Job, 1);
  job->lane = lane;
  job->func = func;
  g_object_set_qdata_full (G_OBJECT (task), job_quark (), job, g_free);
  drill_worker_push (lane->worker, task, run_job);
}

static void
reader_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError           *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
writer_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  DrillDatabase    *self = DRILL_DATABASE (source);
  g_autoptr (GTask) task = data;
  g_autoptr (GTask) next = NULL;
  GError           *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->closed)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "The database is closed");
      return;
    }

  next = g_task_new (self, NULL, reader_opened_cb, g_steal_pointer (&task));
  g_task_set_task_data (next, &self->reader, NULL);
  drill_worker_push (self->reader.worker, next, open_lane);
}

static void
drill_database_dispose (GObject *object)
{
  DrillDatabase *self = DRILL_DATABASE (object);

  drill_database_close (self);

  G_OBJECT_CLASS (drill_database_parent_class)->dispose (object);
}

static void
drill_database_finalize (GObject *object)
{
  DrillDatabase *self = DRILL_DATABASE (object);

  g_clear_object (&self->writer.worker);
  g_clear_object (&self->reader.worker);
  if (self->opener_destroy != NULL)
    self->opener_destroy (self->opener_data);

  G_OBJECT_CLASS (drill_database_parent_class)->finalize (object);
}

static void
drill_database_class_init (DrillDatabaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = drill_database_dispose;
  object_class->finalize = drill_database_finalize;
}

static void
drill_database_init (DrillDatabase *self)
{
  self->writer.worker = drill_worker_new ("drill-writer");
  self->reader.worker = drill_worker_new ("drill-reader");
}

/* @opener: called once per lane, the writer first, in the lane's thread */
DrillDatabase *
drill_database_new (DrillDatabaseOpener opener,
                    gpointer            data,
                    GDestroyNotify      destroy)
{
  DrillDatabase *self;

  g_return_val_if_fail (opener != NULL, NULL);

  self = g_object_new (DRILL_TYPE_DATABASE, NULL);
  self->opener = opener;
  self->opener_data = data;
  self->opener_destroy = destroy;

  return self;
}

void
drill_database_open_async (DrillDatabase      *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) next = NULL;

  g_return_if_fail (DRILL_IS_DATABASE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, drill_database_open_async);

  next = g_task_new (self, NULL, writer_opened_cb, g_steal_pointer (&task));
  g_task_set_task_data (next, &self->writer, NULL);
  drill_worker_push (self->writer.worker, next, open_lane);
}

gboolean
drill_database_open_finish (DrillDatabase *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* @task: its source object must outlive the call, as GTask ensures */
void
drill_database_write (DrillDatabase    *self,
                      GTask            *task,
                      DrillDatabaseFunc func)
{
  g_return_if_fail (DRILL_IS_DATABASE (self));
  g_return_if_fail (G_IS_TASK (task));

  push (self, &self->writer, task, func);
}

void
drill_database_read (DrillDatabase    *self,
                     GTask            *task,
                     DrillDatabaseFunc func)
{
  g_return_if_fail (DRILL_IS_DATABASE (self));
  g_return_if_fail (G_IS_TASK (task));

  push (self, &self->reader, task, func);
}

static void
close_one (DrillDatabase *self,
           Lane          *lane)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, lane, NULL);
  drill_worker_push (lane->worker, task, close_lane);
  drill_worker_drain (lane->worker);
}

/* Finishes what was accepted, then closes the files. Blocks for as long as that
 * takes; may be called twice. Must be called before the last reference is dropped,
 * because the lanes keep what they worked for alive. */
void
drill_database_close (DrillDatabase *self)
{
  g_return_if_fail (DRILL_IS_DATABASE (self));

  if (self->closed)
    return;

  self->closed = TRUE;
  close_one (self, &self->reader);
  close_one (self, &self->writer);
}
