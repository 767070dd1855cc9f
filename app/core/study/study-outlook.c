/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Looking closer at a card and ahead at the days to come, for the main thread. */

#include "config.h"

#include "study/study-private.h"

#include <string.h>

static gpointer
load_history (DrillConnection *connection,
              Job             *job,
              GCancellable    *cancellable,
              GError         **error)
{
  return drill_card_history_load (connection, job->rules, job->key, error);
}

static gpointer
list_leeches (DrillConnection *connection,
              Job             *job,
              GCancellable    *cancellable,
              GError         **error)
{
  return drill_leech_list (connection, job->rules, error);
}

static gpointer
load_plan (DrillConnection *connection,
           Job             *job,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autofree DrillStudyPlan *plan = g_new0 (DrillStudyPlan, 1);

  return drill_study_plan_load (connection, job->rules, job->now_ms, plan, error)
             ? g_steal_pointer (&plan)
             : NULL;
}

static gpointer
simulate (DrillConnection *connection,
          Job             *job,
          GCancellable    *cancellable,
          GError         **error)
{
  return drill_study_plan_simulate (connection,
                                    job->rules,
                                    job->now_ms,
                                    &job->simulation,
                                    job->retentions,
                                    job->n_retentions,
                                    cancellable,
                                    error);
}

void
drill_study_load_history_async (DrillStudy         *self,
                                const char         *key,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  Job *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (key != NULL);

  job = drill_study_job_new (self, load_history, (GDestroyNotify) drill_card_history_unref);
  job->key = g_strdup (key);
  drill_study_start (self, DRILL_STUDY_READ, job, cancellable, callback, user_data);
}

/* Returns: (transfer full) */
DrillCardHistory *
drill_study_load_history_finish (DrillStudy   *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return drill_study_finish (self, result, error);
}

void
drill_study_list_leeches_async (DrillStudy         *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_return_if_fail (DRILL_IS_STUDY (self));

  drill_study_start (self,
                     DRILL_STUDY_READ,
                     drill_study_job_new (self, list_leeches, (GDestroyNotify) g_ptr_array_unref),
                     cancellable,
                     callback,
                     user_data);
}

/* Returns: (transfer full) (element-type DrillLeech): the worst first */
GPtrArray *
drill_study_list_leeches_finish (DrillStudy   *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  return drill_study_finish (self, result, error);
}

void
drill_study_load_plan_async (DrillStudy         *self,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (DRILL_IS_STUDY (self));

  drill_study_start (self,
                     DRILL_STUDY_READ,
                     drill_study_job_new (self, load_plan, g_free),
                     cancellable,
                     callback,
                     user_data);
}

/* @plan: (out caller-allocates) */
gboolean
drill_study_load_plan_finish (DrillStudy     *self,
                              GAsyncResult   *result,
                              DrillStudyPlan *plan,
                              GError        **error)
{
  g_autofree DrillStudyPlan *loaded = NULL;

  g_return_val_if_fail (plan != NULL, FALSE);

  loaded = drill_study_finish (self, result, error);
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
  Job *job;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (simulation != NULL && retentions != NULL);
  g_return_if_fail (n_retentions <= DRILL_SIMULATOR_MAX_POINTS);

  job = drill_study_job_new (self, simulate, (GDestroyNotify) g_array_unref);
  job->simulation = *simulation;
  job->n_retentions = n_retentions;
  memcpy (job->retentions, retentions, n_retentions * sizeof *retentions);
  drill_study_start (self, DRILL_STUDY_READ, job, cancellable, callback, user_data);
}

/* Returns: (transfer full) (element-type DrillSimulatorPoint): one for each retention */
GArray *
drill_study_simulate_finish (DrillStudy   *self,
                             GAsyncResult *result,
                             GError      **error)
{
  return drill_study_finish (self, result, error);
}
