/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The day's queue.
 *
 *   card_state --due--> sort --> today's share --+
 *                                                +--> spread --> arrange
 *   library ---fresh--> one of each fact --------+
 *
 * Of all due cards only what their order follows from is read; the entries of those
 * that make it into today's share are looked up one by one. What was reviewed or
 * introduced earlier the same day counts against its cap, so that a backlog is
 * worked off in portions. Cards in their learning steps come in any case.
 *
 * New cards are spread evenly between the due ones, so that neither kind has to
 * wait for the end of the other. Two cards of one fact are not introduced on the
 * same day. Before an interview, see interview.c.
 */

#include "config.h"

#include "study/queue-private.h"

#include "study/card-row.h"
#include "study/siblings.h"

void
drill_queue_entry_free (DrillQueueEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->parent_key);
  g_free (self->topic);
  g_free (self->reference);
  g_free (self);
}

GPtrArray *
drill_queue_entries_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) drill_queue_entry_free);
}

/* Of study/entry and study/entry-of-card. */
DrillQueueEntry *
drill_queue_entry_read (DrillStatement *row)
{
  DrillQueueEntry *entry = g_new0 (DrillQueueEntry, 1);

  entry->key = g_strdup (drill_statement_text (row, 0));
  entry->kind = drill_statement_int (row, 1);
  entry->parent_key = g_strdup (drill_statement_text (row, 2));
  if (!drill_statement_is_null (row, 3))
    drill_card_row_read (row, 3, &entry->card);
  entry->topic = g_strdup (drill_statement_text (row, 14));
  entry->reference = g_strdup (drill_statement_text (row, 15));
  entry->flag = (guint) drill_statement_int (row, 16);

  return entry;
}

DrillQueueEntry *
drill_queue_entry_load (DrillConnection *connection,
                        const char      *key,
                        GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/entry");

  drill_statement_bind_text (row, "key", key);

  return drill_statement_step (row, error) == DRILL_STEP_ROW ? drill_queue_entry_read (row) : NULL;
}

static gboolean
count_today (Loading *self,
             GError **error)
{
  g_autoptr (DrillStatement) day =
      drill_connection_statement (self->connection, "study/count-day");

  drill_statement_bind_int (day, "day", self->today);
  if (drill_statement_step (day, error) != DRILL_STEP_ROW)
    return FALSE;
  self->introduced = drill_statement_int (day, 2);
  self->reviewed = drill_statement_int (day, 3);

  return TRUE;
}

/* Takes all entries out of both, spreading the shorter list over the longer. */
static GPtrArray *
spread (GPtrArray *due,
        GPtrArray *fresh)
{
  GPtrArray *mixed = drill_queue_entries_new ();
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

/* @mixed: (transfer full) */
static GPtrArray *
arrange (GPtrArray *mixed)
{
  g_autofree DrillQueueKin *kin = drill_siblings_find (mixed);
  g_autofree guint         *order = drill_queue_arrange (kin, mixed->len);
  GPtrArray                *arranged = drill_queue_entries_new ();

  g_ptr_array_set_free_func (mixed, NULL);
  for (guint i = 0; i < mixed->len; i++)
    g_ptr_array_add (arranged, g_ptr_array_index (mixed, order[i]));
  g_ptr_array_unref (mixed);

  return arranged;
}

static GPtrArray *
load (Loading *self,
      GError **error)
{
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) fresh = NULL;

  if (!count_today (self, error))
    return NULL;
  due = drill_queue_choose_due (self, error);
  if (due == NULL)
    return NULL;
  fresh = drill_queue_choose_fresh (self, error);
  if (fresh == NULL)
    return NULL;
  self->counts.fresh = fresh->len;

  return arrange (spread (due, fresh));
}

/* @counts: (out) (optional) */
GPtrArray *
drill_queue_load_counted (DrillConnection  *connection,
                          const DrillRules *rules,
                          gint64            now_ms,
                          DrillQueueCounts *counts,
                          GError          **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (DrillQueueRow));
  g_autoptr (GArray) details = g_array_new (FALSE, TRUE, sizeof (DueDetail));
  Loading            loading = {
    .connection = connection,
    .rules = rules,
    .now_ms = now_ms,
    .rows = rows,
    .details = details,
  };
  GPtrArray *entries;

  g_return_val_if_fail (connection != NULL && rules != NULL, NULL);

  loading.today = drill_rules_day (rules, now_ms);
  entries = load (&loading, error);
  if (counts != NULL)
    *counts = loading.counts;

  return entries;
}

GPtrArray *
drill_queue_load (DrillConnection  *connection,
                  const DrillRules *rules,
                  gint64            now_ms,
                  GError          **error)
{
  return drill_queue_load_counted (connection, rules, now_ms, NULL, error);
}

GPtrArray *
drill_queue_load_keys (DrillConnection   *connection,
                       const char *const *keys,
                       GError           **error)
{
  g_autoptr (GPtrArray) entries = drill_queue_entries_new ();

  g_return_val_if_fail (connection != NULL && keys != NULL, NULL);

  for (; *keys != NULL; keys++)
    {
      g_autoptr (GError) failure = NULL;
      DrillQueueEntry   *entry = drill_queue_entry_load (connection, *keys, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (entry == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no item %s", *keys);
          return NULL;
        }
      g_ptr_array_add (entries, entry);
    }

  return g_steal_pointer (&entries);
}
