/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Notes of a collection, in the order in which they were made.
 *
 * The database comes from a stranger. It is opened read-only, with a schema that is
 * not trusted, and nothing of it is believed but text.
 */

#include "config.h"

#include "anki/collection.h"

#include "store/connection.h"

#include <string.h>

#define MAX_FIELDS 64
#define SEPARATOR "\x1f"

/* The names of the fields, by kind of note. */
static GHashTable *
read_names (DrillConnection *connection, const char *statement_name)
{
  g_autoptr (DrillStatement) statement = drill_connection_statement (connection, statement_name);
  g_autoptr (GHashTable) kinds = NULL;
  g_autoptr (GError) error = NULL;
  DrillStep step;

  kinds = g_hash_table_new_full (g_int64_hash,
                                 g_int64_equal,
                                 g_free,
                                 (GDestroyNotify) g_ptr_array_unref);
  while ((step = drill_statement_step (statement, &error)) == DRILL_STEP_ROW)
    {
      gint64      id = drill_statement_int (statement, 0);
      const char *name = drill_statement_text (statement, 2);
      GPtrArray  *names = g_hash_table_lookup (kinds, &id);

      if (names == NULL)
        {
          names = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (kinds, g_memdup2 (&id, sizeof id), names);
        }
      if (names->len < MAX_FIELDS)
        g_ptr_array_add (names, g_utf8_make_valid (name != NULL ? name : "", -1));
    }
  if (step == DRILL_STEP_ERROR)
    return NULL;

  return g_steal_pointer (&kinds);
}

/* As many names as there are fields, or NULL. */
static char **
names_of (GHashTable *kinds, gint64 id, guint n_fields)
{
  GPtrArray *names = kinds != NULL ? g_hash_table_lookup (kinds, &id) : NULL;
  char     **all;

  if (names == NULL)
    return NULL;
  all = g_new0 (char *, n_fields + 1);
  for (guint i = 0; i < n_fields; i++)
    all[i] = g_strdup (i < names->len ? g_ptr_array_index (names, i) : "");

  return all;
}

/**
 * drill_anki_collection_read:
 * @path: a SQLite file
 * @func: gets each note; returns FALSE to end the walk
 *
 * Returns: FALSE with @error when the file is no collection or is damaged
 */
gboolean
drill_anki_collection_read (const char       *path,
                            DrillAnkiNoteFunc func,
                            gpointer          data,
                            GCancellable     *cancellable,
                            GError          **error)
{
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (GHashTable) kinds = NULL;
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep step;
  guint     number = 0;

  connection = drill_connection_open (path, DRILL_CONNECTION_READ_ONLY, error);
  if (connection == NULL)
    return FALSE;
  if (cancellable != NULL)
    drill_connection_set_cancellable (connection, cancellable);

  kinds = read_names (connection, "anki/fields");
  if (kinds == NULL)
    kinds = read_names (connection, "anki/models");
  statement = drill_connection_statement (connection, "anki/notes");
  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    {
      const char      *raw = drill_statement_text (statement, 2);
      g_autofree char *text = g_utf8_make_valid (raw != NULL ? raw : "", -1);
      const char      *raw_tags = drill_statement_text (statement, 1);
      g_autofree char *tags = g_utf8_make_valid (raw_tags != NULL ? raw_tags : "", -1);
      g_auto (GStrv) fields = g_strsplit (text, SEPARATOR, MAX_FIELDS);
      g_auto (GStrv) names
        = names_of (kinds, drill_statement_int (statement, 0), g_strv_length (fields));
      DrillAnkiNote note = { .fields = fields, .names = names, .tags = tags };

      if (!func (&note, ++number, data))
        return TRUE;
    }

  return step == DRILL_STEP_DONE;
}
