/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A card as a row. */

#include "config.h"

#include "study/card-row.h"

void
drill_card_row_read (DrillStatement *row,
                     int             first,
                     DrillCard      *card)
{
  card->state = drill_statement_int (row, first);
  card->step = drill_statement_int (row, first + 1);
  card->memory.stability = drill_statement_double (row, first + 2);
  card->memory.difficulty = drill_statement_double (row, first + 3);
  card->reps = drill_statement_int (row, first + 4);
  card->lapses = drill_statement_int (row, first + 5);
  card->last_review_ms = drill_statement_int (row, first + 6);
  card->last_day = drill_statement_int (row, first + 7);
  card->due_ms = drill_statement_int (row, first + 8);
  card->due_day = drill_statement_int (row, first + 9);
  card->scheduled_days = drill_statement_int (row, first + 10);
}

gboolean
drill_card_row_put (DrillConnection *connection,
                    gint64           card_id,
                    const DrillCard *card,
                    GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (connection, "study/put-card-state");
  drill_statement_bind_int (statement, "card", card_id);
  drill_statement_bind_int (statement, "state", card->state);
  drill_statement_bind_int (statement, "step", card->step);
  drill_statement_bind_double (statement, "stability", card->memory.stability);
  drill_statement_bind_double (statement, "difficulty", card->memory.difficulty);
  drill_statement_bind_int (statement, "reps", card->reps);
  drill_statement_bind_int (statement, "lapses", card->lapses);
  drill_statement_bind_int (statement, "last_ms", card->last_review_ms);
  drill_statement_bind_int (statement, "last_day", card->last_day);
  drill_statement_bind_int (statement, "due_ms", card->due_ms);
  drill_statement_bind_int (statement, "due_day", card->due_day);
  drill_statement_bind_int (statement, "scheduled_days", card->scheduled_days);

  return drill_statement_run (statement, error);
}

gint64
drill_card_row_ensure (DrillConnection *connection,
                       const char      *key,
                       GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (connection, "study/ensure-card");
  drill_statement_bind_text (statement, "key", key);
  if (drill_statement_step (statement, error) != DRILL_STEP_ROW)
    return -1;

  return drill_statement_int (statement, 0);
}
