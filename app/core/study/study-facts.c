/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Decisions about cards, undo and redo for the main thread. They go through the
 * writing lane, which answers go through as well: whoever answers and undoes at once
 * undoes that answer.
 */

#include "config.h"

#include "study/study-private.h"

#include "study/correction.h"
#include "study/fold.h"

#include <string.h>

static gpointer
record_mark (DrillConnection *connection,
             Job             *job,
             GCancellable    *cancellable,
             GError         **error)
{
  gboolean stored;

  stored = job->keys != NULL ? drill_mark_record_all (connection,
                                                      job->rules,
                                                      job->mark,
                                                      (const char *const *) job->keys,
                                                      error)
                             : drill_mark_record (connection, job->rules, job->mark, error);

  return stored ? DRILL_STUDY_DONE : NULL;
}

static gpointer
undo (DrillConnection *connection,
      Job             *job,
      GCancellable    *cancellable,
      GError         **error)
{
  return drill_undo_run (connection,
                         job->rules,
                         job->has_uuid ? job->uuid : NULL,
                         job->now_ms,
                         error);
}

static gpointer
redo (DrillConnection *connection,
      Job             *job,
      GCancellable    *cancellable,
      GError         **error)
{
  return drill_redo_run (connection, job->rules, job->now_ms, error);
}

static gpointer
replay (DrillConnection *connection,
        Job             *job,
        GCancellable    *cancellable,
        GError         **error)
{
  return drill_fold_all (connection, job->rules, error) ? DRILL_STUDY_DONE : NULL;
}

/* Stores a decision about a card. Storing the same one twice counts once. */
void
drill_study_mark_async (DrillStudy         *self,
                        const DrillMark    *mark,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  Job *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (mark != NULL);

  job = drill_study_job_new (self, record_mark, NULL);
  job->mark = drill_mark_copy (mark);
  drill_study_start (self, DRILL_STUDY_CHANGE, job, NULL, callback, user_data);
}

gboolean
drill_study_mark_finish (DrillStudy   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  return drill_study_finish (self, result, error) != NULL;
}

/* Stores one decision about all items of @keys, as one step: @mark's uuid takes all of
 * it back. Its key is not looked at. */
void
drill_study_mark_all_async (DrillStudy         *self,
                            const DrillMark    *mark,
                            const char *const  *keys,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  Job *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (mark != NULL && keys != NULL);

  job = drill_study_job_new (self, record_mark, NULL);
  job->mark = drill_mark_copy (mark);
  job->keys = g_strdupv ((char **) keys);
  drill_study_start (self, DRILL_STUDY_CHANGE, job, NULL, callback, user_data);
}

gboolean
drill_study_mark_all_finish (DrillStudy   *self,
                             GAsyncResult *result,
                             GError      **error)
{
  return drill_study_finish (self, result, error) != NULL;
}

/* @uuid: (nullable): the answer or mark to take back, such as drill_session_undo()
 * names it; NULL for the newest that stands */
void
drill_study_undo_async (DrillStudy         *self,
                        const guint8       *uuid,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  Job *job;

  g_return_if_fail (DRILL_IS_STUDY (self));

  job = drill_study_job_new (self, undo, (GDestroyNotify) drill_undo_free);
  job->has_uuid = uuid != NULL;
  if (uuid != NULL)
    memcpy (job->uuid, uuid, sizeof job->uuid);
  drill_study_start (self, DRILL_STUDY_CHANGE, job, NULL, callback, user_data);
}

/* Returns: (transfer full): what was undone; NULL with G_IO_ERROR_NOT_FOUND when
 * there was nothing */
DrillUndo *
drill_study_undo_finish (DrillStudy   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  return drill_study_finish (self, result, error);
}

/* Does again what was undone last, unless something new was done since. */
void
drill_study_redo_async (DrillStudy         *self,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_return_if_fail (DRILL_IS_STUDY (self));

  drill_study_start (self,
                     DRILL_STUDY_CHANGE,
                     drill_study_job_new (self, redo, (GDestroyNotify) drill_undo_free),
                     NULL,
                     callback,
                     user_data);
}

/* Returns: (transfer full): what counts again; NULL with G_IO_ERROR_NOT_FOUND when
 * there was nothing */
DrillUndo *
drill_study_redo_finish (DrillStudy   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  return drill_study_finish (self, result, error);
}

/* Computes every card anew from the facts, with the rules as they are now. */
void
drill_study_replay_async (DrillStudy         *self,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (DRILL_IS_STUDY (self));

  drill_study_start (self,
                     DRILL_STUDY_CHANGE,
                     drill_study_job_new (self, replay, NULL),
                     NULL,
                     callback,
                     user_data);
}

gboolean
drill_study_replay_finish (DrillStudy   *self,
                           GAsyncResult *result,
                           GError      **error)
{
  return drill_study_finish (self, result, error) != NULL;
}

static gpointer
follow_import (DrillConnection *connection,
               Job             *job,
               GCancellable    *cancellable,
               GError         **error)
{
  return drill_fold_prune_unseen (connection, error) &&
                 drill_corrections_apply (connection, job->rules, job->now_ms, error)
             ? DRILL_STUDY_DONE
             : NULL;
}

/* The library has changed. Nothing waits for it: without it, what was answered is looked
 * for more slowly, and a corrected answer is asked for on its old day. */
void
drill_study_follow_library (DrillStudy *self)
{
  g_return_if_fail (DRILL_IS_STUDY (self));

  drill_study_start (self,
                     DRILL_STUDY_WRITE,
                     drill_study_job_new (self, follow_import, NULL),
                     NULL,
                     NULL,
                     NULL);
}
