/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Quizzes read back: one to go on with or to look at, and the list of all. */

#include "config.h"

#include "study/quiz-store.h"

#include "study/item-snapshot.h"
#include "study/quiz-habit.h"

#include <string.h>

void
drill_quiz_row_free (DrillQuizRow *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  drill_quiz_setup_free (self->setup);
  g_free (self);
}

static gboolean
load_questions (DrillConnection *connection,
                gint64           attempt,
                GPtrArray       *questions,
                GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/attempt-questions");
  DrillStep                  step;

  drill_statement_bind_int (row, "attempt", attempt);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      g_autoptr (DrillItemRecord)   record = NULL;
      g_autoptr (DrillQuizQuestion) question = NULL;
      DrillOptionOrder              order;

      record = drill_item_snapshot_read (drill_statement_text (row, 1), error);
      if (record == NULL)
        return FALSE;
      if (!drill_option_order_from_text (&order, drill_statement_text (row, 0)) ||
          order.n_options != record->item->options->len)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "A stored question of %s is damaged", record->key);
          return FALSE;
        }
      question = drill_quiz_question_new (record);
      question->order = order;
      g_ptr_array_add (questions, g_steal_pointer (&question));
    }

  return step == DRILL_STEP_DONE;
}

static gboolean
load_events (DrillConnection *connection,
             gint64           id,
             DrillAttempt    *attempt,
             GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/attempt-events");
  DrillStep                  step;

  drill_statement_bind_int (row, "attempt", id);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillAttemptEventRow stored;
      DrillAttemptEvent    event;

      drill_attempt_event_read (row, &stored);
      event = (DrillAttemptEvent) { stored.kind, stored.question, stored.value, stored.at };
      drill_attempt_apply (attempt, &event);
    }

  return step == DRILL_STEP_DONE;
}

/**
 * drill_quiz_load:
 *
 * Returns: (transfer full): the quiz as its last event left it. Whoever goes on with it
 *   applies %DRILL_ATTEMPT_OPEN first. %NULL on an error; G_IO_ERROR_NOT_FOUND when there
 *   is none.
 */
DrillQuiz *
drill_quiz_load (DrillConnection *connection,
                 const guint8    *uuid,
                 GError         **error)
{
  g_autoptr (DrillStatement) row = NULL;
  g_autoptr (GPtrArray)      questions = NULL;
  g_autoptr (DrillQuizSetup) setup = NULL;
  g_autoptr (DrillQuiz)      quiz = NULL;
  g_autofree char           *name = NULL;
  DrillStep                  step;
  gint64                     id, started_ms;

  g_return_val_if_fail (connection != NULL && uuid != NULL, NULL);

  row = drill_connection_statement (connection, "study/attempt");
  drill_statement_bind_blob (row, "uuid", uuid, DRILL_UUID_SIZE);
  drill_statement_bind_int (row, "kind", DRILL_ATTEMPT_KIND_QUIZ);
  step = drill_statement_step (row, error);
  if (step == DRILL_STEP_DONE)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no such quiz");
  if (step != DRILL_STEP_ROW)
    return NULL;

  id = drill_statement_int (row, 0);
  name = g_strdup (drill_statement_text (row, 1));
  setup = drill_quiz_setup_from_text (drill_statement_text (row, 2));
  started_ms = drill_statement_int (row, 3);
  g_clear_pointer (&row, drill_statement_release);

  questions = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_quiz_question_free);
  if (!load_questions (connection, id, questions, error))
    return NULL;
  if (questions->len == 0 || questions->len > DRILL_ATTEMPT_MAX_QUESTIONS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "A stored quiz is damaged");
      return NULL;
    }

  quiz = drill_quiz_new (uuid, name, setup, questions, started_ms);
  if (!drill_quiz_habit_load (connection, &quiz->habit_ms, error) ||
      !load_events (connection, id, quiz->attempt, error))
    return NULL;

  return g_steal_pointer (&quiz);
}

static DrillQuizRow *
row_from_statement (DrillStatement *row)
{
  DrillQuizRow *self = g_new0 (DrillQuizRow, 1);
  gsize         size;
  gconstpointer uuid = drill_statement_blob (row, 1, &size);

  memcpy (self->uuid, uuid, MIN (size, sizeof self->uuid));
  self->name = g_strdup (drill_statement_text (row, 2));
  self->setup = drill_quiz_setup_from_text (drill_statement_text (row, 3));
  self->started_ms = drill_statement_int (row, 4);
  self->ended_ms = drill_statement_int (row, 5);
  self->questions = (guint) drill_statement_int (row, 6);
  self->phase = drill_statement_int (row, 7);
  self->elapsed_ms = drill_statement_int (row, 8);
  self->score.right = (guint) drill_statement_int (row, 9);
  self->score.wrong = (guint) drill_statement_int (row, 10);
  self->score.points = (int) drill_statement_int (row, 11);
  self->score.passed = drill_statement_int (row, 12) != 0;
  self->score.median_ms = drill_statement_int (row, 13);
  self->score.max = (int) self->questions * DRILL_POINT;
  self->score.unanswered = self->questions - MIN (self->questions, self->score.right + self->score.wrong);
  self->answered = self->score.right + self->score.wrong;
  self->left_ms = -1;

  return self;
}

/* What an unfinished one would be like if it were opened now. */
static gboolean
look_at_unfinished (DrillConnection         *connection,
                    DrillQuizRow            *row,
                    const DrillClockReading *now,
                    GError                 **error)
{
  g_autoptr (DrillQuiz) quiz = drill_quiz_load (connection, row->uuid, error);
  DrillAttemptEvent     open = { DRILL_ATTEMPT_OPEN, 0, 0, *now };

  if (quiz == NULL)
    return FALSE;

  drill_attempt_apply (quiz->attempt, &open);
  row->phase = drill_attempt_get_phase (quiz->attempt);
  row->elapsed_ms = drill_attempt_get_elapsed_ms (quiz->attempt);
  row->left_ms = drill_attempt_get_left_ms (quiz->attempt);
  row->answered = drill_attempt_get_n_answered (quiz->attempt);

  return TRUE;
}

/* Returns: (transfer full) (element-type DrillQuizRow): newest first. One that nobody has
 * handed in has ended_ms 0; when its time is over by now, its phase says so. */
GPtrArray *
drill_quiz_list (DrillConnection         *connection,
                 const DrillClockReading *now,
                 GError                 **error)
{
  g_autoptr (GPtrArray)      rows = NULL;
  g_autoptr (DrillStatement) row = NULL;
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL && now != NULL, NULL);

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_quiz_row_free);
  row = drill_connection_statement (connection, "study/attempts");
  drill_statement_bind_int (row, "kind", DRILL_ATTEMPT_KIND_QUIZ);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    g_ptr_array_add (rows, row_from_statement (row));
  g_clear_pointer (&row, drill_statement_release);
  if (step == DRILL_STEP_ERROR)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      DrillQuizRow *unfinished = g_ptr_array_index (rows, i);

      if (unfinished->ended_ms == 0 && !look_at_unfinished (connection, unfinished, now, error))
        return NULL;
    }

  return g_steal_pointer (&rows);
}

int
drill_quiz_count_unfinished (DrillConnection *connection,
                             GError         **error)
{
  g_autoptr (DrillStatement) count = NULL;

  g_return_val_if_fail (connection != NULL, -1);

  count = drill_connection_statement (connection, "study/count-unfinished");
  drill_statement_bind_int (count, "kind", DRILL_ATTEMPT_KIND_QUIZ);
  if (drill_statement_step (count, error) != DRILL_STEP_ROW)
    return -1;

  return (int) drill_statement_int (count, 0);
}
