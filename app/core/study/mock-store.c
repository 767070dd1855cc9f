/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Mock interviews as rows, which attempt-rows.c describes. Of the result, right and wrong
 * are key points made and missed, and points is the percentage in hundredths.
 */

#include "config.h"

#include "study/mock-store.h"

#include "study/attempt-rows.h"
#include "study/attempt-score.h"
#include "study/item-snapshot.h"

#include <string.h>

static gboolean
insert_event (DrillConnection      *connection,
              const guint8         *uuid,
              guint                 number,
              guint                 step,
              const DrillMockEvent *event,
              GError              **error)
{
  DrillAttemptEventRow row = { number, event->kind, step, event->value, event->at, event->text };

  return drill_attempt_event_insert (connection, uuid, &row, error);
}

static gboolean
insert_mock (DrillConnection      *connection,
             const DrillMock      *mock,
             const DrillMockEvent *start,
             GError              **error)
{
  g_autofree char *setup = drill_mock_setup_to_text (&mock->setup);
  DrillAttemptHead head = { 0, mock->uuid, DRILL_ATTEMPT_KIND_INTERVIEW, "", setup, mock->started_ms, mock->items->len };

  if (!drill_attempt_head_insert (connection, &head, error))
    return FALSE;
  for (guint i = 0; i < mock->items->len; i++)
    {
      if (!drill_attempt_question_insert (connection,
                                          head.id,
                                          i,
                                          g_ptr_array_index (mock->items, i),
                                          &g_array_index (mock->orders, DrillOptionOrder, i),
                                          0,
                                          error))
        return FALSE;
    }

  return insert_event (connection, mock->uuid, 0, 0, start, error);
}

/* Returns: FALSE only on an error; an item that is gone or has changed is left out */
static gboolean
add_item (DrillConnection *connection,
          const char      *key,
          GPtrArray       *items,
          GError         **error)
{
  g_autoptr (DrillItemRecord) record = NULL;
  g_autoptr (GError)          local = NULL;

  record = drill_item_record_load (connection, key, &local);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  if (record == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (drill_mock_can_ask (record))
    g_ptr_array_add (items, g_steal_pointer (&record));

  return TRUE;
}

/**
 * drill_mock_start:
 * @keys: what to ask, as a plan has it
 * @seed: shuffles options; the same one does it the same way
 *
 * Makes an interview, stores it, and lets its time begin at @now.
 *
 * Returns: (transfer full): %NULL on an error; G_IO_ERROR_NOT_FOUND when nothing of it is
 *   there
 */
DrillMock *
drill_mock_start (DrillConnection         *connection,
                  const DrillMockSetup    *setup,
                  const char *const       *keys,
                  guint32                  seed,
                  const DrillClockReading *now,
                  GError                 **error)
{
  g_autoptr (GPtrArray)        items = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_item_record_unref);
  g_autoptr (GRand)            random = g_rand_new_with_seed (seed);
  g_autoptr (DrillMock)        mock = NULL;
  g_autofree DrillOptionOrder *orders = NULL;
  DrillMockEvent               start = { DRILL_MOCK_START, 0, NULL, { 0 } };
  guint8                       uuid[DRILL_UUID_SIZE];

  g_return_val_if_fail (connection != NULL && setup != NULL, NULL);
  g_return_val_if_fail (keys != NULL && now != NULL, NULL);

  for (guint i = 0; keys[i] != NULL && items->len < DRILL_MOCK_MAX_STEPS; i++)
    {
      if (!add_item (connection, keys[i], items, error))
        return NULL;
    }
  if (items->len == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is nothing to ask");
      return NULL;
    }

  orders = g_new0 (DrillOptionOrder, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      const DrillItem *item = ((DrillItemRecord *) g_ptr_array_index (items, i))->item;

      drill_option_order_init (&orders[i], item->kind == DRILL_ITEM_MCQ ? item->options->len : 0);
      if (item->kind == DRILL_ITEM_MCQ)
        drill_option_order_shuffle (&orders[i], item, g_rand_int (random));
    }

  drill_uuid_fill (uuid);
  mock = drill_mock_new (uuid, setup, items, orders, now->wall_ms);
  start.at = *now;
  drill_mock_run_apply (mock->run, &start);

  if (!drill_connection_begin (connection, error))
    return NULL;
  if (insert_mock (connection, mock, &start, error) && drill_connection_commit (connection, error))
    return g_steal_pointer (&mock);

  drill_connection_rollback (connection);
  return NULL;
}

static gboolean
load_items (DrillConnection *connection,
            gint64           attempt,
            GPtrArray       *items,
            GArray          *orders,
            GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/attempt-questions");
  DrillStep                  step;

  drill_statement_bind_int (row, "attempt", attempt);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      g_autoptr (DrillItemRecord) record = drill_item_snapshot_read (drill_statement_text (row, 1), error);
      DrillOptionOrder            order;

      if (record == NULL)
        return FALSE;
      if (!drill_mock_can_ask (record) || !drill_option_order_from_text (&order, drill_statement_text (row, 0)) ||
          order.n_options != (record->item->kind == DRILL_ITEM_MCQ ? record->item->options->len : 0))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "A stored question of %s is damaged", record->key);
          return FALSE;
        }
      g_ptr_array_add (items, g_steal_pointer (&record));
      g_array_append_val (orders, order);
    }

  return step == DRILL_STEP_DONE;
}

static gboolean
load_events (DrillConnection *connection,
             gint64           attempt,
             DrillMockRun    *run,
             GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/attempt-events");
  DrillStep                  step;

  drill_statement_bind_int (row, "attempt", attempt);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillAttemptEventRow stored;
      DrillMockEvent       event;

      drill_attempt_event_read (row, &stored);
      event = (DrillMockEvent) { stored.kind, stored.value, stored.text, stored.at };
      drill_mock_run_apply (run, &event);
    }

  return step == DRILL_STEP_DONE;
}

/**
 * drill_mock_load:
 *
 * Returns: (transfer full): the interview as its last event left it. Whoever goes on with
 *   it applies %DRILL_MOCK_OPEN first. %NULL on an error; G_IO_ERROR_NOT_FOUND when there
 *   is none.
 */
DrillMock *
drill_mock_load (DrillConnection *connection,
                 const guint8    *uuid,
                 GError         **error)
{
  g_autoptr (DrillStatement) row = NULL;
  g_autoptr (GPtrArray)      items = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_item_record_unref);
  g_autoptr (GArray)         orders = g_array_new (FALSE, FALSE, sizeof (DrillOptionOrder));
  g_autoptr (DrillMock)      mock = NULL;
  DrillMockSetup             setup;
  DrillStep                  step;
  gint64                     id, started_ms;

  g_return_val_if_fail (connection != NULL && uuid != NULL, NULL);

  row = drill_connection_statement (connection, "study/attempt");
  drill_statement_bind_blob (row, "uuid", uuid, DRILL_UUID_SIZE);
  drill_statement_bind_int (row, "kind", DRILL_ATTEMPT_KIND_INTERVIEW);
  step = drill_statement_step (row, error);
  if (step == DRILL_STEP_DONE)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no such interview");
  if (step != DRILL_STEP_ROW)
    return NULL;

  id = drill_statement_int (row, 0);
  drill_mock_setup_from_text (&setup, drill_statement_text (row, 2));
  started_ms = drill_statement_int (row, 3);
  g_clear_pointer (&row, drill_statement_release);

  if (!load_items (connection, id, items, orders, error))
    return NULL;
  if (items->len == 0 || items->len > DRILL_MOCK_MAX_STEPS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "A stored interview is damaged");
      return NULL;
    }

  mock = drill_mock_new (uuid, &setup, items, (const DrillOptionOrder *) orders->data, started_ms);
  if (!load_events (connection, id, mock->run, error))
    return NULL;

  return g_steal_pointer (&mock);
}

static DrillMockRow *
row_from_statement (DrillStatement *row)
{
  DrillMockRow *self = g_new0 (DrillMockRow, 1);
  gsize         size;
  gconstpointer uuid = drill_statement_blob (row, 1, &size);

  memcpy (self->uuid, uuid, MIN (size, sizeof self->uuid));
  drill_mock_setup_from_text (&self->setup, drill_statement_text (row, 3));
  self->started_ms = drill_statement_int (row, 4);
  self->ended_ms = drill_statement_int (row, 5);
  self->phase = drill_statement_int (row, 7);
  self->elapsed_ms = drill_statement_int (row, 8);
  self->percent = (int) CLAMP (drill_statement_int (row, 11) / DRILL_POINT, 0, 100);
  self->passed = drill_statement_int (row, 12) != 0;

  return self;
}

/* Where an unfinished one was left; being away costs no time. */
static gboolean
look_at_unfinished (DrillConnection *connection,
                    DrillMockRow    *row,
                    GError         **error)
{
  g_autoptr (DrillMock) mock = drill_mock_load (connection, row->uuid, error);

  if (mock == NULL)
    return FALSE;

  row->phase = drill_mock_run_get_phase (mock->run);
  row->elapsed_ms = drill_mock_run_get_elapsed_ms (mock->run);
  row->left_ms = drill_mock_run_get_left_ms (mock->run);
  row->reached = drill_mock_run_get_n_reached (mock->run);
  row->steps = drill_mock_run_get_n_steps (mock->run);

  return TRUE;
}

/* Returns: (transfer full) (element-type DrillMockRow): newest first */
GPtrArray *
drill_mock_list (DrillConnection *connection,
                 GError         **error)
{
  g_autoptr (GPtrArray)      rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DrillStatement) row = NULL;
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL, NULL);

  row = drill_connection_statement (connection, "study/attempts");
  drill_statement_bind_int (row, "kind", DRILL_ATTEMPT_KIND_INTERVIEW);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    g_ptr_array_add (rows, row_from_statement (row));
  g_clear_pointer (&row, drill_statement_release);
  if (step == DRILL_STEP_ERROR)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      DrillMockRow *unfinished = g_ptr_array_index (rows, i);

      if (unfinished->ended_ms == 0 && !look_at_unfinished (connection, unfinished, error))
        return NULL;
    }

  return g_steal_pointer (&rows);
}

static void
sum_up (DrillMockChange *self,
        const DrillMock *mock,
        gint64           at_ms)
{
  g_autoptr (DrillScorecard) card = drill_scorecard_new (mock);

  self->percent = card->percent;
  self->n_made = card->n_made;
  self->n_missed = card->n_points - card->n_made;
  for (guint i = 0; i < mock->items->len; i++)
    {
      DrillAnswer *answer = drill_mock_get_answer (mock, i, at_ms);

      if (answer != NULL)
        g_ptr_array_add (self->answers, answer);
    }
}

/**
 * drill_mock_change:
 * @text: (nullable)
 * @effect: (out) (optional): whether the event had the effect it was meant to have
 *
 * Lets an event happen to @mock. Answers become reviews at the end, all of them together.
 *
 * Returns: (transfer full) (nullable): what is to be stored; %NULL when nothing is,
 *   because the interview had ended before
 */
DrillMockChange *
drill_mock_change (DrillMock               *mock,
                   DrillMockEventKind       kind,
                   guint                    value,
                   const char              *text,
                   const DrillClockReading *now,
                   gboolean                *effect)
{
  DrillMockChange *self;
  gboolean         had_effect;

  g_return_val_if_fail (mock != NULL && now != NULL, NULL);

  if (effect != NULL)
    *effect = FALSE;
  if (drill_mock_run_has_ended (mock->run))
    return NULL;

  self = g_atomic_rc_box_new0 (DrillMockChange);
  memcpy (self->uuid, mock->uuid, sizeof self->uuid);
  self->number = drill_mock_run_get_n_events (mock->run);
  self->step = drill_mock_run_get_current (mock->run);
  self->event = (DrillMockEvent) { kind, value, g_strdup (text), *now };
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_answer_free);

  had_effect = drill_mock_run_apply (mock->run, &self->event);
  if (effect != NULL)
    *effect = had_effect;

  self->ended = drill_mock_run_has_ended (mock->run);
  self->phase = drill_mock_run_get_phase (mock->run);
  self->elapsed_ms = drill_mock_run_get_elapsed_ms (mock->run);
  if (self->ended)
    sum_up (self, mock, now->wall_ms);

  return self;
}

static void
change_clear (gpointer data)
{
  DrillMockChange *self = data;

  g_free ((char *) self->event.text);
  g_ptr_array_unref (self->answers);
}

DrillMockChange *
drill_mock_change_ref (DrillMockChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
drill_mock_change_unref (DrillMockChange *self)
{
  g_atomic_rc_box_release_full (self, change_clear);
}

static gboolean
save_in_transaction (DrillConnection       *connection,
                     const DrillRules      *rules,
                     const DrillMockChange *self,
                     GError               **error)
{
  DrillAttemptEnd end = { self->event.at.wall_ms, self->phase, self->elapsed_ms, self->n_made, self->n_missed,
                          self->percent * DRILL_POINT, self->percent >= DRILL_MOCK_PASS, 0 };

  if (!insert_event (connection, self->uuid, self->number, self->step, &self->event, error))
    return FALSE;
  for (guint i = 0; i < self->answers->len; i++)
    {
      DrillCard card;

      if (!drill_answer_add (connection, rules, g_ptr_array_index (self->answers, i), &card, error))
        return FALSE;
    }

  return !self->ended || drill_attempt_end_store (connection, self->uuid, &end, error);
}

/* Stores a change; on the disk when it returns %TRUE. Doing it again changes nothing. */
gboolean
drill_mock_change_save (DrillConnection       *connection,
                        const DrillRules      *rules,
                        const DrillMockChange *self,
                        GError               **error)
{
  g_return_val_if_fail (connection != NULL && rules != NULL && self != NULL, FALSE);

  if (!drill_connection_begin (connection, error))
    return FALSE;
  if (save_in_transaction (connection, rules, self, error) && drill_connection_commit (connection, error))
    return TRUE;

  drill_connection_rollback (connection);
  return FALSE;
}
