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

#include "study/queue.h"

#include "study/card-row.h"
#include "study/forecast.h"
#include "study/queue-order.h"
#include "study/siblings.h"

/* How many more new items are looked at than are wanted, as siblings fall out. */
#define SPARE_FACTOR 2
#define SPARE_ITEMS  16

/* What is read of every due card, apart from what its order follows from. */
typedef struct
{
  double   difficulty;
  gboolean learning;
} DueDetail;

typedef struct
{
  DrillConnection  *connection;
  const DrillRules *rules;
  gint64            now_ms;
  int               today;
  guint             introduced; /* today */
  guint             reviewed;
  guint             items;      /* in the library */
  guint             unseen;     /* of them */
  GArray           *rows;       /* DrillQueueRow, due */
  GArray           *details;    /* DueDetail */
  DrillQueueCounts  counts;
} Loading;

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

static GPtrArray *
entries_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) drill_queue_entry_free);
}

static DrillQueueEntry *
entry_from_row (DrillStatement *row)
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

static gboolean
load_rows (Loading        *self,
           DrillStatement *statement,
           gboolean        only_learning,
           GError        **error)
{
  DrillStep step;

  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    {
      DrillCardState state = drill_statement_int (statement, 5);
      DrillQueueRow  row = {
         .card = drill_statement_int (statement, 0),
         .due_day = (int) drill_statement_int (statement, 1),
         .last_day = (int) drill_statement_int (statement, 2),
         .stability = drill_statement_double (statement, 3),
      };
      DueDetail detail = {
        .difficulty = drill_statement_double (statement, 4),
        .learning = state == DRILL_CARD_LEARNING || state == DRILL_CARD_RELEARNING,
      };

      if (only_learning && !detail.learning)
        continue;
      g_array_append_val (self->rows, row);
      g_array_append_val (self->details, detail);
    }

  return step == DRILL_STEP_DONE;
}

static gboolean
load_due (Loading *self,
          gboolean only_learning,
          GError **error)
{
  g_autoptr (DrillStatement) due = drill_connection_statement (self->connection, "study/due");

  drill_statement_bind_int (due, "now_ms", self->now_ms);
  drill_statement_bind_int (due, "today", self->today);

  return load_rows (self, due, only_learning, error);
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

  if (!load_due (self, TRUE, error))
    return FALSE;
  n_steps = self->rows->len;
  drill_statement_bind_int (sweep, "since", sweep_day);
  drill_statement_bind_int (sweep, "today", self->today);
  if (!load_rows (self, sweep, FALSE, error))
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

  return drill_statement_step (row, error) == DRILL_STEP_ROW ? entry_from_row (row) : NULL;
}

/* The entries of today's share, in order. @order: (array): indices of the rows */
static GPtrArray *
take_share (Loading     *self,
            const guint *order,
            guint        share,
            GError     **error)
{
  g_autoptr (GPtrArray) entries = entries_new ();
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

static GPtrArray *
choose_due (Loading *self,
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
      if (sweeps ? !load_sweep (self, sweep_day, &share, error) : !load_due (self, FALSE, error))
        return NULL;
      if (!sweeps)
        cut_due (self, sweep_day);
    }
  else if (!load_due (self, FALSE, error))
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

static DrillQueueEntry *
load_entry (DrillConnection *connection,
            const char      *key,
            GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/entry");

  drill_statement_bind_text (row, "key", key);

  return drill_statement_step (row, error) == DRILL_STEP_ROW ? entry_from_row (row) : NULL;
}

/* Entries of the items that a statement lists by key. Those that are gone are left out. */
static GPtrArray *
load_listed (Loading        *self,
             DrillStatement *keys,
             GError        **error)
{
  g_autoptr (GPtrArray) entries = entries_new ();
  DrillStep             step;

  while ((step = drill_statement_step (keys, error)) == DRILL_STEP_ROW)
    {
      g_autoptr (GError) failure = NULL;
      DrillQueueEntry   *entry;

      entry = load_entry (self->connection, drill_statement_text (keys, 0), &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

/* Takes one of each fact, none of a fact that was introduced today. Both arrays lose
 * their entries. */
static GPtrArray *
choose_one_of_each (GPtrArray *introduced,
                    GPtrArray *candidates,
                    guint      limit)
{
  g_autoptr (GPtrArray)     all = entries_new ();
  g_autoptr (GHashTable)    facts = g_hash_table_new (NULL, NULL);
  g_autofree DrillQueueKin *kin = NULL;
  GPtrArray                *chosen = entries_new ();
  guint                     n_before = introduced->len;

  g_ptr_array_extend_and_steal (all, g_ptr_array_ref (introduced));
  g_ptr_array_extend_and_steal (all, g_ptr_array_ref (candidates));
  kin = drill_siblings_find (all);
  for (guint i = 0; i < all->len; i++)
    {
      gboolean is_first = g_hash_table_add (facts, GUINT_TO_POINTER (kin[i].sibling));

      if (i < n_before || !is_first || chosen->len >= limit)
        continue;
      g_ptr_array_add (chosen, g_ptr_array_index (all, i));
      g_ptr_array_index (all, i) = NULL;
    }

  return chosen;
}

/* How many cards today introduces; before an interview enough to see them all. */
static guint
fresh_cap (const Loading *self)
{
  const DrillRules *rules = self->rules;
  guint             days;
  guint             needed;

  if (rules->interview_day <= self->today)
    return rules->new_per_day;

  days = (guint) (rules->interview_day - self->today);
  needed = (self->unseen + self->introduced + days - 1) / days;

  return MAX (rules->new_per_day, MIN (needed, rules->reviews_per_day));
}

static GPtrArray *
choose_fresh (Loading *self,
              GError **error)
{
  guint                      cap = fresh_cap (self);
  guint                      limit = cap > self->introduced ? cap - self->introduced : 0;
  g_autoptr (DrillStatement) keys = NULL;
  g_autoptr (DrillStatement) today = NULL;
  g_autoptr (GPtrArray)      introduced = NULL;
  g_autoptr (GPtrArray)      candidates = NULL;

  if (limit == 0)
    return entries_new ();

  today = drill_connection_statement (self->connection, "study/introduced");
  drill_statement_bind_int (today, "day", self->today);
  introduced = load_listed (self, today, error);
  if (introduced == NULL)
    return NULL;

  keys = drill_connection_statement (self->connection, "study/new-items");
  drill_statement_bind_int (keys, "today", self->today);
  drill_statement_bind_int (keys, "limit", (gint64) limit * SPARE_FACTOR + SPARE_ITEMS);
  candidates = load_listed (self, keys, error);

  return candidates != NULL ? choose_one_of_each (introduced, candidates, limit) : NULL;
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

/* @mixed: (transfer full) */
static GPtrArray *
arrange (GPtrArray *mixed)
{
  g_autofree DrillQueueKin *kin = drill_siblings_find (mixed);
  g_autofree guint         *order = drill_queue_arrange (kin, mixed->len);
  GPtrArray                *arranged = entries_new ();

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
  due = choose_due (self, error);
  if (due == NULL)
    return NULL;
  fresh = choose_fresh (self, error);
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
  g_autoptr (GPtrArray) entries = entries_new ();

  g_return_val_if_fail (connection != NULL && keys != NULL, NULL);

  for (; *keys != NULL; keys++)
    {
      g_autoptr (GError) failure = NULL;
      DrillQueueEntry   *entry = load_entry (connection, *keys, &failure);

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
