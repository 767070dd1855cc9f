/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/run.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  double      score;
  guint       max;
} DrillResultPhase;

/* @section is a slug. */
typedef struct
{
  DrillHarmSeverity severity;
  const char       *reason;
  const char       *section;
  gint64            clock;
} DrillResultHarm;

/* Seconds since the start, -1 when it was not reached. */
typedef struct
{
  gint64 acknowledged;
  gint64 localised;
  gint64 contained;
  gint64 recovered;
} DrillMilestones;

/**
 * DrillRunResult:
 * @score: from 0 to @max
 * @passed: whether the score reaches the pass mark and the ending is not a failure
 * @phases: (element-type DrillResultPhase)
 * @harms: (element-type DrillResultHarm)
 * @clock: seconds since the start
 * @ending: DRILL_ENDING_NONE while the run goes on
 * @timed_out: whether the limit ended it, not a section
 * @impact_label: (nullable)
 * @offered: (element-type utf8): slugs of the sections on offer
 *
 * Where a run stands, for a debrief and for machines. Texts are borrowed from
 * the run's scenario, which the result keeps.
 */
typedef struct
{
  DrillScenario  *scenario;
  double          score;
  guint           max;
  gboolean        passed;
  gboolean        critical;
  GArray         *phases;
  GArray         *harms;
  gint64          clock;
  const char     *section;
  DrillEnding     ending;
  gboolean        timed_out;
  const char     *impact_label;
  double          impact;
  GPtrArray      *offered;
  DrillMilestones milestones;
} DrillRunResult;

DrillRunResult *drill_run_get_result     (DrillRun       *self) G_GNUC_WARN_UNUSED_RESULT;
void            drill_run_result_free    (DrillRunResult *self);
void            drill_run_get_milestones (DrillRun        *self,
                                          DrillMilestones *milestones);
gboolean        drill_run_is_acknowledged (DrillRun       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillRunResult, drill_run_result_free)

G_END_DECLS
