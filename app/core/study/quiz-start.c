/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* How a quiz begins: questions are chosen, shuffled and stored, then its time runs. */

#include "config.h"

#include "study/quiz-store.h"

#include "study/quiz-habit.h"

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
insert_quiz (DrillConnection         *connection,
             const DrillQuiz         *quiz,
             const DrillAttemptEvent *start,
             GError                 **error)
{
  g_autofree char     *setup = drill_quiz_setup_to_text (quiz->setup);
  DrillAttemptHead     head = { 0,     quiz->uuid,       DRILL_ATTEMPT_KIND_QUIZ, quiz->name,
                                setup, quiz->started_ms, quiz->questions->len };
  DrillAttemptEventRow first = { 0, start->kind, start->question, start->value, start->at, NULL };

  if (!drill_attempt_head_insert (connection, &head, error))
    return FALSE;
  for (guint i = 0; i < quiz->questions->len; i++)
    {
      const DrillQuizQuestion *question = drill_quiz_get_question (quiz, i);

      if (!drill_attempt_question_insert (connection, head.id, i, question->record, &question->order, question->correct, error))
        return FALSE;
    }

  return drill_attempt_event_insert (connection, quiz->uuid, &first, error);
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
  if (questions == NULL || !drill_quiz_habit_load (connection, &habit_ms, error))
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
