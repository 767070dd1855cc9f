/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Questions as they were asked. */

#include "config.h"

#include "study/item-snapshot.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
set_text (JsonObject *object,
          const char *name,
          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

/* What is usual needs no word. */
static void
set_number (JsonObject *object,
            const char *name,
            guint       number)
{
  if (number != 0)
    json_object_set_int_member (object, name, number);
}

static JsonObject *
write_option (const DrillOption *option)
{
  JsonObject *object = json_object_new ();

  set_text (object, "text", option->markdown);
  set_text (object, "reason", option->reason);
  json_object_set_boolean_member (object, "correct", option->correct);

  return object;
}

/* The same record gives the same text, byte for byte. */
char *
drill_item_snapshot_write (const DrillItemRecord *record)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject          *object = json_object_new ();
  JsonArray           *array;

  g_return_val_if_fail (record != NULL, NULL);

  root = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);
  set_text (object, "key", record->key);
  set_number (object, "kind", record->item->kind == DRILL_ITEM_MCQ ? 0 : record->item->kind);
  set_number (object, "minutes", record->item->minutes);
  set_text (object, "parent", record->parent_key);
  set_text (object, "parent-title", record->parent_title);
  set_text (object, "pack", record->pack);
  set_text (object, "pack-title", record->pack_title);
  set_text (object, "path", record->path);
  json_object_set_int_member (object, "line", record->item->line);
  json_object_set_int_member (object, "levels", record->item->levels);
  set_text (object, "title", record->item->title);
  set_text (object, "title-markdown", record->item->title_markdown);

  array = json_array_new ();
  for (guint i = 0; i < record->item->topics->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (record->item->topics, i));
  json_object_set_array_member (object, "topics", array);

  array = json_array_new ();
  for (guint i = 0; i < record->item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (record->item->parts, i);
      JsonObject      *member = json_object_new ();

      json_object_set_int_member (member, "role", part->role);
      set_number (member, "grade", part->grade);
      set_number (member, "turn", part->turn);
      set_text (member, "text", part->markdown);
      json_array_add_object_element (array, member);
    }
  json_object_set_array_member (object, "parts", array);

  array = json_array_new ();
  for (guint i = 0; i < record->item->options->len; i++)
    json_array_add_object_element (array, write_option (g_ptr_array_index (record->item->options, i)));
  json_object_set_array_member (object, "options", array);

  array = json_array_new ();
  for (guint i = 0; i < record->references->len; i++)
    {
      const DrillReference *reference = g_ptr_array_index (record->references, i);
      JsonObject           *member = json_object_new ();

      set_text (member, "title", reference->title);
      set_text (member, "url", reference->url);
      json_array_add_object_element (array, member);
    }
  json_object_set_array_member (object, "references", array);

  return json_to_string (root, FALSE);
}

/* Returns: (nullable): NULL when there is no such text */
static const char *
get_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static const char *
get_text_or_empty (JsonObject *object,
                   const char *name)
{
  const char *text = get_text (object, name);

  return text != NULL ? text : "";
}

static guint
get_number (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  gint64    number;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return 0;
  number = json_node_get_int (node);

  return number >= 0 && number <= G_MAXINT ? (guint) number : 0;
}

typedef void (*MemberFunc) (DrillItemRecord *record,
                            JsonObject      *member);

static void
each_member (DrillItemRecord *record,
             JsonObject      *object,
             const char      *name,
             MemberFunc       func)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (node), i);

      if (JSON_NODE_HOLDS_OBJECT (element))
        func (record, json_node_get_object (element));
    }
}

static void
read_part (DrillItemRecord *record,
           JsonObject      *member)
{
  DrillPart *part = g_new0 (DrillPart, 1);

  part->role = get_number (member, "role");
  part->grade = get_number (member, "grade");
  part->turn = get_number (member, "turn");
  part->markdown = g_strdup (get_text_or_empty (member, "text"));
  g_ptr_array_add (record->item->parts, part);
}

static void
read_option (DrillItemRecord *record,
             JsonObject      *member)
{
  DrillOption *option = g_new0 (DrillOption, 1);
  JsonNode    *correct = json_object_get_member (member, "correct");

  option->label = g_strdup_printf ("%c", 'A' + record->item->options->len % 26);
  option->markdown = g_strdup (get_text_or_empty (member, "text"));
  option->reason = g_strdup (get_text (member, "reason"));
  option->correct = correct != NULL && JSON_NODE_HOLDS_VALUE (correct) &&
                    json_node_get_value_type (correct) == G_TYPE_BOOLEAN && json_node_get_boolean (correct);
  g_ptr_array_add (record->item->options, option);
}

static void
read_reference (DrillItemRecord *record,
                JsonObject      *member)
{
  DrillReference *reference = g_new0 (DrillReference, 1);

  reference->title = g_strdup (get_text_or_empty (member, "title"));
  reference->url = g_strdup (get_text (member, "url"));
  g_ptr_array_add (record->references, reference);
}

static void
replace_text (char      **field,
              const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* Returns: (transfer full): NULL with @error set when @text is no snapshot */
DrillItemRecord *
drill_item_snapshot_read (const char *text,
                          GError    **error)
{
  g_autoptr (JsonNode)        root = NULL;
  g_autoptr (DrillItemRecord) record = NULL;
  JsonObject                 *object;
  JsonNode                   *topics;
  guint                       kind;

  g_return_val_if_fail (text != NULL, NULL);

  root = json_from_string (text, error);
  if (root == NULL)
    {
      /* An empty text is no error to the parser. */
      if (error != NULL && *error == NULL)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "A stored question is empty");
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "A stored question is no object");
      return NULL;
    }

  object = json_node_get_object (root);
  kind = get_number (object, "kind");
  record = drill_item_record_new (get_text_or_empty (object, "key"), kind != 0 ? kind : DRILL_ITEM_MCQ);
  record->parent_key = g_strdup (get_text (object, "parent"));
  record->parent_title = g_strdup (get_text (object, "parent-title"));
  record->item->minutes = get_number (object, "minutes");
  record->pack = g_strdup (get_text_or_empty (object, "pack"));
  record->pack_title = g_strdup (get_text_or_empty (object, "pack-title"));
  record->path = g_strdup (get_text_or_empty (object, "path"));
  record->item->line = get_number (object, "line");
  record->item->levels = get_number (object, "levels");
  replace_text (&record->item->title, get_text_or_empty (object, "title"));
  replace_text (&record->item->title_markdown, get_text_or_empty (object, "title-markdown"));

  topics = json_object_get_member (object, "topics");
  if (topics != NULL && JSON_NODE_HOLDS_ARRAY (topics))
    {
      for (guint i = 0; i < json_array_get_length (json_node_get_array (topics)); i++)
        {
          JsonNode *topic = json_array_get_element (json_node_get_array (topics), i);

          if (JSON_NODE_HOLDS_VALUE (topic) && json_node_get_value_type (topic) == G_TYPE_STRING)
            g_ptr_array_add (record->item->topics, g_strdup (json_node_get_string (topic)));
        }
    }
  each_member (record, object, "parts", read_part);
  each_member (record, object, "options", read_option);
  each_member (record, object, "references", read_reference);

  return g_steal_pointer (&record);
}
