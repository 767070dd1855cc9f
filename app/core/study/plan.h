/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/forecast.h"
#include "study/queue.h"
#include "study/simulator.h"

G_BEGIN_DECLS

/**
 * DrillStudyPlan:
 * @today: number of the study day
 * @counts: what today's queue is made of
 * @backlog: how long the backlog takes at the pace of the rules
 * @fortnight_pace: how many a day leave none after two weeks; 0 without backlog
 * @tomorrow: cards that are due tomorrow, without what today leaves
 * @interview: all zeroes when the rules have no date ahead
 *
 * What lies ahead.
 */
typedef struct
{
  int                today;
  DrillQueueCounts   counts;
  DrillBacklogPlan   backlog;
  guint              fortnight_pace;
  guint              tomorrow;
  DrillInterviewPlan interview;
} DrillStudyPlan;

gboolean drill_study_plan_load   (DrillConnection       *connection,
                                  const DrillRules      *rules,
                                  gint64                 now_ms,
                                  DrillStudyPlan        *plan,
                                  GError               **error);
GArray  *drill_study_plan_simulate (DrillConnection       *connection,
                                    const DrillRules      *rules,
                                    gint64                 now_ms,
                                    const DrillSimulation *simulation,
                                    const double          *retentions,
                                    guint                  n_retentions,
                                    GCancellable          *cancellable,
                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
