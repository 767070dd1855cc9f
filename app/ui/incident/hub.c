/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Most scenarios have a hub: one section without effects that lists the actions,
 * and to which all others lead back. No word of the format names it; it is known
 * by the choices that lead to it.
 */

#include "config.h"

#include "ui/incident/hub.h"

/* A section to which fewer choices lead is a place to pass, not a hub. */
#define HUB_MIN_CHOICES 3

int
drill_hub_find (DrillScenario *scenario)
{
  guint leading[DRILL_SCENARIO_MAX_SECTIONS] = { 0 };
  int   hub = -1;

  g_return_val_if_fail (scenario != NULL, -1);

  for (guint i = 0; i < scenario->sections->len; i++)
    {
      const DrillScenarioSection *section = drill_scenario_section (scenario, i);

      for (guint c = 0; c < section->choices->len; c++)
        leading[((DrillScenarioChoice *) g_ptr_array_index (section->choices, c))->target]++;
    }
  for (guint i = 0; i < scenario->sections->len; i++)
    {
      if (drill_scenario_section (scenario, i)->neutral && leading[i] >= HUB_MIN_CHOICES &&
          (hub < 0 || leading[i] > leading[hub]))
        hub = i;
    }

  return hub;
}

/* Whether the move @index of @run only led back to a @hub that was seen before. */
gboolean
drill_hub_is_passage (DrillRun *run,
                      int       hub,
                      guint     index)
{
  const DrillMove *moves;

  g_return_val_if_fail (run != NULL, FALSE);
  g_return_val_if_fail (index < drill_run_get_n_moves (run), FALSE);

  moves = drill_run_get_moves (run);
  if (hub < 0 || moves[index].kind != DRILL_MOVE_CHOOSE || (int) moves[index].section != hub)
    return FALSE;
  if ((int) drill_run_get_scenario (run)->start == hub)
    return TRUE;

  for (guint i = 0; i < index; i++)
    {
      if (moves[i].kind == DRILL_MOVE_CHOOSE && (int) moves[i].section == hub)
        return TRUE;
    }

  return FALSE;
}
