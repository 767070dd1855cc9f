/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What one chooses of a mock interview, as a value and as text. */

#include "config.h"

#include "study/mock-setup.h"

#include "pack/item.h"

#include <json-glib/json-glib.h>

static const guint levels[DRILL_MOCK_N_LEVELS] = { DRILL_LEVEL_MID, DRILL_LEVEL_SENIOR, DRILL_LEVEL_STAFF, DRILL_LEVEL_LEAD };
static const guint lengths[DRILL_MOCK_N_LENGTHS] = { 20, 45, 60 };

guint
drill_mock_setup_nth_level (guint n)
{
  g_return_val_if_fail (n < DRILL_MOCK_N_LEVELS, DRILL_LEVEL_SENIOR);

  return levels[n];
}

guint
drill_mock_setup_nth_length (guint n)
{
  g_return_val_if_fail (n < DRILL_MOCK_N_LENGTHS, 45);

  return lengths[n];
}

static gboolean
is_one_of (const guint *choices,
           guint        n_choices,
           guint        choice)
{
  for (guint i = 0; i < n_choices; i++)
    {
      if (choices[i] == choice)
        return TRUE;
    }

  return FALSE;
}

/* @self: (out caller-allocates) */
void
drill_mock_setup_init (DrillMockSetup *self)
{
  g_return_if_fail (self != NULL);

  *self = (DrillMockSetup) { DRILL_LEVEL_SENIOR, 45 };
}

gboolean
drill_mock_setup_is_valid (const DrillMockSetup *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_one_of (levels, G_N_ELEMENTS (levels), self->level) &&
         is_one_of (lengths, G_N_ELEMENTS (lengths), self->minutes);
}

/* Returns: (transfer full): JSON */
char *
drill_mock_setup_to_text (const DrillMockSetup *self)
{
  g_return_val_if_fail (self != NULL && drill_mock_setup_is_valid (self), NULL);

  return g_strdup_printf ("{\"level\":\"%s\",\"minutes\":%u}", drill_level_to_word (self->level), self->minutes);
}

/* @self: (out caller-allocates): what @text says; where it says nothing that can be
 * chosen, the usual choice */
void
drill_mock_setup_from_text (DrillMockSetup *self,
                            const char     *text)
{
  g_autoptr (JsonNode) root = NULL;
  JsonNode            *level, *minutes;
  DrillMockSetup       read;

  g_return_if_fail (self != NULL && text != NULL);

  drill_mock_setup_init (self);
  root = json_from_string (text, NULL);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;

  read = *self;
  level = json_object_get_member (json_node_get_object (root), "level");
  minutes = json_object_get_member (json_node_get_object (root), "minutes");
  if (level != NULL && JSON_NODE_HOLDS_VALUE (level) && json_node_get_value_type (level) == G_TYPE_STRING)
    read.level = drill_level_from_word (json_node_get_string (level));
  if (minutes != NULL && JSON_NODE_HOLDS_VALUE (minutes) && json_node_get_value_type (minutes) == G_TYPE_INT64)
    read.minutes = (guint) CLAMP (json_node_get_int (minutes), 0, 1000);
  if (drill_mock_setup_is_valid (&read))
    *self = read;
}
