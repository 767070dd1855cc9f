/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * All items and what is known of them, in memory.
 *
 *   library.item, .item_topic --in their order--+
 *                                               +--> items, an array
 *   main.card --merged by key-- card_state, -----+
 *                               card_tally, card_mark
 *
 * The two databases meet in the keys of items, which are text: to look each one up for
 * every question would take most of the time of every question. Here both lists of
 * keys are gone through once, side by side, and again only when the library changes.
 * After answers only their cards are read again.
 */

#include "config.h"

#include "study/item-index-private.h"

#include "memory/study-day.h"

#include <stdlib.h>
#include <string.h>

#define DATA_NAME "study/item-index"

static void
name_free (gpointer data)
{
  DrillIndexName *self = data;

  g_free (self->slug);
  g_free (self->title);
  g_free (self);
}

static void
state_free (gpointer data)
{
  IndexState *self = data;

  g_free (self->index.items);
  g_free (self->index.ids);
  g_free (self->index.by_id);
  g_array_unref (self->index.item_topics);
  g_ptr_array_unref (self->index.topics);
  g_ptr_array_unref (self->index.packs);
  g_array_unref (self->place_of_card);
  g_free (self);
}

static IndexState *
state_new (void)
{
  IndexState *self = g_new0 (IndexState, 1);

  self->index.item_topics = g_array_new (FALSE, FALSE, sizeof (guint));
  self->index.topics = g_ptr_array_new_with_free_func (name_free);
  self->index.packs = g_ptr_array_new_with_free_func (name_free);
  self->place_of_card = g_array_new (FALSE, TRUE, sizeof (guint));

  return self;
}

/* @by_row: (out): the id of a name to its index */
static gboolean
load_names (DrillConnection *connection,
            const char      *statement,
            GPtrArray       *names,
            GHashTable      *by_row,
            GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, statement);
  DrillStep                  step;

  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillIndexName *name = g_new0 (DrillIndexName, 1);

      name->id = drill_statement_int (row, 0);
      name->slug = g_strdup (drill_statement_text (row, 1));
      name->title = g_strdup (drill_statement_text (row, 2));
      g_hash_table_insert (by_row, &name->id, GUINT_TO_POINTER (names->len));
      g_ptr_array_add (names, name);
    }

  return step == DRILL_STEP_DONE;
}

static gboolean
load_items (IndexState      *self,
            DrillConnection *connection,
            GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/index-items");
  g_autoptr (GHashTable)     packs = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray)         items = g_array_new (FALSE, TRUE, sizeof (DrillIndexItem));
  DrillStep                  step;

  if (!load_names (connection, "study/index-packs", self->index.packs, packs, error))
    return FALSE;

  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gint64         pack = drill_statement_int (row, 1);
      DrillIndexItem item = {
        .id = drill_statement_int (row, 0),
        .pack = GPOINTER_TO_UINT (g_hash_table_lookup (packs, &pack)),
        .kind = drill_statement_int (row, 2),
        .levels = (guint) drill_statement_int (row, 3),
      };

      g_array_append_val (items, item);
    }
  self->index.n_items = items->len;
  self->index.items = (DrillIndexItem *) (void *) g_array_free (g_steal_pointer (&items), FALSE);

  return step == DRILL_STEP_DONE;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b,
             gpointer      data)
{
  const DrillIndexItem *items = data;
  gint64                left = items[*(const guint *) a].id;
  gint64                right = items[*(const guint *) b].id;

  return (left > right) - (left < right);
}

static void
sort_ids (DrillItemIndex *index)
{
  index->ids = g_new (gint64, index->n_items + 1);
  index->by_id = g_new (guint, index->n_items + 1);
  for (guint i = 0; i < index->n_items; i++)
    index->by_id[i] = i;
  g_qsort_with_data (index->by_id,
                     (gint) index->n_items,
                     sizeof (guint),
                     compare_ids,
                     index->items);
  for (guint i = 0; i < index->n_items; i++)
    index->ids[i] = index->items[index->by_id[i]].id;
}

/* @place: (out) (optional): where the item with that id is */
gboolean
drill_item_index_find (const DrillItemIndex *self,
                       gint64                id,
                       guint                *place)
{
  guint low = 0;
  guint high = self->n_items;

  while (low < high)
    {
      guint  middle = low + (high - low) / 2;
      gint64 found = self->ids[middle];

      if (found == id)
        {
          *place = self->by_id[middle];
          return TRUE;
        }
      if (found < id)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

/* Links come in the order of the items' ids, so the two lists are gone through once. */
static gboolean
load_topics (IndexState      *self,
             DrillConnection *connection,
             GError         **error)
{
  g_autoptr (DrillStatement) row
    = drill_connection_statement (connection, "study/index-item-topics");
  g_autoptr (GHashTable) topics = g_hash_table_new (g_int64_hash, g_int64_equal);
  DrillItemIndex        *index = &self->index;
  guint                  next = 0;
  DrillStep              step;

  if (!load_names (connection, "study/index-topics", index->topics, topics, error))
    return FALSE;

  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gint64          id = drill_statement_int (row, 0);
      gint64          topic = drill_statement_int (row, 1);
      guint           number = GPOINTER_TO_UINT (g_hash_table_lookup (topics, &topic));
      DrillIndexItem *item;

      while (next < index->n_items && index->ids[next] < id)
        next++;
      if (next == index->n_items)
        break;
      item = &index->items[index->by_id[next]];
      if (item->id != id)
        continue;
      if (item->n_topics++ == 0)
        item->first_topic = index->item_topics->len;
      g_array_append_val (index->item_topics, number);
    }

  return step != DRILL_STEP_ERROR;
}

void
drill_item_index_set_card (IndexState *self,
                           gint64      card,
                           guint       place)
{
  /* Rows of cards are counted up from one and are never taken away. */
  g_return_if_fail (card > 0 && card < G_MAXINT);

  if (self->place_of_card->len <= card)
    g_array_set_size (self->place_of_card, (guint) card + (guint) card / 2 + 16);
  g_array_index (self->place_of_card, guint, card) = place + 1;
  self->index.items[place].card = card;
}

static gboolean
merge_cards (IndexState      *self,
             DrillConnection *connection,
             GError         **error)
{
  g_autoptr (DrillStatement) items = NULL;
  g_autoptr (DrillStatement) cards = NULL;
  DrillStep                  item;
  DrillStep                  card;

  items = drill_connection_statement (connection, "study/index-item-keys");
  cards = drill_connection_statement (connection, "study/index-card-keys");
  item = drill_statement_step (items, error);
  card = item != DRILL_STEP_ERROR ? drill_statement_step (cards, error) : DRILL_STEP_ERROR;
  while (item == DRILL_STEP_ROW && card == DRILL_STEP_ROW)
    {
      int   order = strcmp (drill_statement_text (items, 0), drill_statement_text (cards, 0));
      guint place;

      if (order == 0
          && drill_item_index_find (&self->index, drill_statement_int (items, 1), &place))
        drill_item_index_set_card (self, drill_statement_int (cards, 1), place);
      if (order <= 0)
        item = drill_statement_step (items, error);
      if (order >= 0 && item != DRILL_STEP_ERROR)
        card = drill_statement_step (cards, error);
    }

  return item != DRILL_STEP_ERROR && card != DRILL_STEP_ERROR;
}

static gboolean
load (IndexState      *self,
      DrillConnection *connection,
      GError         **error)
{
  if (!load_items (self, connection, error))
    return FALSE;
  sort_ids (&self->index);

  return load_topics (self, connection, error) && merge_cards (self, connection, error)
         && drill_item_index_load_states (self, connection, error);
}

/* A number that is another one after an import. The library holds what changes with
 * answers, too, so its version alone does not say that items have changed. */
static gboolean
sign_library (DrillConnection *connection,
              guint           *signature,
              GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/index-files");
  DrillStep                  step;

  *signature = 1;
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gint64 imported_ms = drill_statement_int (row, 3);

      *signature = *signature * 31 + (guint) drill_statement_int (row, 0);
      *signature = *signature * 31 + g_str_hash (drill_statement_text (row, 1));
      *signature = *signature * 31 + g_str_hash (drill_statement_text (row, 2));
      *signature = *signature * 31 + g_int64_hash (&imported_ms);
    }

  return step == DRILL_STEP_DONE;
}

/**
 * drill_item_index_get:
 *
 * Brings the index of this connection up to date.
 *
 * Returns: (transfer none): until the next call or the end of the connection; %NULL
 *   with @error set
 */
const DrillItemIndex *
drill_item_index_get (DrillConnection *connection,
                      GError         **error)
{
  IndexState *self;
  guint64     library;
  guint64     progress;
  guint       signature;

  g_return_val_if_fail (connection != NULL, NULL);

  library = drill_connection_get_version (connection, "library", error);
  progress = library != 0 ? drill_connection_get_version (connection, "main", error) : 0;
  if (progress == 0)
    return NULL;

  self = drill_connection_get_data (connection, DATA_NAME);
  signature = self != NULL ? self->library_signature : 0;
  if ((self == NULL || self->library_version != library) && !sign_library (connection, &signature, error))
    return NULL;
  if (self != NULL && self->library_signature == signature)
    {
      self->library_version = library;

      if (self->progress_version != progress &&
          !drill_item_index_refresh (self, connection, (guint32) self->progress_version != (guint32) progress, error))
        return NULL;
      self->progress_version = progress;
      return &self->index;
    }

  self = state_new ();
  if (!load (self, connection, error))
    {
      state_free (self);
      return NULL;
    }
  self->library_version = library;
  self->library_signature = signature;
  self->progress_version = progress;
  drill_connection_set_data (connection, DATA_NAME, self, state_free);

  return &self->index;
}

/* Whether it is one of those that a day can bring as new: a question or an MCQ. */
gboolean
drill_index_item_is_studied (const DrillIndexItem *self)
{
  return self->kind == DRILL_ITEM_QUESTION || self->kind == DRILL_ITEM_MCQ;
}

/* The same as due.sql says. */
gboolean
drill_index_item_is_due (const DrillIndexItem *self,
                         int                   today,
                         gint64                now_ms)
{
  return self->card != 0 && self->due_day <= today && self->due_ms <= now_ms
         && (self->state != DRILL_CARD_NEW || self->due_day > 0) && !self->suspended
         && self->buried_until <= today;
}

/* Whether the last thing heard of it is that it was not known: a wrong answer, an
 * answer without a point that it must make, or an incident that went wrong for it. */
gboolean
drill_index_item_is_missed (const DrillIndexItem *self)
{
  if (self->tally.answers > 0
      && (self->tally.last_rating == DRILL_RATING_AGAIN || self->tally.last_missed > 0))
    return TRUE;

  return self->lesson_ms > 0 && (self->tally.answers == 0 || self->tally.last_ms < self->lesson_ms);
}

gboolean
drill_index_item_has_topic (const DrillItemIndex *index,
                            const DrillIndexItem *self,
                            guint                 topic)
{
  for (guint i = 0; i < self->n_topics; i++)
    {
      if (g_array_index (index->item_topics, guint, self->first_topic + i) == topic)
        return TRUE;
    }

  return FALSE;
}

/* The probability of knowing it on a study day, from 0 to 1; 0 without a memory. */
double
drill_index_item_recall (const DrillIndexItem *self,
                         const DrillRules     *rules,
                         int                   day)
{
  if (!(self->stability > 0))
    return 0;

  return drill_fsrs_retrievability (&rules->scheduler.fsrs,
                                    self->stability,
                                    drill_study_day_elapsed (self->last_day, day));
}
