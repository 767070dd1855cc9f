/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/timeline.h"

G_BEGIN_DECLS

/* A run that goes in circles without time passing ends after so many sections. */
#define DRILL_STATE_MAX_STEPS 1000

typedef enum
{
  DRILL_STEP_ENTERED,
  DRILL_STEP_ANSWERED,
  DRILL_STEP_WAITED,
} DrillRunStepKind;

/* A score line that counted. @points is what it gave; @late when it was halved. */
typedef struct
{
  const DrillScenarioScore *line;
  double                    points;
  gboolean                  late;
} DrillRunCredit;

/**
 * DrillRunStep:
 * @section: index of the section entered or answered, or that was on screen while time passed
 * @automatic: whether an event entered it, not the player
 * @begin: the clock before, @end the clock after; seconds since the start
 * @regime: index of the regime that began at @end, or -1
 * @credits: (element-type DrillRunCredit): score lines that counted here
 * @harms: (element-type DrillScenarioHarm): harm lines that counted here; borrowed
 * @ticks: of an answer: bit set of the key points that were ticked
 * @points: of an answer
 *
 * One entry of a run's log, with the reason for every point.
 */
typedef struct
{
  DrillRunStepKind kind;
  guint            section;
  gboolean         automatic;
  gint64           begin;
  gint64           end;
  int              regime;
  GArray          *credits;
  GPtrArray       *harms;
  guint            ticks;
  double           points;
} DrillRunStep;

/**
 * DrillState:
 * @current: index of the section whose choices are on offer
 * @visited: bit set of the sections that were entered
 * @answered: bit set of the sections whose question was answered
 * @counted: bit set of the score and harm lines that counted
 *
 * Where a run stands. A plain value but for its time line: copy it with
 * drill_state_copy() and give it back with drill_state_clear().
 */
typedef struct
{
  gint64        clock;
  guint         current;
  guint         n_steps;
  guint64       flags;
  guint64       visited[(DRILL_SCENARIO_MAX_SECTIONS + 63) / 64];
  guint64       answered[(DRILL_SCENARIO_MAX_SECTIONS + 63) / 64];
  guint64       counted[DRILL_SCENARIO_MAX_LINES / 64];
  double        points[DRILL_SCENARIO_MAX_PHASES];
  double        harm;
  gboolean      critical;
  gboolean      timed_out;
  gboolean      over;
  DrillEnding   ending;
  DrillTimeline timeline;
} DrillState;

static inline gboolean
drill_bit_get (const guint64 *bits,
               guint          index)
{
  return (bits[index / 64] >> (index % 64)) & 1;
}

static inline void
drill_bit_set (guint64 *bits,
               guint    index)
{
  bits[index / 64] |= G_GUINT64_CONSTANT (1) << (index % 64);
}

void     drill_state_start      (DrillState           *self,
                                 DrillScenario        *scenario,
                                 GPtrArray            *log);
void     drill_state_copy       (DrillState           *self,
                                 const DrillState     *other);
void     drill_state_clear      (DrillState           *self);
void     drill_state_choose     (DrillState           *self,
                                 DrillScenario        *scenario,
                                 guint                 section,
                                 GPtrArray            *log);
gint64   drill_state_wait       (DrillState           *self,
                                 DrillScenario        *scenario,
                                 gint64                seconds,
                                 GPtrArray            *log);
gboolean drill_state_answer     (DrillState           *self,
                                 DrillScenario        *scenario,
                                 guint                 section,
                                 guint                 ticks,
                                 GPtrArray            *log);

gboolean drill_state_holds      (const DrillState     *self,
                                 DrillScenario        *scenario,
                                 const DrillCondition *condition,
                                 gint64                since);
gboolean drill_state_can_enter  (const DrillState     *self,
                                 DrillScenario        *scenario,
                                 guint                 section);
gboolean drill_state_is_offered (const DrillState     *self,
                                 DrillScenario        *scenario,
                                 guint                 section);
guint    drill_state_offers     (const DrillState     *self,
                                 DrillScenario        *scenario,
                                 guint                *targets);
gboolean drill_state_is_open    (const DrillState     *self,
                                 DrillScenario        *scenario,
                                 guint                 section);

double   drill_state_phase      (const DrillState     *self,
                                 DrillScenario        *scenario,
                                 guint                 phase);
double   drill_state_score      (const DrillState     *self,
                                 DrillScenario        *scenario);

void     drill_run_step_free    (DrillRunStep         *self);

G_END_DECLS
