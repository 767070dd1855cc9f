/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What can be seen of a run: what is on offer, what is asked, what was opened,
 * and the metrics up to its clock. */

#include "config.h"

#include "incident/impact.h"
#include "incident/run.h"

#include <math.h>

static DrillLock
find_lock (DrillRun *self,
           guint     target)
{
  DrillScenario    *scenario = drill_run_get_scenario (self);
  const DrillState *state = drill_run_get_state (self);

  if (state->over)
    return DRILL_LOCK_OVER;
  if (drill_state_can_enter (state, scenario, target))
    return DRILL_LOCK_NONE;
  if (drill_scenario_section (scenario, target)->once && drill_bit_get (state->visited, target))
    return DRILL_LOCK_TAKEN;

  return DRILL_LOCK_NEEDS;
}

/* Returns: (transfer full) (element-type DrillOffer): every choice of the
 * current section in document order, locked ones included */
GArray *
drill_run_get_offers (DrillRun *self)
{
  const DrillScenarioSection *section;
  GArray                     *offers;

  g_return_val_if_fail (self != NULL, NULL);

  section = drill_run_get_section (self);
  offers = g_array_new (FALSE, FALSE, sizeof (DrillOffer));
  for (guint i = 0; i < section->choices->len; i++)
    {
      const DrillScenarioChoice  *choice = g_ptr_array_index (section->choices, i);
      const DrillScenarioSection *target = drill_scenario_section (drill_run_get_scenario (self), choice->target);
      DrillOffer                  offer = { choice, target->cost, find_lock (self, choice->target), NULL };

      if (offer.lock == DRILL_LOCK_NEEDS && target->needs->len > 0)
        offer.needs = ((DrillCondition *) g_ptr_array_index (target->needs, 0))->text;
      g_array_append_val (offers, offer);
    }

  return offers;
}

/* Returns: (transfer full) (element-type guint): indices of the sections whose
 * questions are open, in document order */
GArray *
drill_run_get_questions (DrillRun *self)
{
  DrillScenario *scenario;
  GArray        *questions;

  g_return_val_if_fail (self != NULL, NULL);

  scenario = drill_run_get_scenario (self);
  questions = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < scenario->sections->len; i++)
    {
      if (drill_state_is_open (drill_run_get_state (self), scenario, i))
        g_array_append_val (questions, i);
    }

  return questions;
}

/* Returns: (transfer full) (element-type guint): indices of the evidence that is
 * open to the player, in the order in which it was revealed */
GArray *
drill_run_get_evidence (DrillRun *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *log;
  GArray    *evidence;

  g_return_val_if_fail (self != NULL, NULL);

  log = drill_run_get_log (self);
  evidence = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < log->len; i++)
    {
      const DrillRunStep         *step = g_ptr_array_index (log, i);
      const DrillScenarioSection *section = drill_scenario_section (drill_run_get_scenario (self), step->section);

      if (!g_hash_table_add (seen, GUINT_TO_POINTER (step->section)))
        continue;
      for (guint b = 0; b < section->beats->len; b++)
        {
          const DrillScenarioBeat *beat = g_ptr_array_index (section->beats, b);

          if (beat->kind == DRILL_BEAT_EVIDENCE)
            g_array_append_val (evidence, beat->evidence);
        }
    }

  return evidence;
}

/* Returns: (transfer full) (element-type DrillRegimeChange): oldest first; the
 * first lies before the start by as much as the history is long */
GArray *
drill_run_get_regimes (DrillRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return drill_timeline_switches (&drill_run_get_state (self)->timeline);
}

/**
 * drill_run_sample:
 * @time: seconds since the start; below zero lies the history
 *
 * Returns: the value of the series, NaN in a gap, after the clock, and for a
 *   series that does not exist
 */
double
drill_run_sample (DrillRun   *self,
                  const char *key,
                  double      time)
{
  int series;

  g_return_val_if_fail (self != NULL, NAN);
  g_return_val_if_fail (key != NULL, NAN);

  series = drill_scenario_find_series (drill_run_get_scenario (self), key);
  if (series < 0 || time > drill_run_get_clock (self))
    return NAN;

  return drill_timeline_sample (&drill_run_get_state (self)->timeline, drill_run_get_scenario (self), series, time);
}

static void
collect (double   time,
         double   value,
         gpointer user_data)
{
  DrillPoint point = { time, value };

  g_array_append_val ((GArray *) user_data, point);
}

/**
 * drill_run_series:
 * @points: (element-type DrillPoint): points are appended to it
 *
 * The series from @from to @to, cut off at the clock: a line through the
 * points, with a gap at each NaN and a jump where two have one time.
 *
 * An array that is used again, emptied, needs no memory for the next frame.
 *
 * Returns: FALSE when there is no such series
 */
gboolean
drill_run_series (DrillRun   *self,
                  const char *key,
                  double      from,
                  double      to,
                  GArray     *points)
{
  DrillScenario *scenario;
  int            series;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (points != NULL, FALSE);

  scenario = drill_run_get_scenario (self);
  series = drill_scenario_find_series (scenario, key);
  if (series < 0)
    return FALSE;

  to = MIN (to, drill_run_get_clock (self));
  if (from <= to)
    drill_timeline_walk (&drill_run_get_state (self)->timeline, scenario, series, from, to, collect, points);

  return TRUE;
}

/* Failed requests so far; 0 when the scenario does not count them. */
double
drill_run_impact (DrillRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return drill_impact (&drill_run_get_state (self)->timeline, drill_run_get_scenario (self), drill_run_get_clock (self));
}
