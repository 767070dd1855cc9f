/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Checks of the ways between sections that need no playing: dead ends, places
 * that nothing leads to, decisions without a wrong option, deadlines that are
 * over before anyone can be there.
 */

#include "config.h"

#include "incident/parser-private.h"

#include <string.h>

#define NEVER G_MAXINT64

static DrillScenarioSection *
section_at (DrillParser *self,
            guint        index)
{
  return g_ptr_array_index (self->scenario->sections, index);
}

static void
check_choices (DrillParser          *self,
               DrillScenarioSection *section)
{
  if (section->choices->len == 0 && section->ending == DRILL_ENDING_NONE)
    drill_parser_error (self,
                        section->line,
                        "S024",
                        "“%s” is a dead end: give it a choice, even if only the way back, or an ending",
                        section->heading);
  if (section->choices->len > DRILL_SCENARIO_MAX_CHOICES)
    drill_parser_error (self,
                        ((DrillScenarioChoice *) g_ptr_array_index (section->choices, DRILL_SCENARIO_MAX_CHOICES))->line,
                        "S022",
                        "There are more than %d choices in one section",
                        DRILL_SCENARIO_MAX_CHOICES);
}

/* The soonest that a condition can hold, as far as its times tell. */
static gint64
soonest (GPtrArray *conditions)
{
  gint64 best = conditions->len > 0 ? NEVER : 0;

  for (guint i = 0; i < conditions->len; i++)
    {
      const DrillCondition *condition = g_ptr_array_index (conditions, i);
      gint64                latest = 0;

      for (guint a = 0; a < condition->atoms->len; a++)
        {
          const DrillAtom *atom = &g_array_index (condition->atoms, DrillAtom, a);

          if (atom->kind == DRILL_ATOM_AFTER)
            latest = MAX (latest, atom->seconds);
        }
      best = MIN (best, latest);
    }

  return best;
}

/* Lowers the arrival at @index to @time plus what entering costs. */
static gboolean
relax (DrillParser *self,
       gint64      *arrival,
       guint        index,
       gint64       time)
{
  DrillScenarioSection *section = section_at (self, index);
  gint64                at = MAX (time, soonest (section->needs)) + section->cost;

  if (at >= arrival[index])
    return FALSE;

  arrival[index] = at;
  return TRUE;
}

/* Fills @arrival with a lower bound for the clock right after each section is
 * first entered, NEVER where no way leads. Flags are taken as set, so the bound
 * is never too late. */
static void
find_arrivals (DrillParser *self,
               gint64      *arrival)
{
  guint    n = self->scenario->sections->len;
  gboolean changed = TRUE;

  for (guint i = 0; i < n; i++)
    arrival[i] = NEVER;
  if (n == 0)
    return;

  relax (self, arrival, self->scenario->start, 0);
  for (guint i = 0; i < n; i++)
    {
      DrillScenarioSection *section = section_at (self, i);

      if (section->when->len > 0)
        relax (self, arrival, i, soonest (section->when));
    }

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < n; i++)
        {
          DrillScenarioSection *section = section_at (self, i);

          for (guint c = 0; c < section->choices->len && arrival[i] != NEVER; c++)
            {
              DrillScenarioChoice *choice = g_ptr_array_index (section->choices, c);

              changed |= relax (self, arrival, choice->target, arrival[i]);
            }
        }
    }
}

static void
check_deadlines (DrillParser          *self,
                 DrillScenarioSection *section,
                 gint64                arrival)
{
  for (guint i = 0; i < section->scores->len; i++)
    {
      DrillScenarioScore *score = g_ptr_array_index (section->scores, i);

      if (score->by >= 0 && score->by < arrival)
        drill_parser_warning (self,
                              score->line,
                              "S153",
                              "Nobody can be here by then: the shortest way takes %" G_GINT64_FORMAT " s",
                              arrival);
    }
}

static gboolean
is_reward (DrillScenarioSection *section)
{
  gboolean plus = FALSE;

  for (guint i = 0; i < section->scores->len; i++)
    {
      DrillScenarioScore *score = g_ptr_array_index (section->scores, i);

      if (score->points < 0)
        return FALSE;
      plus = TRUE;
    }

  return plus && section->harms->len == 0;
}

/* A decision at which everything is right teaches nothing. */
static void
check_distractors (DrillParser          *self,
                   DrillScenarioSection *section)
{
  if (section->choices->len < 2)
    return;

  for (guint i = 0; i < section->choices->len; i++)
    {
      DrillScenarioChoice *choice = g_ptr_array_index (section->choices, i);

      if (!is_reward (section_at (self, choice->target)))
        return;
    }

  drill_parser_warning (self,
                        ((DrillScenarioChoice *) g_ptr_array_index (section->choices, 0))->line,
                        "S152",
                        "Every option here scores; add one that a hurried engineer would regret");
}

void
drill_parser_check_flow (DrillParser *self)
{
  guint               n = self->scenario->sections->len;
  g_autofree gint64  *arrival = g_new0 (gint64, n + 1);

  find_arrivals (self, arrival);
  for (guint i = 0; i < n; i++)
    {
      DrillScenarioSection *section = section_at (self, i);

      check_choices (self, section);
      check_distractors (self, section);
      if (arrival[i] == NEVER)
        drill_parser_error (self, section->line, "S030", "Nothing leads to “%s”", section->heading);
      else
        check_deadlines (self, section, arrival[i]);
    }
}
