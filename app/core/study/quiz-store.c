/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Quizzes as rows, which attempt-rows.c describes. */

#include "config.h"

#include "study/quiz-store.h"

#include "study/item-snapshot.h"

#include <string.h>

/* The habit is the median of so many of the last answers. */
#define HABIT_ANSWERS 200

void
drill_quiz_row_free (DrillQuizRow *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  drill_quiz_setup_free (self->setup);
  g_free (self);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *x = a;
  const gint64 *y = b;

  return (*x > *y) - (*x < *y);
}

/* @habit_ms: (out): 0 while there are too few answers */
static gboolean
load_habit (DrillConnection *connection,
            gint64          *habit_ms,
            GError         **error)
{
  g_autoptr (GArray)         times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/quiz-habit");
  DrillStep                  step;

  *habit_ms = 0;
  drill_statement_bind_int (row, "kind", DRILL_OCCASION_QUIZ);
  drill_statement_bind_int (row, "limit", HABIT_ANSWERS);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gint64 time = drill_statement_int (row, 0);

      g_array_append_val (times, time);
    }
  if (step == DRILL_STEP_ERROR)
    return FALSE;

  if (times->len >= DRILL_HABIT_MIN_ANSWERS)
    {
      g_array_sort (times, compare_times);
      *habit_ms = g_array_index (times, gint64, times->len / 2);
    }

  return TRUE;
}

/* Whether @record can be asked; packs change between the choice and the start. */
static gboolean
can_be_asked (const DrillItemRecord *record)
{
  guint n = record->item->options->len;

  if (record->item->kind != DRILL_ITEM_MCQ || n < 2 || n > DRILL_ATTEMPT_MAX_OPTIONS)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (((DrillOption *) g_ptr_array_index (record->item->options, i))->correct)
        return TRUE;
    }

  return FALSE;
}

/* Returns: (transfer full): FALSE only on an error; an item that is gone is left out */
static gboolean
add_question (DrillConnection      *connection,
              const DrillQuizSetup *setup,
              const char           *key,
              GRand                *random,
              GPtrArray            *questions,
              GError              **error)
{
  g_autoptr (DrillItemRecord) record = NULL;
  g_autoptr (GError)          local = NULL;
  DrillQuizQuestion          *question;
  guint32                     seed = g_rand_int (random);

  record = drill_item_record_load (connection, key, &local);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (record == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!can_be_asked (record))
    return TRUE;

  question = drill_quiz_question_new (record);
  if (setup->shuffle_options)
    drill_option_order_shuffle (&question->order, record->item, seed);
  g_ptr_array_add (questions, question);

  return TRUE;
}

static gboolean
insert_event (DrillConnection         *connection,
              const guint8            *uuid,
              guint                    number,
              const DrillAttemptEvent *event,
              GError                 **error)
{
  DrillAttemptEventRow row = { number, event->kind, event->question, event->value, event->at, NULL };

  return drill_attempt_event_insert (connection, uuid, &row, error);
}

static gboolean
insert_quiz (DrillConnection         *connection,
             const DrillQuiz         *quiz,
             const DrillAttemptEvent *start,
             GError                 **error)
{
  g_autofree char *setup = drill_quiz_setup_to_text (quiz->setup);
  DrillAttemptHead head = { 0,     quiz->uuid,       DRILL_ATTEMPT_KIND_QUIZ, quiz->name,
                            setup, quiz->started_ms, quiz->questions->len };

  if (!drill_attempt_head_insert (connection, &head, error))
    return FALSE;
  for (guint i = 0; i < quiz->questions->len; i++)
    {
      const DrillQuizQuestion *question = drill_quiz_get_question (quiz, i);

      if (!drill_attempt_question_insert (connection, head.id, i, question->record, &question->order, question->correct, error))
        return FALSE;
    }

  return insert_event (connection, quiz->uuid, 0, start, error);
}

/* @keys: (nullable) (transfer none): to ask just these, in this order or shuffled.
 * Returns: (transfer full) (element-type DrillQuizQuestion) */
static GPtrArray *
choose_questions (DrillConnection      *connection,
                  const DrillRules     *rules,
                  const DrillQuizSetup *setup,
                  const char *const    *keys,
                  guint32               seed,
                  gint64                now_ms,
                  GError              **error)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_quiz_question_free);
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GPtrArray) picked = NULL;
  g_autoptr (GRand)     random = g_rand_new_with_seed (seed);

  if (keys == NULL)
    {
      candidates = drill_quiz_pool_load (connection, setup, error);
      if (candidates == NULL)
        return NULL;
      picked = drill_quiz_pool_pick (candidates,
                                     setup,
                                     &rules->scheduler.fsrs,
                                     drill_rules_day (rules, now_ms),
                                     g_rand_int (random));
    }
  else
    {
      picked = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; keys[i] != NULL && i < DRILL_QUIZ_MAX_COUNT; i++)
        g_ptr_array_insert (picked,
                            setup->shuffle_questions ? g_rand_int_range (random, 0, (gint32) i + 1) : -1,
                            g_strdup (keys[i]));
    }

  for (guint i = 0; i < picked->len; i++)
    {
      if (!add_question (connection, setup, g_ptr_array_index (picked, i), random, questions, error))
        return NULL;
    }

  return g_steal_pointer (&questions);
}

/**
 * drill_quiz_start:
 * @name: of the setup, "" for one without a name
 * @keys: (nullable): items to ask, whatever the setup says; %NULL to choose by the setup
 * @seed: chooses and shuffles; the same one does it the same way
 *
 * Makes a quiz, stores it, and lets its time begin at @now.
 *
 * Returns: (transfer full): %NULL on an error; G_IO_ERROR_NOT_FOUND when no question fits
 */
DrillQuiz *
drill_quiz_start (DrillConnection         *connection,
                  const DrillRules        *rules,
                  const char              *name,
                  const DrillQuizSetup    *setup,
                  const char *const       *keys,
                  guint32                  seed,
                  const DrillClockReading *now,
                  GError                 **error)
{
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (DrillQuiz) quiz = NULL;
  DrillAttemptEvent     start = { DRILL_ATTEMPT_START, 0, 0, { 0 } };
  guint8                uuid[DRILL_UUID_SIZE];
  gint64                habit_ms;

  g_return_val_if_fail (connection != NULL && rules != NULL, NULL);
  g_return_val_if_fail (name != NULL && setup != NULL && now != NULL, NULL);

  questions = choose_questions (connection, rules, setup, keys, seed, now->wall_ms, error);
  if (questions == NULL || !load_habit (connection, &habit_ms, error))
    return NULL;
  if (questions->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "No question fits");
      return NULL;
    }

  drill_uuid_fill (uuid);
  quiz = drill_quiz_new (uuid, name, setup, questions, now->wall_ms);
  quiz->habit_ms = habit_ms;
  start.at = *now;
  drill_attempt_apply (quiz->attempt, &start);

  if (!drill_connection_begin (connection, error))
    return NULL;
  if (insert_quiz (connection, quiz, &start, error) && drill_connection_commit (connection, error))
    return g_steal_pointer (&quiz);

  drill_connection_rollback (connection);
  return NULL;
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
  if (!load_habit (connection, &quiz->habit_ms, error) ||
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

static void
add_answer (DrillQuizStep   *self,
            const DrillQuiz *quiz,
            guint            question,
            gint64           at_ms)
{
  DrillAnswer *answer = drill_quiz_get_answer (quiz, question, at_ms);

  if (answer != NULL)
    g_ptr_array_add (self->answers, answer);
}

/**
 * drill_quiz_step:
 * @effect: (out) (optional): whether the event had the effect it was meant to have
 *
 * Lets an event happen to @quiz. An answer becomes a review when it stands: checked in
 * practice, and else at the end, all of them together.
 *
 * Returns: (transfer full) (nullable): what is to be stored; %NULL when nothing is,
 *   because the quiz had ended before
 */
DrillQuizStep *
drill_quiz_step (DrillQuiz               *quiz,
                 DrillAttemptEventKind    kind,
                 guint                    question,
                 guint                    value,
                 const DrillClockReading *now,
                 gboolean                *effect)
{
  DrillQuizStep *self;
  gboolean       had_effect;

  g_return_val_if_fail (quiz != NULL && now != NULL, NULL);

  if (effect != NULL)
    *effect = FALSE;
  if (drill_attempt_has_ended (quiz->attempt))
    return NULL;

  self = g_atomic_rc_box_new0 (DrillQuizStep);
  memcpy (self->uuid, quiz->uuid, sizeof self->uuid);
  self->number = drill_attempt_get_n_events (quiz->attempt);
  self->event = (DrillAttemptEvent) { kind, question, value, *now };
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_answer_free);

  had_effect = drill_attempt_apply (quiz->attempt, &self->event);
  if (effect != NULL)
    *effect = had_effect;

  self->ended = drill_attempt_has_ended (quiz->attempt);
  self->phase = drill_attempt_get_phase (quiz->attempt);
  self->elapsed_ms = drill_attempt_get_elapsed_ms (quiz->attempt);
  drill_quiz_get_score (quiz, &self->score);
  if (self->ended)
    {
      for (guint i = 0; i < quiz->questions->len; i++)
        add_answer (self, quiz, i, now->wall_ms);
    }
  else if (kind == DRILL_ATTEMPT_CHECK && had_effect)
    {
      add_answer (self, quiz, question, now->wall_ms);
    }

  return self;
}

static void
step_clear (gpointer data)
{
  g_ptr_array_unref (((DrillQuizStep *) data)->answers);
}

DrillQuizStep *
drill_quiz_step_ref (DrillQuizStep *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
drill_quiz_step_unref (DrillQuizStep *self)
{
  g_atomic_rc_box_release_full (self, step_clear);
}

static gboolean
end_attempt (DrillConnection     *connection,
             const DrillQuizStep *self,
             GError             **error)
{
  DrillAttemptEnd end = { self->event.at.wall_ms, self->phase,         self->elapsed_ms,   self->score.right,
                          self->score.wrong,      self->score.points, self->score.passed, self->score.median_ms };

  return drill_attempt_end_store (connection, self->uuid, &end, error);
}

static gboolean
save_in_transaction (DrillConnection     *connection,
                     const DrillRules    *rules,
                     const DrillQuizStep *self,
                     GError             **error)
{
  if (!insert_event (connection, self->uuid, self->number, &self->event, error))
    return FALSE;
  for (guint i = 0; i < self->answers->len; i++)
    {
      DrillCard card;

      if (!drill_answer_add (connection, rules, g_ptr_array_index (self->answers, i), &card, error))
        return FALSE;
    }

  return !self->ended || end_attempt (connection, self, error);
}

/* Stores a step; on the disk when it returns %TRUE. Doing it again changes nothing. */
gboolean
drill_quiz_step_save (DrillConnection     *connection,
                      const DrillRules    *rules,
                      const DrillQuizStep *self,
                      GError             **error)
{
  g_return_val_if_fail (connection != NULL && rules != NULL && self != NULL, FALSE);

  if (!drill_connection_begin (connection, error))
    return FALSE;
  if (save_in_transaction (connection, rules, self, error) && drill_connection_commit (connection, error))
    return TRUE;

  drill_connection_rollback (connection);
  return FALSE;
}
