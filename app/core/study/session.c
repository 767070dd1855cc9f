/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The order of one sitting.
 *
 * Cards come from the day's queue. One that is still in its learning steps after
 * an answer waits beside the queue for its instant and then goes first. When the
 * queue is empty, a waiting card is shown ahead of its time if that is near;
 * otherwise the session ends, and the card comes back in a later one.
 *
 *   queue ---> current ---answered---> done
 *                ^          |
 *                +-waiting<-+  (learning steps)
 */

#include "config.h"

#include "study/session.h"

struct _DrillSession
{
  DrillRules          *rules;
  GQueue               queue;   /* DrillQueueEntry, owned */
  GQueue               waiting; /* DrillQueueEntry, owned, earliest first */
  DrillQueueEntry     *current;
  GHashTable          *answered; /* keys */
  DrillSessionSummary  summary;
  guint                finished; /* cards that do not come back */
};

/* @entries: (transfer full) (element-type DrillQueueEntry) */
DrillSession *
drill_session_new (GPtrArray        *entries,
                   const DrillRules *rules)
{
  DrillSession *self;

  g_return_val_if_fail (entries != NULL && rules != NULL, NULL);

  self = g_new0 (DrillSession, 1);
  self->rules = drill_rules_copy (rules);
  self->answered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = 0; i < entries->len; i++)
    g_queue_push_tail (&self->queue, g_ptr_array_index (entries, i));
  g_ptr_array_unref (entries);

  return self;
}

void
drill_session_free (DrillSession *self)
{
  if (self == NULL)
    return;

  g_queue_clear_full (&self->queue, (GDestroyNotify) drill_queue_entry_free);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) drill_queue_entry_free);
  drill_queue_entry_free (self->current);
  g_hash_table_unref (self->answered);
  drill_rules_free (self->rules);
  g_free (self);
}

/* Returns: (nullable) (transfer none): the card that is being asked */
const DrillQueueEntry *
drill_session_get_current (DrillSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->current;
}

/* Makes the next card the current one. Returns: FALSE when none is left now. */
gboolean
drill_session_advance (DrillSession *self,
                       gint64        now_ms)
{
  DrillQueueEntry *waiting;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->current == NULL, FALSE);

  waiting = g_queue_peek_head (&self->waiting);
  if (waiting != NULL && waiting->card.due_ms <= now_ms)
    self->current = g_queue_pop_head (&self->waiting);
  else if (!g_queue_is_empty (&self->queue))
    self->current = g_queue_pop_head (&self->queue);
  else if (waiting != NULL && waiting->card.due_ms - now_ms <= self->rules->learn_ahead_ms)
    self->current = g_queue_pop_head (&self->waiting);

  return self->current != NULL;
}

/* The card after each of the four ratings, from Again. */
void
drill_session_preview (DrillSession *self,
                       gint64        now_ms,
                       DrillCard     answers[DRILL_N_RATINGS])
{
  g_return_if_fail (self != NULL && self->current != NULL);

  drill_scheduler_preview (&self->rules->scheduler,
                           &self->current->card,
                           now_ms,
                           drill_rules_day (self->rules, now_ms),
                           drill_fuzz_seed (self->current->key),
                           answers);
}

static int
compare_due (gconstpointer a,
             gconstpointer b,
             gpointer      data)
{
  gint64 left = ((const DrillQueueEntry *) a)->card.due_ms;
  gint64 right = ((const DrillQueueEntry *) b)->card.due_ms;

  return (left > right) - (left < right);
}

/* Takes the answer in; the caller stores it as a fact. */
void
drill_session_answer (DrillSession *self,
                      DrillRating   rating,
                      gint64        now_ms,
                      gint64        duration_ms)
{
  DrillQueueEntry *entry;

  g_return_if_fail (self != NULL && self->current != NULL);
  g_return_if_fail (rating >= DRILL_RATING_AGAIN && rating <= DRILL_RATING_EASY);

  entry = g_steal_pointer (&self->current);
  entry->card = drill_scheduler_answer (&self->rules->scheduler,
                                        &entry->card,
                                        rating,
                                        now_ms,
                                        drill_rules_day (self->rules, now_ms),
                                        drill_fuzz_seed (entry->key));

  self->summary.answers++;
  self->summary.ratings[rating - DRILL_RATING_AGAIN]++;
  self->summary.duration_ms += duration_ms;
  if (g_hash_table_add (self->answered, g_strdup (entry->key)))
    self->summary.cards++;

  if (entry->card.due_ms > 0)
    {
      g_queue_insert_sorted (&self->waiting, entry, compare_due, NULL);
    }
  else
    {
      self->finished++;
      drill_queue_entry_free (entry);
    }
}

/* Leaves the current card as it is; it does not come back in this sitting. */
void
drill_session_skip (DrillSession *self)
{
  g_return_if_fail (self != NULL && self->current != NULL);

  g_clear_pointer (&self->current, drill_queue_entry_free);
}

static DrillQueueEntry *
take_by_key (GQueue     *queue,
             const char *key)
{
  for (GList *link = queue->head; link != NULL; link = link->next)
    {
      DrillQueueEntry *entry = link->data;

      if (g_str_equal (entry->key, key))
        {
          g_queue_delete_link (queue, link);
          return entry;
        }
    }

  return NULL;
}

/* Puts @entry right after the current card; one that is in this sitting already
 * only moves, with the state that it has by now. @entry: (transfer full) */
void
drill_session_ask_next (DrillSession    *self,
                        DrillQueueEntry *entry)
{
  DrillQueueEntry *known;

  g_return_if_fail (self != NULL && entry != NULL);

  known = take_by_key (&self->queue, entry->key);
  if (known == NULL)
    known = take_by_key (&self->waiting, entry->key);
  if (known != NULL)
    {
      drill_queue_entry_free (entry);
      entry = known;
    }
  g_queue_push_head (&self->queue, entry);
}

/* Whether the current card was answered in this sitting before. */
gboolean
drill_session_is_returning (DrillSession *self)
{
  g_return_val_if_fail (self != NULL && self->current != NULL, FALSE);

  return g_hash_table_contains (self->answered, self->current->key);
}

/* Cards that are through with their steps for today. */
guint
drill_session_get_done (DrillSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->finished;
}

/* Cards still to come, the current one included. */
guint
drill_session_get_remaining (DrillSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_queue_get_length (&self->queue) + g_queue_get_length (&self->waiting) +
         (self->current != NULL);
}

/* When the first card that still waits comes back, wall clock; 0 for none. */
gint64
drill_session_get_return_ms (DrillSession *self)
{
  const DrillQueueEntry *waiting;

  g_return_val_if_fail (self != NULL, 0);

  waiting = g_queue_peek_head (&self->waiting);

  return waiting != NULL ? waiting->card.due_ms : 0;
}

DrillSessionSummary
drill_session_get_summary (DrillSession *self)
{
  DrillSessionSummary none = { 0 };

  g_return_val_if_fail (self != NULL, none);

  return self->summary;
}
