/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/random-play.h"
#include "incident/result.h"
#include "incident/search.h"

G_BEGIN_DECLS

#define DRILL_LINT_RUNS 1000

/**
 * DrillLint:
 * @distribution: what random play scores
 * @search: what the search over states found
 * @runs: (element-type DrillLintRun): the runs written in the debrief, played
 */
typedef struct
{
  DrillDistribution *distribution;
  DrillSearch       *search;
  GPtrArray         *runs;
} DrillLint;

/* @result is %NULL when the run cannot be played. @run is borrowed. */
typedef struct
{
  const DrillScenarioRun *run;
  DrillRunResult         *result;
} DrillLintRun;

DrillLint *drill_lint_new  (DrillScenario    *scenario,
                            guint             n_runs,
                            guint             max_states,
                            DrillDiagnostics *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
void       drill_lint_free (DrillLint        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillLint, drill_lint_free)

G_END_DECLS
