/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Study as the interface sees it. Answers are written in the writing lane of the
 * database and are on the disk before their callback runs; everything else is
 * read in the reading lane. study-work.c has the way there and back.
 */

#include "config.h"

#include "study/study-private.h"

#include "study/run-lesson.h"
#include "study/workspace.h"

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillStudy, drill_study, G_TYPE_OBJECT)

static gpointer
record (DrillConnection *connection,
        Job             *job,
        GCancellable    *cancellable,
        GError         **error)
{
  DrillCard card;

  return drill_answer_record (connection, job->rules, job->answer, &card, error) ? DRILL_STUDY_DONE : NULL;
}

static gpointer
add_sources (DrillConnection *connection,
             Job             *job,
             GCancellable    *cancellable,
             GError         **error)
{
  const char *const *paths = (const char *const *) job->keys;

  return drill_workspace_add_sources (connection, paths, job->now_ms, error) ? DRILL_STUDY_DONE : NULL;
}

static gpointer
load_queue (DrillConnection *connection,
            Job             *job,
            GCancellable    *cancellable,
            GError         **error)
{
  if (job->keys != NULL)
    return drill_queue_load_keys (connection, (const char *const *) job->keys, error);

  return drill_queue_load (connection, job->rules, job->now_ms, error);
}

static gpointer
save_run (DrillConnection *connection,
          Job             *job,
          GCancellable    *cancellable,
          GError         **error)
{
  if (!drill_run_record_save (connection, job->run, error) ||
      (job->run->finished && !drill_run_record_learn (connection, job->run, error)))
    return NULL;

  return DRILL_STUDY_DONE;
}

static gpointer
list_runs (DrillConnection *connection,
           Job             *job,
           GCancellable    *cancellable,
           GError         **error)
{
  return drill_run_record_list (connection, job->key, error);
}

static gpointer
load_overview (DrillConnection *connection,
               Job             *job,
               GCancellable    *cancellable,
               GError         **error)
{
  g_autofree DrillOverview *overview = g_new0 (DrillOverview, 1);

  return drill_overview_load (connection, job->rules, job->now_ms, overview, error)
             ? g_steal_pointer (&overview)
             : NULL;
}

static gpointer
load_statistics (DrillConnection *connection,
                 Job             *job,
                 GCancellable    *cancellable,
                 GError         **error)
{
  return drill_statistics_load (connection, job->rules, job->now_ms, error);
}

void
drill_study_changed (DrillStudy *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
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

/* What is asked for from now on follows @rules, which are copied; emits "changed".
 * When drill_rules_fold_alike() says no, drill_study_replay_async() brings the cards up to date. */
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
  drill_study_changed (self);
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
  Job *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (answer != NULL);

  job = drill_study_job_new (self, record, NULL);
  job->answer = drill_answer_copy (answer);
  drill_study_start (self, DRILL_STUDY_CHANGE, job, NULL, callback, user_data);
}

gboolean
drill_study_record_finish (DrillStudy   *self,
                           GAsyncResult *result,
                           GError      **error)
{
  return drill_study_finish (self, result, error) != NULL;
}

/* Remembers files and folders that the learner chose to load. Nothing waits for
 * it: a path that could not be stored has to be chosen again at worst. */
void
drill_study_add_sources (DrillStudy        *self,
                         const char *const *paths)
{
  Job *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (paths != NULL);

  job = drill_study_job_new (self, add_sources, NULL);
  job->keys = g_strdupv ((char **) paths);
  drill_study_start (self, DRILL_STUDY_WRITE, job, NULL, NULL, NULL);
}

/* @keys: (nullable): the items to study; NULL for what is due and new */
void
drill_study_load_queue_async (DrillStudy         *self,
                              const char *const  *keys,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  Job *job;

  g_return_if_fail (DRILL_IS_STUDY (self));

  job = drill_study_job_new (self, load_queue, (GDestroyNotify) g_ptr_array_unref);
  job->keys = g_strdupv ((char **) keys);
  drill_study_start (self, DRILL_STUDY_READ, job, cancellable, callback, user_data);
}

/* Returns: (transfer full) (element-type DrillQueueEntry) */
GPtrArray *
drill_study_load_queue_finish (DrillStudy   *self,
                               GAsyncResult *result,
                               GError      **error)
{
  return drill_study_finish (self, result, error);
}

/* Stores a play of a scenario as it is now. Saves are written in the order they
 * were asked for. Cannot be cancelled. */
void
drill_study_save_run_async (DrillStudy           *self,
                            const DrillRunRecord *record,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data)
{
  Job *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (record != NULL);

  job = drill_study_job_new (self, save_run, NULL);
  job->run = drill_run_record_copy (record);
  drill_study_start (self, DRILL_STUDY_WRITE, job, NULL, callback, user_data);
}

gboolean
drill_study_save_run_finish (DrillStudy   *self,
                             GAsyncResult *result,
                             GError      **error)
{
  return drill_study_finish (self, result, error) != NULL;
}

/* @key: (nullable): of a scenario; NULL for all */
void
drill_study_list_runs_async (DrillStudy         *self,
                             const char         *key,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  Job *job;

  g_return_if_fail (DRILL_IS_STUDY (self));

  job = drill_study_job_new (self, list_runs, (GDestroyNotify) g_ptr_array_unref);
  job->key = g_strdup (key);
  drill_study_start (self, DRILL_STUDY_READ, job, cancellable, callback, user_data);
}

/* Returns: (transfer full) (element-type DrillRunRecord): newest first */
GPtrArray *
drill_study_list_runs_finish (DrillStudy   *self,
                              GAsyncResult *result,
                              GError      **error)
{
  return drill_study_finish (self, result, error);
}

void
drill_study_load_overview_async (DrillStudy         *self,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_return_if_fail (DRILL_IS_STUDY (self));

  drill_study_start (self,
                     DRILL_STUDY_READ,
                     drill_study_job_new (self, load_overview, g_free),
                     cancellable,
                     callback,
                     user_data);
}

/* @overview: (out caller-allocates) */
gboolean
drill_study_load_overview_finish (DrillStudy    *self,
                                  GAsyncResult  *result,
                                  DrillOverview *overview,
                                  GError       **error)
{
  g_autofree DrillOverview *loaded = NULL;

  g_return_val_if_fail (overview != NULL, FALSE);

  loaded = drill_study_finish (self, result, error);
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
  g_return_if_fail (DRILL_IS_STUDY (self));

  drill_study_start (self,
                     DRILL_STUDY_READ,
                     drill_study_job_new (self, load_statistics, (GDestroyNotify) drill_statistics_unref),
                     cancellable,
                     callback,
                     user_data);
}

/* Returns: (transfer full) */
DrillStatistics *
drill_study_load_statistics_finish (DrillStudy   *self,
                                    GAsyncResult *result,
                                    GError      **error)
{
  return drill_study_finish (self, result, error);
}
