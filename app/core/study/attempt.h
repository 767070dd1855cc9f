/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/stopwatch.h"

G_BEGIN_DECLS

/* Sets of options are bit sets. */
#define DRILL_ATTEMPT_MAX_OPTIONS 26

/* More questions than anybody answers in one sitting. */
#define DRILL_ATTEMPT_MAX_QUESTIONS 500

/**
 * DrillAttemptEventKind:
 * @DRILL_ATTEMPT_START: the first one, once
 * @DRILL_ATTEMPT_OPEN: a program takes the attempt up again
 * @DRILL_ATTEMPT_LEAVE: it lets go of it
 * @DRILL_ATTEMPT_ANCHOR: nothing but the time
 * @DRILL_ATTEMPT_CHOOSE: the options in value are chosen, and no others
 * @DRILL_ATTEMPT_UNSURE: value 1 or 0
 * @DRILL_ATTEMPT_FLAG: value 1 or 0
 * @DRILL_ATTEMPT_GO: to this question
 * @DRILL_ATTEMPT_CHECK: the choice stands and is explained; practice only
 * @DRILL_ATTEMPT_PAUSE: practice only
 * @DRILL_ATTEMPT_RESUME: practice only
 * @DRILL_ATTEMPT_HAND_IN: the end
 * @DRILL_ATTEMPT_TIME_UP: the time is over; follows from the clock, and is stored so
 *   that whoever lists attempts need not know the clock
 *
 * Stored: never reuse a number.
 */
typedef enum
{
  DRILL_ATTEMPT_START = 1,
  DRILL_ATTEMPT_OPEN = 2,
  DRILL_ATTEMPT_LEAVE = 3,
  DRILL_ATTEMPT_ANCHOR = 4,
  DRILL_ATTEMPT_CHOOSE = 5,
  DRILL_ATTEMPT_UNSURE = 6,
  DRILL_ATTEMPT_FLAG = 7,
  DRILL_ATTEMPT_GO = 8,
  DRILL_ATTEMPT_CHECK = 9,
  DRILL_ATTEMPT_PAUSE = 10,
  DRILL_ATTEMPT_RESUME = 11,
  DRILL_ATTEMPT_HAND_IN = 12,
  DRILL_ATTEMPT_TIME_UP = 13,
} DrillAttemptEventKind;

/* @question and @value are 0 where the kind has none. */
typedef struct
{
  DrillAttemptEventKind kind;
  guint                 question;
  guint                 value;
  DrillClockReading     at;
} DrillAttemptEvent;

/**
 * DrillAttemptQuestion:
 * @n_options: 0 for a question that is not answered by choosing
 * @correct: the right options; more than one asks for all of them
 */
typedef struct
{
  guint n_options;
  guint correct;
} DrillAttemptQuestion;

/**
 * DrillAttemptRules:
 * @exam: silent until the end, without pauses; else practice
 * @total_ms: for the whole attempt; 0 for no limit
 * @question_ms: for each question; 0 for no limit
 */
typedef struct
{
  gboolean exam;
  gint64   total_ms;
  gint64   question_ms;
} DrillAttemptRules;

typedef enum
{
  DRILL_ATTEMPT_WAITING, /* for its first event */
  DRILL_ATTEMPT_RUNNING,
  DRILL_ATTEMPT_PAUSED,
  DRILL_ATTEMPT_HANDED_IN,
  DRILL_ATTEMPT_OUT_OF_TIME,
} DrillAttemptPhase;

/**
 * DrillAttemptEntry:
 * @closed: takes no more choices: checked, or its time is over
 * @spent_ms: while it was on screen and open
 *
 * How one question stands.
 */
typedef struct
{
  guint    chosen;
  gboolean unsure;
  gboolean flagged;
  gboolean seen;
  gboolean closed;
  gint64   spent_ms;
} DrillAttemptEntry;

/* An attempt at a list of questions: the fold of its events. Belongs to one thread. */
typedef struct _DrillAttempt DrillAttempt;

DrillAttempt *drill_attempt_new  (const DrillAttemptRules    *rules,
                                  const DrillAttemptQuestion *questions,
                                  guint                       n_questions) G_GNUC_WARN_UNUSED_RESULT;
DrillAttempt *drill_attempt_copy (const DrillAttempt         *self) G_GNUC_WARN_UNUSED_RESULT;
void          drill_attempt_free (DrillAttempt               *self);

gboolean      drill_attempt_apply (DrillAttempt            *self,
                                   const DrillAttemptEvent *event);
DrillAttempt *drill_attempt_at    (const DrillAttempt      *self,
                                   const DrillClockReading *now) G_GNUC_WARN_UNUSED_RESULT;

const DrillAttemptRules    *drill_attempt_get_rules       (const DrillAttempt *self);
guint                       drill_attempt_get_n_questions (const DrillAttempt *self);
const DrillAttemptQuestion *drill_attempt_get_question    (const DrillAttempt *self,
                                                           guint               question);
const DrillAttemptEntry    *drill_attempt_get_entry       (const DrillAttempt *self,
                                                           guint               question);
DrillAttemptPhase           drill_attempt_get_phase       (const DrillAttempt *self);
gboolean                    drill_attempt_has_ended       (const DrillAttempt *self);
guint                       drill_attempt_get_current     (const DrillAttempt *self);
guint                       drill_attempt_get_n_answered  (const DrillAttempt *self);
guint                       drill_attempt_get_n_flagged   (const DrillAttempt *self);
guint                       drill_attempt_get_n_events    (const DrillAttempt *self);

/* Times in ms. left: -1 without a limit. */
gint64   drill_attempt_get_elapsed_ms       (const DrillAttempt *self);
gint64   drill_attempt_get_left_ms          (const DrillAttempt *self);
gint64   drill_attempt_get_question_left_ms (const DrillAttempt *self);
gint64   drill_attempt_get_deadline_ms      (const DrillAttempt *self);
gint64   drill_attempt_get_ahead_ms         (const DrillAttempt *self);
gint64   drill_attempt_get_away_ms          (const DrillAttempt *self);
gboolean drill_attempt_get_doubtful         (const DrillAttempt *self);

/* Whether a question wants more than one option. */
gboolean drill_attempt_question_is_multiple (const DrillAttemptQuestion *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillAttempt, drill_attempt_free)

G_END_DECLS
