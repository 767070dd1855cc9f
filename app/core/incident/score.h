/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/scenario.h"

G_BEGIN_DECLS

#define DRILL_SCORE_MAX 100
#define DRILL_SCORE_CRITICAL_CAP 49

double drill_score_credit    (const DrillScenarioScore   *line,
                              gint64                      clock,
                              gboolean                   *late);
double drill_score_harm      (DrillHarmSeverity           severity);
guint  drill_score_all_ticks (const DrillScenarioSection *section);
double drill_score_answer    (const DrillScenarioSection *section,
                              guint                       ticks);
double drill_score_phase     (double                      points,
                              const DrillScenarioPhase   *phase);
double drill_score_total     (double                      sum,
                              double                      harm,
                              gboolean                    critical);

G_END_DECLS
