/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/state.h"

G_BEGIN_DECLS

/**
 * DrillDistribution:
 * @scores: (element-type double): one a run, sorted
 * @endings: how many runs ended so; indexed by #DrillEnding
 * @seen: for each section, in how many runs it was entered
 * @circles: runs that went in circles until they were stopped
 * @stuck: runs in which nothing was on offer
 */
typedef struct
{
  GArray *scores;
  double  mean;
  guint   endings[4];
  guint   timed_out;
  guint   passed;
  guint   circles;
  guint   stuck;
  guint   seen[DRILL_SCENARIO_MAX_SECTIONS];
} DrillDistribution;

guint64            drill_random_next       (guint64       *state);
void               drill_random_play       (DrillScenario *scenario,
                                            gint64         seed,
                                            guint          run,
                                            DrillState    *state,
                                            GArray        *sections);

DrillDistribution *drill_distribution_new  (DrillScenario *scenario,
                                            gint64         seed,
                                            guint          n_runs) G_GNUC_WARN_UNUSED_RESULT;
void               drill_distribution_free (DrillDistribution *self);
double             drill_distribution_quantile (const DrillDistribution *self,
                                                double                   share);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillDistribution, drill_distribution_free)

G_END_DECLS
