/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * How a call of DrillStudy gets into a thread and its result back.
 *
 *   caller -> job -> lane of the database -> work -> result -> caller's callback
 *
 * A job is made on the main thread with all that it needs, so that the thread shares
 * nothing with the interface. What each call does is one function, see DrillStudyWork.
 */

#include "config.h"

#include "study/study-private.h"

void
drill_study_job_free (gpointer data)
{
  Job *job = data;

  drill_rules_free (job->rules);
  drill_answer_free (job->answer);
  drill_mark_free (job->mark);
  drill_run_record_free (job->run);
  g_free (job->key);
  g_strfreev (job->keys);
  g_free (job);
}

/* @free_result: (nullable): of what @work returns */
Job *
drill_study_job_new (DrillStudy    *self,
                     DrillStudyWork work,
                     GDestroyNotify free_result)
{
  Job *job = g_new0 (Job, 1);

  job->work = work;
  job->free_result = free_result;
  job->rules = drill_rules_copy (self->rules);
  job->now_ms = drill_clock_wall_ms (self->clock);

  return job;
}

static void
run_job (GTask           *task,
         DrillConnection *connection,
         gpointer         task_data)
{
  Job     *job = task_data;
  GError  *error = NULL;
  gpointer result = job->work (connection, job, g_task_get_cancellable (task), &error);

  if (result != NULL)
    g_task_return_pointer (task, result, job->free_result);
  else
    g_task_return_error (task, error);
}

/* Between the work and the caller: all hear of the change, then the caller of its
 * result. */
static void
relay_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) outer = data;
  Job              *job = g_task_get_task_data (G_TASK (result));
  GError           *error = NULL;
  gpointer          value = g_task_propagate_pointer (G_TASK (result), &error);

  if (value == NULL)
    {
      g_task_return_error (outer, error);
      return;
    }

  drill_study_changed (DRILL_STUDY (source));
  g_task_return_pointer (outer, value, job->free_result);
}

/**
 * drill_study_start:
 * @job: (transfer full)
 * @cancellable: (nullable): of a job that reads
 *
 * Hands a job to a lane. drill_study_finish() gives what came of it.
 */
void
drill_study_start (DrillStudy         *self,
                   DrillStudyLane      lane,
                   Job                *job,
                   GCancellable       *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  if (lane == DRILL_STUDY_CHANGE)
    {
      user_data = g_task_new (self, NULL, callback, user_data);
      callback = relay_cb;
    }
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_task_data (task, job, drill_study_job_free);
  if (lane == DRILL_STUDY_READ)
    drill_database_read (self->database, task, run_job);
  else
    drill_database_write (self->database, task, run_job);
}

gpointer
drill_study_finish (DrillStudy   *self,
                    GAsyncResult *result,
                    GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
