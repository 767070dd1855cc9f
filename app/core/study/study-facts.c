/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Decisions about cards, undo and redo for the main thread. They go through the
 * writing lane, which answers go through as well: whoever answers and undoes at once
 * undoes that answer.
 */

#include "config.h"

#include "study/study-private.h"

#include <string.h>

static void
run_mark (GTask           *task,
          DrillConnection *connection,
          gpointer         task_data)
{
  Job    *job = task_data;
  GError *error = NULL;

  if (drill_mark_record (connection, job->rules, job->mark, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
return_undo (GTask     *task,
             DrillUndo *undo,
             GError    *error)
{
  if (undo != NULL)
    g_task_return_pointer (task, undo, (GDestroyNotify) drill_undo_free);
  else
    g_task_return_error (task, error);
}

static void
run_undo (GTask           *task,
          DrillConnection *connection,
          gpointer         task_data)
{
  Job       *job = task_data;
  GError    *error = NULL;
  DrillUndo *undo;

  undo = drill_undo_run (connection,
                         job->rules,
                         job->has_uuid ? job->uuid : NULL,
                         job->now_ms,
                         &error);
  return_undo (task, undo, error);
}

static void
run_redo (GTask           *task,
          DrillConnection *connection,
          gpointer         task_data)
{
  Job       *job = task_data;
  GError    *error = NULL;
  DrillUndo *redo = drill_redo_run (connection, job->rules, job->now_ms, &error);

  return_undo (task, redo, error);
}

static void
run_replay (GTask           *task,
            DrillConnection *connection,
            gpointer         task_data)
{
  Job    *job = task_data;
  GError *error = NULL;

  if (drill_fold_all (connection, job->rules, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError           *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  drill_study_changed (DRILL_STUDY (source));
  g_task_return_boolean (task, TRUE);
}

static void
turned_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask)     task = data;
  g_autoptr (DrillUndo) undo = NULL;
  GError               *error = NULL;

  undo = g_task_propagate_pointer (G_TASK (result), &error);
  if (undo != NULL)
    drill_study_changed (DRILL_STUDY (source));
  return_undo (task, g_steal_pointer (&undo), error);
}

/* Work whose caller hears of it after "changed" was emitted. */
static GTask *
work_new (DrillStudy         *self,
          gpointer            tag,
          GAsyncReadyCallback relay,
          GAsyncReadyCallback callback,
          gpointer            user_data,
          Job               **job)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tag);

  return drill_study_task_new (self, tag, NULL, relay, task, job);
}

/* Stores a decision about a card. Storing the same one twice counts once. */
void
drill_study_mark_async (DrillStudy         *self,
                        const DrillMark    *mark,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) work = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (mark != NULL);

  work = work_new (self, drill_study_mark_async, stored_cb, callback, user_data, &job);
  job->mark = drill_mark_copy (mark);
  drill_database_write (self->database, work, run_mark);
}

gboolean
drill_study_mark_finish (DrillStudy   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* @uuid: (nullable): the answer or mark to take back, such as drill_session_undo()
 * names it; NULL for the newest that stands */
void
drill_study_undo_async (DrillStudy         *self,
                        const guint8       *uuid,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) work = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));

  work = work_new (self, drill_study_undo_async, turned_cb, callback, user_data, &job);
  job->has_uuid = uuid != NULL;
  if (uuid != NULL)
    memcpy (job->uuid, uuid, sizeof job->uuid);
  drill_database_write (self->database, work, run_undo);
}

/* Returns: (transfer full): what was undone; NULL with G_IO_ERROR_NOT_FOUND when
 * there was nothing */
DrillUndo *
drill_study_undo_finish (DrillStudy   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Does again what was undone last, unless something new was done since. */
void
drill_study_redo_async (DrillStudy         *self,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) work = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));

  work = work_new (self, drill_study_redo_async, turned_cb, callback, user_data, &job);
  drill_database_write (self->database, work, run_redo);
}

/* Returns: (transfer full): what counts again; NULL with G_IO_ERROR_NOT_FOUND when
 * there was nothing */
DrillUndo *
drill_study_redo_finish (DrillStudy   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Computes every card anew from the facts, with the rules as they are now. */
void
drill_study_replay_async (DrillStudy         *self,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) work = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));

  work = work_new (self, drill_study_replay_async, stored_cb, callback, user_data, &job);
  drill_database_write (self->database, work, run_replay);
}

gboolean
drill_study_replay_finish (DrillStudy   *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
