/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A run is its list of moves.
 *
 * Saving keeps the moves, undoing replays all but the last, "try again from
 * here" replays a prefix. The state and the log beside the moves are only what
 * the rules in state.c make of them.
 */

#include "config.h"

#include "incident/impact.h"
#include "incident/run.h"
#include "incident/value.h"

#include <math.h>
#include <string.h>

/* More than any run can hold: each section may be entered and answered. */
#define MAX_MOVES (DRILL_STATE_MAX_STEPS + DRILL_SCENARIO_MAX_SECTIONS)

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

/* Makes @move, which must be allowed in this state. */
static gboolean
make_move (DrillRun        *self,
           const DrillMove *move,
           GError         **error)
{
  const DrillScenarioSection *section = drill_scenario_section (self->scenario, move->section);

  if (move->answer)
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
  DrillMove move = { 0, TRUE, ticks };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (slug != NULL, FALSE);

  return find_section (self, slug, &move.section, error) && make_move (self, &move, error);
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
      if (moves[i].section >= scenario->sections->len)
        {
          g_set_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_NOT_OFFERED, "There is no such section");
          return NULL;
        }
      if (!make_move (self, &moves[i], error))
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

/**
 * drill_run_to_text:
 *
 * Returns: (transfer full): the moves in one line, for storing: a slug for a
 *   choice, slug=TICKS (hexadecimal) for an answer, spaces between them
 */
char *
drill_run_to_text (DrillRun *self)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->moves->len; i++)
    {
      const DrillMove *move = &g_array_index (self->moves, DrillMove, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", drill_scenario_section (self->scenario, move->section)->slug);
      if (move->answer)
        g_string_append_printf (text, "=%x", move->ticks);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
read_move (DrillRun *self,
           char     *word,
           GError  **error)
{
  DrillMove move = { 0 };
  char     *equals = strchr (word, '=');
  guint64   ticks = 0;

  if (equals != NULL)
    {
      *equals = '\0';
      move.answer = TRUE;
      if (!g_ascii_string_to_unsigned (equals + 1, 16, 0, G_MAXUINT32, &ticks, error))
        return FALSE;
      move.ticks = ticks;
    }

  return find_section (self, word, &move.section, error) && make_move (self, &move, error);
}

/* The way back from drill_run_to_text(). */
DrillRun *
drill_run_from_text (DrillScenario *scenario,
                     const char    *text,
                     GError       **error)
{
  g_autoptr (DrillRun) self = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  self = drill_run_new (scenario);
  words = g_strsplit (text, " ", MAX_MOVES + 1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && !read_move (self, words[i], error))
        return NULL;
    }

  return g_steal_pointer (&self);
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

static DrillLock
find_lock (DrillRun *self,
           guint     target)
{
  if (self->state.over)
    return DRILL_LOCK_OVER;
  if (drill_state_can_enter (&self->state, self->scenario, target))
    return DRILL_LOCK_NONE;
  if (drill_scenario_section (self->scenario, target)->once && drill_bit_get (self->state.visited, target))
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
      const DrillScenarioSection *target = drill_scenario_section (self->scenario, choice->target);
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
  GArray *questions;

  g_return_val_if_fail (self != NULL, NULL);

  questions = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->scenario->sections->len; i++)
    {
      if (drill_state_is_open (&self->state, self->scenario, i))
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
  GArray *evidence;

  g_return_val_if_fail (self != NULL, NULL);

  evidence = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->log->len; i++)
    {
      const DrillRunStep         *step = g_ptr_array_index (self->log, i);
      const DrillScenarioSection *section = drill_scenario_section (self->scenario, step->section);

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

  return drill_timeline_switches (&self->state.timeline);
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

  series = drill_scenario_find_series (self->scenario, key);
  if (series < 0 || time > self->state.clock)
    return NAN;

  return drill_timeline_sample (&self->state.timeline, self->scenario, series, time);
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
  int series;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);
  g_return_val_if_fail (points != NULL, FALSE);

  series = drill_scenario_find_series (self->scenario, key);
  if (series < 0)
    return FALSE;

  to = MIN (to, self->state.clock);
  if (from <= to)
    drill_timeline_walk (&self->state.timeline, self->scenario, series, from, to, collect, points);

  return TRUE;
}

/* Failed requests so far; 0 when the scenario does not count them. */
double
drill_run_impact (DrillRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return drill_impact (&self->state.timeline, self->scenario, self->state.clock);
}
