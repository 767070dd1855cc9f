/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A run is its list of moves.
 *
 * Saving keeps the moves, undoing replays all but the last, "try again from
 * here" replays a prefix. The state and the log beside the moves are only what
 * the rules in state.c make of them. run-text.c writes a run down, run-view.c
 * says what can be seen of it.
 */

#include "config.h"

#include "incident/run.h"

struct _DrillRun
{
  DrillScenario *scenario;
  DrillState     state;
  GArray        *moves;
  GPtrArray     *log;
};

DrillRun *
drill_run_new (DrillScenario *scenario)
{
  DrillRun *self;

  g_return_val_if_fail (scenario != NULL, NULL);

  self = g_new0 (DrillRun, 1);
  self->scenario = drill_scenario_ref (scenario);
  self->moves = g_array_new (FALSE, FALSE, sizeof (DrillMove));
  self->log = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_run_step_free);
  drill_state_start (&self->state, scenario, self->log);

  return self;
}

void
drill_run_free (DrillRun *self)
{
  if (self == NULL)
    return;

  drill_state_clear (&self->state);
  g_array_unref (self->moves);
  g_ptr_array_unref (self->log);
  drill_scenario_unref (self->scenario);
  g_free (self);
}

/* Makes @move, which must be allowed in this state. Of a wait that an event
 * interrupts only what passed is kept. */
static gboolean
make_move (DrillRun  *self,
           DrillMove *move,
           GError   **error)
{
  const DrillScenarioSection *section = drill_scenario_section (self->scenario, move->section);

  if (move->kind == DRILL_MOVE_ANSWER)
    {
      if (!drill_state_answer (&self->state, self->scenario, move->section, move->ticks, self->log))
        {
          g_set_error (error,
                       DRILL_INCIDENT_ERROR,
                       DRILL_INCIDENT_ERROR_NO_QUESTION,
                       "No question is open in “%s”",
                       section->heading);
          return FALSE;
        }
    }
  else if (self->state.over)
    {
      g_set_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_OVER, "The run has ended");
      return FALSE;
    }
  else if (move->kind == DRILL_MOVE_WAIT)
    {
      move->seconds = drill_state_wait (&self->state, self->scenario, move->seconds, self->log);
    }
  else if (!drill_state_is_offered (&self->state, self->scenario, move->section))
    {
      g_set_error (error,
                   DRILL_INCIDENT_ERROR,
                   DRILL_INCIDENT_ERROR_NOT_OFFERED,
                   "“%s” is not on offer in “%s”",
                   section->heading,
                   drill_run_get_section (self)->heading);
      return FALSE;
    }
  else
    {
      drill_state_choose (&self->state, self->scenario, move->section, self->log);
    }

  g_array_append_val (self->moves, *move);
  return TRUE;
}

static gboolean
find_section (DrillRun   *self,
              const char *slug,
              guint      *index,
              GError    **error)
{
  int found = drill_scenario_find_section (self->scenario, slug);

  if (found < 0)
    {
      g_set_error (error,
                   DRILL_INCIDENT_ERROR,
                   DRILL_INCIDENT_ERROR_NOT_OFFERED,
                   "There is no section “%s”",
                   slug);
      return FALSE;
    }

  *index = found;
  return TRUE;
}

/* Takes the choice that leads to @slug. On error the run is as it was. */
gboolean
drill_run_choose (DrillRun   *self,
                  const char *slug,
                  GError    **error)
{
  DrillMove move = { 0 };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (slug != NULL, FALSE);

  return find_section (self, slug, &move.section, error) && make_move (self, &move, error);
}

/**
 * drill_run_answer:
 * @slug: the section that asks; it may be any that was entered
 * @ticks: bit set of the key points that the answer made
 *
 * An answer is final; undo takes it back.
 */
gboolean
drill_run_answer (DrillRun   *self,
                  const char *slug,
                  guint       ticks,
                  GError    **error)
{
  DrillMove move = { .kind = DRILL_MOVE_ANSWER, .ticks = ticks };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (slug != NULL, FALSE);

  return find_section (self, slug, &move.section, error) && make_move (self, &move, error);
}

/**
 * drill_run_wait:
 * @seconds: how long to wait, at least 1
 *
 * Lets time pass without doing anything, until an event interrupts it or the run
 * ends: fewer seconds may pass. Fails when the run has ended.
 */
gboolean
drill_run_wait (DrillRun *self,
                gint64    seconds,
                GError  **error)
{
  DrillMove move = { .kind = DRILL_MOVE_WAIT, .seconds = seconds };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (seconds > 0, FALSE);

  move.section = self->state.current;

  return make_move (self, &move, error);
}

/* Whether the last thing that happened was a wait, which nothing came of. */
static gboolean
is_waiting (DrillRun *self)
{
  const DrillRunStep *step = g_ptr_array_index (self->log, self->log->len - 1);

  return step->kind == DRILL_STEP_WAITED && !self->state.over;
}

/**
 * drill_run_wait_on:
 *
 * As drill_run_wait(), but a wait that is going on becomes longer instead of
 * being followed by another. The state is the same either way; the list of moves
 * stays short, however often the clock of a run under time pressure ticks.
 */
gboolean
drill_run_wait_on (DrillRun *self,
                   gint64    seconds,
                   GError  **error)
{
  gboolean waiting;
  guint    last;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (seconds > 0, FALSE);

  waiting = is_waiting (self);
  last = self->log->len - 1;
  if (!drill_run_wait (self, seconds, error))
    return FALSE;

  if (waiting)
    {
      const DrillMove    *added = &g_array_index (self->moves, DrillMove, self->moves->len - 1);
      const DrillRunStep *more = g_ptr_array_index (self->log, last + 1);

      ((DrillMove *) (gpointer) self->moves->data)[self->moves->len - 2].seconds += added->seconds;
      ((DrillRunStep *) g_ptr_array_index (self->log, last))->end = more->end;
      g_array_set_size (self->moves, self->moves->len - 1);
      g_ptr_array_remove_index (self->log, last + 1);
    }

  return TRUE;
}

/* Plays @moves from the start. Returns: (transfer full): the run, or %NULL when
 * one of them is not allowed, as after an edit of the scenario. */
DrillRun *
drill_run_replay (DrillScenario   *scenario,
                  const DrillMove *moves,
                  guint            n_moves,
                  GError         **error)
{
  g_autoptr (DrillRun) self = NULL;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (moves != NULL || n_moves == 0, NULL);

  self = drill_run_new (scenario);
  for (guint i = 0; i < n_moves; i++)
    {
      DrillMove move = moves[i];

      if (move.section >= scenario->sections->len)
        {
          g_set_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_NOT_OFFERED, "There is no such section");
          return NULL;
        }
      if (!make_move (self, &move, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/* Takes the last move back; FALSE at the start. */
gboolean
drill_run_undo (DrillRun *self)
{
  g_autoptr (GArray) moves = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->moves->len == 0)
    return FALSE;

  moves = g_steal_pointer (&self->moves);
  self->moves = g_array_new (FALSE, FALSE, sizeof (DrillMove));
  g_ptr_array_set_size (self->log, 0);
  drill_state_clear (&self->state);
  drill_state_start (&self->state, self->scenario, self->log);
  for (guint i = 0; i + 1 < moves->len; i++)
    {
      if (!make_move (self, &g_array_index (moves, DrillMove, i), NULL))
        g_assert_not_reached ();
    }

  return TRUE;
}

/* Returns: (transfer none) */
DrillScenario *
drill_run_get_scenario (DrillRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->scenario;
}

/* Returns: (transfer none): valid until the next move */
const DrillState *
drill_run_get_state (DrillRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->state;
}

guint
drill_run_get_n_moves (DrillRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->moves->len;
}

/* Returns: (transfer none) (array): valid until the next move */
const DrillMove *
drill_run_get_moves (DrillRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const DrillMove *) (gpointer) self->moves->data;
}

/* Returns: (transfer none) (element-type DrillRunStep): what happened, in order */
GPtrArray *
drill_run_get_log (DrillRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->log;
}

/* Seconds since the start. */
gint64
drill_run_get_clock (DrillRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->state.clock;
}

gboolean
drill_run_is_over (DrillRun *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->state.over;
}

/* The section whose choices are on offer. */
const DrillScenarioSection *
drill_run_get_section (DrillRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return drill_scenario_section (self->scenario, self->state.current);
}
