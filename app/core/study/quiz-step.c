/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What happens to a quiz, and how it reaches the disk with all that follows from it. */

#include "config.h"

#include "study/quiz-step.h"

#include "study/attempt-rows.h"

#include <string.h>

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
  const DrillAttemptEvent *event = &self->event;
  DrillAttemptEventRow     row = { self->number, event->kind, event->question, event->value, event->at, NULL };

  if (!drill_attempt_event_insert (connection, self->uuid, &row, error))
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
