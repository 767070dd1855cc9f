/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Whether a condition holds in a state.
 *
 * A test of a series looks at a window of time: all that passed since the player
 * chose for events, the present for anything else. The extremes in it are looked
 * for once a window, because many events may watch one series.
 */

#include "config.h"

#include "incident/state-private.h"

/* Looks from @since to now, or at now alone when it is -1. */
void
drill_state_window_init (DrillStateWindow *self,
                         const DrillState *state,
                         gint64            since)
{
  self->since = since >= 0 ? since : state->clock;
  self->known = 0;
}

static gboolean
series_test_holds (const DrillState *self,
                   DrillScenario    *scenario,
                   const DrillAtom  *atom,
                   DrillStateWindow *window)
{
  double *min = &window->min[atom->index];
  double *max = &window->max[atom->index];

  if (!(window->known & (1u << atom->index)))
    {
      window->known |= 1u << atom->index;
      drill_timeline_range (&self->timeline, scenario, atom->index, window->since, self->clock, min, max);
    }

  /* In a gap both are NaN, which is neither above nor below anything. */
  return atom->kind == DRILL_ATOM_ABOVE ? *max > atom->value : *min < atom->value;
}

static gboolean
atom_holds (const DrillState *self,
            DrillScenario    *scenario,
            const DrillAtom  *atom,
            DrillStateWindow *window)
{
  switch (atom->kind)
    {
    case DRILL_ATOM_FLAG:
      return drill_bit_get (&self->flags, atom->index) != atom->negated;
    case DRILL_ATOM_VISITED:
      return drill_bit_get (self->visited, atom->index) != atom->negated;
    case DRILL_ATOM_AFTER:
      return self->clock >= atom->seconds;
    case DRILL_ATOM_BEFORE:
      return self->clock < atom->seconds;
    case DRILL_ATOM_ABOVE:
    case DRILL_ATOM_BELOW:
    default:
      return series_test_holds (self, scenario, atom, window);
    }
}

static gboolean
holds_in (const DrillState     *self,
          DrillScenario        *scenario,
          const DrillCondition *condition,
          DrillStateWindow     *window)
{
  for (guint i = 0; i < condition->atoms->len; i++)
    {
      if (!atom_holds (self, scenario, &g_array_index (condition->atoms, DrillAtom, i), window))
        return FALSE;
    }

  return TRUE;
}

/**
 * drill_state_holds:
 * @condition: (nullable): always holds when %NULL
 * @since: a series test looks at the time from here to now, or at now when -1
 */
gboolean
drill_state_holds (const DrillState     *self,
                   DrillScenario        *scenario,
                   const DrillCondition *condition,
                   gint64                since)
{
  DrillStateWindow window;

  if (condition == NULL)
    return TRUE;

  drill_state_window_init (&window, self, since);
  return holds_in (self, scenario, condition, &window);
}

/* Whether one of @conditions holds: several lines mean "or". */
gboolean
drill_state_any_holds (const DrillState *self,
                       DrillScenario    *scenario,
                       GPtrArray        *conditions,
                       DrillStateWindow *window)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      if (holds_in (self, scenario, g_ptr_array_index (conditions, i), window))
        return TRUE;
    }

  return FALSE;
}
