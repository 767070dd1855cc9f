/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Plays of scenarios as rows. Each save is one durable statement. */

#include "config.h"

#include "study/run-record.h"

DrillRunRecord *
drill_run_record_new (const char *key,
                      const char *hash,
                      gint64      started_ms)
{
  DrillRunRecord *self;

  g_return_val_if_fail (key != NULL && hash != NULL, NULL);

  self = g_new0 (DrillRunRecord, 1);
  g_snprintf (self->uuid,
              sizeof self->uuid,
              "%08x%08x%08x%08x",
              g_random_int (),
              g_random_int (),
              g_random_int (),
              g_random_int ());
  self->key = g_strdup (key);
  self->hash = g_strdup (hash);
  self->started_ms = started_ms;
  self->updated_ms = started_ms;
  self->moves = g_strdup ("");

  return self;
}

DrillRunRecord *
drill_run_record_copy (const DrillRunRecord *self)
{
  DrillRunRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->key = g_strdup (self->key);
  copy->hash = g_strdup (self->hash);
  copy->parent = g_strdup (self->parent);
  copy->moves = g_strdup (self->moves);
  copy->ending = g_strdup (self->ending);
  copy->words = g_strdup (self->words);

  return copy;
}

void
drill_run_record_free (DrillRunRecord *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->hash);
  g_free (self->parent);
  g_free (self->moves);
  g_free (self->ending);
  g_free (self->words);
  g_free (self);
}

gboolean
drill_run_record_save (DrillConnection      *connection,
                       const DrillRunRecord *self,
                       GError              **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  g_return_val_if_fail (connection != NULL && self != NULL, FALSE);

  statement = drill_connection_statement (connection, "study/put-run");
  drill_statement_bind_text (statement, "uuid", self->uuid);
  drill_statement_bind_text (statement, "key", self->key);
  drill_statement_bind_text (statement, "hash", self->hash);
  drill_statement_bind_text (statement, "parent", self->parent);
  drill_statement_bind_int (statement, "parent_moves", self->parent_moves);
  drill_statement_bind_int (statement, "started_ms", self->started_ms);
  drill_statement_bind_int (statement, "updated_ms", self->updated_ms);
  drill_statement_bind_int (statement, "finished", self->finished);
  drill_statement_bind_text (statement, "moves", self->moves);
  drill_statement_bind_int (statement, "score", self->score);
  drill_statement_bind_int (statement, "max", self->max);
  drill_statement_bind_text (statement, "ending", self->ending);
  drill_statement_bind_text (statement, "words", self->words);

  return drill_statement_run (statement, error);
}

static DrillRunRecord *
record_from_row (DrillStatement *row)
{
  DrillRunRecord *self = g_new0 (DrillRunRecord, 1);

  g_strlcpy (self->uuid, drill_statement_text (row, 0), sizeof self->uuid);
  self->key = g_strdup (drill_statement_text (row, 1));
  self->hash = g_strdup (drill_statement_text (row, 2));
  self->parent = g_strdup (drill_statement_text (row, 3));
  self->parent_moves = drill_statement_int (row, 4);
  self->started_ms = drill_statement_int (row, 5);
  self->updated_ms = drill_statement_int (row, 6);
  self->finished = drill_statement_int (row, 7) != 0;
  self->moves = g_strdup (drill_statement_text (row, 8));
  self->score = drill_statement_int (row, 9);
  self->max = drill_statement_int (row, 10);
  self->ending = g_strdup (drill_statement_text (row, 11));
  self->words = g_strdup (drill_statement_text (row, 12));

  return self;
}

GPtrArray *
drill_run_record_list (DrillConnection *connection,
                       const char      *key,
                       GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  g_autoptr (GPtrArray)      records = NULL;
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL, NULL);

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_run_record_free);
  statement = drill_connection_statement (connection,
                                          key != NULL ? "study/runs-of-scenario" : "study/runs");
  if (key != NULL)
    drill_statement_bind_text (statement, "key", key);
  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    g_ptr_array_add (records, record_from_row (statement));

  return step == DRILL_STEP_DONE ? g_steal_pointer (&records) : NULL;
}
