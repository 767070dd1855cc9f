/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The new cards of today: as many as the rules allow, from all topics in turn, and one
 * of each fact.
 */

#include "config.h"

#include "study/queue-private.h"

#include "study/siblings.h"

/* How many more new items are looked at than are wanted, as siblings fall out. */
#define SPARE_FACTOR 2
#define SPARE_ITEMS  16

/* Of each topic, at first. */
#define FEW_PER_TOPIC 4

/* Entries of the items that a statement lists by key. Those that are gone are left out. */
static GPtrArray *
load_listed (Loading        *self,
             DrillStatement *keys,
             GError        **error)
{
  g_autoptr (GPtrArray) entries = drill_queue_entries_new ();
  DrillStep             step;

  while ((step = drill_statement_step (keys, error)) == DRILL_STEP_ROW)
    {
      g_autoptr (GError) failure = NULL;
      DrillQueueEntry   *entry;

      entry = drill_queue_entry_load (self->connection, drill_statement_text (keys, 0), &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

/* Takes one of each fact, none of a fact that was introduced today. Both arrays lose
 * their entries. */
static GPtrArray *
choose_one_of_each (GPtrArray *introduced,
                    GPtrArray *candidates,
                    guint      limit)
{
  g_autoptr (GPtrArray)     all = drill_queue_entries_new ();
  g_autoptr (GHashTable)    facts = g_hash_table_new (NULL, NULL);
  g_autofree DrillQueueKin *kin = NULL;
  GPtrArray                *chosen = drill_queue_entries_new ();
  guint                     n_before = introduced->len;

  g_ptr_array_extend_and_steal (all, g_ptr_array_ref (introduced));
  g_ptr_array_extend_and_steal (all, g_ptr_array_ref (candidates));
  kin = drill_siblings_find (all);
  for (guint i = 0; i < all->len; i++)
    {
      gboolean is_first = g_hash_table_add (facts, GUINT_TO_POINTER (kin[i].sibling));

      if (i < n_before || !is_first || chosen->len >= limit)
        continue;
      g_ptr_array_add (chosen, g_ptr_array_index (all, i));
      g_ptr_array_index (all, i) = NULL;
    }

  return chosen;
}

/* How many cards today introduces; before an interview enough to see them all. */
static guint
fresh_cap (const Loading *self)
{
  const DrillRules *rules = self->rules;
  guint             days;
  guint             needed;

  if (rules->interview_day <= self->today)
    return rules->new_per_day;

  days = (guint) (rules->interview_day - self->today);
  needed = (self->unseen + self->introduced + days - 1) / days;

  return MAX (rules->new_per_day, MIN (needed, rules->reviews_per_day));
}

/* Items that were never studied, in the order in which they are introduced. Few of each
 * topic are looked at first: with many topics that is enough. */
static GPtrArray *
load_candidates (Loading *self,
                 guint    limit,
                 GError **error)
{
  for (guint per_topic = MIN (FEW_PER_TOPIC, limit);; per_topic = limit)
    {
      g_autoptr (DrillStatement) keys = drill_connection_statement (self->connection, "study/new-items");
      g_autoptr (GPtrArray)      candidates = NULL;

      drill_statement_bind_int (keys, "today", self->today);
      drill_statement_bind_int (keys, "per_topic", per_topic);
      drill_statement_bind_int (keys, "limit", limit);
      candidates = load_listed (self, keys, error);
      if (candidates == NULL || candidates->len >= limit || per_topic == limit)
        return g_steal_pointer (&candidates);
    }
}

/* The new cards of today. */
GPtrArray *
drill_queue_choose_fresh (Loading *self,
                          GError **error)
{
  guint                      cap = fresh_cap (self);
  guint                      limit = cap > self->introduced ? cap - self->introduced : 0;
  g_autoptr (DrillStatement) today = NULL;
  g_autoptr (GPtrArray)      introduced = NULL;
  g_autoptr (GPtrArray)      candidates = NULL;

  if (limit == 0)
    return drill_queue_entries_new ();

  today = drill_connection_statement (self->connection, "study/introduced");
  drill_statement_bind_int (today, "day", self->today);
  introduced = load_listed (self, today, error);
  if (introduced == NULL)
    return NULL;

  candidates = load_candidates (self, limit * SPARE_FACTOR + SPARE_ITEMS, error);

  return candidates != NULL ? choose_one_of_each (introduced, candidates, limit) : NULL;
}
