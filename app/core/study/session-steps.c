/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Going back and forth in a sitting.
 *
 *   undo:  A  B  C          redo:  E  D
 *
 * A step is an answer, a card that left, or a flag. It knows who stood where before it,
 * and the card as it was. Undo puts all of that back, so that whatever followed from
 * the step is gone with it. A new step ends what can be redone.
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

/* Nothing can be undone or redone any more. */
void
drill_session_clear_steps (DrillSession *self)
{
  g_queue_clear_full (&self->undo, (GDestroyNotify) step_free);
  g_queue_clear_full (&self->redo, (GDestroyNotify) step_free);
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

/* Returns: (transfer none): a step about @entry; the caller fills in what is so after
 * it */
Step *
drill_session_begin_step (DrillSession    *self,
                          DrillQueueEntry *entry,
                          const guint8    *uuid,
                          DrillRating      rating)
{
  Step *step = g_new0 (Step, 1);

  if (uuid != NULL)
    memcpy (step->uuid, uuid, sizeof step->uuid);
  step->rating = rating;
  step->entry = entry;
  step->card_before = entry->card;
  step->card_after = entry->card;
  step->flag_before = entry->flag;
  step->flag_after = entry->flag;
  step->before = take_snapshot (self);
  g_queue_push_tail (&self->undo, step);
  g_queue_clear_full (&self->redo, (GDestroyNotify) step_free);
  if (g_queue_get_length (&self->undo) > DRILL_SESSION_STEPS)
    step_free (g_queue_pop_head (&self->undo));

  return step;
}

/* Counts an answer, or takes it off again with a @sign of -1. */
void
drill_session_count_rating (DrillSession *self,
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
 * drill_session_leave:
 * @key: of a card of this sitting, the current one or another
 * @uuid: (nullable): of the mark that the caller stores: suspended, buried, reset or
 *   due on another day
 *
 * A card leaves the sitting. Unlike skipping, this is a step that can be undone.
 */
void
drill_session_leave (DrillSession *self,
                     const char   *key,
                     const guint8 *uuid)
{
  DrillQueueEntry *entry;

  g_return_if_fail (self != NULL && key != NULL);

  entry = drill_session_find (self, key);
  if (entry == NULL)
    return;

  drill_session_begin_step (self, entry, uuid, DRILL_RATING_MANUAL);
  drill_session_take_out (self, entry);
}

/* @uuid: (nullable): of the mark that the caller stores. The current card stays. */
void
drill_session_flag (DrillSession *self,
                    const guint8 *uuid,
                    guint         flag)
{
  Step *step;

  g_return_if_fail (self != NULL && self->current != NULL);

  step = drill_session_begin_step (self, self->current, uuid, DRILL_RATING_MANUAL);
  step->flag_after = flag;
  self->current->flag = flag;
}

/**
 * drill_session_undo:
 * @uuid: (out) (optional): of the fact that is to be revoked, for
 *   drill_study_undo_async(); all zeroes when it was not named
 * @rating: (out) (optional): of the answer; %DRILL_RATING_MANUAL when it was none
 *
 * Goes back to before the last step: its card is the current one again, as it was.
 *
 * Returns: %FALSE when this sitting has nothing to undo; older facts can still be
 *   undone, and drill_session_return_to() brings their card
 */
gboolean
drill_session_undo (DrillSession *self,
                    guint8        uuid[DRILL_UUID_SIZE],
                    DrillRating  *rating)
{
  Step *step;

  g_return_val_if_fail (self != NULL, FALSE);

  step = g_queue_pop_tail (&self->undo);
  if (step == NULL)
    return FALSE;

  if (uuid != NULL)
    memcpy (uuid, step->uuid, DRILL_UUID_SIZE);
  if (rating != NULL)
    *rating = step->rating;
  step->after = take_snapshot (self);
  restore_snapshot (self, &step->before);
  step->entry->card = step->card_before;
  step->entry->flag = step->flag_before;
  drill_session_count_rating (self, step, -1);
  g_queue_push_tail (&self->redo, step);

  return TRUE;
}

/* Goes forward again to where undo was called. The fact is done again by
 * drill_study_redo_async(). */
gboolean
drill_session_redo (DrillSession *self,
                    DrillRating  *rating)
{
  Step *step;

  g_return_val_if_fail (self != NULL, FALSE);

  step = g_queue_pop_tail (&self->redo);
  if (step == NULL)
    return FALSE;

  if (rating != NULL)
    *rating = step->rating;
  step->before = take_snapshot (self);
  restore_snapshot (self, &step->after);
  step->entry->card = step->card_after;
  step->entry->flag = step->flag_after;
  drill_session_count_rating (self, step, 1);
  g_queue_push_tail (&self->undo, step);

  return TRUE;
}

/* What was undone cannot be redone any more. */
void
drill_session_forget_redo (DrillSession *self)
{
  g_return_if_fail (self != NULL);

  g_queue_clear_full (&self->redo, (GDestroyNotify) step_free);
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

