/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The rules of the game.
 *
 * Entering a section, in this order: its pulses start; the clock moves by its
 * cost; score, harm and regime lines look at the flags as they were before it;
 * the regime changes; flags are set and cleared, and the section counts as
 * visited. Then events are looked for, in document order, again and again until
 * none holds: each fires once. A test of a series in an event looks at all the
 * time that passed since the player chose; any other test looks at now.
 *
 * Waiting goes second by second, and events are looked for after each: a wait
 * ends with the first event. So it makes no difference whether a time is waited
 * for at once or in parts.
 *
 * When the clock reaches the limit the run fails, unless an event ended it. So
 * it does after DRILL_STATE_MAX_STEPS sections, which only a scenario with free
 * circles can reach: every run terminates.
 *
 * The functions are deterministic and use no clock, no locale and no random
 * numbers: the same choices give the same state, to the last bit.
 */

#include "config.h"

#include "incident/score.h"
#include "incident/state-private.h"

#include <string.h>

void
drill_run_step_free (DrillRunStep *self)
{
  g_array_unref (self->credits);
  g_ptr_array_unref (self->harms);
  g_free (self);
}

static DrillRunStep *
log_step (GPtrArray       *log,
          DrillRunStepKind kind,
          guint            section,
          gint64           begin,
          gint64           end)
{
  DrillRunStep *step;

  if (log == NULL)
    return NULL;

  step = g_new0 (DrillRunStep, 1);
  step->kind = kind;
  step->section = section;
  step->begin = begin;
  step->end = end;
  step->regime = -1;
  step->credits = g_array_new (FALSE, FALSE, sizeof (DrillRunCredit));
  step->harms = g_ptr_array_new ();
  g_ptr_array_add (log, step);

  return step;
}

/* Counts the score and harm lines whose conditions hold, each once a run. */
static void
count_lines (DrillState                 *self,
             DrillScenario              *scenario,
             const DrillScenarioSection *section,
             DrillRunStep               *step)
{
  for (guint i = 0; i < section->scores->len; i++)
    {
      const DrillScenarioScore *line = g_ptr_array_index (section->scores, i);
      DrillRunCredit            credit = { line, 0, FALSE };

      if (drill_bit_get (self->counted, line->id) || !drill_state_holds (self, scenario, line->condition, -1))
        continue;
      drill_bit_set (self->counted, line->id);
      credit.points = drill_score_credit (line, self->clock, &credit.late);
      self->points[line->phase] += credit.points;
      if (step != NULL)
        g_array_append_val (step->credits, credit);
    }
  for (guint i = 0; i < section->harms->len; i++)
    {
      const DrillScenarioHarm *line = g_ptr_array_index (section->harms, i);

      if (drill_bit_get (self->counted, line->id) || !drill_state_holds (self, scenario, line->condition, -1))
        continue;
      drill_bit_set (self->counted, line->id);
      self->harm += drill_score_harm (line->severity);
      self->critical |= line->severity == DRILL_HARM_CRITICAL;
      if (step != NULL)
        g_ptr_array_add (step->harms, (gpointer) line);
    }
}

/* Of several regime lines that hold the last one counts. */
static int
find_switch (const DrillState           *self,
             DrillScenario              *scenario,
             const DrillScenarioSection *section)
{
  int regime = -1;

  for (guint i = 0; i < section->switches->len; i++)
    {
      const DrillScenarioSwitch *line = g_ptr_array_index (section->switches, i);

      if (drill_state_holds (self, scenario, line->condition, -1))
        regime = line->regime;
    }

  return regime;
}

static void
apply_flags (DrillState                 *self,
             const DrillScenarioSection *section)
{
  for (guint i = 0; i < section->set->len; i++)
    self->flags |= G_GUINT64_CONSTANT (1) << g_array_index (section->set, guint, i);
  for (guint i = 0; i < section->clear->len; i++)
    self->flags &= ~(G_GUINT64_CONSTANT (1) << g_array_index (section->clear, guint, i));
}

static void
enter (DrillState    *self,
       DrillScenario *scenario,
       guint          index,
       gboolean       automatic,
       GPtrArray     *log)
{
  const DrillScenarioSection *section = drill_scenario_section (scenario, index);
  DrillRunStep               *step;
  gint64                      begin = self->clock;
  int                         regime;

  for (guint i = 0; i < section->pulses->len; i++)
    {
      const DrillScenarioPulse *pulse = g_ptr_array_index (section->pulses, i);

      drill_timeline_pulse (&self->timeline, begin, pulse->seconds, pulse->series, pulse->value);
    }
  self->clock += section->cost;
  self->n_steps++;

  step = log_step (log, DRILL_STEP_ENTERED, index, begin, self->clock);
  regime = find_switch (self, scenario, section);
  count_lines (self, scenario, section, step);
  if (regime >= 0)
    drill_timeline_switch (&self->timeline, scenario, self->clock, regime);

  apply_flags (self, section);
  drill_bit_set (self->visited, index);
  self->current = index;
  if (section->ending != DRILL_ENDING_NONE)
    {
      self->ending = section->ending;
      self->over = TRUE;
    }
  if (step != NULL)
    {
      step->automatic = automatic;
      step->regime = regime;
    }
}

/* Returns the first event that holds and has not happened, or -1. */
static int
find_event (const DrillState *self,
            DrillScenario    *scenario,
            gint64            since)
{
  DrillStateWindow window;

  drill_state_window_init (&window, self, since);
  for (guint i = 0; i < scenario->sections->len; i++)
    {
      const DrillScenarioSection *section = g_ptr_array_index (scenario->sections, i);

      if (section->when->len > 0 && !drill_bit_get (self->visited, i)
          && drill_state_any_holds (self, scenario, section->when, &window))
        return i;
    }

  return -1;
}

static void
check_bounds (DrillState    *self,
              DrillScenario *scenario)
{
  if (self->over || (self->clock < scenario->limit && self->n_steps < DRILL_STATE_MAX_STEPS))
    return;

  self->ending = DRILL_ENDING_FAILED;
  self->timed_out = TRUE;
  self->over = TRUE;
}

/* Lets events happen until none holds. Each fires once, so this ends. */
static void
settle (DrillState    *self,
        DrillScenario *scenario,
        gint64         since,
        GPtrArray     *log)
{
  while (!self->over)
    {
      int event = find_event (self, scenario, since);

      if (event < 0)
        break;
      enter (self, scenario, event, TRUE, log);
    }
  check_bounds (self, scenario);
}

/**
 * drill_state_start:
 * @log: (nullable) (element-type DrillRunStep): takes what happens
 *
 * Fills @self with the state after entering the first section.
 */
void
drill_state_start (DrillState    *self,
                   DrillScenario *scenario,
                   GPtrArray     *log)
{
  memset (self, 0, sizeof *self);
  drill_timeline_start (&self->timeline, scenario);
  enter (self, scenario, scenario->start, FALSE, log);
  settle (self, scenario, 0, log);
}

void
drill_state_copy (DrillState       *self,
                  const DrillState *other)
{
  *self = *other;
  drill_timeline_copy (&self->timeline, &other->timeline);
}

void
drill_state_clear (DrillState *self)
{
  drill_timeline_clear (&self->timeline);
}

/* Enters @section, which must be on offer, and lets events happen. */
void
drill_state_choose (DrillState    *self,
                    DrillScenario *scenario,
                    guint          section,
                    GPtrArray     *log)
{
  gint64 since = self->clock;

  g_return_if_fail (!self->over);

  enter (self, scenario, section, FALSE, log);
  settle (self, scenario, since, log);
}

/**
 * drill_state_wait:
 * @seconds: how long to wait, at least 1
 *
 * Lets time pass until an event happens or the run ends.
 *
 * Returns: how many of the seconds passed
 */
gint64
drill_state_wait (DrillState    *self,
                  DrillScenario *scenario,
                  gint64         seconds,
                  GPtrArray     *log)
{
  DrillRunStep *step;
  guint         n_steps = self->n_steps;
  gint64        passed = 0;

  g_return_val_if_fail (!self->over, 0);
  g_return_val_if_fail (seconds > 0, 0);

  step = log_step (log, DRILL_STEP_WAITED, self->current, self->clock, self->clock);
  while (passed < seconds && !self->over && self->n_steps == n_steps)
    {
      gint64 since = self->clock;

      self->clock++;
      passed++;
      if (step != NULL)
        step->end = self->clock;
      settle (self, scenario, since, log);
    }

  return passed;
}

/* Whether @section asks something that was not answered yet. It stays open
 * when an event interrupts, until the run is over and beyond: the last section
 * may ask as well. */
gboolean
drill_state_is_open (const DrillState *self,
                     DrillScenario    *scenario,
                     guint             section)
{
  return drill_bit_get (self->visited, section) && !drill_bit_get (self->answered, section)
         && drill_scenario_section (scenario, section)->answer > 0;
}

/* Marks the answer to @section's question; FALSE when it is not open. Points
 * are shared evenly among the key points. */
gboolean
drill_state_answer (DrillState    *self,
                    DrillScenario *scenario,
                    guint          section,
                    guint          ticks,
                    GPtrArray     *log)
{
  const DrillScenarioSection *question;
  DrillRunStep               *step;
  double                      points;

  if (!drill_state_is_open (self, scenario, section))
    return FALSE;

  question = drill_scenario_section (scenario, section);
  points = drill_score_answer (question, ticks);
  drill_bit_set (self->answered, section);
  self->points[question->phase] += points;

  step = log_step (log, DRILL_STEP_ANSWERED, section, self->clock, self->clock);
  if (step != NULL)
    {
      step->ticks = ticks & drill_score_all_ticks (question);
      step->points = points;
    }

  return TRUE;
}

/* Whether what @section itself demands is given; not whether a choice leads there. */
gboolean
drill_state_can_enter (const DrillState *self,
                       DrillScenario    *scenario,
                       guint             index)
{
  const DrillScenarioSection *section = drill_scenario_section (scenario, index);
  DrillStateWindow            window;

  if (section->once && drill_bit_get (self->visited, index))
    return FALSE;

  drill_state_window_init (&window, self, -1);
  return section->needs->len == 0 || drill_state_any_holds (self, scenario, section->needs, &window);
}

/* Fills @targets, which has room for DRILL_SCENARIO_MAX_CHOICES, with the
 * sections on offer, each once. Returns how many there are. */
guint
drill_state_offers (const DrillState *self,
                    DrillScenario    *scenario,
                    guint            *targets)
{
  const DrillScenarioSection *section = drill_scenario_section (scenario, self->current);
  guint                       n = 0;

  for (guint i = 0; i < section->choices->len && !self->over; i++)
    {
      guint    target = ((DrillScenarioChoice *) g_ptr_array_index (section->choices, i))->target;
      gboolean known = FALSE;

      for (guint k = 0; k < n; k++)
        known |= targets[k] == target;
      if (!known && drill_state_can_enter (self, scenario, target))
        targets[n++] = target;
    }

  return n;
}

gboolean
drill_state_is_offered (const DrillState *self,
                        DrillScenario    *scenario,
                        guint             section)
{
  guint targets[DRILL_SCENARIO_MAX_CHOICES];
  guint n = drill_state_offers (self, scenario, targets);

  for (guint i = 0; i < n; i++)
    {
      if (targets[i] == section)
        return TRUE;
    }

  return FALSE;
}

double
drill_state_phase (const DrillState *self,
                   DrillScenario    *scenario,
                   guint             phase)
{
  return drill_score_phase (self->points[phase], g_ptr_array_index (scenario->phases, phase));
}

/* The total, from 0 to 100. */
double
drill_state_score (const DrillState *self,
                   DrillScenario    *scenario)
{
  double sum = 0;

  for (guint i = 0; i < scenario->phases->len; i++)
    sum += drill_state_phase (self, scenario, i);

  return drill_score_total (sum, self->harm, self->critical);
}
