/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/stopwatch.h"

G_BEGIN_DECLS

/* Key points of one answer; sets of them are bit sets. */
#define DRILL_MOCK_MAX_POINTS 30
#define DRILL_MOCK_MAX_OPTIONS 26
#define DRILL_MOCK_MAX_STEPS 200
#define DRILL_MOCK_MAX_TURNS 30 /* of one transcript */

/* In bytes; whoever types more is not answering a question. */
#define DRILL_MOCK_MAX_WORDS (32 * 1024)

/**
 * DrillMockEventKind:
 * @DRILL_MOCK_START: the first one, once
 * @DRILL_MOCK_OPEN: a program takes the interview up again
 * @DRILL_MOCK_LEAVE: it lets go of it
 * @DRILL_MOCK_ANCHOR: nothing but the time
 * @DRILL_MOCK_CHOOSE: the options in value are chosen, and no others
 * @DRILL_MOCK_HAND_IN: the end
 * @DRILL_MOCK_TIME_UP: the time is over; follows from the clock
 * @DRILL_MOCK_WORDS: what is typed so far, as text
 * @DRILL_MOCK_DONE: the answer has been given; it is marked next
 * @DRILL_MOCK_TICK: the key points in value are ticked, and no others
 * @DRILL_MOCK_NEXT: it is marked; the next question
 * @DRILL_MOCK_SKIP: no answer; the next question
 * @DRILL_MOCK_INCIDENT: how the incident went, as text
 *
 * All but the first ones are about the step on screen. Stored, beside those of
 * #DrillAttemptEventKind: never reuse a number.
 */
typedef enum
{
  DRILL_MOCK_START = 1,
  DRILL_MOCK_OPEN = 2,
  DRILL_MOCK_LEAVE = 3,
  DRILL_MOCK_ANCHOR = 4,
  DRILL_MOCK_CHOOSE = 5,
  DRILL_MOCK_HAND_IN = 12,
  DRILL_MOCK_TIME_UP = 13,
  DRILL_MOCK_WORDS = 20,
  DRILL_MOCK_DONE = 21,
  DRILL_MOCK_TICK = 22,
  DRILL_MOCK_NEXT = 23,
  DRILL_MOCK_SKIP = 24,
  DRILL_MOCK_INCIDENT = 25,
} DrillMockEventKind;

/* @value and @text are 0 and %NULL where the kind has none. @text is borrowed. */
typedef struct
{
  DrillMockEventKind kind;
  guint              value;
  const char        *text;
  DrillClockReading  at;
} DrillMockEvent;

/**
 * DrillMockForm:
 * @n_options: 0 for a question that is not answered by choosing
 * @multiple: whether more than one option may be chosen
 * @n_points: how many key points can be ticked
 * @incident: whether it is an incident to be played
 *
 * How one step is answered and marked.
 */
typedef struct
{
  guint    n_options;
  gboolean multiple;
  guint    n_points;
  gboolean incident;
} DrillMockForm;

/* Stored: never reuse a number. Those from HANDED_IN on are endings. */
typedef enum
{
  DRILL_MOCK_WAITING = 0,     /* for its first event */
  DRILL_MOCK_ANSWERING = 1,   /* the clock runs */
  DRILL_MOCK_MARKING = 2,     /* it stands still */
  DRILL_MOCK_HANDED_IN = 3,   /* before the last question */
  DRILL_MOCK_OUT_OF_TIME = 4,
  DRILL_MOCK_COMPLETE = 5,
} DrillMockPhase;

/**
 * DrillMockEntry:
 * @reached: whether it was asked
 * @done: whether it was answered, or what there was of an answer when time was over
 * @words: (nullable): what was typed
 * @incident: (nullable): how the incident went, as it was stored
 * @since_ms: wall clock when it came on screen
 *
 * How one step stands.
 */
typedef struct
{
  gboolean reached;
  gboolean done;
  gboolean skipped;
  guint    chosen;
  guint    ticks;
  char    *words;
  char    *incident;
  gint64   spent_ms;
  gint64   since_ms;
} DrillMockEntry;

/* A mock interview: the fold of its events. Belongs to one thread. */
typedef struct _DrillMockRun DrillMockRun;

DrillMockRun *drill_mock_run_new  (gint64               total_ms,
                                   const DrillMockForm *forms,
                                   guint                n_steps) G_GNUC_WARN_UNUSED_RESULT;
DrillMockRun *drill_mock_run_copy (const DrillMockRun  *self) G_GNUC_WARN_UNUSED_RESULT;
void          drill_mock_run_free (DrillMockRun        *self);

gboolean      drill_mock_run_apply (DrillMockRun            *self,
                                    const DrillMockEvent    *event);
DrillMockRun *drill_mock_run_at    (const DrillMockRun      *self,
                                    const DrillClockReading *now) G_GNUC_WARN_UNUSED_RESULT;

guint                 drill_mock_run_get_n_steps       (const DrillMockRun *self);
const DrillMockForm  *drill_mock_run_get_form          (const DrillMockRun *self,
                                                        guint               step);
const DrillMockEntry *drill_mock_run_get_entry         (const DrillMockRun *self,
                                                        guint               step);
DrillMockPhase        drill_mock_run_get_phase         (const DrillMockRun *self);
gboolean              drill_mock_run_has_ended         (const DrillMockRun *self);
gboolean              drill_mock_run_is_time_over      (const DrillMockRun *self);
guint                 drill_mock_run_get_current       (const DrillMockRun *self);
guint                 drill_mock_run_get_n_reached     (const DrillMockRun *self);
guint                 drill_mock_run_get_n_events      (const DrillMockRun *self);
guint                 drill_mock_run_get_interruptions (const DrillMockRun *self);

/* Times in ms. away: while no program had it open, as far as the clock can tell. */
gint64   drill_mock_run_get_total_ms   (const DrillMockRun *self);
gint64   drill_mock_run_get_elapsed_ms (const DrillMockRun *self);
gint64   drill_mock_run_get_left_ms    (const DrillMockRun *self);
gint64   drill_mock_run_get_away_ms    (const DrillMockRun *self);
gboolean drill_mock_run_get_doubtful   (const DrillMockRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillMockRun, drill_mock_run_free)

G_END_DECLS
