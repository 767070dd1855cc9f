/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Today's share of the due cards.
 *
 * Of all due cards only what their order follows from is read; the entries of those
 * that make it into the share are looked up one by one.
 */

#include "config.h"

#include "study/queue-private.h"

#include "study/forecast.h"

static gboolean
count_items (Loading *self,
             GError **error)
{
  g_autoptr (DrillStatement) row =
      drill_connection_statement (self->connection, "study/count-items");

  if (drill_statement_step (row, error) != DRILL_STEP_ROW)
    return FALSE;
  self->items = drill_statement_int (row, 0);
  self->unseen = drill_statement_int (row, 1);

  return TRUE;
}

/* Returns: (transfer full) (element-type gint64): the cards that are suspended or buried */
static GHashTable *
load_set_aside (Loading *self,
                GError **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (self->connection, "study/set-aside");
  g_autoptr (GHashTable)     cards = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  DrillStep                  step;

  drill_statement_bind_int (row, "today", self->today);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gint64 card = drill_statement_int (row, 0);

      g_hash_table_add (cards, g_memdup2 (&card, sizeof card));
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&cards) : NULL;
}

/* Reads cards that can be asked. @with_difficulty: whether the statement has it */
static gboolean
load_rows (Loading        *self,
           DrillStatement *statement,
           gboolean        with_difficulty,
           gboolean        only_learning,
           GError        **error)
{
  g_autoptr (GHashTable) set_aside = load_set_aside (self, error);
  gboolean               any_set_aside;
  DrillStep              step;

  if (set_aside == NULL)
    return FALSE;

  any_set_aside = g_hash_table_size (set_aside) > 0;
  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    {
      DrillCardState state = drill_statement_int (statement, 4);
      DrillQueueRow  row = {
         .card = drill_statement_int (statement, 0),
         .due_day = (int) drill_statement_int (statement, 1),
         .last_day = (int) drill_statement_int (statement, 2),
         .stability = drill_statement_double (statement, 3),
      };
      DueDetail detail = {
        .difficulty = with_difficulty ? drill_statement_double (statement, 5) : 0,
        .learning = state == DRILL_CARD_LEARNING || state == DRILL_CARD_RELEARNING,
      };

      if (only_learning && !detail.learning)
        continue;

      /* A new card is due only when a date was set by hand. */
      if (state == DRILL_CARD_NEW && row.due_day <= 0)
        continue;
      if (any_set_aside && g_hash_table_contains (set_aside, &row.card))
        continue;
      g_array_append_val (self->rows, row);
      g_array_append_val (self->details, detail);
    }

  return step == DRILL_STEP_DONE;
}

static gboolean
load_due (Loading *self,
          gboolean with_difficulty,
          gboolean only_learning,
          GError **error)
{
  g_autoptr (DrillStatement) due = NULL;

  due = drill_connection_statement (self->connection,
                                    with_difficulty ? "study/due-with-difficulty" : "study/due");
  drill_statement_bind_int (due, "now_ms", self->now_ms);
  drill_statement_bind_int (due, "today", self->today);

  return load_rows (self, due, with_difficulty, only_learning, error);
}

/* Leaves out what an interview makes not worth the time. */
static void
cut_due (Loading *self,
         int      sweep_day)
{
  guint kept = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      DrillQueueRow    *row = &g_array_index (self->rows, DrillQueueRow, i);
      DueDetail        *detail = &g_array_index (self->details, DueDetail, i);
      DrillForecastCard card = { .memory = { row->stability, detail->difficulty },
                                 .last_day = row->last_day,
                                 .due_day = row->due_day };

      if (!detail->learning &&
          !drill_interview_is_worth (&card,
                                     &self->rules->scheduler,
                                     self->today,
                                     sweep_day,
                                     self->rules->interview_day))
        {
          self->counts.cut++;
          continue;
        }
      g_array_index (self->rows, DrillQueueRow, kept) = *row;
      g_array_index (self->details, DueDetail, kept) = *detail;
      kept++;
    }
  g_array_set_size (self->rows, kept);
  g_array_set_size (self->details, kept);
}

/* Whatever was not seen since the sweep began, strong cards first. @share: (out): how
 * many of them today takes. */
static gboolean
load_sweep (Loading *self,
            int      sweep_day,
            guint   *share,
            GError **error)
{
  g_autoptr (DrillStatement) sweep = drill_connection_statement (self->connection, "study/sweep");
  guint                      days = (guint) (self->rules->interview_day - self->today);
  guint                      cap = self->rules->reviews_per_day;
  guint64                    room = (guint64) cap * days;
  guint                      n_steps;
  guint                      pool;

  if (!load_due (self, FALSE, TRUE, error))
    return FALSE;
  n_steps = self->rows->len;
  drill_statement_bind_int (sweep, "since", sweep_day);
  if (!load_rows (self, sweep, TRUE, FALSE, error))
    return FALSE;

  pool = self->rows->len - n_steps;
  *share = (pool + self->reviewed + days - 1) / days;
  *share = MIN (*share, cap);
  room = room > self->reviewed ? room - self->reviewed : 0;
  if (pool > room)
    {
      /* Not all of them can be seen: the strongest are left out. */
      g_array_remove_range (self->rows, n_steps, pool - (guint) room);
      g_array_remove_range (self->details, n_steps, pool - (guint) room);
      self->counts.cut += pool - (guint) room;
    }
  *share = *share > self->reviewed ? *share - self->reviewed : 0;

  return TRUE;
}

static DrillQueueEntry *
load_card (Loading *self,
           gint64   card,
           GError **error)
{
  g_autoptr (DrillStatement) row =
      drill_connection_statement (self->connection, "study/entry-of-card");

  drill_statement_bind_int (row, "card", card);

  return drill_statement_step (row, error) == DRILL_STEP_ROW ? drill_queue_entry_read (row) : NULL;
}

/* The entries of today's share, in order. @order: (array): indices of the rows */
static GPtrArray *
take_share (Loading     *self,
            const guint *order,
            guint        share,
            GError     **error)
{
  g_autoptr (GPtrArray) entries = drill_queue_entries_new ();
  guint                 n_reviews = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const DrillQueueRow *row = &g_array_index (self->rows, DrillQueueRow, order[i]);
      const DueDetail     *detail = &g_array_index (self->details, DueDetail, order[i]);
      g_autoptr (GError)   failure = NULL;
      DrillQueueEntry     *entry;

      if (!detail->learning && n_reviews >= share)
        {
          self->counts.later++;
          continue;
        }
      entry = load_card (self, row->card, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (entry == NULL)
        continue;
      self->counts.due++;
      self->counts.learning += detail->learning;
      self->counts.overdue += row->due_day > 0 && row->due_day < self->today;
      n_reviews += !detail->learning;
      g_ptr_array_add (entries, entry);
    }

  return g_steal_pointer (&entries);
}

/* Today's share of what is due, in order. */
GPtrArray *
drill_queue_choose_due (Loading *self,
                        GError **error)
{
  const DrillRules *rules = self->rules;
  g_autofree guint *order = NULL;
  guint             share = rules->reviews_per_day > self->reviewed
                                ? rules->reviews_per_day - self->reviewed
                                : 0;
  gboolean          sweeps = FALSE;

  if (rules->interview_day > self->today)
    {
      int sweep_day;

      if (!count_items (self, error))
        return NULL;
      sweep_day =
          drill_interview_sweep_day (self->items, rules->interview_day, rules->reviews_per_day);
      sweeps = self->today >= sweep_day;
      if (sweeps ? !load_sweep (self, sweep_day, &share, error) : !load_due (self, TRUE, FALSE, error))
        return NULL;
      if (!sweeps)
        cut_due (self, sweep_day);
    }
  else if (!load_due (self, FALSE, FALSE, error))
    {
      return NULL;
    }

  if (sweeps)
    {
      order = g_new (guint, self->rows->len + 1);
      for (guint i = 0; i < self->rows->len; i++)
        order[i] = i;
    }
  else
    {
      const DrillQueueRow *rows = (const DrillQueueRow *) (void *) self->rows->data;

      order = drill_queue_sort (rows,
                                self->rows->len,
                                rules->order,
                                drill_queue_is_behind (rows, self->rows->len, share, self->today),
                                self->today);
    }

  return take_share (self, order, share, error);
}
