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
 * Every answer leaves a step behind: who stood where before it, and the card as it
 * was. Undo puts all of that back, so that whatever followed from the answer is gone
 * with it. Entries live as long as the sitting, and only answers change their cards.
 */

#include "config.h"

#include "study/session-private.h"

#include <string.h>

static void
snapshot_clear (Snapshot *self)
{
  g_clear_pointer (&self->queue, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
}

static void
step_free (Step *self)
{
  if (self == NULL)
    return;

  snapshot_clear (&self->before);
  snapshot_clear (&self->after);
  g_free (self);
}

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
  g_queue_clear_full (&self->undo, (GDestroyNotify) step_free);
  g_queue_clear_full (&self->redo, (GDestroyNotify) step_free);
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

static GPtrArray *
list_queue (GQueue *queue)
{
  GPtrArray *list = g_ptr_array_sized_new (g_queue_get_length (queue));

  for (GList *link = queue->head; link != NULL; link = link->next)
    g_ptr_array_add (list, link->data);

  return list;
}

static void
fill_queue (GQueue    *queue,
            GPtrArray *list)
{
  g_queue_clear (queue);
  for (guint i = 0; i < list->len; i++)
    g_queue_push_tail (queue, g_ptr_array_index (list, i));
}

static Snapshot
take_snapshot (DrillSession *self)
{
  return (Snapshot){
    .queue = list_queue (&self->queue),
    .waiting = list_queue (&self->waiting),
    .current = self->current,
    .summary = self->summary,
    .finished = self->finished,
  };
}

static void
restore_snapshot (DrillSession *self,
                  Snapshot     *snapshot)
{
  fill_queue (&self->queue, snapshot->queue);
  fill_queue (&self->waiting, snapshot->waiting);
  self->current = snapshot->current;
  self->summary = snapshot->summary;
  self->finished = snapshot->finished;
  snapshot_clear (snapshot);
}

static Step *
begin_step (DrillSession *self,
            const guint8 *uuid,
            DrillRating   rating)
{
  Step *step = g_new0 (Step, 1);

  if (uuid != NULL)
    memcpy (step->uuid, uuid, sizeof step->uuid);
  step->rating = rating;
  step->entry = self->current;
  step->card_before = self->current->card;
  step->before = take_snapshot (self);
  g_queue_push_tail (&self->undo, step);
  g_queue_clear_full (&self->redo, (GDestroyNotify) step_free);
  if (g_queue_get_length (&self->undo) > DRILL_SESSION_STEPS)
    step_free (g_queue_pop_head (&self->undo));

  return step;
}

/* Counts an answer, or takes it off again with a @sign of -1. */
static void
count_rating (DrillSession *self,
              const Step   *step,
              int           sign)
{
  Record *record;

  if (step->rating == DRILL_RATING_MANUAL)
    return;

  record = g_hash_table_lookup (self->records, step->entry->key);
  if (record == NULL)
    {
      record = g_new0 (Record, 1);
      record->first = step->card_before;
      g_hash_table_insert (self->records, step->entry->key, record);
    }
  record->entry = step->entry;
  record->answers += sign;
  record->ratings[step->rating - DRILL_RATING_AGAIN] += sign;
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

  g_return_if_fail (self != NULL && self->current != NULL);
  g_return_if_fail (rating >= DRILL_RATING_AGAIN && rating <= DRILL_RATING_EASY);

  step = begin_step (self, uuid, rating);
  entry = g_steal_pointer (&self->current);
  entry->card = drill_scheduler_answer (&self->rules->scheduler,
                                        &entry->card,
                                        rating,
                                        now_ms,
                                        drill_rules_day (self->rules, now_ms),
                                        drill_fuzz_seed (entry->key));
  step->card_after = entry->card;

  count_rating (self, step, 1);
  record = g_hash_table_lookup (self->records, entry->key);
  self->summary.answers++;
  self->summary.ratings[rating - DRILL_RATING_AGAIN]++;
  self->summary.duration_ms += duration_ms;
  self->summary.cards += record->answers == 1;

  if (entry->card.due_ms > 0)
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

/**
 * drill_session_leave:
 * @uuid: (nullable): of the mark that the caller stores: suspended or buried
 *
 * The current card leaves the sitting. Unlike skipping, this is a step that can be
 * undone.
 */
void
drill_session_leave (DrillSession *self,
                     const guint8 *uuid)
{
  Step *step;

  g_return_if_fail (self != NULL && self->current != NULL);

  step = begin_step (self, uuid, DRILL_RATING_MANUAL);
  step->card_after = self->current->card;
  self->current = NULL;
}

/**
 * drill_session_undo:
 * @uuid: (out) (optional): of the fact that is to be revoked, for
 *   drill_study_undo_async(); all zeroes when it was not named
 *
 * Goes back to before the last step: its card is the current one again, as it was.
 *
 * Returns: %FALSE when this sitting has nothing to undo; older facts can still be
 *   undone, and drill_session_ask_next() brings their card
 */
gboolean
drill_session_undo (DrillSession *self,
                    guint8        uuid[DRILL_UUID_SIZE])
{
  Step *step;

  g_return_val_if_fail (self != NULL, FALSE);

  step = g_queue_pop_tail (&self->undo);
  if (step == NULL)
    return FALSE;

  if (uuid != NULL)
    memcpy (uuid, step->uuid, DRILL_UUID_SIZE);
  step->after = take_snapshot (self);
  restore_snapshot (self, &step->before);
  step->entry->card = step->card_before;
  count_rating (self, step, -1);
  g_queue_push_tail (&self->redo, step);

  return TRUE;
}

/* Goes forward again to where undo was called. The fact is done again by
 * drill_study_redo_async(). */
gboolean
drill_session_redo (DrillSession *self)
{
  Step *step;

  g_return_val_if_fail (self != NULL, FALSE);

  step = g_queue_pop_tail (&self->redo);
  if (step == NULL)
    return FALSE;

  step->before = take_snapshot (self);
  restore_snapshot (self, &step->after);
  step->entry->card = step->card_after;
  count_rating (self, step, 1);
  g_queue_push_tail (&self->undo, step);

  return TRUE;
}

gboolean
drill_session_can_undo (DrillSession *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !g_queue_is_empty (&self->undo);
}

gboolean
drill_session_can_redo (DrillSession *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !g_queue_is_empty (&self->redo);
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
