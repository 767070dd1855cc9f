/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* How a quiz is set up, as a value, as text and as rows. */

#include "config.h"

#include "study/quiz-setup.h"

#include "store/error.h"

#include <json-glib/json-glib.h>
#include <string.h>

DrillQuizSetup *
drill_quiz_setup_new (DrillQuizPreset preset)
{
  DrillQuizSetup *self = g_new0 (DrillQuizSetup, 1);

  self->count = 10;
  self->timing = DRILL_QUIZ_TIME_FOR_ALL;
  self->minutes = 10;
  self->seconds = 60;
  self->shuffle_questions = TRUE;
  self->shuffle_options = TRUE;
  self->schedule = TRUE;

  switch (preset)
    {
    case DRILL_QUIZ_PRESET_EXAM:
      self->count = 40;
      self->minutes = 50;
      self->exam = TRUE;
      self->pass_percent = 70;
      break;
    case DRILL_QUIZ_PRESET_WEAK:
      self->pool = DRILL_QUIZ_POOL_WEAK;
      self->timing = DRILL_QUIZ_UNTIMED;
      break;
    case DRILL_QUIZ_PRESET_TEN:
    default:
      break;
    }

  return self;
}

DrillQuizSetup *
drill_quiz_setup_copy (const DrillQuizSetup *self)
{
  DrillQuizSetup *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->packs = g_strdupv (self->packs);
  copy->topics = g_strdupv (self->topics);

  return copy;
}

void
drill_quiz_setup_free (DrillQuizSetup *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->packs);
  g_strfreev (self->topics);
  g_free (self);
}

gboolean
drill_quiz_setup_equal (const DrillQuizSetup *a,
                        const DrillQuizSetup *b)
{
  g_autofree char *x = drill_quiz_setup_to_text (a);
  g_autofree char *y = drill_quiz_setup_to_text (b);

  return g_str_equal (x, y);
}

static void
add_strings (JsonObject        *object,
             const char        *name,
             const char *const *strings)
{
  JsonArray *array;

  if (strings == NULL || strings[0] == NULL)
    return;

  array = json_array_new ();
  for (; *strings != NULL; strings++)
    json_array_add_string_element (array, *strings);
  json_object_set_array_member (object, name, array);
}

char *
drill_quiz_setup_to_text (const DrillQuizSetup *self)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject          *object = json_object_new ();

  g_return_val_if_fail (self != NULL, NULL);

  root = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);
  add_strings (object, "packs", (const char *const *) self->packs);
  add_strings (object, "topics", (const char *const *) self->topics);
  json_object_set_int_member (object, "levels", self->levels);
  json_object_set_int_member (object, "pool", self->pool);
  json_object_set_int_member (object, "count", self->count);
  json_object_set_int_member (object, "timing", self->timing);
  json_object_set_int_member (object, "minutes", self->minutes);
  json_object_set_int_member (object, "seconds", self->seconds);
  json_object_set_boolean_member (object, "exam", self->exam);
  json_object_set_int_member (object, "pass", self->pass_percent);
  json_object_set_int_member (object, "penalty", self->penalty);
  json_object_set_boolean_member (object, "shuffle-questions", self->shuffle_questions);
  json_object_set_boolean_member (object, "shuffle-options", self->shuffle_options);
  json_object_set_boolean_member (object, "schedule", self->schedule);

  return json_to_string (root, FALSE);
}

static guint
read_number (JsonObject *object,
             const char *name,
             guint       least,
             guint       most,
             guint       otherwise)
{
  JsonNode *node = json_object_get_member (object, name);
  gint64    number;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return otherwise;
  number = json_node_get_int (node);

  return number >= least && number <= most ? (guint) number : otherwise;
}

static gboolean
read_flag (JsonObject *object,
           const char *name,
           gboolean    otherwise)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return otherwise;

  return json_node_get_boolean (node);
}

/* Returns: (transfer full) (nullable) */
static GStrv
read_strings (JsonObject *object,
              const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonNode                *node = json_object_get_member (object, name);
  guint                    n = 0;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (node), i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        continue;
      g_strv_builder_add (builder, json_node_get_string (element));
      n++;
    }

  return n > 0 ? g_strv_builder_end (builder) : NULL;
}

DrillQuizSetup *
drill_quiz_setup_from_text (const char *text)
{
  DrillQuizSetup      *self = drill_quiz_setup_new (DRILL_QUIZ_PRESET_TEN);
  g_autoptr (JsonNode) root = NULL;
  JsonObject          *object;

  g_return_val_if_fail (text != NULL, self);

  root = json_from_string (text, NULL);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return self;

  object = json_node_get_object (root);
  self->packs = read_strings (object, "packs");
  self->topics = read_strings (object, "topics");
  self->levels = read_number (object, "levels", 0, G_MAXUINT16, self->levels);
  self->pool = read_number (object, "pool", 0, DRILL_QUIZ_N_POOLS - 1, self->pool);
  self->count = read_number (object, "count", 1, DRILL_QUIZ_MAX_COUNT, self->count);
  self->timing = read_number (object, "timing", 0, DRILL_QUIZ_TIME_FOR_EACH, self->timing);
  self->minutes = read_number (object, "minutes", 1, DRILL_QUIZ_MAX_MINUTES, self->minutes);
  self->seconds = read_number (object, "seconds", 1, DRILL_QUIZ_MAX_SECONDS, self->seconds);
  self->exam = read_flag (object, "exam", self->exam);
  self->pass_percent = read_number (object, "pass", 0, 100, self->pass_percent);
  self->penalty = read_number (object, "penalty", 0, DRILL_POINT, self->penalty);
  self->shuffle_questions = read_flag (object, "shuffle-questions", self->shuffle_questions);
  self->shuffle_options = read_flag (object, "shuffle-options", self->shuffle_options);
  self->schedule = read_flag (object, "schedule", self->schedule);

  return self;
}

DrillAttemptRules
drill_quiz_setup_get_rules (const DrillQuizSetup *self)
{
  DrillAttemptRules rules = { 0 };

  g_return_val_if_fail (self != NULL, rules);

  rules.exam = self->exam;
  if (self->timing == DRILL_QUIZ_TIME_FOR_ALL)
    rules.total_ms = (gint64) self->minutes * 60000;
  else if (self->timing == DRILL_QUIZ_TIME_FOR_EACH)
    rules.question_ms = (gint64) self->seconds * 1000;

  return rules;
}

DrillScoreRules
drill_quiz_setup_get_score_rules (const DrillQuizSetup *self)
{
  DrillScoreRules rules = { 0 };

  g_return_val_if_fail (self != NULL, rules);

  rules.penalty = self->penalty;
  rules.pass_percent = self->pass_percent;

  return rules;
}

void
drill_named_setup_free (DrillNamedSetup *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  drill_quiz_setup_free (self->setup);
  g_free (self);
}

GPtrArray *
drill_quiz_setup_list (DrillConnection *connection,
                       GError         **error)
{
  g_autoptr (GPtrArray)      setups = NULL;
  g_autoptr (DrillStatement) row = NULL;
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL, NULL);

  setups = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_named_setup_free);
  row = drill_connection_statement (connection, "study/quiz-setups");
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillNamedSetup *named = g_new0 (DrillNamedSetup, 1);

      named->name = g_strdup (drill_statement_text (row, 0));
      named->setup = drill_quiz_setup_from_text (drill_statement_text (row, 1));
      g_ptr_array_add (setups, named);
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&setups) : NULL;
}

/* Runs @query, which stores @setup under @name; @old_name: (nullable) */
static gboolean
run_put (DrillConnection      *connection,
         const char           *query,
         const char           *old_name,
         const char           *name,
         const DrillQuizSetup *setup,
         GError              **error)
{
  g_autoptr (DrillStatement) put = drill_connection_statement (connection, query);
  g_autofree char           *text = drill_quiz_setup_to_text (setup);

  if (old_name != NULL)
    drill_statement_bind_text (put, "old_name", old_name);
  drill_statement_bind_text (put, "name", name);
  drill_statement_bind_text (put, "setup", text);

  return drill_statement_run (put, error);
}

/* Keeps @setup as the one that was used last. */
gboolean
drill_quiz_setup_remember (DrillConnection      *connection,
                           const DrillQuizSetup *setup,
                           GError              **error)
{
  g_return_val_if_fail (connection != NULL && setup != NULL, FALSE);

  return run_put (connection, "study/put-quiz-setup", NULL, "", setup, error);
}

static gboolean
keep_in_transaction (DrillConnection      *connection,
                     const char           *old_name,
                     const char           *name,
                     const DrillQuizSetup *setup,
                     GError              **error)
{
  if (old_name != NULL)
    {
      if (!run_put (connection, "study/change-quiz-setup", old_name, name, setup, error))
        return FALSE;
      if (drill_connection_changes (connection) > 0)
        return TRUE;
    }

  return run_put (connection, "study/insert-quiz-setup", NULL, name, setup, error);
}

/**
 * drill_quiz_setup_keep:
 * @old_name: (nullable): the name that this setup has had so far; %NULL for a new one
 *
 * Keeps @setup under @name and no longer under @old_name. One that has been deleted in
 * the meantime is kept as a new one.
 *
 * Returns: %FALSE on an error, G_IO_ERROR_EXISTS when another setup has that name; then
 *   nothing has changed
 */
gboolean
drill_quiz_setup_keep (DrillConnection      *connection,
                       const char           *old_name,
                       const char           *name,
                       const DrillQuizSetup *setup,
                       GError              **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (connection != NULL && setup != NULL, FALSE);
  g_return_val_if_fail (name != NULL && *name != '\0', FALSE);

  if (!drill_connection_begin (connection, error))
    return FALSE;
  if (keep_in_transaction (connection, old_name, name, setup, &local) && drill_connection_commit (connection, &local))
    return TRUE;

  drill_connection_rollback (connection);
  if (g_error_matches (local, DRILL_STORE_ERROR, DRILL_STORE_ERROR_CONSTRAINT))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "There is already a setup called %s", name);
  else
    g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

gboolean
drill_quiz_setup_delete (DrillConnection *connection,
                         const char      *name,
                         GError         **error)
{
  g_autoptr (DrillStatement) delete = NULL;

  g_return_val_if_fail (connection != NULL && name != NULL, FALSE);

  delete = drill_connection_statement (connection, "study/delete-quiz-setup");
  drill_statement_bind_text (delete, "name", name);

  return drill_statement_run (delete, error);
}
