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
 *
 * Every answer leaves a step behind, which session-steps.c takes back. Entries live as
 * long as the sitting.
 */

#include "config.h"

#include "study/leech.h"
#include "study/session-private.h"

#include <string.h>

/* @entries: (transfer full) (element-type DrillQueueEntry) */
DrillSession *
drill_session_new (GPtrArray        *entries,
                   const DrillRules *rules)
{
  DrillSession *self;

  g_return_val_if_fail (entries != NULL && rules != NULL, NULL);

  self = g_new0 (DrillSession, 1);
  self->rules = drill_rules_copy (rules);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_queue_entry_free);
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      g_ptr_array_add (self->entries, g_ptr_array_index (entries, i));
      g_queue_push_tail (&self->queue, g_ptr_array_index (entries, i));
    }
  g_ptr_array_unref (entries);

  return self;
}

void
drill_session_free (DrillSession *self)
{
  if (self == NULL)
    return;

  g_queue_clear (&self->queue);
  g_queue_clear (&self->waiting);
  drill_session_clear_steps (self);
  g_hash_table_unref (self->records);
  g_ptr_array_unref (self->entries);
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

/* Which of the two lists has the next card; NULL when none is left now. */
static GQueue *
next_list (DrillSession *self,
           gint64        now_ms)
{
  const DrillQueueEntry *waiting = g_queue_peek_head (&self->waiting);

  if (waiting != NULL && waiting->card.due_ms <= now_ms)
    return &self->waiting;
  if (!g_queue_is_empty (&self->queue))
    return &self->queue;
  if (waiting != NULL && waiting->card.due_ms - now_ms <= self->rules->learn_ahead_ms)
    return &self->waiting;

  return NULL;
}

/* Makes the next card the current one. Returns: FALSE when none is left now. */
gboolean
drill_session_advance (DrillSession *self,
                       gint64        now_ms)
{
  GQueue *list;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->current == NULL, FALSE);

  list = next_list (self, now_ms);
  if (list != NULL)
    self->current = g_queue_pop_head (list);

  return self->current != NULL;
}

/* Returns: (nullable): the key of the card that would be next after the current one, as
 * far as that can be said before its answer */
const char *
drill_session_peek (DrillSession *self,
                    gint64        now_ms)
{
  GQueue *list;

  g_return_val_if_fail (self != NULL, NULL);

  list = next_list (self, now_ms);

  return list != NULL ? ((const DrillQueueEntry *) g_queue_peek_head (list))->key : NULL;
}

/* The cards to come follow @rules, which are copied. */
void
drill_session_set_rules (DrillSession     *self,
                         const DrillRules *rules)
{
  g_return_if_fail (self != NULL && rules != NULL);

  drill_rules_free (self->rules);
  self->rules = drill_rules_copy (rules);
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

/**
 * drill_session_answer_as:
 * @uuid: (nullable): of the fact that the caller stores
 *
 * Takes the answer in; the caller stores it as a fact.
 */
void
drill_session_answer_as (DrillSession *self,
                         const guint8 *uuid,
                         DrillRating   rating,
                         gint64        now_ms,
                         gint64        duration_ms)
{
  DrillQueueEntry *entry;
  Step            *step;
  Record          *record;
  gboolean         suspended;

  g_return_if_fail (self != NULL && self->current != NULL);
  g_return_if_fail (rating >= DRILL_RATING_AGAIN && rating <= DRILL_RATING_EASY);

  step = drill_session_begin_step (self, self->current, uuid, rating);
  entry = g_steal_pointer (&self->current);
  entry->card = drill_scheduler_answer (&self->rules->scheduler,
                                        &entry->card,
                                        rating,
                                        now_ms,
                                        drill_rules_day (self->rules, now_ms),
                                        drill_fuzz_seed (entry->key));
  step->card_after = entry->card;

  drill_session_count_rating (self, step, 1);
  record = g_hash_table_lookup (self->records, entry->key);
  self->summary.answers++;
  self->summary.ratings[rating - DRILL_RATING_AGAIN]++;
  self->summary.duration_ms += duration_ms;
  self->summary.cards += record->answers == 1;

  /* With the answer, the card may have been put aside: see answer.c. */
  suspended = self->rules->suspend_leeches && entry->card.lapses > step->card_before.lapses &&
              drill_leech_reached (self->rules, entry->card.lapses);
  if (entry->card.due_ms > 0 && !suspended)
    g_queue_insert_sorted (&self->waiting, entry, compare_due, NULL);
  else
    self->finished++;
}

/* The same for an answer that cannot be named later. */
void
drill_session_answer (DrillSession *self,
                      DrillRating   rating,
                      gint64        now_ms,
                      gint64        duration_ms)
{
  drill_session_answer_as (self, NULL, rating, now_ms, duration_ms);
}

/* Leaves the current card as it is; it does not come back in this sitting. */
void
drill_session_skip (DrillSession *self)
{
  g_return_if_fail (self != NULL && self->current != NULL);

  self->current = NULL;
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
  else
    {
      g_ptr_array_add (self->entries, entry);
    }
  g_queue_push_head (&self->queue, entry);
}

/* Returns: (nullable) (transfer none): whether it is still to come or not */
DrillQueueEntry *
drill_session_find (DrillSession *self,
                    const char   *key)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      DrillQueueEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (entry->key, key))
        return entry;
    }

  return NULL;
}

/* Takes @entry from wherever it stands. Returns: FALSE when it had left the sitting */
gboolean
drill_session_take_out (DrillSession    *self,
                        DrillQueueEntry *entry)
{
  if (self->current == entry)
    {
      self->current = NULL;
      return TRUE;
    }

  return take_by_key (&self->queue, entry->key) != NULL ||
         take_by_key (&self->waiting, entry->key) != NULL;
}

/**
 * drill_session_return_to:
 * @entry: (transfer full): with the state that it has by now
 *
 * Asks this card now, since an answer from before this sitting was taken back. The one
 * that was being asked comes right after it.
 */
void
drill_session_return_to (DrillSession    *self,
                         DrillQueueEntry *entry)
{
  DrillQueueEntry *known;

  g_return_if_fail (self != NULL && entry != NULL);

  known = drill_session_find (self, entry->key);
  if (known == NULL)
    {
      g_ptr_array_add (self->entries, entry);
      known = entry;
    }
  else
    {
      if (!drill_session_take_out (self, known) && self->finished > 0)
        self->finished--;
      known->card = entry->card;
      known->flag = entry->flag;
      drill_queue_entry_free (entry);
    }
  if (self->current != NULL)
    g_queue_push_head (&self->queue, self->current);
  self->current = known;
}

/* The opposite: an answer from before this sitting counts again, and @card is what it
 * made of the card of @key. Does nothing when that is not in this sitting. */
void
drill_session_settle (DrillSession    *self,
                      const char      *key,
                      const DrillCard *card)
{
  DrillQueueEntry *entry;

  g_return_if_fail (self != NULL && key != NULL && card != NULL);

  entry = drill_session_find (self, key);
  if (entry == NULL || !drill_session_take_out (self, entry))
    return;

  entry->card = *card;
  if (card->due_ms > 0)
    g_queue_insert_sorted (&self->waiting, entry, compare_due, NULL);
  else
    self->finished++;
}

/* Whether the current card was answered in this sitting before. */
gboolean
drill_session_is_returning (DrillSession *self)
{
  const Record *record;

  g_return_val_if_fail (self != NULL && self->current != NULL, FALSE);

  record = g_hash_table_lookup (self->records, self->current->key);

  return record != NULL && record->answers > 0;
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
