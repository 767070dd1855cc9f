/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Looking closer at a card and ahead at the days to come, for the main thread. */

#include "config.h"

#include "study/study-private.h"

#include <string.h>

static void
run_load_history (GTask           *task,
                  DrillConnection *connection,
                  gpointer         task_data)
{
  Job              *job = task_data;
  DrillCardHistory *history;
  GError           *error = NULL;

  history = drill_card_history_load (connection, job->rules, job->key, &error);
  if (history != NULL)
    g_task_return_pointer (task, history, (GDestroyNotify) drill_card_history_unref);
  else
    g_task_return_error (task, error);
}

static void
run_list_leeches (GTask           *task,
                  DrillConnection *connection,
                  gpointer         task_data)
{
  Job       *job = task_data;
  GPtrArray *leeches;
  GError    *error = NULL;

  leeches = drill_leech_list (connection, job->rules, &error);
  if (leeches != NULL)
    g_task_return_pointer (task, leeches, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
run_load_plan (GTask           *task,
               DrillConnection *connection,
               gpointer         task_data)
{
  Job                       *job = task_data;
  g_autofree DrillStudyPlan *plan = g_new0 (DrillStudyPlan, 1);
  GError                    *error = NULL;

  if (drill_study_plan_load (connection, job->rules, job->now_ms, plan, &error))
    g_task_return_pointer (task, g_steal_pointer (&plan), g_free);
  else
    g_task_return_error (task, error);
}

static void
run_simulate (GTask           *task,
              DrillConnection *connection,
              gpointer         task_data)
{
  Job    *job = task_data;
  GArray *points;
  GError *error = NULL;

  points = drill_study_plan_simulate (connection,
                                      job->rules,
                                      job->now_ms,
                                      &job->simulation,
                                      job->retentions,
                                      job->n_retentions,
                                      g_task_get_cancellable (task),
                                      &error);
  if (points != NULL)
    g_task_return_pointer (task, points, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

void
drill_study_load_history_async (DrillStudy         *self,
                                const char         *key,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (key != NULL);

  task = drill_study_task_new (self,
                               drill_study_load_history_async,
                               cancellable,
                               callback,
                               user_data,
                               &job);
  job->key = g_strdup (key);
  drill_database_read (self->database, task, run_load_history);
}

/* Returns: (transfer full) */
DrillCardHistory *
drill_study_load_history_finish (DrillStudy   *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
drill_study_list_leeches_async (DrillStudy         *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));

  task = drill_study_task_new (self,
                               drill_study_list_leeches_async,
                               cancellable,
                               callback,
                               user_data,
                               &job);
  drill_database_read (self->database, task, run_list_leeches);
}

/* Returns: (transfer full) (element-type DrillLeech): the worst first */
GPtrArray *
drill_study_list_leeches_finish (DrillStudy   *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
drill_study_load_plan_async (DrillStudy         *self,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));

  task = drill_study_task_new (self,
                               drill_study_load_plan_async,
                               cancellable,
                               callback,
                               user_data,
                               &job);
  drill_database_read (self->database, task, run_load_plan);
}

/* @plan: (out caller-allocates) */
gboolean
drill_study_load_plan_finish (DrillStudy     *self,
                              GAsyncResult   *result,
                              DrillStudyPlan *plan,
                              GError        **error)
{
  g_autofree DrillStudyPlan *loaded = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (plan != NULL, FALSE);

  loaded = g_task_propagate_pointer (G_TASK (result), error);
  if (loaded != NULL)
    *plan = *loaded;

  return loaded != NULL;
}

/**
 * drill_study_simulate_async:
 * @simulation: what to play; how many cards are unseen is taken from the library
 * @retentions: (array length=n_retentions): desired retentions, between 0 and 1, at
 *   most %DRILL_SIMULATOR_MAX_POINTS
 *
 * Plays the coming days once for each retention, with the learner's own cards and
 * habits. Reads are answered one after the other, so it is cut short when it is
 * cancelled, between two days of the play.
 */
void
drill_study_simulate_async (DrillStudy            *self,
                            const DrillSimulation *simulation,
                            const double          *retentions,
                            guint                  n_retentions,
                            GCancellable          *cancellable,
                            GAsyncReadyCallback    callback,
                            gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  Job              *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (simulation != NULL && retentions != NULL);
  g_return_if_fail (n_retentions <= DRILL_SIMULATOR_MAX_POINTS);

  task = drill_study_task_new (self,
                               drill_study_simulate_async,
                               cancellable,
                               callback,
                               user_data,
                               &job);
  job->simulation = *simulation;
  job->n_retentions = n_retentions;
  memcpy (job->retentions, retentions, n_retentions * sizeof *retentions);
  drill_database_read (self->database, task, run_simulate);
}

/* Returns: (transfer full) (element-type DrillSimulatorPoint): one for each retention */
GArray *
drill_study_simulate_finish (DrillStudy   *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
