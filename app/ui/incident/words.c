/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What was typed in a run, as one JSON object. */

#include "config.h"

#include "ui/incident/words.h"

#include "incident/json.h"

#include <string.h>

/* @text: (nullable): what does not parse counts as nothing typed.
 * Returns: (transfer full) (element-type utf8 utf8) */
GHashTable *
drill_words_from_text (const char *text)
{
  GHashTable          *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (JsonNode) node = text != NULL ? drill_json_parse (text, strlen (text), NULL) : NULL;
  JsonObject          *object = node != NULL ? drill_json_object (node) : NULL;
  g_autoptr (GList)    members = object != NULL ? json_object_get_members (object) : NULL;

  for (GList *member = members; member != NULL; member = member->next)
    {
      const char *typed = drill_json_get_string (object, member->data);

      if (typed != NULL)
        g_hash_table_insert (words, g_strdup (member->data), g_strdup (typed));
    }

  return words;
}

/* Returns: (transfer full) (nullable): NULL when nothing was typed. Slugs are in
 * order, so that equal words give equal text. */
char *
drill_words_to_text (GHashTable *words)
{
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (JsonNode)   node = NULL;
  g_autoptr (GList)      slugs = NULL;

  g_return_val_if_fail (words != NULL, NULL);

  if (g_hash_table_size (words) == 0)
    return NULL;

  object = json_object_new ();
  slugs = g_list_sort (g_hash_table_get_keys (words), (GCompareFunc) strcmp);
  for (GList *slug = slugs; slug != NULL; slug = slug->next)
    json_object_set_string_member (object, slug->data, g_hash_table_lookup (words, slug->data));
  node = json_node_alloc ();
  json_node_init_object (node, object);

  return json_to_string (node, FALSE);
}
