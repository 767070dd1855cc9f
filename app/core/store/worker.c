/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A thread that runs tasks one after the other, in the order they came.
 *
 * It exists so that the main thread never waits for a disk. Draining runs what
 * is queued before the thread ends: work that was accepted is never dropped.
 */

#include "config.h"

#include "store/worker.h"

typedef struct
{
  GTask          *task; /* NULL asks the thread to end */
  DrillWorkerFunc func;
} Job;

struct _DrillWorker
{
  GObject      parent_instance;

  GAsyncQueue *jobs;
  GAsyncQueue *done;   /* GTask, to be let go of by another thread */
  GThread     *thread; /* NULL once drained */
};

/* What the thread holds on to, so that it needs no worker. */
typedef struct
{
  GAsyncQueue *jobs;
  GAsyncQueue *done;
} Queues;

G_DEFINE_FINAL_TYPE (DrillWorker, drill_worker, G_TYPE_OBJECT)

static gpointer
run (gpointer data)
{
  g_autofree Queues      *queues = data;
  g_autoptr (GAsyncQueue) jobs = queues->jobs;
  g_autoptr (GAsyncQueue) done = queues->done;

  for (;;)
    {
      g_autofree Job *job = g_async_queue_pop (jobs);

      if (job->task == NULL)
        return NULL;

      job->func (job->task,
                 g_task_get_source_object (job->task),
                 g_task_get_task_data (job->task),
                 g_task_get_cancellable (job->task));

      /* The task may hold the last reference to an object of the main thread, or
       * even to this worker, so it is not let go of here. */
      g_async_queue_push (done, job->task);
    }
}

static void
release_done (DrillWorker *self)
{
  GTask *task;

  while ((task = g_async_queue_try_pop (self->done)) != NULL)
    g_object_unref (task);
}

static void
drill_worker_dispose (GObject *object)
{
  DrillWorker *self = DRILL_WORKER (object);

  drill_worker_drain (self);
  g_clear_pointer (&self->jobs, g_async_queue_unref);
  g_clear_pointer (&self->done, g_async_queue_unref);

  G_OBJECT_CLASS (drill_worker_parent_class)->dispose (object);
}

static void
drill_worker_class_init (DrillWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_worker_dispose;
}

static void
drill_worker_init (DrillWorker *self)
{
  self->jobs = g_async_queue_new ();
  self->done = g_async_queue_new ();
}

/* @name: of the thread, at most 15 bytes, for debuggers */
DrillWorker *
drill_worker_new (const char *name)
{
  DrillWorker *self = g_object_new (DRILL_TYPE_WORKER, NULL);
  Queues      *queues = g_new (Queues, 1);

  queues->jobs = g_async_queue_ref (self->jobs);
  queues->done = g_async_queue_ref (self->done);
  self->thread = g_thread_new (name, run, queues);

  return self;
}

/**
 * drill_worker_push:
 * @task: (transfer none): its callback runs in the context that made it
 * @func: runs in the worker's thread
 *
 * From the thread that owns the worker. Must not be called after
 * drill_worker_drain().
 */
void
drill_worker_push (DrillWorker    *self,
                   GTask          *task,
                   DrillWorkerFunc func)
{
  Job *job;

  g_return_if_fail (DRILL_IS_WORKER (self));
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (self->thread != NULL);

  release_done (self);
  job = g_new (Job, 1);
  job->task = g_object_ref (task);
  job->func = func;
  g_async_queue_push (self->jobs, job);
}

gboolean
drill_worker_is_current (DrillWorker *self)
{
  g_return_val_if_fail (DRILL_IS_WORKER (self), FALSE);

  return g_thread_self () == self->thread;
}

/* Runs everything that is queued, then ends the thread. Blocks; may be called
 * twice. Callbacks still arrive in their own contexts.
 *
 * Whoever owns a worker drains it before letting go of it: until then, the last
 * tasks that ran keep their source objects alive. */
void
drill_worker_drain (DrillWorker *self)
{
  g_return_if_fail (DRILL_IS_WORKER (self));

  if (self->thread == NULL)
    return;

  g_assert (!drill_worker_is_current (self));

  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  g_thread_join (self->thread);
  self->thread = NULL;
  release_done (self);
}
