/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Every state that a player can reach, breadth first, as far as patience goes.
 *
 * Two states are one when nothing that is still to come can tell them apart.
 * So points do not count, nor do flags and visits that no condition reads, nor
 * the past of series that no condition looks at. The clock always counts. This
 * loses nothing, and makes scenarios whose looks are free of conditions small.
 */

#include "config.h"

#include "incident/search.h"

#include <string.h>

typedef struct
{
  guint64 flags;
  guint64 visited[(DRILL_SCENARIO_MAX_SECTIONS + 63) / 64];
  guint64 series;
} Relevant;

/* How a state was reached: from which node, and by entering what. */
typedef struct
{
  guint parent;
  guint section;
} Node;

/* A state that waits to be looked at, and its node. */
typedef struct
{
  DrillState state;
  guint      node;
} Waiting;

typedef struct
{
  DrillScenario *scenario;
  Relevant       relevant;
  GHashTable    *known;
  GArray        *nodes;
  GQueue         queue;
  DrillSearch   *result;
  guint64        locked[(DRILL_SCENARIO_MAX_SECTIONS + 63) / 64];
} Search;

static void
note_conditions (Relevant  *relevant,
                 GPtrArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const DrillCondition *condition = g_ptr_array_index (conditions, i);

      for (guint a = 0; condition != NULL && a < condition->atoms->len; a++)
        {
          const DrillAtom *atom = &g_array_index (condition->atoms, DrillAtom, a);

          if (atom->kind == DRILL_ATOM_FLAG)
            relevant->flags |= G_GUINT64_CONSTANT (1) << atom->index;
          else if (atom->kind == DRILL_ATOM_VISITED)
            drill_bit_set (relevant->visited, atom->index);
          else if (atom->kind == DRILL_ATOM_ABOVE || atom->kind == DRILL_ATOM_BELOW)
            relevant->series |= G_GUINT64_CONSTANT (1) << atom->index;
        }
    }
}

/* Conditions of regime lines matter only if a series matters, which holds as
 * soon as any condition of either kind tests one. */
static void
find_relevant (DrillScenario *scenario,
               Relevant      *relevant)
{
  memset (relevant, 0, sizeof *relevant);
  for (guint i = 0; i < scenario->sections->len; i++)
    {
      const DrillScenarioSection *section = drill_scenario_section (scenario, i);

      note_conditions (relevant, section->needs);
      note_conditions (relevant, section->when);
      if (section->once || section->when->len > 0)
        drill_bit_set (relevant->visited, i);
    }
  for (guint i = 0; i < scenario->sections->len && relevant->series != 0; i++)
    {
      const DrillScenarioSection *section = drill_scenario_section (scenario, i);
      g_autoptr (GPtrArray) conditions = g_ptr_array_new ();

      for (guint s = 0; s < section->switches->len; s++)
        g_ptr_array_add (conditions, ((DrillScenarioSwitch *) g_ptr_array_index (section->switches, s))->condition);
      note_conditions (relevant, conditions);
    }
}

static char *
digest (const Search     *self,
        const DrillState *state)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  guint64 fields[3 + G_N_ELEMENTS (state->visited)];

  fields[0] = state->clock;
  fields[1] = state->current;
  fields[2] = state->flags & self->relevant.flags;
  for (guint i = 0; i < G_N_ELEMENTS (state->visited); i++)
    fields[3 + i] = state->visited[i] & self->relevant.visited[i];
  g_checksum_update (checksum, (const guchar *) fields, sizeof fields);
  drill_timeline_digest (&state->timeline, self->relevant.series, self->scenario, state->clock, checksum);

  return g_strdup (g_checksum_get_string (checksum));
}

/* The way to @node, at most its last eight sections. */
static char *
describe (const Search *self,
          guint         node)
{
  g_autoptr (GString) path = g_string_new (NULL);
  guint n = 0;

  for (; n < 8; n++)
    {
      const Node *at = &g_array_index (self->nodes, Node, node);

      if (n > 0)
        g_string_prepend (path, " -> ");
      g_string_prepend (path, drill_scenario_section (self->scenario, at->section)->slug);
      if (at->parent == node)
        break;
      node = at->parent;
    }
  if (n == 8)
    g_string_prepend (path, "... -> ");

  return g_string_free (g_steal_pointer (&path), FALSE);
}

static void
lock_free (gpointer data)
{
  DrillSearchLock *lock = data;

  g_free (lock->path);
  g_free (lock);
}

/* Takes over @state: queues it when it is new and not over, else clears it. */
static void
consider (Search     *self,
          DrillState *state,
          guint       parent,
          guint       section)
{
  Node     node = { parent, section };
  char    *key = digest (self, state);
  Waiting *waiting;

  for (guint i = 0; i < G_N_ELEMENTS (state->visited); i++)
    self->result->seen[i] |= state->visited[i];

  if (g_hash_table_contains (self->known, key) || state->over)
    {
      g_free (key);
      drill_state_clear (state);
      return;
    }

  g_hash_table_add (self->known, key);
  g_array_append_val (self->nodes, node);
  waiting = g_new (Waiting, 1);
  waiting->state = *state;
  waiting->node = self->nodes->len - 1;
  g_queue_push_tail (&self->queue, waiting);
}

static void
expand (Search        *self,
        const Waiting *waiting)
{
  guint targets[DRILL_SCENARIO_MAX_CHOICES];
  guint n = drill_state_offers (&waiting->state, self->scenario, targets);
  guint current = waiting->state.current;

  if (n == 0 && !drill_bit_get (self->locked, current))
    {
      DrillSearchLock *lock = g_new0 (DrillSearchLock, 1);

      drill_bit_set (self->locked, current);
      lock->section = current;
      lock->path = describe (self, waiting->node);
      g_ptr_array_add (self->result->locks, lock);
    }
  for (guint i = 0; i < n; i++)
    {
      DrillState next;

      drill_state_copy (&next, &waiting->state);
      drill_state_choose (&next, self->scenario, targets[i], NULL);
      consider (self, &next, waiting->node, targets[i]);
    }
}

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  drill_state_clear (&waiting->state);
  g_free (waiting);
}

/**
 * drill_search_new:
 * @max_states: how many states to look at, at most
 *
 * Returns: (transfer full): what was found; it proves the absence of soft locks
 *   and unreachable sections only when it is not partial
 */
DrillSearch *
drill_search_new (DrillScenario *scenario,
                  guint          max_states)
{
  Search     search = { .scenario = scenario };
  DrillState start;

  g_return_val_if_fail (scenario != NULL, NULL);

  search.result = g_new0 (DrillSearch, 1);
  search.result->locks = g_ptr_array_new_with_free_func (lock_free);
  search.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  search.nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_queue_init (&search.queue);
  find_relevant (scenario, &search.relevant);

  drill_state_start (&start, scenario, NULL);
  consider (&search, &start, 0, scenario->start);
  while (!g_queue_is_empty (&search.queue) && search.result->n_states < max_states)
    {
      Waiting *waiting = g_queue_pop_head (&search.queue);

      /* A circle without cost is one state; its steps must not run out. */
      waiting->state.n_steps = 0;
      expand (&search, waiting);
      search.result->n_states++;
      waiting_free (waiting);
    }
  search.result->partial = !g_queue_is_empty (&search.queue);

  g_queue_clear_full (&search.queue, waiting_free);
  g_hash_table_unref (search.known);
  g_array_unref (search.nodes);
  return search.result;
}

void
drill_search_free (DrillSearch *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->locks);
  g_free (self);
}
