/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The library that reads JSON here descends into nested values by recursion,
 * accepts things that are not JSON and leaks what it has read when it meets an
 * error. So the text is checked first (json-check.c), and the library only sees
 * what it reads to the end.
 */

#include "config.h"

#include "incident/json.h"
#include "incident/json-check.h"

#include <math.h>
#include <string.h>

static gboolean
set_error (GError    **error,
           const char *text)
{
  g_set_error_literal (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_FORMAT, text);
  return FALSE;
}

/**
 * drill_json_parse:
 *
 * Returns: (transfer full): the root, an object or an array, or %NULL with
 *   %DRILL_INCIDENT_ERROR_FORMAT
 */
JsonNode *
drill_json_parse (const char *data,
                  gsize       length,
                  GError    **error)
{
  g_autoptr (JsonParser) parser = NULL;
  gsize     start = 0;
  JsonNode *root;

  g_return_val_if_fail (data != NULL, NULL);

  if (length >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    start = 3;
  if (!drill_json_check (data + start, length - start))
    {
      set_error (error, "This is not JSON, or it is nested too deeply");
      return NULL;
    }

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, data + start, length - start, NULL))
    {
      set_error (error, "This JSON cannot be read");
      return NULL;
    }

  root = json_parser_steal_root (parser);
  if (root == NULL)
    set_error (error, "This is not JSON");

  return root;
}

JsonObject *
drill_json_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
drill_json_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonArray *
drill_json_get_array (JsonObject *object,
                      const char *member)
{
  return object != NULL ? drill_json_array (json_object_get_member (object, member)) : NULL;
}

JsonObject *
drill_json_get_object (JsonObject *object,
                       const char *member)
{
  return object != NULL ? drill_json_object (json_object_get_member (object, member)) : NULL;
}

const char *
drill_json_get_string (JsonObject *object,
                       const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

/* A number, or a string that holds one, as OTLP and Prometheus write them. */
gboolean
drill_json_number (JsonNode *node,
                   double   *value)
{
  g_return_val_if_fail (value != NULL, FALSE);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      const char *text = json_node_get_string (node);
      char       *end = NULL;

      if (text == NULL || *text == '\0' || strlen (text) > 40)
        return FALSE;
      *value = g_ascii_strtod (text, &end);
      return *end == '\0';
    }
  if (json_node_get_value_type (node) != G_TYPE_INT64 && json_node_get_value_type (node) != G_TYPE_DOUBLE)
    return FALSE;

  *value = json_node_get_double (node);
  return TRUE;
}

/* The value in one line: a string as it is, anything else as JSON. */
char *
drill_json_to_text (JsonNode *node)
{
  if (node == NULL)
    return g_strdup ("");
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));

  return json_to_string (node, FALSE);
}
