/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Mock interviews between the main thread and the lanes of the database. An interview is
 * made in a lane and then belongs to the main thread; what happens to it goes back as
 * changes.
 */

#include "config.h"

#include "study/study-mock.h"

#include "study/mock-pool.h"
#include "study/study-private.h"

#include <string.h>

/* What a task takes along; what it does not need is zero. */
typedef struct
{
  DrillRules       *rules;
  DrillClockReading now;
  DrillMockSetup    setup;
  GStrv             keys;
  char             *key;
  gint64            since_ms;
  guint8            uuid[DRILL_UUID_SIZE];
  DrillMockChange  *change;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  drill_rules_free (work->rules);
  g_strfreev (work->keys);
  g_free (work->key);
  g_clear_pointer (&work->change, drill_mock_change_unref);
  g_free (work);
}

static GTask *
task_new (DrillStudy         *self,
          gpointer            tag,
          GCancellable       *cancellable,
          GAsyncReadyCallback callback,
          gpointer            user_data,
          Work              **work)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  *work = g_new0 (Work, 1);
  (*work)->rules = drill_rules_copy (self->rules);
  drill_clock_read (self->clock, &(*work)->now);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, *work, work_free);

  return task;
}

static void
return_pointer (GTask         *task,
                gpointer       pointer,
                GDestroyNotify destroy,
                GError        *error)
{
  if (pointer != NULL)
    g_task_return_pointer (task, pointer, destroy);
  else
    g_task_return_error (task, error);
}

static void
run_plan (GTask           *task,
          DrillConnection *connection,
          gpointer         task_data)
{
  Work          *work = task_data;
  GError        *error = NULL;
  DrillMockPlan *plan = drill_mock_pool_plan (connection, work->rules, &work->setup, g_random_int (), work->now.wall_ms, &error);

  return_pointer (task, plan, (GDestroyNotify) drill_mock_plan_free, error);
}

static void
run_start (GTask           *task,
           DrillConnection *connection,
           gpointer         task_data)
{
  Work      *work = task_data;
  GError    *error = NULL;
  DrillMock *mock = drill_mock_start (connection,
                                      &work->setup,
                                      (const char *const *) work->keys,
                                      g_random_int (),
                                      &work->now,
                                      &error);

  return_pointer (task, mock, (GDestroyNotify) drill_mock_free, error);
}

static void
run_load (GTask           *task,
          DrillConnection *connection,
          gpointer         task_data)
{
  GError    *error = NULL;
  DrillMock *mock = drill_mock_load (connection, ((Work *) task_data)->uuid, &error);

  return_pointer (task, mock, (GDestroyNotify) drill_mock_free, error);
}

static void
run_list (GTask           *task,
          DrillConnection *connection,
          gpointer         task_data)
{
  GError    *error = NULL;
  GPtrArray *rows = drill_mock_list (connection, &error);

  return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref, error);
}

static void
run_save (GTask           *task,
          DrillConnection *connection,
          gpointer         task_data)
{
  Work   *work = task_data;
  GError *error = NULL;

  if (drill_mock_change_save (connection, work->rules, work->change, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_load_incident (GTask           *task,
                   DrillConnection *connection,
                   gpointer         task_data)
{
  Work              *work = task_data;
  GError            *error = NULL;
  DrillMockIncident *incident = drill_mock_incident_load (connection, work->key, work->since_ms, &error);

  return_pointer (task, incident, (GDestroyNotify) drill_mock_incident_free, error);
}

/* Composes an interview; each call composes another one. */
void
drill_study_plan_mock_async (DrillStudy           *self,
                             const DrillMockSetup *setup,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self) && setup != NULL);

  task = task_new (self, drill_study_plan_mock_async, cancellable, callback, user_data, &work);
  work->setup = *setup;
  drill_database_read (self->database, task, run_plan);
}

/* Returns: (transfer full): without entries when there is nothing to ask */
DrillMockPlan *
drill_study_plan_mock_finish (DrillStudy   *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* @keys: of a plan. The time of the interview begins when this is called. */
void
drill_study_start_mock_async (DrillStudy           *self,
                              const DrillMockSetup *setup,
                              const char *const    *keys,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (setup != NULL && keys != NULL);

  task = task_new (self, drill_study_start_mock_async, NULL, callback, user_data, &work);
  work->setup = *setup;
  work->keys = g_strdupv ((char **) keys);
  drill_database_write (self->database, task, run_start);
}

/* Returns: (transfer full): NULL with G_IO_ERROR_NOT_FOUND when nothing of it is there */
DrillMock *
drill_study_start_mock_finish (DrillStudy   *self,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Loads an interview as its last stored change left it. It is read in the writing lane,
 * so that changes which are still on their way are in it. */
void
drill_study_load_mock_async (DrillStudy         *self,
                             const guint8       *uuid,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self) && uuid != NULL);

  task = task_new (self, drill_study_load_mock_async, cancellable, callback, user_data, &work);
  memcpy (work->uuid, uuid, sizeof work->uuid);
  drill_database_write (self->database, task, run_load);
}

/* Returns: (transfer full) */
DrillMock *
drill_study_load_mock_finish (DrillStudy   *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Like an interview, the list has all changes that are on their way. */
void
drill_study_list_mocks_async (DrillStudy         *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self));

  task = task_new (self, drill_study_list_mocks_async, cancellable, callback, user_data, &work);
  drill_database_write (self->database, task, run_list);
}

/* Returns: (transfer full) (element-type DrillMockRow): newest first */
GPtrArray *
drill_study_list_mocks_finish (DrillStudy   *self,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  DrillMockChange  *change = g_task_get_task_data (task);
  GError           *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (change->ended)
    drill_study_changed (DRILL_STUDY (source));
  g_task_return_boolean (task, TRUE);
}

void
drill_study_save_mock_async (DrillStudy         *self,
                             DrillMockChange    *change,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  GTask            *outer;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self) && change != NULL);

  outer = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (outer, drill_study_save_mock_async);
  g_task_set_task_data (outer, drill_mock_change_ref (change), (GDestroyNotify) drill_mock_change_unref);
  task = task_new (self, drill_study_save_mock_async, NULL, saved_cb, outer, &work);
  work->change = drill_mock_change_ref (change);
  drill_database_write (self->database, task, run_save);
}

gboolean
drill_study_save_mock_finish (DrillStudy   *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Reads in the writing lane, so that moves which are on their way are in it. */
void
drill_study_load_mock_incident_async (DrillStudy         *self,
                                      const char         *key,
                                      gint64              since_ms,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self) && key != NULL);

  task = task_new (self, drill_study_load_mock_incident_async, cancellable, callback, user_data, &work);
  work->key = g_strdup (key);
  work->since_ms = since_ms;
  drill_database_write (self->database, task, run_load_incident);
}

/* Returns: (transfer full): NULL with G_IO_ERROR_NOT_FOUND when it was not played */
DrillMockIncident *
drill_study_load_mock_incident_finish (DrillStudy   *self,
                                       GAsyncResult *result,
                                       GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
