/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The part of the index that answers change: all of it at first and after everything
 * was computed anew, then the cards that facts have come for. */

#include "config.h"

#include "study/item-index-private.h"

/* With more cards than that to look up, reading all of them in order is faster. */
#define MAX_LOOKED_UP 2000

/* Returns: (nullable): NULL for a card whose item is gone */
static DrillIndexItem *
item_of_card (IndexState *self,
              gint64      card)
{
  guint place;

  if (card <= 0 || card >= self->place_of_card->len)
    return NULL;
  place = g_array_index (self->place_of_card, guint, card);

  return place > 0 ? &self->index.items[place - 1] : NULL;
}

static void
read_state (DrillIndexItem *item,
            DrillStatement *row,
            int             first)
{
  item->state = drill_statement_int (row, first);
  item->last_day = (int) drill_statement_int (row, first + 1);
  item->due_day = (int) drill_statement_int (row, first + 2);
  item->due_ms = drill_statement_int (row, first + 3);
  item->stability = drill_statement_double (row, first + 4);
  item->difficulty = drill_statement_double (row, first + 5);
  item->reps = (guint) drill_statement_int (row, first + 6);
  item->lapses = (guint) drill_statement_int (row, first + 7);
}

static void
read_tally (DrillIndexItem *item,
            DrillStatement *row,
            int             first)
{
  item->tally.answers = (guint) drill_statement_int (row, first);
  item->tally.last_day = (int) drill_statement_int (row, first + 1);
  item->tally.last_rating = drill_statement_int (row, first + 2);
  item->tally.last_occasion = drill_statement_int (row, first + 3);
  item->tally.last_ms = drill_statement_int (row, first + 4);
  item->tally.quiz_answers = (guint) drill_statement_int (row, first + 5);
  item->tally.quiz_wrong = (guint) drill_statement_int (row, first + 6);
  item->tally.last_missed = (guint) drill_statement_int (row, first + 7);
}

static void
read_marks (DrillIndexItem *item,
            DrillStatement *row,
            int             first)
{
  item->suspended = drill_statement_int (row, first) != 0;
  item->buried_until = (int) drill_statement_int (row, first + 1);
  item->flag = (guint) drill_statement_int (row, first + 2);
}

static gboolean
load_all (IndexState      *self,
          DrillConnection *connection,
          const char      *name,
          void (*read) (DrillIndexItem *, DrillStatement *, int),
          GError **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, name);
  DrillStep                  step;

  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillIndexItem *item = item_of_card (self, drill_statement_int (row, 0));

      if (item != NULL)
        read (item, row, 1);
    }

  return step == DRILL_STEP_DONE;
}

static void
forget_states (IndexState *self)
{
  for (guint i = 0; i < self->index.n_items; i++)
    {
      const DrillIndexItem *item = &self->index.items[i];

      self->index.items[i] = (DrillIndexItem){
        .id = item->id,
        .card = item->card,
        .pack = item->pack,
        .first_topic = item->first_topic,
        .n_topics = item->n_topics,
        .kind = item->kind,
        .levels = item->levels,
      };
    }
}

/* Runs are few, and say so without a fact. */
static gboolean
load_lessons (IndexState      *self,
              DrillConnection *connection,
              GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/index-lessons");
  DrillStep                  step;

  for (guint i = 0; i < self->index.n_items; i++)
    self->index.items[i].lesson_ms = 0;
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      guint place;

      if (drill_item_index_find (&self->index, drill_statement_int (row, 0), &place))
        self->index.items[place].lesson_ms = drill_statement_int (row, 1);
    }

  return step == DRILL_STEP_DONE;
}

static gboolean
read_versions (DrillConnection *connection,
               gint64          *generation,
               gint64          *next_fact,
               GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/index-versions");

  if (drill_statement_step (row, error) != DRILL_STEP_ROW)
    return FALSE;
  *generation = drill_statement_int (row, 0);
  *next_fact = drill_statement_int (row, 1);

  return TRUE;
}

/* Cards that items got since. */
static gboolean
load_new_cards (IndexState      *self,
                DrillConnection *connection,
                GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/index-new-cards");
  DrillStep                  step;

  drill_statement_bind_int (row, "since", self->last_card);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gint64 card = drill_statement_int (row, 0);
      guint  place;

      self->last_card = MAX (self->last_card, card);
      if (drill_item_index_find (&self->index, drill_statement_int (row, 1), &place))
        drill_item_index_set_card (self, card, place);
    }

  return step == DRILL_STEP_DONE;
}

gboolean
drill_item_index_load_states (IndexState      *self,
                              DrillConnection *connection,
                              GError         **error)
{
  /* First, so that what comes meanwhile is read again. */
  if (!read_versions (connection, &self->generation, &self->next_fact, error))
    return FALSE;

  for (guint card = 1; card < self->place_of_card->len; card++)
    {
      if (g_array_index (self->place_of_card, guint, card) > 0)
        self->last_card = card;
    }
  forget_states (self);

  return load_all (self, connection, "study/index-states", read_state, error)
         && load_all (self, connection, "study/index-tallies", read_tally, error)
         && load_all (self, connection, "study/index-marks", read_marks, error)
         && load_lessons (self, connection, error);
}

static gboolean
reload_card (IndexState      *self,
             DrillConnection *connection,
             gint64           card,
             GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/index-state");
  DrillIndexItem            *item = item_of_card (self, card);
  DrillStep                  step;

  if (item == NULL)
    return TRUE;

  drill_statement_bind_int (row, "card", card);
  step = drill_statement_step (row, error);
  if (step == DRILL_STEP_ROW)
    {
      /* A row that is not there reads as zeroes, which is what it means. */
      read_state (item, row, 0);
      read_tally (item, row, 8);
      read_marks (item, row, 16);
    }

  return step != DRILL_STEP_ERROR;
}

/* Returns: (transfer full) (element-type gint64) */
static GArray *
list_changed (DrillConnection *connection,
              gint64           since,
              GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/index-changed");
  g_autoptr (GArray)         cards = g_array_new (FALSE, FALSE, sizeof (gint64));
  DrillStep                  step;

  drill_statement_bind_int (row, "since", since);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gint64 card = drill_statement_int (row, 0);

      g_array_append_val (cards, card);
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&cards) : NULL;
}

/* After something was stored in progress.db. @wrote_itself: this connection did, which is
 * not the reading one then: whatever it was, all is read again */
gboolean
drill_item_index_refresh (IndexState      *self,
                          DrillConnection *connection,
                          gboolean         wrote_itself,
                          GError         **error)
{
  g_autoptr (GArray) cards = NULL;
  gint64             generation;
  gint64             next_fact;

  if (!read_versions (connection, &generation, &next_fact, error)
      || !load_new_cards (self, connection, error))
    return FALSE;
  if (wrote_itself || generation != self->generation)
    return drill_item_index_load_states (self, connection, error);

  cards = list_changed (connection, self->next_fact, error);
  if (cards == NULL)
    return FALSE;
  if (cards->len > MAX_LOOKED_UP)
    return drill_item_index_load_states (self, connection, error);

  for (guint i = 0; i < cards->len; i++)
    {
      if (!reload_card (self, connection, g_array_index (cards, gint64, i), error))
        return FALSE;
    }
  self->next_fact = next_fact;

  return load_lessons (self, connection, error);
}
