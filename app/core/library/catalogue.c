/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Packs, topics and levels with their counts. */

#include "config.h"

#include "library/catalogue.h"

#define N_LEVELS 8

static void
pack_info_free (gpointer data)
{
  DrillPackInfo *self = data;

  g_free (self->slug);
  g_free (self->title);
  g_free (self->version);
  g_free (self->language);
  g_free (self->licence);
  g_free (self->source);
  g_free (self);
}

static void
topic_info_free (gpointer data)
{
  DrillTopicInfo *self = data;

  g_free (self->slug);
  g_free (self);
}

static void
catalogue_clear (gpointer data)
{
  DrillCatalogue *self = data;

  g_ptr_array_unref (self->packs);
  g_ptr_array_unref (self->topics);
  g_array_unref (self->levels);
}

DrillCatalogue *
drill_catalogue_ref (DrillCatalogue *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
drill_catalogue_unref (DrillCatalogue *self)
{
  g_atomic_rc_box_release_full (self, catalogue_clear);
}

/* Items of all packs, without follow-ups. */
guint
drill_catalogue_get_items (const DrillCatalogue *self)
{
  guint items = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->packs->len; i++)
    items += ((DrillPackInfo *) g_ptr_array_index (self->packs, i))->items;

  return items;
}

static gboolean
load_packs (DrillCatalogue  *self,
            DrillConnection *connection,
            GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "library/packs");
  DrillStep                  step;

  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillPackInfo *info = g_new0 (DrillPackInfo, 1);

      info->slug = g_strdup (drill_statement_text (row, 0));
      info->title = g_strdup (drill_statement_text (row, 1));
      info->version = g_strdup (drill_statement_text (row, 2));
      info->language = g_strdup (drill_statement_text (row, 3));
      info->licence = g_strdup (drill_statement_text (row, 4));
      info->source = g_strdup (drill_statement_text (row, 5));
      info->items = drill_statement_int (row, 6);
      info->problems = drill_statement_int (row, 7);
      g_ptr_array_add (self->packs, info);
    }

  return step == DRILL_STEP_DONE;
}

static gboolean
load_topics (DrillCatalogue  *self,
             DrillConnection *connection,
             GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "library/topics");
  DrillStep                  step;

  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillTopicInfo *info = g_new0 (DrillTopicInfo, 1);

      info->slug = g_strdup (drill_statement_text (row, 0));
      info->items = drill_statement_int (row, 1);
      g_ptr_array_add (self->topics, info);
    }

  return step == DRILL_STEP_DONE;
}

static gboolean
load_levels (DrillCatalogue  *self,
             DrillConnection *connection,
             GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "library/count-levels");
  guint                      counts[N_LEVELS] = { 0 };
  DrillStep                  step;

  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      for (guint bit = 0; bit < N_LEVELS; bit++)
        {
          if (drill_statement_int (row, 0) & (1 << bit))
            counts[bit] += drill_statement_int (row, 1);
        }
    }

  for (guint bit = 0; bit < N_LEVELS; bit++)
    {
      DrillLevelInfo info = { 1 << bit, counts[bit] };

      if (counts[bit] > 0)
        g_array_append_val (self->levels, info);
    }

  return step == DRILL_STEP_DONE;
}

DrillCatalogue *
drill_catalogue_load (DrillConnection *connection,
                      GError         **error)
{
  g_autoptr (DrillCatalogue) self = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  self = g_atomic_rc_box_new0 (DrillCatalogue);
  self->packs = g_ptr_array_new_with_free_func (pack_info_free);
  self->topics = g_ptr_array_new_with_free_func (topic_info_free);
  self->levels = g_array_new (FALSE, FALSE, sizeof (DrillLevelInfo));

  if (!load_packs (self, connection, error) || !load_topics (self, connection, error) ||
      !load_levels (self, connection, error))
    return NULL;

  return g_steal_pointer (&self);
}
