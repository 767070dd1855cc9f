/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Attempts as rows, whatever they are attempts at.
 *
 *   attempt            one attempt: its setup and, once it has ended, its result
 *   attempt_question   what is asked, in which order, with options in which order
 *   asked_item         the texts of that, each version once
 *   attempt_event      what happened; only ever added
 *
 * All else is computed from these: the result in attempt is there so that a list
 * needs no events.
 */

#include "config.h"

#include "study/attempt-rows.h"

#include "study/item-snapshot.h"

/* @head: its id is set */
gboolean
drill_attempt_head_insert (DrillConnection  *connection,
                           DrillAttemptHead *head,
                           GError          **error)
{
  g_autoptr (DrillStatement) insert = drill_connection_statement (connection, "study/insert-attempt");

  drill_statement_bind_blob (insert, "uuid", head->uuid, DRILL_UUID_SIZE);
  drill_statement_bind_int (insert, "kind", head->kind);
  drill_statement_bind_text (insert, "name", head->name);
  drill_statement_bind_text (insert, "setup", head->setup);
  drill_statement_bind_int (insert, "started_ms", head->started_ms);
  drill_statement_bind_int (insert, "questions", head->questions);
  if (drill_statement_step (insert, error) != DRILL_STEP_ROW)
    return FALSE;
  head->id = drill_statement_int (insert, 0);

  return TRUE;
}

static gint64
insert_item (DrillConnection       *connection,
             const DrillItemRecord *record,
             GError               **error)
{
  g_autoptr (DrillStatement) insert = drill_connection_statement (connection, "study/insert-asked-item");
  g_autofree char           *content = drill_item_snapshot_write (record);
  g_autofree char           *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);

  drill_statement_bind_text (insert, "hash", hash);
  drill_statement_bind_text (insert, "content", content);
  if (drill_statement_step (insert, error) != DRILL_STEP_ROW)
    return -1;

  return drill_statement_int (insert, 0);
}

gboolean
drill_attempt_question_insert (DrillConnection        *connection,
                               gint64                  attempt,
                               guint                   ord,
                               const DrillItemRecord  *record,
                               const DrillOptionOrder *order,
                               guint                   correct,
                               GError                **error)
{
  g_autoptr (DrillStatement) insert = NULL;
  g_autofree char           *options = drill_option_order_to_text (order);
  gint64                     item = insert_item (connection, record, error);

  if (item < 0)
    return FALSE;

  insert = drill_connection_statement (connection, "study/insert-attempt-question");
  drill_statement_bind_int (insert, "attempt", attempt);
  drill_statement_bind_int (insert, "ord", ord);
  drill_statement_bind_text (insert, "key", record->key);
  drill_statement_bind_int (insert, "item", item);
  drill_statement_bind_text (insert, "options", options);
  drill_statement_bind_int (insert, "correct", correct);

  return drill_statement_run (insert, error);
}

gboolean
drill_attempt_event_insert (DrillConnection            *connection,
                            const guint8               *uuid,
                            const DrillAttemptEventRow *event,
                            GError                    **error)
{
  g_autoptr (DrillStatement) insert = drill_connection_statement (connection, "study/insert-attempt-event");

  drill_statement_bind_blob (insert, "uuid", uuid, DRILL_UUID_SIZE);
  drill_statement_bind_int (insert, "number", event->number);
  drill_statement_bind_int (insert, "kind", event->kind);
  drill_statement_bind_int (insert, "question", event->question);
  drill_statement_bind_int (insert, "value", event->value);
  drill_statement_bind_int (insert, "boot", (gint64) event->at.boot);
  drill_statement_bind_int (insert, "boot_ms", event->at.boot_ms);
  drill_statement_bind_int (insert, "monotonic_ms", event->at.monotonic_ms);
  drill_statement_bind_int (insert, "wall_ms", event->at.wall_ms);
  drill_statement_bind_text (insert, "text", event->text);

  return drill_statement_run (insert, error);
}

gboolean
drill_attempt_end_store (DrillConnection       *connection,
                         const guint8          *uuid,
                         const DrillAttemptEnd *end,
                         GError               **error)
{
  g_autoptr (DrillStatement) update = drill_connection_statement (connection, "study/end-attempt");

  drill_statement_bind_blob (update, "uuid", uuid, DRILL_UUID_SIZE);
  drill_statement_bind_int (update, "ended_ms", end->ended_ms);
  drill_statement_bind_int (update, "phase", end->phase);
  drill_statement_bind_int (update, "elapsed_ms", end->elapsed_ms);
  drill_statement_bind_int (update, "right", end->right);
  drill_statement_bind_int (update, "wrong", end->wrong);
  drill_statement_bind_int (update, "points", end->points);
  drill_statement_bind_int (update, "passed", end->passed);
  drill_statement_bind_int (update, "median_ms", end->median_ms);

  return drill_statement_run (update, error);
}

/* @event: (out caller-allocates) */
void
drill_attempt_event_read (DrillStatement       *row,
                          DrillAttemptEventRow *event)
{
  *event = (DrillAttemptEventRow) {
    .number = (guint) drill_statement_int (row, 8),
    .kind = (guint) drill_statement_int (row, 0),
    .question = (guint) drill_statement_int (row, 1),
    .value = (guint) drill_statement_int (row, 2),
    .at = { (guint64) drill_statement_int (row, 3),
            drill_statement_int (row, 4),
            drill_statement_int (row, 5),
            drill_statement_int (row, 6) },
    .text = drill_statement_text (row, 7),
  };
}
