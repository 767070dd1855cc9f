/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * When the incident was acknowledged, localised, contained and over.
 *
 * An author can say it: a section that sets the flag "acknowledged",
 * "localised", "contained" or "recovered" is the milestone. Where no section of
 * the scenario sets a flag, the milestone is derived:
 *
 *   acknowledged  the end of the first thing that the player did which took time
 *   localised     the first credit in the phase "localize" or "localise"
 *   contained     the first credit in the phase "mitigate"
 *   recovered     from when, after that, every series with an SLO stayed within
 *                 it to the end; without such series, a resolved ending
 */

#include "config.h"

#include "incident/result.h"

#include <math.h>
#include <string.h>

typedef struct
{
  double slo;
  double since;
} Recovery;

static gboolean
sets_flag (DrillScenario *scenario,
           guint          section,
           const char    *name)
{
  const GArray *set = drill_scenario_section (scenario, section)->set;

  for (guint i = 0; i < set->len; i++)
    {
      const DrillScenarioFlag *flag = g_ptr_array_index (scenario->flags, g_array_index (set, guint, i));

      if (strcmp (flag->name, name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* TRUE when the scenario has the flag; @time is when the run set it, or -1. */
static gboolean
find_flag (DrillRun   *run,
           const char *name,
           gint64     *time)
{
  DrillScenario *scenario = drill_run_get_scenario (run);
  GPtrArray     *log = drill_run_get_log (run);
  int            index = drill_scenario_find_flag (scenario, name);

  if (index < 0 || ((DrillScenarioFlag *) g_ptr_array_index (scenario->flags, index))->set_line == 0)
    return FALSE;

  *time = -1;
  for (guint i = 0; i < log->len && *time < 0; i++)
    {
      const DrillRunStep *step = g_ptr_array_index (log, i);

      if (step->kind == DRILL_STEP_ENTERED && sets_flag (scenario, step->section, name))
        *time = step->end;
    }

  return TRUE;
}

static gint64
find_first_action (DrillRun *run)
{
  GPtrArray *log = drill_run_get_log (run);

  for (guint i = 1; i < log->len; i++)
    {
      const DrillRunStep *step = g_ptr_array_index (log, i);

      if (step->kind == DRILL_STEP_ENTERED && !step->automatic && step->end > step->begin)
        return step->end;
    }

  return -1;
}

static gint64
find_credit (DrillRun   *run,
             const char *phase_prefix)
{
  GPtrArray *log = drill_run_get_log (run);

  for (guint i = 0; i < log->len; i++)
    {
      const DrillRunStep *step = g_ptr_array_index (log, i);

      for (guint c = 0; c < step->credits->len; c++)
        {
          const DrillRunCredit *credit = &g_array_index (step->credits, DrillRunCredit, c);

          if (credit->points > 0 && g_str_has_prefix (credit->line->phase_name, phase_prefix))
            return step->end;
        }
    }

  return -1;
}

/* Moves the recovery behind every point over the SLO; a gap proves nothing. */
static void
watch (double   time,
       double   value,
       gpointer user_data)
{
  Recovery *recovery = user_data;

  if (value > recovery->slo)
    recovery->since = INFINITY;
  else if (isinf (recovery->since) && !isnan (value))
    recovery->since = time;
}

static gint64
find_recovery (DrillRun *run,
               gint64    contained)
{
  DrillScenario    *scenario = drill_run_get_scenario (run);
  const DrillState *state = drill_run_get_state (run);
  double            since = contained;
  gboolean          any = FALSE;

  if (contained < 0)
    return -1;

  for (guint i = 0; i < scenario->series->len; i++)
    {
      const DrillScenarioSeries *series = g_ptr_array_index (scenario->series, i);
      Recovery                   recovery = { series->slo, contained };

      if (isnan (series->slo))
        continue;
      any = TRUE;
      drill_timeline_walk (&state->timeline, scenario, i, contained, state->clock, watch, &recovery);
      since = MAX (since, recovery.since);
    }

  if (!any)
    return state->ending == DRILL_ENDING_RESOLVED ? state->clock : -1;

  return isinf (since) ? -1 : (gint64) ceil (since);
}

/* Whether the player has taken the incident up; cheap. */
gboolean
drill_run_is_acknowledged (DrillRun *run)
{
  gint64 time;

  g_return_val_if_fail (run != NULL, FALSE);

  if (!find_flag (run, "acknowledged", &time))
    time = find_first_action (run);

  return time >= 0;
}

void
drill_run_get_milestones (DrillRun        *run,
                          DrillMilestones *milestones)
{
  g_return_if_fail (run != NULL);
  g_return_if_fail (milestones != NULL);

  if (!find_flag (run, "acknowledged", &milestones->acknowledged))
    milestones->acknowledged = find_first_action (run);
  if (!find_flag (run, "localised", &milestones->localised)
      && !find_flag (run, "localized", &milestones->localised))
    milestones->localised = find_credit (run, "locali");
  if (!find_flag (run, "contained", &milestones->contained))
    milestones->contained = find_credit (run, "mitigate");
  if (!find_flag (run, "recovered", &milestones->recovered))
    milestones->recovered = find_recovery (run, milestones->contained);
}
