/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/result.h"

G_BEGIN_DECLS

typedef enum
{
  DRILL_DEBRIEF_EARNED, /* a score line that counted, or an answer */
  DRILL_DEBRIEF_MISSED, /* a line that the reference run earned and this one did not */
} DrillDebriefLineKind;

/**
 * DrillDebriefLine:
 * @time: seconds since the start; of a missed line when the reference run earned it
 * @points: earned, or what was to be had
 * @late: halved because it came after its time
 * @text: the reason, CommonMark
 */
typedef struct
{
  DrillDebriefLineKind kind;
  gint64               time;
  double               points;
  gboolean             late;
  char                *text;
} DrillDebriefLine;

/* @lines: (element-type DrillDebriefLine): by time, missed ones last */
typedef struct
{
  const char *name;
  double      score;
  guint       max;
  GPtrArray  *lines;
} DrillDebriefPhase;

/**
 * DrillDebriefStep:
 * @n_moves: how many moves were made before; where a new attempt branches off
 * @own: whether the player decided it, not an event
 * @points: what its score lines or its answer gave
 * @harms: (element-type DrillScenarioHarm): borrowed
 */
typedef struct
{
  gint64     begin;
  gint64     end;
  guint      section;
  guint      n_moves;
  gboolean   own;
  gboolean   answer;
  gboolean   wait;
  double     points;
  GPtrArray *harms;
} DrillDebriefStep;

/* A question whose answer missed something. @ticks: what it had; @answered: FALSE
 * when it was never answered. */
typedef struct
{
  guint    section;
  guint    ticks;
  gboolean answered;
} DrillDebriefGap;

/**
 * DrillDebrief:
 * @reference: (nullable): the author's run with every key point, %NULL without one
 * @phases: (element-type DrillDebriefPhase)
 * @steps: (element-type DrillDebriefStep)
 * @gaps: (element-type DrillDebriefGap)
 * @unopened: (element-type guint): evidence that was never opened
 * @teaches: (element-type utf8): ids of items that teach what was missed, each once
 *
 * All that there is to say about a run that is over. Texts are borrowed from the
 * scenario where not said otherwise.
 */
typedef struct
{
  DrillScenario  *scenario;
  DrillRunResult *result;
  DrillRun       *reference;
  DrillRunResult *reference_result;
  GPtrArray      *phases;
  GPtrArray      *steps;
  GArray         *gaps;
  GArray         *unopened;
  GPtrArray      *teaches;
} DrillDebrief;

DrillDebrief *drill_debrief_new           (DrillRun               *run) G_GNUC_WARN_UNUSED_RESULT;
void          drill_debrief_free          (DrillDebrief           *self);
char         *drill_debrief_describe_step (const DrillDebrief     *self,
                                           const DrillDebriefStep *step) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillDebrief, drill_debrief_free)

G_END_DECLS
