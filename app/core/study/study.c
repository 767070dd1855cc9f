/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Study as the interface sees it. Answers are written in the writing lane of the
 * database and are on the disk before their callback runs; everything else is
 * read in the reading lane.
 */

#include "config.h"

#include "study/study-private.h"

#include "study/workspace.h"

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillStudy, drill_study, G_TYPE_OBJECT)

static void
job_free (gpointer data)
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

/* Work for one of the lanes. @job: (out): what it takes along; the task owns it */
GTask *
drill_study_task_new (DrillStudy         *self,
                      gpointer            tag,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data,
                      Job               **job)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  *job = g_new0 (Job, 1);
  (*job)->rules = drill_rules_copy (self->rules);
  (*job)->now_ms = drill_clock_wall_ms (self->clock);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, *job, job_free);

  return task;
}

static void
run_record (GTask           *task,
            DrillConnection *connection,
            gpointer         task_data)
{
  Job      *job = task_data;
  DrillCard card;
  GError   *error = NULL;

  if (drill_answer_record (connection, job->rules, job->answer, &card, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_add_sources (GTask           *task,
                 DrillConnection *connection,
                 gpointer         task_data)
{
  Job    *job = task_data;
  GError *error = NULL;

  if (drill_workspace_add_sources (connection,
                                   (const char *const *) job->keys,
                                   job->now_ms,
                                   &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_load_queue (GTask           *task,
                DrillConnection *connection,
                gpointer         task_data)
{
  Job       *job = task_data;
  GPtrArray *entries;
  GError    *error = NULL;

  entries = job->keys != NULL
                ? drill_queue_load_keys (connection, (const char *const *) job->keys, &error)
                : drill_queue_load (connection, job->rules, job->now_ms, &error);
  if (entries != NULL)
    g_task_return_pointer (task, entries, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
run_save_run (GTask           *task,
              DrillConnection *connection,
              gpointer         task_data)
{
  Job    *job = task_data;
  GError *error = NULL;

  if (drill_run_record_save (connection, job->run, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_list_runs (GTask           *task,
               DrillConnection *connection,
               gpointer         task_data)
{
  Job       *job = task_data;
  GPtrArray *records;
  GError    *error = NULL;

  records = drill_run_record_list (connection, job->key, &error);
  if (records != NULL)
    g_task_return_pointer (task, records, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
run_load_overview (GTask           *task,
                   DrillConnection *connection,
                   gpointer         task_data)
{
  Job                      *job = task_data;
  g_autofree DrillOverview *overview = g_new0 (DrillOverview, 1);
  GError                   *error = NULL;

  if (drill_overview_load (connection, job->rules, job->now_ms, overview, &error))
    g_task_return_pointer (task, g_steal_pointer (&overview), g_free);
  else
    g_task_return_error (task, error);
}

static void
run_load_statistics (GTask           *task,
                     DrillConnection *connection,
                     gpointer         task_data)
{
  Job             *job = task_data;
  DrillStatistics *statistics;
  GError          *error = NULL;

  statistics = drill_statistics_load (connection, job->rules, job->now_ms, &error);
  if (statistics != NULL)
    g_task_return_pointer (task, statistics, (GDestroyNotify) drill_statistics_unref);
  else
    g_task_return_error (task, error);
}

void
drill_study_changed (DrillStudy *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
recorded_cb (GObject      *source,
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
drill_study_dispose (GObject *object)
{
  DrillStudy *self = DRILL_STUDY (object);

  g_clear_object (&self->database);

  G_OBJECT_CLASS (drill_study_parent_class)->dispose (object);
}

static void
drill_study_finalize (GObject *object)
{
  DrillStudy *self = DRILL_STUDY (object);

  drill_clock_unref (self->clock);
  drill_rules_free (self->rules);

  G_OBJECT_CLASS (drill_study_parent_class)->finalize (object);
}

static void
drill_study_class_init (DrillStudyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = drill_study_dispose;
  object_class->finalize = drill_study_finalize;

  /* An answer, a mark, an undo or a redo is on the disk. */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", DRILL_TYPE_STUDY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
drill_study_init (DrillStudy *self)
{
  self->rules = drill_rules_new ();
}

DrillStudy *
drill_study_new (DrillDatabase *database,
                 DrillClock    *clock)
{
  DrillStudy *self;

  g_return_val_if_fail (DRILL_IS_DATABASE (database), NULL);
  g_return_val_if_fail (clock != NULL, NULL);

  self = g_object_new (DRILL_TYPE_STUDY, NULL);
  self->database = g_object_ref (database);
  self->clock = drill_clock_ref (clock);

  return self;
}

const DrillRules *
drill_study_get_rules (DrillStudy *self)
{
  g_return_val_if_fail (DRILL_IS_STUDY (self), NULL);

  return self->rules;
}

/* What is asked for from now on follows @rules, which are copied. When the scheduler
 * or the days are other ones, drill_study_replay_async() brings the cards up to date. */
void
drill_study_set_rules (DrillStudy       *self,
                       const DrillRules *rules)
{
  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (rules != NULL);

  if (rules == self->rules)
    return;
  drill_rules_free (self->rules);
  self->rules = drill_rules_copy (rules);
}

DrillClock *
drill_study_get_clock (DrillStudy *self)
{
  g_return_val_if_fail (DRILL_IS_STUDY (self), NULL);

  return self->clock;
}

/* Stores a fact. Cannot be cancelled: what was answered is kept. */
void
drill_study_record_async (DrillStudy         *self,
                          const DrillAnswer  *answer,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) work = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (answer != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, drill_study_record_async);

  work = drill_study_task_new (self,
                               drill_study_record_async,
                               NULL,
                               recorded_cb,
                               g_steal_pointer (&task),
                               &job);
  job->answer = drill_answer_copy (answer);
  drill_database_write (self->database, work, run_record);
}

gboolean
drill_study_record_finish (DrillStudy   *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Remembers files and folders that the learner chose to load. Nothing waits for
 * it: a path that could not be stored has to be chosen again at worst. */
void
drill_study_add_sources (DrillStudy        *self,
                         const char *const *paths)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (paths != NULL);

  task = drill_study_task_new (self, drill_study_add_sources, NULL, NULL, NULL, &job);
  job->keys = g_strdupv ((char **) paths);
  drill_database_write (self->database, task, run_add_sources);
}

/* @keys: (nullable): the items to study; NULL for what is due and new */
void
drill_study_load_queue_async (DrillStudy         *self,
                              const char *const  *keys,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));

  task = drill_study_task_new (self, drill_study_load_queue_async, cancellable, callback, user_data, &job);
  job->keys = g_strdupv ((char **) keys);
  drill_database_read (self->database, task, run_load_queue);
}

/* Returns: (transfer full) (element-type DrillQueueEntry) */
GPtrArray *
drill_study_load_queue_finish (DrillStudy   *self,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Stores a play of a scenario as it is now. Saves are written in the order they
 * were asked for. Cannot be cancelled. */
void
drill_study_save_run_async (DrillStudy           *self,
                            const DrillRunRecord *record,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (record != NULL);

  task = drill_study_task_new (self, drill_study_save_run_async, NULL, callback, user_data, &job);
  job->run = drill_run_record_copy (record);
  drill_database_write (self->database, task, run_save_run);
}

gboolean
drill_study_save_run_finish (DrillStudy   *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* @key: (nullable): of a scenario; NULL for all */
void
drill_study_list_runs_async (DrillStudy         *self,
                             const char         *key,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));

  task = drill_study_task_new (self, drill_study_list_runs_async, cancellable, callback, user_data, &job);
  job->key = g_strdup (key);
  drill_database_read (self->database, task, run_list_runs);
}

/* Returns: (transfer full) (element-type DrillRunRecord): newest first */
GPtrArray *
drill_study_list_runs_finish (DrillStudy   *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
drill_study_load_overview_async (DrillStudy         *self,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));

  task = drill_study_task_new (self, drill_study_load_overview_async, cancellable, callback, user_data, &job);
  drill_database_read (self->database, task, run_load_overview);
}

/* @overview: (out caller-allocates) */
gboolean
drill_study_load_overview_finish (DrillStudy    *self,
                                  GAsyncResult  *result,
                                  DrillOverview *overview,
                                  GError       **error)
{
  g_autofree DrillOverview *loaded = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (overview != NULL, FALSE);

  loaded = g_task_propagate_pointer (G_TASK (result), error);
  if (loaded != NULL)
    *overview = *loaded;

  return loaded != NULL;
}

void
drill_study_load_statistics_async (DrillStudy         *self,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));

  task = drill_study_task_new (self, drill_study_load_statistics_async, cancellable, callback, user_data, &job);
  drill_database_read (self->database, task, run_load_statistics);
}

/* Returns: (transfer full) */
DrillStatistics *
drill_study_load_statistics_finish (DrillStudy   *self,
                                    GAsyncResult *result,
                                    GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
