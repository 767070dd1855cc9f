/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The day's queue.
 *
 * Due cards come in the order of how near they are to being forgotten. New ones
 * are spread evenly between them, so that neither kind has to wait for the end
 * of the other. What was introduced earlier the same day counts against the cap.
 */

#include "config.h"

#include "study/queue.h"

#include "study/card-row.h"

void
drill_queue_entry_free (DrillQueueEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->parent_key);
  g_free (self);
}

static GPtrArray *
entries_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) drill_queue_entry_free);
}

static GPtrArray *
load_due (DrillConnection  *connection,
          const DrillRules *rules,
          gint64            now_ms,
          GError          **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/due");
  g_autoptr (GPtrArray)      entries = entries_new ();
  DrillStep                  step;

  drill_statement_bind_int (row, "now_ms", now_ms);
  drill_statement_bind_int (row, "today", drill_rules_day (rules, now_ms));
  drill_statement_bind_int (row, "limit", rules->reviews_per_day);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillQueueEntry *entry = g_new0 (DrillQueueEntry, 1);

      entry->key = g_strdup (drill_statement_text (row, 0));
      entry->kind = drill_statement_int (row, 1);
      entry->parent_key = g_strdup (drill_statement_text (row, 2));
      drill_card_row_read (row, 3, &entry->card);
      g_ptr_array_add (entries, entry);
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

static gboolean
count_new_today (DrillConnection  *connection,
                 const DrillRules *rules,
                 gint64            now_ms,
                 guint            *count,
                 GError          **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/count-day");

  drill_statement_bind_int (row, "day", drill_rules_day (rules, now_ms));
  if (drill_statement_step (row, error) != DRILL_STEP_ROW)
    return FALSE;
  *count = drill_statement_int (row, 2);

  return TRUE;
}

static GPtrArray *
load_new (DrillConnection *connection,
          guint            limit,
          GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/new-items");
  g_autoptr (GPtrArray)      entries = entries_new ();
  DrillStep                  step;

  drill_statement_bind_int (row, "limit", limit);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillQueueEntry *entry = g_new0 (DrillQueueEntry, 1);

      entry->key = g_strdup (drill_statement_text (row, 0));
      entry->kind = drill_statement_int (row, 1);
      g_ptr_array_add (entries, entry);
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

/* Takes all entries out of both, spreading the shorter list over the longer. */
static GPtrArray *
spread (GPtrArray *due,
        GPtrArray *fresh)
{
  GPtrArray *mixed = entries_new ();
  guint      total = due->len + fresh->len;
  guint      n_due = 0;
  guint      n_fresh = 0;

  g_ptr_array_set_free_func (due, NULL);
  g_ptr_array_set_free_func (fresh, NULL);
  for (guint i = 0; i < total; i++)
    {
      /* Which of the two lists is further behind its share? */
      gboolean take_due = n_due < due->len &&
                          (n_fresh == fresh->len ||
                           (guint64) n_due * fresh->len <= (guint64) n_fresh * due->len);

      g_ptr_array_add (mixed,
                       take_due ? g_ptr_array_index (due, n_due++)
                                : g_ptr_array_index (fresh, n_fresh++));
    }

  return mixed;
}

GPtrArray *
drill_queue_load (DrillConnection  *connection,
                  const DrillRules *rules,
                  gint64            now_ms,
                  GError          **error)
{
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) fresh = NULL;
  guint                 seen_today;

  g_return_val_if_fail (connection != NULL && rules != NULL, NULL);

  due = load_due (connection, rules, now_ms, error);
  if (due == NULL || !count_new_today (connection, rules, now_ms, &seen_today, error))
    return NULL;

  fresh = load_new (connection,
                    rules->new_per_day > seen_today ? rules->new_per_day - seen_today : 0,
                    error);
  if (fresh == NULL)
    return NULL;

  return spread (due, fresh);
}

static DrillQueueEntry *
load_entry (DrillConnection *connection,
            const char      *key,
            GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/entry");
  DrillQueueEntry           *entry;
  DrillStep                  step;

  drill_statement_bind_text (row, "key", key);
  step = drill_statement_step (row, error);
  if (step == DRILL_STEP_DONE)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no item %s", key);
  if (step != DRILL_STEP_ROW)
    return NULL;

  entry = g_new0 (DrillQueueEntry, 1);
  entry->key = g_strdup (key);
  entry->kind = drill_statement_int (row, 0);
  entry->parent_key = g_strdup (drill_statement_text (row, 1));
  if (!drill_statement_is_null (row, 2))
    drill_card_row_read (row, 2, &entry->card);

  return entry;
}

GPtrArray *
drill_queue_load_keys (DrillConnection   *connection,
                       const char *const *keys,
                       GError           **error)
{
  g_autoptr (GPtrArray) entries = entries_new ();

  g_return_val_if_fail (connection != NULL && keys != NULL, NULL);

  for (; *keys != NULL; keys++)
    {
      DrillQueueEntry *entry = load_entry (connection, *keys, error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }

  return g_steal_pointer (&entries);
}
