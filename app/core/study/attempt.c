/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * An attempt against the clock.
 *
 *             START            PAUSE
 *   waiting ---------> running ------> paused
 *                      |  |  ^           |  |
 *              HAND_IN |  |  +-----------+  | HAND_IN
 *                      v  |     RESUME      |
 *             handed in <-|-----------------+
 *                         | the limit is reached
 *                         v
 *                   out of time
 *
 * Each event first lets the time pass that lies between it and the one before, and
 * then has its effect, if there still is one to have. The time ends an attempt to the
 * millisecond, whenever that is noticed: what comes later finds it ended. So state
 * is a function of the events alone, and a program that was killed finds what it left.
 *
 *   rules                     away from the program    suspended
 *   exam with a limit         counts                   counts
 *   practice, or no limit     is a pause               is a pause
 *
 * With a limit for each question, time that is over for one goes on with the next
 * that is open; in practice it waits there, because the reasons are on screen.
 */

#include "config.h"

#include "study/attempt.h"

#include <string.h>

/* Sums of times stay far away from what a number can hold. */
#define MAX_ELAPSED_MS (G_MAXINT64 / 4)

struct _DrillAttempt
{
  DrillAttemptRules     rules;
  DrillAttemptQuestion *questions;
  DrillAttemptEntry    *entries;
  guint                 n_questions;
  guint                 n_events;

  DrillAttemptPhase     phase;
  guint                 current;
  DrillClockReading     last; /* of the event before */
  gint64                elapsed_ms;
  gint64                away_ms; /* of that, without the program */
  gboolean              doubtful;
};

/**
 * drill_attempt_new:
 * @questions: (array length=n_questions): copied
 * @n_questions: from 1 to %DRILL_ATTEMPT_MAX_QUESTIONS
 */
DrillAttempt *
drill_attempt_new (const DrillAttemptRules    *rules,
                   const DrillAttemptQuestion *questions,
                   guint                       n_questions)
{
  DrillAttempt *self;

  g_return_val_if_fail (rules != NULL && questions != NULL, NULL);
  g_return_val_if_fail (n_questions > 0 && n_questions <= DRILL_ATTEMPT_MAX_QUESTIONS, NULL);

  self = g_new0 (DrillAttempt, 1);
  self->rules = *rules;
  self->rules.total_ms = CLAMP (rules->total_ms, 0, MAX_ELAPSED_MS);
  self->rules.question_ms = CLAMP (rules->question_ms, 0, MAX_ELAPSED_MS);
  self->n_questions = n_questions;
  self->questions = g_memdup2 (questions, n_questions * sizeof *questions);
  self->entries = g_new0 (DrillAttemptEntry, n_questions);

  return self;
}

DrillAttempt *
drill_attempt_copy (const DrillAttempt *self)
{
  DrillAttempt *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->questions = g_memdup2 (self->questions, self->n_questions * sizeof *self->questions);
  copy->entries = g_memdup2 (self->entries, self->n_questions * sizeof *self->entries);

  return copy;
}

void
drill_attempt_free (DrillAttempt *self)
{
  if (self == NULL)
    return;

  g_free (self->questions);
  g_free (self->entries);
  g_free (self);
}

static gboolean
absence_counts (const DrillAttempt *self)
{
  return self->rules.exam && (self->rules.total_ms > 0 || self->rules.question_ms > 0);
}

/* The next open question, after the last one the first. Returns: whether there is one. */
static gboolean
find_open (const DrillAttempt *self,
           guint              *question)
{
  for (guint i = 1; i <= self->n_questions; i++)
    {
      guint index = (self->current + i) % self->n_questions;

      if (!self->entries[index].closed)
        {
          *question = index;
          return TRUE;
        }
    }

  return FALSE;
}

static void
close_question (DrillAttempt *self)
{
  self->entries[self->current].closed = TRUE;
  if (!self->rules.exam)
    return;

  if (find_open (self, &self->current))
    self->entries[self->current].seen = TRUE;
  else
    self->phase = DRILL_ATTEMPT_OUT_OF_TIME;
}

/* Spends @gap ms on what is on screen, and on what follows when a limit is reached. */
static void
spend (DrillAttempt *self,
       gint64        gap)
{
  gap = CLAMP (gap, 0, MAX_ELAPSED_MS);
  while (gap > 0 && self->phase == DRILL_ATTEMPT_RUNNING)
    {
      DrillAttemptEntry *entry = &self->entries[self->current];
      gboolean           limited = self->rules.question_ms > 0 && !entry->closed;
      gint64             room = MAX_ELAPSED_MS - self->elapsed_ms;
      gint64             step;

      if (self->rules.total_ms > 0)
        room = self->rules.total_ms - self->elapsed_ms;
      if (limited)
        room = MIN (room, self->rules.question_ms - entry->spent_ms);
      step = MIN (gap, room);

      self->elapsed_ms += step;
      if (!entry->closed)
        entry->spent_ms += step;
      gap -= step;

      if (self->rules.total_ms > 0 && self->elapsed_ms >= self->rules.total_ms)
        self->phase = DRILL_ATTEMPT_OUT_OF_TIME;
      else if (limited && entry->spent_ms >= self->rules.question_ms)
        close_question (self);
      else if (step == 0)
        return; /* as much as can be counted */
    }
}

/* Lets the time pass between the event before and @at. */
static void
advance (DrillAttempt            *self,
         const DrillClockReading *at,
         gboolean                 opens)
{
  gboolean doubtful = FALSE;
  gint64   gap = 0;
  gint64   before = self->elapsed_ms;

  if (self->phase != DRILL_ATTEMPT_RUNNING)
    return;

  if (!opens)
    gap = drill_stopwatch_running (&self->last, at, absence_counts (self));
  else if (absence_counts (self))
    gap = drill_stopwatch_away (&self->last, at, &doubtful);
  spend (self, gap);

  if (opens)
    self->away_ms += self->elapsed_ms - before;
  self->doubtful = self->doubtful || doubtful;
}

static guint
count_bits (guint bits)
{
  guint count = 0;

  for (; bits != 0; bits &= bits - 1)
    count++;

  return count;
}

gboolean
drill_attempt_question_is_multiple (const DrillAttemptQuestion *question)
{
  g_return_val_if_fail (question != NULL, FALSE);

  return count_bits (question->correct) > 1;
}

static gboolean
choose (DrillAttempt *self,
        guint         question,
        guint         options)
{
  const DrillAttemptQuestion *asked = &self->questions[question];

  if (self->entries[question].closed || asked->n_options > DRILL_ATTEMPT_MAX_OPTIONS ||
      options >> asked->n_options != 0 ||
      (count_bits (options) > 1 && !drill_attempt_question_is_multiple (asked)))
    return FALSE;

  self->entries[question].chosen = options;
  return TRUE;
}

/* What one does while the clock runs. */
static gboolean
work (DrillAttempt            *self,
      const DrillAttemptEvent *event)
{
  DrillAttemptEntry *entry;

  if (self->phase != DRILL_ATTEMPT_RUNNING || event->question >= self->n_questions)
    return FALSE;

  entry = &self->entries[event->question];
  switch (event->kind)
    {
    case DRILL_ATTEMPT_CHOOSE:
      return choose (self, event->question, event->value);

    case DRILL_ATTEMPT_UNSURE:
      if (entry->closed || event->value > 1)
        return FALSE;
      entry->unsure = event->value != 0;
      return TRUE;

    case DRILL_ATTEMPT_FLAG:
      if (event->value > 1)
        return FALSE;
      entry->flagged = event->value != 0;
      return TRUE;

    case DRILL_ATTEMPT_GO:
      if (self->rules.exam && entry->closed)
        return FALSE;
      self->current = event->question;
      entry->seen = TRUE;
      return TRUE;

    case DRILL_ATTEMPT_CHECK:
      if (self->rules.exam || entry->closed || entry->chosen == 0)
        return FALSE;
      entry->closed = TRUE;
      return TRUE;

    case DRILL_ATTEMPT_START:
    case DRILL_ATTEMPT_OPEN:
    case DRILL_ATTEMPT_LEAVE:
    case DRILL_ATTEMPT_ANCHOR:
    case DRILL_ATTEMPT_PAUSE:
    case DRILL_ATTEMPT_RESUME:
    case DRILL_ATTEMPT_HAND_IN:
    case DRILL_ATTEMPT_TIME_UP:
    default:
      return FALSE;
    }
}

static gboolean
have_effect (DrillAttempt            *self,
             const DrillAttemptEvent *event)
{
  switch (event->kind)
    {
    case DRILL_ATTEMPT_OPEN:
    case DRILL_ATTEMPT_LEAVE:
    case DRILL_ATTEMPT_ANCHOR:
      return TRUE;

    case DRILL_ATTEMPT_PAUSE:
      if (self->rules.exam || self->phase != DRILL_ATTEMPT_RUNNING)
        return FALSE;
      self->phase = DRILL_ATTEMPT_PAUSED;
      return TRUE;

    case DRILL_ATTEMPT_RESUME:
      if (self->phase != DRILL_ATTEMPT_PAUSED)
        return FALSE;
      self->phase = DRILL_ATTEMPT_RUNNING;
      return TRUE;

    case DRILL_ATTEMPT_HAND_IN:
      self->phase = DRILL_ATTEMPT_HANDED_IN;
      return TRUE;

    case DRILL_ATTEMPT_CHOOSE:
    case DRILL_ATTEMPT_UNSURE:
    case DRILL_ATTEMPT_FLAG:
    case DRILL_ATTEMPT_GO:
    case DRILL_ATTEMPT_CHECK:
      return work (self, event);

    case DRILL_ATTEMPT_START:
    case DRILL_ATTEMPT_TIME_UP:
    default:
      return FALSE;
    }
}

/**
 * drill_attempt_apply:
 *
 * Goes on by one event. Any event can come at any time, from a file too: one that
 * has no place where it comes changes nothing but the time.
 *
 * Returns: whether it had its effect. After %DRILL_ATTEMPT_TIME_UP, whether the time
 *   is over indeed.
 */
gboolean
drill_attempt_apply (DrillAttempt            *self,
                     const DrillAttemptEvent *event)
{
  g_return_val_if_fail (self != NULL && event != NULL, FALSE);

  if (drill_attempt_has_ended (self))
    return FALSE;

  if (self->phase == DRILL_ATTEMPT_WAITING)
    {
      if (event->kind != DRILL_ATTEMPT_START)
        return FALSE;
      self->phase = DRILL_ATTEMPT_RUNNING;
      self->entries[0].seen = TRUE;
      self->last = event->at;
      self->n_events++;
      return TRUE;
    }

  advance (self, &event->at, event->kind == DRILL_ATTEMPT_OPEN);
  self->last = event->at;
  self->n_events++;
  if (self->phase == DRILL_ATTEMPT_OUT_OF_TIME)
    return event->kind == DRILL_ATTEMPT_TIME_UP;

  return have_effect (self, event);
}

/* Returns: (transfer full): how the attempt stands at @now, read by the process that
 * runs it, if nothing happens until then */
DrillAttempt *
drill_attempt_at (const DrillAttempt      *self,
                  const DrillClockReading *now)
{
  DrillAttempt *copy;

  g_return_val_if_fail (self != NULL && now != NULL, NULL);

  copy = drill_attempt_copy (self);
  advance (copy, now, FALSE);
  copy->last = *now;

  return copy;
}

const DrillAttemptRules *
drill_attempt_get_rules (const DrillAttempt *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->rules;
}

guint
drill_attempt_get_n_questions (const DrillAttempt *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_questions;
}

const DrillAttemptQuestion *
drill_attempt_get_question (const DrillAttempt *self,
                            guint               question)
{
  g_return_val_if_fail (self != NULL && question < self->n_questions, NULL);

  return &self->questions[question];
}

const DrillAttemptEntry *
drill_attempt_get_entry (const DrillAttempt *self,
                         guint               question)
{
  g_return_val_if_fail (self != NULL && question < self->n_questions, NULL);

  return &self->entries[question];
}

DrillAttemptPhase
drill_attempt_get_phase (const DrillAttempt *self)
{
  g_return_val_if_fail (self != NULL, DRILL_ATTEMPT_WAITING);

  return self->phase;
}

gboolean
drill_attempt_has_ended (const DrillAttempt *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->phase == DRILL_ATTEMPT_HANDED_IN || self->phase == DRILL_ATTEMPT_OUT_OF_TIME;
}

guint
drill_attempt_get_current (const DrillAttempt *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->current;
}

guint
drill_attempt_get_n_answered (const DrillAttempt *self)
{
  guint answered = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_questions; i++)
    answered += self->entries[i].chosen != 0;

  return answered;
}

guint
drill_attempt_get_n_flagged (const DrillAttempt *self)
{
  guint flagged = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_questions; i++)
    flagged += self->entries[i].flagged;

  return flagged;
}

/* Events that count so far: the number of the next one. */
guint
drill_attempt_get_n_events (const DrillAttempt *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_events;
}

gint64
drill_attempt_get_elapsed_ms (const DrillAttempt *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->elapsed_ms;
}

gint64
drill_attempt_get_left_ms (const DrillAttempt *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->rules.total_ms > 0 ? self->rules.total_ms - self->elapsed_ms : -1;
}

/* Of the question on screen; -1 as well when it is closed. */
gint64
drill_attempt_get_question_left_ms (const DrillAttempt *self)
{
  const DrillAttemptEntry *entry;

  g_return_val_if_fail (self != NULL, -1);

  entry = &self->entries[self->current];
  if (self->rules.question_ms == 0 || entry->closed)
    return -1;

  return self->rules.question_ms - entry->spent_ms;
}

/* Until time alone changes something; -1 when it never does. */
gint64
drill_attempt_get_deadline_ms (const DrillAttempt *self)
{
  gint64 left, question;

  g_return_val_if_fail (self != NULL, -1);

  if (self->phase != DRILL_ATTEMPT_RUNNING)
    return -1;

  left = drill_attempt_get_left_ms (self);
  question = drill_attempt_get_question_left_ms (self);
  if (left < 0 || question < 0)
    return MAX (left, question);

  return MIN (left, question);
}

/* How far one is ahead of an even pace, below 0 behind it. 0 without a limit. */
gint64
drill_attempt_get_ahead_ms (const DrillAttempt *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->rules.total_ms == 0)
    return 0;

  return self->rules.total_ms / self->n_questions * drill_attempt_get_n_answered (self) -
         self->elapsed_ms;
}

/* What of the elapsed time has passed while no program had the attempt open. */
gint64
drill_attempt_get_away_ms (const DrillAttempt *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->away_ms;
}

/* Whether the clock could not be believed at some restart of the machine. */
gboolean
drill_attempt_get_doubtful (const DrillAttempt *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->doubtful;
}
