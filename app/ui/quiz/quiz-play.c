/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A quiz between the engine, the clock and the disk.
 *
 *   what one does -> event -> attempt -> step -> saver
 *   the clock     -> what would be so now: the time on screen, notices, the end
 *
 * A tick only looks. It becomes an event when time has changed something, and every
 * few seconds in practice, where time without the program is not counted and a crash
 * would give back all since the last event.
 */

#include "config.h"

#include "ui/quiz/quiz-play.h"

/* How much of its time a practice can win by a crash. */
#define ANCHOR_MS 15000

/* A little late rather than early, so that the tick sees what it was set for. */
#define LATE_MS 5

struct _DrillQuizPlay
{
  GObject         parent_instance;

  DrillStudy     *study;
  DrillQuiz      *quiz;
  DrillStepSaver *saver;
  DrillAttempt   *now; /* how it stands by the clock, as of the last look */
  gint64          noticed_ms; /* what was left then; -1 without a limit */
  gint64          anchored_ms; /* elapsed when the last event came */
  guint           source;
  gboolean        left;
};

enum
{
  CHANGED,
  MOVED,
  TICK,
  NOTICE,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillQuizPlay, drill_quiz_play, G_TYPE_OBJECT)

static const DrillStepKind step_kind = {
  .save_async = (void (*) (DrillStudy *, gpointer, GAsyncReadyCallback, gpointer)) drill_study_save_step_async,
  .save_finish = drill_study_save_step_finish,
  .ref = (gpointer (*) (gpointer)) drill_quiz_step_ref,
  .unref = (GDestroyNotify) drill_quiz_step_unref,
};

static gint64
get_left (const DrillAttempt *attempt)
{
  gint64 left = drill_attempt_get_left_ms (attempt);

  return left >= 0 ? left : drill_attempt_get_question_left_ms (attempt);
}

/* Looks at the clock; nothing happens to the quiz. */
static void
look (DrillQuizPlay *self)
{
  DrillClockReading reading;

  drill_clock_read (drill_study_get_clock (self->study), &reading);
  g_clear_pointer (&self->now, drill_attempt_free);
  self->now = drill_attempt_at (self->quiz->attempt, &reading);
}

static gboolean
tick_cb (gpointer data)
{
  DrillQuizPlay *self = data;

  self->source = 0;
  drill_quiz_play_tick (self);

  return G_SOURCE_REMOVE;
}

/* The next tick comes when the time on screen changes, or anything else does. */
static void
schedule (DrillQuizPlay *self)
{
  gint64 deadline = drill_attempt_get_deadline_ms (self->now);
  gint64 wait = deadline >= 0 ? deadline % 1000 : 1000 - drill_attempt_get_elapsed_ms (self->now) % 1000;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->left || drill_attempt_get_phase (self->now) != DRILL_ATTEMPT_RUNNING)
    return;

  self->source = g_timeout_add ((guint) (wait > 0 ? wait : 1000) + LATE_MS, tick_cb, self);
}

static gboolean
apply (DrillQuizPlay        *self,
       DrillAttemptEventKind kind,
       guint                 question,
       guint                 value)
{
  g_autoptr (DrillQuizStep) step = NULL;
  DrillClockReading         reading;
  guint                     before = drill_attempt_get_current (self->quiz->attempt);
  gboolean                  effect = FALSE;

  drill_clock_read (drill_study_get_clock (self->study), &reading);
  step = drill_quiz_step (self->quiz, kind, question, value, &reading, &effect);
  if (step == NULL)
    return FALSE;

  drill_step_saver_save (self->saver, step);
  self->anchored_ms = drill_attempt_get_elapsed_ms (self->quiz->attempt);
  look (self);
  schedule (self);
  if (drill_attempt_has_ended (self->quiz->attempt))
    {
      g_signal_emit (self, signals[ENDED], 0);
      return effect;
    }
  if (drill_attempt_get_current (self->quiz->attempt) != before)
    {
      self->noticed_ms = get_left (self->now);
      g_signal_emit (self, signals[MOVED], 0);
    }
  g_signal_emit (self, signals[CHANGED], 0);

  return effect;
}

static gint64
get_limit (DrillQuizPlay *self)
{
  const DrillAttemptRules *rules = drill_attempt_get_rules (self->quiz->attempt);

  return rules->total_ms > 0 ? rules->total_ms : rules->question_ms;
}

static void
notice (DrillQuizPlay *self)
{
  gint64      left = get_left (self->now);
  DrillNotice worth;

  if (left < 0 || self->noticed_ms < 0)
    {
      self->noticed_ms = left;
      return;
    }

  worth = drill_stopwatch_notice (get_limit (self), self->noticed_ms, left);
  self->noticed_ms = left;
  if (worth != DRILL_NOTICE_NONE)
    g_signal_emit (self, signals[NOTICE], 0, worth);
}

/* Whether time has changed more than the time. */
static gboolean
has_moved (DrillQuizPlay *self)
{
  guint current = drill_attempt_get_current (self->quiz->attempt);

  return drill_attempt_get_current (self->now) != current ||
         drill_attempt_get_entry (self->now, current)->closed !=
             drill_attempt_get_entry (self->quiz->attempt, current)->closed;
}

/* Looks at the clock, as the program does at least once a second. */
void
drill_quiz_play_tick (DrillQuizPlay *self)
{
  g_return_if_fail (DRILL_IS_QUIZ_PLAY (self));

  if (self->left || drill_attempt_get_phase (self->quiz->attempt) != DRILL_ATTEMPT_RUNNING)
    return;

  look (self);
  if (drill_attempt_has_ended (self->now))
    {
      apply (self, DRILL_ATTEMPT_TIME_UP, 0, 0);
      return;
    }

  notice (self);
  if (has_moved (self) || (!self->quiz->setup->exam &&
                           drill_attempt_get_elapsed_ms (self->now) - self->anchored_ms >= ANCHOR_MS))
    apply (self, DRILL_ATTEMPT_ANCHOR, 0, 0);
  schedule (self);
  g_signal_emit (self, signals[TICK], 0);
}

static void
drill_quiz_play_dispose (GObject *object)
{
  DrillQuizPlay *self = DRILL_QUIZ_PLAY (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->study);
  g_clear_object (&self->saver);

  G_OBJECT_CLASS (drill_quiz_play_parent_class)->dispose (object);
}

static void
drill_quiz_play_finalize (GObject *object)
{
  DrillQuizPlay *self = DRILL_QUIZ_PLAY (object);

  drill_attempt_free (self->now);
  drill_quiz_free (self->quiz);

  G_OBJECT_CLASS (drill_quiz_play_parent_class)->finalize (object);
}

static void
drill_quiz_play_class_init (DrillQuizPlayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType         type = DRILL_TYPE_QUIZ_PLAY;

  object_class->dispose = drill_quiz_play_dispose;
  object_class->finalize = drill_quiz_play_finalize;

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TICK] = g_signal_new ("tick", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOTICE] = g_signal_new ("notice", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[ENDED] = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
drill_quiz_play_init (DrillQuizPlay *self)
{
}

/* @quiz: (transfer full). @resumed: whether it was loaded; then the time away is counted
 * now, and it may turn out to have ended, which the caller sees by looking. */
DrillQuizPlay *
drill_quiz_play_new (DrillStudy *study,
                     DrillQuiz  *quiz,
                     gboolean    resumed)
{
  DrillQuizPlay *self;

  g_return_val_if_fail (DRILL_IS_STUDY (study), NULL);
  g_return_val_if_fail (quiz != NULL, NULL);

  self = g_object_new (DRILL_TYPE_QUIZ_PLAY, NULL);
  self->study = g_object_ref (study);
  self->quiz = quiz;
  self->saver = drill_step_saver_new (study, &step_kind);
  look (self);
  if (resumed)
    apply (self, DRILL_ATTEMPT_OPEN, 0, 0);
  self->noticed_ms = get_left (self->now);
  schedule (self);

  return self;
}

const DrillQuiz *
drill_quiz_play_get_quiz (DrillQuizPlay *self)
{
  g_return_val_if_fail (DRILL_IS_QUIZ_PLAY (self), NULL);

  return self->quiz;
}

DrillStepSaver *
drill_quiz_play_get_saver (DrillQuizPlay *self)
{
  g_return_val_if_fail (DRILL_IS_QUIZ_PLAY (self), NULL);

  return self->saver;
}

/* How the attempt stands by the clock. */
const DrillAttempt *
drill_quiz_play_get_now (DrillQuizPlay *self)
{
  g_return_val_if_fail (DRILL_IS_QUIZ_PLAY (self), NULL);

  return self->now;
}

guint
drill_quiz_play_get_chosen (DrillQuizPlay *self,
                            guint          question)
{
  g_return_val_if_fail (DRILL_IS_QUIZ_PLAY (self), 0);

  return drill_option_order_to_shown (&drill_quiz_get_question (self->quiz, question)->order,
                                      drill_attempt_get_entry (self->quiz->attempt, question)->chosen);
}

/* Of the question on screen. In practice, the choice of one option is the answer. */
gboolean
drill_quiz_play_choose (DrillQuizPlay *self,
                        guint          shown)
{
  guint                    current;
  const DrillQuizQuestion *question;

  g_return_val_if_fail (DRILL_IS_QUIZ_PLAY (self), FALSE);

  current = drill_attempt_get_current (self->quiz->attempt);
  question = drill_quiz_get_question (self->quiz, current);
  if (!apply (self, DRILL_ATTEMPT_CHOOSE, current, drill_option_order_from_shown (&question->order, shown)))
    return FALSE;

  if (!self->quiz->setup->exam && shown != 0 &&
      !drill_attempt_question_is_multiple (drill_attempt_get_question (self->quiz->attempt, current)))
    drill_quiz_play_check (self);

  return TRUE;
}

gboolean
drill_quiz_play_set_unsure (DrillQuizPlay *self,
                            gboolean       unsure)
{
  g_return_val_if_fail (DRILL_IS_QUIZ_PLAY (self), FALSE);

  return apply (self, DRILL_ATTEMPT_UNSURE, drill_attempt_get_current (self->quiz->attempt), unsure ? 1 : 0);
}

gboolean
drill_quiz_play_set_flag (DrillQuizPlay *self,
                          gboolean       flagged)
{
  g_return_val_if_fail (DRILL_IS_QUIZ_PLAY (self), FALSE);

  return apply (self, DRILL_ATTEMPT_FLAG, drill_attempt_get_current (self->quiz->attempt), flagged ? 1 : 0);
}

gboolean
drill_quiz_play_go (DrillQuizPlay *self,
                    guint          question)
{
  g_return_val_if_fail (DRILL_IS_QUIZ_PLAY (self), FALSE);

  return apply (self, DRILL_ATTEMPT_GO, question, 0);
}

gboolean
drill_quiz_play_check (DrillQuizPlay *self)
{
  g_return_val_if_fail (DRILL_IS_QUIZ_PLAY (self), FALSE);

  return apply (self, DRILL_ATTEMPT_CHECK, drill_attempt_get_current (self->quiz->attempt), 0);
}

gboolean
drill_quiz_play_pause (DrillQuizPlay *self)
{
  g_return_val_if_fail (DRILL_IS_QUIZ_PLAY (self), FALSE);

  return apply (self, DRILL_ATTEMPT_PAUSE, 0, 0);
}

gboolean
drill_quiz_play_resume (DrillQuizPlay *self)
{
  g_return_val_if_fail (DRILL_IS_QUIZ_PLAY (self), FALSE);

  return apply (self, DRILL_ATTEMPT_RESUME, 0, 0);
}

gboolean
drill_quiz_play_hand_in (DrillQuizPlay *self)
{
  g_return_val_if_fail (DRILL_IS_QUIZ_PLAY (self), FALSE);

  return apply (self, DRILL_ATTEMPT_HAND_IN, 0, 0);
}

/* The page goes away. In an exam the time goes on without it. */
void
drill_quiz_play_leave (DrillQuizPlay *self)
{
  g_return_if_fail (DRILL_IS_QUIZ_PLAY (self));

  if (self->left)
    return;
  if (!drill_attempt_has_ended (self->quiz->attempt))
    apply (self, DRILL_ATTEMPT_LEAVE, 0, 0);
  self->left = TRUE;
  g_clear_handle_id (&self->source, g_source_remove);
}
