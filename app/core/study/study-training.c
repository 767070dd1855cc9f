/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Learning from the log, and the log itself, for the main thread.
 *
 * Training first reads the log in the reading lane and then goes on in a thread of its
 * own, so that nothing else has to wait for it.
 */

#include "config.h"

#include "study/study-private.h"

#include "memory/dataset.h"
#include "study/anki-import.h"
#include "study/review-export.h"
#include "study/review-history.h"

#define PERMILLE 1000

/* What training takes along. */
typedef struct
{
  DrillStudy           *study;
  DrillOptimizerOptions options;
  GArray               *reviews;
} Training;

static void
training_free (gpointer data)
{
  Training *self = data;

  g_clear_pointer (&self->reviews, g_array_unref);
  g_object_unref (self->study);
  g_free (self);
}

static gpointer
load_log (DrillConnection *connection,
          Job             *job,
          GCancellable    *cancellable,
          GError         **error)
{
  return drill_review_history_load (connection, error);
}

static gpointer
export (DrillConnection *connection,
        Job             *job,
        GCancellable    *cancellable,
        GError         **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (job->key);

  return drill_export_to_file (connection, drill_review_export, file, error) ? DRILL_STUDY_DONE : NULL;
}

/* One more than what was new, so that none is a result as well. */
static gpointer
import_anki (DrillConnection *connection,
             Job             *job,
             GCancellable    *cancellable,
             GError         **error)
{
  guint n_new;

  return drill_anki_import_run (connection, job->rules, job->key, &n_new, error)
             ? GUINT_TO_POINTER (n_new + 1)
             : NULL;
}

static void
progress_cb (double   fraction,
             gpointer data)
{
  DrillStudy *study = data;

  g_atomic_int_set (&study->training_permille, (int) (fraction * PERMILLE));
}

static void
train (GTask        *task,
       gpointer      source,
       gpointer      task_data,
       GCancellable *cancellable)
{
  Training                        *self = task_data;
  g_autoptr (DrillDataset)         dataset = NULL;
  g_autofree DrillOptimizerResult *result = g_new0 (DrillOptimizerResult, 1);
  GError                          *error = NULL;

  dataset = drill_dataset_new ((const DrillReview *) (void *) self->reviews->data, self->reviews->len, 0);
  g_clear_pointer (&self->reviews, g_array_unref);
  if (drill_optimizer_run (dataset, &self->options, result, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&result), g_free);
  else
    g_task_return_error (task, error);
}

static void
log_loaded_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  Training         *training = g_task_get_task_data (task);
  GError           *error = NULL;

  training->reviews = drill_study_finish (DRILL_STUDY (source), result, &error);
  if (training->reviews == NULL)
    g_task_return_error (task, error);
  else
    g_task_run_in_thread (task, train);
}

/**
 * drill_study_optimize_async:
 *
 * Looks for weights that predict the learner's own log better than those in use. Changes
 * nothing. drill_study_get_training_progress() tells how far it is.
 */
void
drill_study_optimize_async (DrillStudy         *self,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GTask    *task;
  Training *training;

  g_return_if_fail (DRILL_IS_STUDY (self));

  g_atomic_int_set (&self->training_permille, 0);
  training = g_new0 (Training, 1);
  training->study = g_object_ref (self);
  drill_optimizer_options_init (&training->options);
  training->options.current = self->rules->scheduler.fsrs;
  training->options.n_relearning_steps = self->rules->scheduler.relearning.n_steps;
  training->options.progress = progress_cb;
  training->options.user_data = self;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, drill_study_optimize_async);
  g_task_set_task_data (task, training, training_free);
  drill_study_start (self,
                     DRILL_STUDY_READ,
                     drill_study_job_new (self, load_log, (GDestroyNotify) g_array_unref),
                     cancellable,
                     log_loaded_cb,
                     task);
}

/* Returns: (transfer full) */
DrillOptimizerResult *
drill_study_optimize_finish (DrillStudy   *self,
                             GAsyncResult *result,
                             GError      **error)
{
  return drill_study_finish (self, result, error);
}

/* From 0 to 1. */
double
drill_study_get_training_progress (DrillStudy *self)
{
  g_return_val_if_fail (DRILL_IS_STUDY (self), 0);

  return (double) g_atomic_int_get (&self->training_permille) / PERMILLE;
}

/* Writes the whole log to a file as CSV. */
void
drill_study_export_async (DrillStudy         *self,
                          const char         *path,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  Job *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (path != NULL);

  job = drill_study_job_new (self, export, NULL);
  job->key = g_strdup (path);
  drill_study_start (self, DRILL_STUDY_READ, job, NULL, callback, user_data);
}

gboolean
drill_study_export_finish (DrillStudy   *self,
                           GAsyncResult *result,
                           GError      **error)
{
  return drill_study_finish (self, result, error) != NULL;
}

/* Keeps the answers of an Anki collection, for training. */
void
drill_study_import_anki_async (DrillStudy         *self,
                               const char         *path,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  Job *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (path != NULL);

  job = drill_study_job_new (self, import_anki, NULL);
  job->key = g_strdup (path);
  drill_study_start (self, DRILL_STUDY_WRITE, job, NULL, callback, user_data);
}

/* Returns: how many answers were new; -1 with @error set */
int
drill_study_import_anki_finish (DrillStudy   *self,
                                GAsyncResult *result,
                                GError      **error)
{
  return (int) GPOINTER_TO_UINT (drill_study_finish (self, result, error)) - 1;
}
