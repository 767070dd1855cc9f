/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Playing a list that somebody wrote: the reference run of a scenario, or the
 * choices of a command line. Such a list names decisions, not the way back to
 * the hub after each of them.
 */

#include "config.h"

#include "incident/run.h"

/* How many sections without effect may lie between two decisions. */
#define MAX_PASSAGE 2

/* Finds the sections without effect to pass through from @state until @target
 * is on offer; TRUE with their indices in @passage, shortest way first. */
static gboolean
find_passage (DrillScenario    *scenario,
              const DrillState *state,
              guint             target,
              guint             depth,
              guint            *passage)
{
  guint offers[DRILL_SCENARIO_MAX_CHOICES];
  guint n = drill_state_offers (state, scenario, offers);

  for (guint i = 0; i < n && depth == 0; i++)
    {
      if (offers[i] == target)
        return TRUE;
    }
  for (guint i = 0; i < n && depth > 0; i++)
    {
      DrillState next;
      gboolean   found;

      if (!drill_scenario_section (scenario, offers[i])->neutral)
        continue;
      drill_state_copy (&next, state);
      drill_state_choose (&next, scenario, offers[i], NULL);
      found = next.current == offers[i] && find_passage (scenario, &next, target, depth - 1, passage + 1);
      drill_state_clear (&next);
      if (found)
        {
          passage[0] = offers[i];
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * drill_run_go:
 *
 * As drill_run_choose(), but goes by way of sections that have no effect, such
 * as the hub to which every action returns, so that a written list of choices
 * need not name them.
 */
gboolean
drill_run_go (DrillRun   *self,
              const char *slug,
              GError    **error)
{
  DrillScenario    *scenario;
  const DrillState *state;
  guint             passage[MAX_PASSAGE + 1];
  int               target;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (slug != NULL, FALSE);

  if (drill_run_is_wait (slug))
    return drill_run_wait_word (self, slug, error);

  scenario = drill_run_get_scenario (self);
  state = drill_run_get_state (self);
  target = drill_scenario_find_section (scenario, slug);
  for (guint depth = 1; target >= 0 && depth <= MAX_PASSAGE && !state->over; depth++)
    {
      if (drill_state_is_offered (state, scenario, target))
        break;
      if (!find_passage (scenario, state, target, depth, passage))
        continue;
      for (guint i = 0; i < depth; i++)
        {
          if (!drill_run_choose (self, drill_scenario_section (scenario, passage[i])->slug, error))
            return FALSE;
        }
    }

  return drill_run_choose (self, slug, error);
}

/* Answers every open question, in the order of the sections. Returns how many. */
guint
drill_run_answer_all (DrillRun       *self,
                      DrillAnswerFunc answer,
                      gpointer        user_data)
{
  g_autoptr (GArray) questions = NULL;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (answer != NULL, 0);

  questions = drill_run_get_questions (self);
  for (guint i = 0; i < questions->len; i++)
    {
      const DrillScenarioSection *section =
        drill_scenario_section (drill_run_get_scenario (self), g_array_index (questions, guint, i));

      drill_run_answer (self, section->slug, answer (section, user_data), NULL);
    }

  return questions->len;
}

/**
 * drill_run_play:
 * @slugs: (array zero-terminated=1): the sections to enter from here on
 * @answer: answers the questions that come up, such as drill_answer_full()
 * @failed: (out) (optional): index of the slug that was not on offer
 *
 * Plays a written list, as the reference run is, and answers the questions it
 * comes across. Stops at the first slug that is not on offer.
 */
gboolean
drill_run_play (DrillRun          *self,
                const char *const *slugs,
                DrillAnswerFunc    answer,
                gpointer           user_data,
                guint             *failed,
                GError           **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (slugs != NULL, FALSE);

  drill_run_answer_all (self, answer, user_data);
  for (guint i = 0; slugs[i] != NULL; i++)
    {
      if (!drill_run_go (self, slugs[i], error))
        {
          if (failed != NULL)
            *failed = i;
          return FALSE;
        }
      drill_run_answer_all (self, answer, user_data);
    }

  return TRUE;
}
