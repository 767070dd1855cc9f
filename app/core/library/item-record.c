/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* One item, put together again from its rows. */

#include "config.h"

#include "library/item-record.h"

static void
reference_free (gpointer data)
{
  DrillReference *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->url);
  g_free (self);
}

static void
record_clear (gpointer data)
{
  DrillItemRecord *self = data;

  g_free (self->key);
  g_clear_pointer (&self->item, drill_item_free);
  g_free (self->pack);
  g_free (self->pack_title);
  g_free (self->path);
  g_free (self->parent_key);
  g_free (self->parent_title);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
}

DrillItemRecord *
drill_item_record_ref (DrillItemRecord *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
drill_item_record_unref (DrillItemRecord *self)
{
  g_atomic_rc_box_release_full (self, record_clear);
}

/* A new item's texts are empty, but there. */
static void
set_text (char      **field,
          const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* A record of an item without text, for whoever has its parts from elsewhere. It is
 * to be filled before anybody else sees it. */
DrillItemRecord *
drill_item_record_new (const char   *key,
                       DrillItemKind kind)
{
  DrillItemRecord *self = g_atomic_rc_box_new0 (DrillItemRecord);

  self->key = g_strdup (key);
  self->item = drill_item_new (kind);
  self->references = g_ptr_array_new_with_free_func (reference_free);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_item_record_unref);

  return self;
}

static DrillItemRecord *
record_from_row (DrillStatement *row,
                 const char     *key)
{
  DrillItemRecord *self = drill_item_record_new (key, drill_statement_int (row, 1));
  DrillItem       *item = self->item;

  item->number = drill_statement_int (row, 2);
  set_text (&item->title, drill_statement_text (row, 3));
  set_text (&item->title_markdown, drill_statement_text (row, 4));
  item->levels = drill_statement_int (row, 5);
  item->minutes = drill_statement_int (row, 6);
  item->line = drill_statement_int (row, 7);
  item->end_line = drill_statement_int (row, 8);
  set_text (&item->fingerprint, drill_statement_text (row, 9));

  self->path = g_strdup (drill_statement_text (row, 11));
  self->pack = g_strdup (drill_statement_text (row, 12));
  self->pack_title = g_strdup (drill_statement_text (row, 13));
  self->parent_key = g_strdup (drill_statement_text (row, 14));
  self->parent_title = g_strdup (drill_statement_text (row, 15));

  return self;
}

static void
add_part (DrillItemRecord *self,
          DrillStatement  *row)
{
  DrillPart *part = g_new0 (DrillPart, 1);

  part->role = drill_statement_int (row, 0);
  part->grade = drill_statement_int (row, 1);
  part->turn = drill_statement_int (row, 2);
  part->markdown = g_strdup (drill_statement_text (row, 3));
  part->line = drill_statement_int (row, 4);
  g_ptr_array_add (self->item->parts, part);
}

static void
add_option (DrillItemRecord *self,
            DrillStatement  *row)
{
  DrillOption *option = g_new0 (DrillOption, 1);

  option->label = g_strdup (drill_statement_text (row, 0));
  option->markdown = g_strdup (drill_statement_text (row, 1));
  option->reason = g_strdup (drill_statement_text (row, 2));
  option->correct = drill_statement_int (row, 3) != 0;
  option->line = drill_statement_int (row, 4);
  g_ptr_array_add (self->item->options, option);
}

static void
add_topic (DrillItemRecord *self,
           DrillStatement  *row)
{
  g_ptr_array_add (self->item->topics, g_strdup (drill_statement_text (row, 0)));
}

static void
add_reference (DrillItemRecord *self,
               DrillStatement  *row)
{
  DrillReference *reference = g_new0 (DrillReference, 1);

  reference->title = g_strdup (drill_statement_text (row, 0));
  reference->url = g_strdup (drill_statement_text (row, 1));
  g_ptr_array_add (self->references, reference);
}

static gboolean
collect (DrillItemRecord *self,
         DrillConnection *connection,
         const char      *query,
         gint64           row,
         void (*add) (DrillItemRecord *self,
                      DrillStatement  *row),
         GError         **error)
{
  g_autoptr (DrillStatement) statement = drill_connection_statement (connection, query);
  DrillStep                  step;

  drill_statement_bind_int (statement, "item", row);
  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    add (self, statement);

  return step == DRILL_STEP_DONE;
}

static gboolean
load_children (DrillItemRecord *self,
               DrillConnection *connection,
               gint64           row,
               GError         **error)
{
  g_autoptr (GPtrArray)      keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep                  step;

  statement = drill_connection_statement (connection, "library/children-of-item");
  drill_statement_bind_int (statement, "item", row);
  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    g_ptr_array_add (keys, g_strdup (drill_statement_text (statement, 0)));
  g_clear_pointer (&statement, drill_statement_release);
  if (step == DRILL_STEP_ERROR)
    return FALSE;

  for (guint i = 0; i < keys->len; i++)
    {
      DrillItemRecord *child;

      child = drill_item_record_load (connection, g_ptr_array_index (keys, i), error);
      if (child == NULL)
        return FALSE;
      g_ptr_array_add (self->children, child);
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable): the key of the item that is called @name now */
static char *
find_key (DrillConnection *connection,
          const char      *name)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (connection, "library/key-by-name");
  drill_statement_bind_text (statement, "name", name);
  if (drill_statement_step (statement, NULL) != DRILL_STEP_ROW)
    return NULL;

  return g_strdup (drill_statement_text (statement, 0));
}

/**
 * drill_item_record_load:
 * @key: of the item, or the name that its file gives it now
 * @error: G_IO_ERROR_NOT_FOUND when the library has no such item
 *
 * Returns: (transfer full): the item, its follow-ups included
 */
DrillItemRecord *
drill_item_record_load (DrillConnection *connection,
                        const char      *key,
                        GError         **error)
{
  g_autoptr (DrillStatement)  statement = NULL;
  g_autoptr (DrillItemRecord) self = NULL;
  DrillStep                   step;
  gint64                      row;

  g_return_val_if_fail (connection != NULL && key != NULL, NULL);

  statement = drill_connection_statement (connection, "library/item-by-key");
  drill_statement_bind_text (statement, "key", key);
  step = drill_statement_step (statement, error);
  if (step == DRILL_STEP_DONE)
    {
      g_autofree char *other = find_key (connection, key);

      if (other != NULL)
        {
          g_clear_pointer (&statement, drill_statement_release);
          return drill_item_record_load (connection, other, error);
        }
    }
  if (step == DRILL_STEP_DONE)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no item %s", key);
  if (step != DRILL_STEP_ROW)
    return NULL;

  row = drill_statement_int (statement, 0);
  self = record_from_row (statement, key);
  g_clear_pointer (&statement, drill_statement_release);

  if (!collect (self, connection, "library/parts-of-item", row, add_part, error) ||
      !collect (self, connection, "library/options-of-item", row, add_option, error) ||
      !collect (self, connection, "library/topics-of-item", row, add_topic, error) ||
      !collect (self, connection, "library/references-of-item", row, add_reference, error) ||
      !load_children (self, connection, row, error))
    return NULL;

  return g_steal_pointer (&self);
}
