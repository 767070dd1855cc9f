/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What a run came to. Process (the score) and outcome (impact, milestones) are
 * kept apart: a lucky fast fix and a thorough slow one should both show.
 */

#include "config.h"

#include "incident/result.h"

void
drill_run_result_free (DrillRunResult *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->phases);
  g_array_unref (self->harms);
  g_ptr_array_unref (self->offered);
  drill_scenario_unref (self->scenario);
  g_free (self);
}

static void
add_phases (DrillRunResult   *self,
            const DrillState *state)
{
  for (guint i = 0; i < self->scenario->phases->len; i++)
    {
      const DrillScenarioPhase *phase = g_ptr_array_index (self->scenario->phases, i);
      DrillResultPhase          result = { phase->name, drill_state_phase (state, self->scenario, i), phase->max };

      g_array_append_val (self->phases, result);
    }
}

static void
add_harms (DrillRunResult *self,
           GPtrArray      *log)
{
  for (guint i = 0; i < log->len; i++)
    {
      const DrillRunStep *step = g_ptr_array_index (log, i);

      for (guint h = 0; h < step->harms->len; h++)
        {
          const DrillScenarioHarm *harm = g_ptr_array_index (step->harms, h);
          DrillResultHarm          result = {
                     harm->severity,
                     harm->reason,
                     drill_scenario_section (self->scenario, step->section)->slug,
                     step->end,
          };

          g_array_append_val (self->harms, result);
        }
    }
}

static void
add_offers (DrillRunResult   *self,
            const DrillState *state)
{
  guint targets[DRILL_SCENARIO_MAX_CHOICES];
  guint n = drill_state_offers (state, self->scenario, targets);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->offered, (gpointer) drill_scenario_section (self->scenario, targets[i])->slug);
}

/* Returns: (transfer full): the result so far; a run need not be over */
DrillRunResult *
drill_run_get_result (DrillRun *run)
{
  DrillRunResult   *self;
  const DrillState *state;

  g_return_val_if_fail (run != NULL, NULL);

  state = drill_run_get_state (run);
  self = g_new0 (DrillRunResult, 1);
  self->scenario = drill_scenario_ref (drill_run_get_scenario (run));
  self->phases = g_array_new (FALSE, FALSE, sizeof (DrillResultPhase));
  self->harms = g_array_new (FALSE, FALSE, sizeof (DrillResultHarm));
  self->offered = g_ptr_array_new ();

  self->score = drill_state_score (state, self->scenario);
  self->max = 100;
  self->critical = state->critical;
  self->clock = state->clock;
  self->section = drill_run_get_section (run)->slug;
  self->ending = state->ending;
  self->timed_out = state->timed_out;
  self->passed = self->score >= self->scenario->pass
                 && (state->ending == DRILL_ENDING_RESOLVED || state->ending == DRILL_ENDING_MITIGATED);
  self->impact_label = self->scenario->impact_label;
  self->impact = drill_run_impact (run);
  add_phases (self, state);
  add_harms (self, drill_run_get_log (run));
  add_offers (self, state);
  drill_run_get_milestones (run, &self->milestones);

  return self;
}
