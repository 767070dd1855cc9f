/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/scenario.h"

G_BEGIN_DECLS

/* For the parser, the only one that may still change a scenario. */

DrillScenario        *drill_scenario_new         (const char           *name,
                                                  const char           *folder) G_GNUC_WARN_UNUSED_RESULT;
DrillScenarioSection *drill_scenario_section_new (const char           *heading,
                                                  guint                 line) G_GNUC_WARN_UNUSED_RESULT;
void                  drill_scenario_section_free (DrillScenarioSection *self);
DrillScenarioRegime  *drill_scenario_regime_new  (const char           *name,
                                                  guint                 line) G_GNUC_WARN_UNUSED_RESULT;
DrillScenarioRun     *drill_scenario_run_new     (const char           *label,
                                                  guint                 line) G_GNUC_WARN_UNUSED_RESULT;
void                  drill_scenario_beat_add    (GPtrArray            *beats,
                                                  DrillBeatKind         kind,
                                                  char                 *markdown,
                                                  char                 *speaker,
                                                  guint                 evidence);
void                  drill_scenario_choice_free (DrillScenarioChoice  *self);
void                  drill_scenario_evidence_free (DrillScenarioEvidence *self);
void                  drill_scenario_key_point_free (DrillScenarioKeyPoint *self);
void                  drill_scenario_score_free  (DrillScenarioScore   *self);
void                  drill_scenario_harm_free   (DrillScenarioHarm    *self);
void                  drill_scenario_switch_free (DrillScenarioSwitch  *self);
void                  drill_scenario_pulse_free  (DrillScenarioPulse   *self);

DrillScenarioFlag    *drill_scenario_add_flag    (DrillScenario        *self,
                                                  const char           *name);

G_END_DECLS
