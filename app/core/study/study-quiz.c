/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Quizzes between the main thread and the lanes of the database. A quiz is made in a
 * lane and then belongs to the main thread; what happens to it goes back as steps.
 */

#include "config.h"

#include "study/study-quiz.h"

#include "study/study-private.h"

#include <string.h>

/* What a task takes along; what it does not need is zero. */
typedef struct
{
  DrillRules       *rules;
  DrillClockReading now;
  char             *name;
  char             *new_name;
  DrillQuizSetup   *setup;
  GStrv             keys;
  guint8            uuid[DRILL_UUID_SIZE];
  DrillQuizStep    *step;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  drill_rules_free (work->rules);
  g_free (work->name);
  g_free (work->new_name);
  drill_quiz_setup_free (work->setup);
  g_strfreev (work->keys);
  g_clear_pointer (&work->step, drill_quiz_step_unref);
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
return_array (GTask     *task,
              GPtrArray *array,
              GError    *error)
{
  if (array != NULL)
    g_task_return_pointer (task, array, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
return_quiz (GTask     *task,
             DrillQuiz *quiz,
             GError    *error)
{
  if (quiz != NULL)
    g_task_return_pointer (task, quiz, (GDestroyNotify) drill_quiz_free);
  else
    g_task_return_error (task, error);
}

static void
return_success (GTask   *task,
                gboolean success,
                GError  *error)
{
  if (success)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_count (GTask           *task,
           DrillConnection *connection,
           gpointer         task_data)
{
  Work                  *work = task_data;
  g_autoptr (GPtrArray)  candidates = NULL;
  GError                *error = NULL;
  DrillQuizCounts       *counts;

  candidates = drill_quiz_pool_load (connection, work->setup, &error);
  if (candidates == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  counts = g_new0 (DrillQuizCounts, 1);
  drill_quiz_pool_count (candidates,
                         &work->rules->scheduler.fsrs,
                         drill_rules_day (work->rules, work->now.wall_ms),
                         counts);
  g_task_return_pointer (task, counts, g_free);
}

static void
run_start (GTask           *task,
           DrillConnection *connection,
           gpointer         task_data)
{
  Work      *work = task_data;
  GError    *error = NULL;
  DrillQuiz *quiz = NULL;

  /* A quiz by a setup is what the next one begins with. */
  if (work->keys != NULL || drill_quiz_setup_remember (connection, work->setup, &error))
    quiz = drill_quiz_start (connection,
                             work->rules,
                             work->name,
                             work->setup,
                             (const char *const *) work->keys,
                             g_random_int (),
                             &work->now,
                             &error);
  return_quiz (task, quiz, error);
}

static void
run_load (GTask           *task,
          DrillConnection *connection,
          gpointer         task_data)
{
  GError    *error = NULL;
  DrillQuiz *quiz = drill_quiz_load (connection, ((Work *) task_data)->uuid, &error);

  return_quiz (task, quiz, error);
}

static void
run_list (GTask           *task,
          DrillConnection *connection,
          gpointer         task_data)
{
  GError    *error = NULL;
  GPtrArray *rows = drill_quiz_list (connection, &((Work *) task_data)->now, &error);

  return_array (task, rows, error);
}

static void
run_count_unfinished (GTask           *task,
                      DrillConnection *connection,
                      gpointer         task_data)
{
  GError *error = NULL;
  int     count = drill_quiz_count_unfinished (connection, &error);

  if (count >= 0)
    g_task_return_int (task, count);
  else
    g_task_return_error (task, error);
}

static void
run_save_step (GTask           *task,
               DrillConnection *connection,
               gpointer         task_data)
{
  Work    *work = task_data;
  GError  *error = NULL;
  gboolean saved = drill_quiz_step_save (connection, work->rules, work->step, &error);

  return_success (task, saved, error);
}

static void
run_list_setups (GTask           *task,
                 DrillConnection *connection,
                 gpointer         task_data)
{
  GError    *error = NULL;
  GPtrArray *setups = drill_quiz_setup_list (connection, &error);

  return_array (task, setups, error);
}

static void
run_change_setup (GTask           *task,
                  DrillConnection *connection,
                  gpointer         task_data)
{
  Work    *work = task_data;
  GError  *error = NULL;
  gboolean changed;

  if (work->setup != NULL)
    changed = drill_quiz_setup_keep (connection, work->name, work->new_name, work->setup, &error);
  else
    changed = drill_quiz_setup_delete (connection, work->name, &error);
  return_success (task, changed, error);
}

/* How many questions fit @setup, for each pool. */
void
drill_study_count_questions_async (DrillStudy           *self,
                                   const DrillQuizSetup *setup,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self) && setup != NULL);

  task = task_new (self, drill_study_count_questions_async, cancellable, callback, user_data, &work);
  work->setup = drill_quiz_setup_copy (setup);
  drill_database_read (self->database, task, run_count);
}

/* @counts: (out caller-allocates) */
gboolean
drill_study_count_questions_finish (DrillStudy      *self,
                                    GAsyncResult    *result,
                                    DrillQuizCounts *counts,
                                    GError         **error)
{
  g_autofree DrillQuizCounts *loaded = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (counts != NULL, FALSE);

  loaded = g_task_propagate_pointer (G_TASK (result), error);
  if (loaded != NULL)
    *counts = *loaded;

  return loaded != NULL;
}

/* @keys: (nullable): to ask just these; %NULL to choose by @setup, which then is
 * remembered as the one used last. The time of the quiz begins when this is called. */
void
drill_study_start_quiz_async (DrillStudy           *self,
                              const char           *name,
                              const DrillQuizSetup *setup,
                              const char *const    *keys,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (name != NULL && setup != NULL);

  task = task_new (self, drill_study_start_quiz_async, NULL, callback, user_data, &work);
  work->name = g_strdup (name);
  work->setup = drill_quiz_setup_copy (setup);
  work->keys = g_strdupv ((char **) keys);
  drill_database_write (self->database, task, run_start);
}

/* Returns: (transfer full): NULL with G_IO_ERROR_NOT_FOUND when no question fits */
DrillQuiz *
drill_study_start_quiz_finish (DrillStudy   *self,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Loads a quiz as its last stored step left it. It is read in the writing lane, so that
 * steps which are still on their way are in it. */
void
drill_study_load_quiz_async (DrillStudy         *self,
                             const guint8       *uuid,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self) && uuid != NULL);

  task = task_new (self, drill_study_load_quiz_async, cancellable, callback, user_data, &work);
  memcpy (work->uuid, uuid, sizeof work->uuid);
  drill_database_write (self->database, task, run_load);
}

/* Returns: (transfer full) */
DrillQuiz *
drill_study_load_quiz_finish (DrillStudy   *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Like a quiz, the list has all steps that are on their way. */
void
drill_study_list_quizzes_async (DrillStudy         *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self));

  task = task_new (self, drill_study_list_quizzes_async, cancellable, callback, user_data, &work);
  drill_database_write (self->database, task, run_list);
}

/* Returns: (transfer full) (element-type DrillQuizRow): newest first */
GPtrArray *
drill_study_list_quizzes_finish (DrillStudy   *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* And so has the count of those that nobody has handed in. */
void
drill_study_count_unfinished_async (DrillStudy         *self,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self));

  task = task_new (self, drill_study_count_unfinished_async, cancellable, callback, user_data, &work);
  drill_database_write (self->database, task, run_count_unfinished);
}

/* Returns: -1 on an error */
int
drill_study_count_unfinished_finish (DrillStudy   *self,
                                     GAsyncResult *result,
                                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return (int) g_task_propagate_int (G_TASK (result), error);
}

static void
step_saved_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  DrillQuizStep    *step = g_task_get_task_data (task);
  GError           *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (step->answers->len > 0)
    drill_study_changed (DRILL_STUDY (source));
  g_task_return_boolean (task, TRUE);
}

void
drill_study_save_step_async (DrillStudy         *self,
                             DrillQuizStep      *step,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  GTask            *outer;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self) && step != NULL);

  outer = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (outer, drill_study_save_step_async);
  g_task_set_task_data (outer, drill_quiz_step_ref (step), (GDestroyNotify) drill_quiz_step_unref);
  task = task_new (self, drill_study_save_step_async, NULL, step_saved_cb, outer, &work);
  work->step = drill_quiz_step_ref (step);
  drill_database_write (self->database, task, run_save_step);
}

gboolean
drill_study_save_step_finish (DrillStudy   *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
drill_study_list_setups_async (DrillStudy         *self,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self));

  task = task_new (self, drill_study_list_setups_async, cancellable, callback, user_data, &work);
  drill_database_write (self->database, task, run_list_setups);
}

/* Returns: (transfer full) (element-type DrillNamedSetup): by name; the one used last
 * comes first, its name is "" */
GPtrArray *
drill_study_list_setups_finish (DrillStudy   *self,
                                GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
drill_study_keep_setup_async (DrillStudy           *self,
                              const char           *old_name,
                              const char           *name,
                              const DrillQuizSetup *setup,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self));
  g_return_if_fail (name != NULL && *name != '\0' && setup != NULL);

  task = task_new (self, drill_study_keep_setup_async, NULL, callback, user_data, &work);
  work->name = g_strdup (old_name);
  work->new_name = g_strdup (name);
  work->setup = drill_quiz_setup_copy (setup);
  drill_database_write (self->database, task, run_change_setup);
}

void
drill_study_delete_setup_async (DrillStudy         *self,
                                const char         *name,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Work             *work;

  g_return_if_fail (DRILL_IS_STUDY (self) && name != NULL);

  task = task_new (self, drill_study_delete_setup_async, NULL, callback, user_data, &work);
  work->name = g_strdup (name);
  drill_database_write (self->database, task, run_change_setup);
}

/* Of both. */
gboolean
drill_study_change_setup_finish (DrillStudy   *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
