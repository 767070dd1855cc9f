/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What a run came to, and why.
 *
 * The log of the engine has every point with its reason. What a run could have
 * had is told by the reference run: a line that it earned and this run did not
 * is a line that was missed. Everything else an author can score is left unsaid,
 * because there are many good ways and the lines of all of them do not add up.
 */

#include "config.h"

#include "ui/incident/debrief.h"

#include "incident/score.h"
#include "ui/incident/incident-format.h"

#include <glib/gi18n.h>

/* Seconds; one has to think a little about everything. */
#define SHORTEST_WAIT 60

static void
line_free (gpointer data)
{
  DrillDebriefLine *line = data;

  g_free (line->text);
  g_free (line);
}

static void
phase_free (gpointer data)
{
  DrillDebriefPhase *phase = data;

  g_ptr_array_unref (phase->lines);
  g_free (phase);
}

static void
step_free (gpointer data)
{
  DrillDebriefStep *step = data;

  g_ptr_array_unref (step->harms);
  g_free (step);
}

static void
add_line (DrillDebrief        *self,
          guint                phase,
          DrillDebriefLineKind kind,
          gint64               time,
          double               points,
          gboolean             late,
          char                *text)
{
  DrillDebriefPhase *target = g_ptr_array_index (self->phases, phase);
  DrillDebriefLine  *line = g_new0 (DrillDebriefLine, 1);

  *line = (DrillDebriefLine){ kind, time, points, late, text };
  g_ptr_array_add (target->lines, line);
}

static char *
describe_answer (const DrillScenarioSection *question,
                 guint                       ticks)
{
  guint n_ticked = (guint) __builtin_popcount (ticks);

  /* Translators: name of a question, then how many key points of how many */
  return g_strdup_printf (ngettext ("%s: %u of %u key point", "%s: %u of %u key points", question->key_points->len),
                          question->heading, n_ticked, question->key_points->len);
}

static void
add_phases (DrillDebrief *self)
{
  for (guint i = 0; i < self->result->phases->len; i++)
    {
      const DrillResultPhase *source = &g_array_index (self->result->phases, DrillResultPhase, i);
      DrillDebriefPhase      *phase = g_new0 (DrillDebriefPhase, 1);

      phase->name = source->name;
      phase->score = source->score;
      phase->max = source->max;
      phase->lines = g_ptr_array_new_with_free_func (line_free);
      g_ptr_array_add (self->phases, phase);
    }
}

/* Returns the points of @step. */
static double
add_earned (DrillDebrief       *self,
            const DrillRunStep *step)
{
  double sum = 0;

  for (guint i = 0; i < step->credits->len; i++)
    {
      const DrillRunCredit *credit = &g_array_index (step->credits, DrillRunCredit, i);

      add_line (self, credit->line->phase, DRILL_DEBRIEF_EARNED, step->end, credit->points, credit->late,
                g_strdup (credit->line->reason));
      sum += credit->points;
    }
  if (step->kind == DRILL_STEP_ANSWERED)
    {
      const DrillScenarioSection *question = drill_scenario_section (self->scenario, step->section);

      add_line (self, (guint) question->phase, DRILL_DEBRIEF_EARNED, step->end, step->points, FALSE,
                describe_answer (question, step->ticks));
      sum += step->points;
    }

  return sum;
}

/* What is no decision and brought nothing is not worth a line. */
static gboolean
is_worth_telling (DrillDebrief       *self,
                  const DrillRunStep *step)
{
  if (step->kind == DRILL_STEP_WAITED)
    return step->end - step->begin >= SHORTEST_WAIT;

  return step->kind == DRILL_STEP_ANSWERED || !drill_scenario_section (self->scenario, step->section)->neutral;
}

/* Each move has one entry in the log; the first entry is the start, and events
 * have entries without a move. */
static void
add_steps (DrillDebrief *self,
           GPtrArray    *log)
{
  guint n_moves = 0;

  for (guint i = 0; i < log->len; i++)
    {
      const DrillRunStep *source = g_ptr_array_index (log, i);
      gboolean            own = i > 0 && !source->automatic;
      double              points = add_earned (self, source);

      if (is_worth_telling (self, source))
        {
          DrillDebriefStep *step = g_new0 (DrillDebriefStep, 1);

          *step = (DrillDebriefStep){
            source->begin,
            source->end,
            source->section,
            n_moves,
            own,
            source->kind == DRILL_STEP_ANSWERED,
            source->kind == DRILL_STEP_WAITED,
            points,
            g_ptr_array_ref (source->harms),
          };
          g_ptr_array_add (self->steps, step);
        }
      n_moves += own;
    }
}

static gboolean
has_counted (GPtrArray *log,
             guint      line)
{
  for (guint i = 0; i < log->len; i++)
    {
      const DrillRunStep *step = g_ptr_array_index (log, i);

      for (guint c = 0; c < step->credits->len; c++)
        {
          if (g_array_index (step->credits, DrillRunCredit, c).line->id == line)
            return TRUE;
        }
    }

  return FALSE;
}

static void
add_missed (DrillDebrief *self,
            GPtrArray    *log)
{
  GPtrArray *reference = drill_run_get_log (self->reference);

  for (guint i = 0; i < reference->len; i++)
    {
      const DrillRunStep *step = g_ptr_array_index (reference, i);

      for (guint c = 0; c < step->credits->len; c++)
        {
          const DrillRunCredit *credit = &g_array_index (step->credits, DrillRunCredit, c);

          if (credit->points > 0 && !has_counted (log, credit->line->id))
            add_line (self, credit->line->phase, DRILL_DEBRIEF_MISSED, step->end, credit->points, FALSE,
                      g_strdup (credit->line->reason));
        }
    }
}

static void
play_reference (DrillDebrief *self)
{
  const DrillScenarioRun *written = drill_scenario_reference (self->scenario);
  g_autoptr (GPtrArray)   slugs = NULL;

  if (written == NULL)
    return;

  slugs = g_ptr_array_new ();
  for (guint i = 0; i < written->stops->len; i++)
    g_ptr_array_add (slugs, ((DrillScenarioStop *) g_ptr_array_index (written->stops, i))->slug);
  g_ptr_array_add (slugs, NULL);

  self->reference = drill_run_new (self->scenario);
  /* Linting checks that it can be played to its end; here a part is shown too. */
  drill_run_play (self->reference, (const char *const *) slugs->pdata, drill_answer_full, NULL, NULL, NULL);
  self->reference_result = drill_run_get_result (self->reference);
}

static void
add_teaching (DrillDebrief               *self,
              const DrillScenarioSection *question)
{
  for (guint i = 0; i < question->teaches->len; i++)
    {
      char *id = g_ptr_array_index (question->teaches, i);

      if (!g_ptr_array_find_with_equal_func (self->teaches, id, g_str_equal, NULL))
        g_ptr_array_add (self->teaches, id);
    }
}

static void
add_gap (DrillDebrief *self,
         guint         section,
         guint         ticks,
         gboolean      answered)
{
  const DrillScenarioSection *question = drill_scenario_section (self->scenario, section);
  DrillDebriefGap             gap = { section, ticks, answered };

  if (ticks == drill_score_all_ticks (question))
    return;

  g_array_append_val (self->gaps, gap);
  add_teaching (self, question);
}

static void
add_gaps (DrillDebrief *self,
          DrillRun     *run)
{
  GPtrArray         *log = drill_run_get_log (run);
  g_autoptr (GArray) open = drill_run_get_questions (run);

  for (guint i = 0; i < log->len; i++)
    {
      const DrillRunStep *step = g_ptr_array_index (log, i);

      if (step->kind == DRILL_STEP_ANSWERED)
        add_gap (self, step->section, step->ticks, TRUE);
    }
  for (guint i = 0; i < open->len; i++)
    add_gap (self, g_array_index (open, guint, i), 0, FALSE);
}

static void
add_unopened (DrillDebrief *self,
              DrillRun     *run)
{
  g_autoptr (GArray) opened = drill_run_get_evidence (run);

  for (guint i = 0; i < self->scenario->evidence->len; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < opened->len && !found; k++)
        found = g_array_index (opened, guint, k) == i;
      if (!found)
        g_array_append_val (self->unopened, i);
    }
}

/* @run: must stay as it is while the debrief is used */
DrillDebrief *
drill_debrief_new (DrillRun *run)
{
  DrillDebrief *self;

  g_return_val_if_fail (run != NULL, NULL);

  self = g_new0 (DrillDebrief, 1);
  self->scenario = drill_scenario_ref (drill_run_get_scenario (run));
  self->result = drill_run_get_result (run);
  self->phases = g_ptr_array_new_with_free_func (phase_free);
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->gaps = g_array_new (FALSE, FALSE, sizeof (DrillDebriefGap));
  self->unopened = g_array_new (FALSE, FALSE, sizeof (guint));
  self->teaches = g_ptr_array_new ();

  play_reference (self);
  add_phases (self);
  add_steps (self, drill_run_get_log (run));
  if (self->reference != NULL)
    add_missed (self, drill_run_get_log (run));
  add_gaps (self, run);
  add_unopened (self, run);

  return self;
}

/* What was done, in words: the name of the section, or how long was waited. */
char *
drill_debrief_describe_step (const DrillDebrief     *self,
                             const DrillDebriefStep *step)
{
  g_autofree char *duration = NULL;

  g_return_val_if_fail (self != NULL && step != NULL, NULL);

  if (!step->wait)
    return g_strdup (drill_scenario_section (self->scenario, step->section)->heading);

  duration = drill_incident_format_duration (step->end - step->begin);

  /* Translators: how long nothing was done */
  return g_strdup_printf (_("%s passed"), duration);
}

void
drill_debrief_free (DrillDebrief *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->phases);
  g_ptr_array_unref (self->steps);
  g_array_unref (self->gaps);
  g_array_unref (self->unopened);
  g_ptr_array_unref (self->teaches);
  drill_run_result_free (self->result);
  drill_run_result_free (self->reference_result);
  drill_run_free (self->reference);
  drill_scenario_unref (self->scenario);
  g_free (self);
}
