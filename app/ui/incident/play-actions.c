/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What the player may do now. The way back to the hub is no decision, so once
 * the hub was seen its actions are on offer everywhere.
 */

#include "config.h"

#include "ui/incident/play.h"

static gboolean
knows_target (GArray *actions,
              guint   target)
{
  for (guint i = 0; i < actions->len; i++)
    {
      if (g_array_index (actions, DrillAction, i).choice->target == target)
        return TRUE;
    }

  return FALSE;
}

/* The hub's actions from elsewhere, once the hub was seen and can be gone to. */
static void
add_hub_actions (DrillPlay *self,
                 GArray    *actions)
{
  DrillScenario              *scenario = drill_play_get_scenario (self);
  const DrillState           *state = drill_run_get_state (drill_play_get_run (self));
  const DrillScenarioSection *hub = drill_scenario_section (scenario, (guint) drill_play_get_hub (self));

  for (guint i = 0; i < hub->choices->len; i++)
    {
      const DrillScenarioChoice *choice = g_ptr_array_index (hub->choices, i);
      DrillAction                action = { choice, drill_scenario_section (scenario, choice->target)->cost, FALSE };

      if (drill_state_can_enter (state, scenario, choice->target) && !knows_target (actions, choice->target))
        g_array_append_val (actions, action);
    }
}

/**
 * drill_play_get_actions:
 *
 * Returns: (transfer full) (element-type DrillAction): what can be done now, in
 *   the author's order; empty when the run is over
 */
GArray *
drill_play_get_actions (DrillPlay *self)
{
  g_autoptr (GArray) offers = NULL;
  DrillRun          *run;
  GArray            *actions;
  int                hub;
  gboolean           at_hub;
  gboolean           to_hub = FALSE;

  g_return_val_if_fail (DRILL_IS_PLAY (self), NULL);

  run = drill_play_get_run (self);
  hub = drill_play_get_hub (self);
  actions = g_array_new (FALSE, FALSE, sizeof (DrillAction));
  offers = drill_run_get_offers (run);
  at_hub = (int) drill_run_get_section (run)->index == hub;
  for (guint i = 0; i < offers->len; i++)
    {
      const DrillOffer *offer = &g_array_index (offers, DrillOffer, i);
      DrillAction       action = { offer->choice, offer->cost, !at_hub };

      if (offer->lock != DRILL_LOCK_NONE || knows_target (actions, offer->choice->target))
        continue;
      if (!at_hub && (int) offer->choice->target == hub &&
          drill_bit_get (drill_run_get_state (run)->visited, (guint) hub))
        to_hub = TRUE;
      else
        g_array_append_val (actions, action);
    }
  if (to_hub)
    add_hub_actions (self, actions);

  return actions;
}
