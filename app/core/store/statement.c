/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Prepared statements, one per .sql resource and connection.
 *
 * Preparing costs more than running a small statement, so each is kept for the
 * life of its connection. It can be out only once at a time: two users would
 * reset each other's rows, so that is asserted instead of being allowed.
 */

#include "config.h"

#include "store/connection-private.h"

#include <string.h>

struct _DrillStatement
{
  DrillConnection *connection;
  char            *name;
  sqlite3_stmt    *handle; /* NULL when it could not be prepared */
  int              prepare_code;
  char            *prepare_message;
  gboolean         in_use;
};

void
drill_statement_free_cached (gpointer data)
{
  DrillStatement *self = data;

  g_assert (!self->in_use);

  sqlite3_finalize (self->handle);
  g_free (self->prepare_message);
  g_free (self->name);
  g_free (self);
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text) || *text == ';')
    text++;

  return *text == '\0';
}

static void
prepare (DrillStatement *self)
{
  g_autofree char   *resource = g_strdup_printf (RESOURCE_ROOT "/sql/%s.sql", self->name);
  g_autoptr (GBytes) sql = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  const char        *tail = NULL;

  if (sql == NULL)
    g_error ("There is no SQL resource named %s", self->name);

  self->prepare_code = sqlite3_prepare_v3 (self->connection->handle,
                                           g_bytes_get_data (sql, NULL),
                                           -1,
                                           SQLITE_PREPARE_PERSISTENT,
                                           &self->handle,
                                           &tail);
  g_clear_pointer (&self->prepare_message, g_free);
  if (self->prepare_code != SQLITE_OK)
    self->prepare_message = g_strdup (sqlite3_errmsg (self->connection->handle));
  else if (!is_blank (tail))
    g_error ("%s holds more than one statement", self->name);
}

DrillStatement *
drill_connection_statement (DrillConnection *self,
                            const char      *name)
{
  DrillStatement *statement;

  g_assert (self != NULL && name != NULL);
  g_assert (self->owner == g_thread_self ());

  statement = g_hash_table_lookup (self->statements, name);
  if (statement == NULL)
    {
      statement = g_new0 (DrillStatement, 1);
      statement->connection = self;
      statement->name = g_strdup (name);
      g_hash_table_insert (self->statements, g_strdup (name), statement);
    }

  if (statement->in_use)
    g_error ("%s is in use already", name);
  if (statement->handle == NULL)
    prepare (statement);
  statement->in_use = TRUE;

  return statement;
}

/* Gives it back to the cache; its rows and bindings are gone after that. */
void
drill_statement_release (DrillStatement *self)
{
  if (self == NULL)
    return;

  g_assert (self->in_use);

  if (self->handle != NULL)
    {
      sqlite3_reset (self->handle);
      sqlite3_clear_bindings (self->handle);
    }
  self->in_use = FALSE;
}

static int
parameter_index (DrillStatement *self,
                 const char     *parameter)
{
  char name[64];
  int  index;

  g_assert (self->in_use);
  g_assert (strlen (parameter) < sizeof name - 1);

  name[0] = ':';
  g_strlcpy (name + 1, parameter, sizeof name - 1);
  index = sqlite3_bind_parameter_index (self->handle, name);
  if (index == 0)
    g_error ("%s has no parameter %s", self->name, name);

  return index;
}

void
drill_statement_bind_int (DrillStatement *self,
                          const char     *parameter,
                          gint64          value)
{
  if (self->handle != NULL)
    sqlite3_bind_int64 (self->handle, parameter_index (self, parameter), value);
}

void
drill_statement_bind_double (DrillStatement *self,
                             const char     *parameter,
                             double          value)
{
  if (self->handle != NULL)
    sqlite3_bind_double (self->handle, parameter_index (self, parameter), value);
}

/* @value: (nullable): NULL binds SQL's NULL; it is copied */
void
drill_statement_bind_text (DrillStatement *self,
                           const char     *parameter,
                           const char     *value)
{
  if (self->handle != NULL)
    sqlite3_bind_text (self->handle,
                       parameter_index (self, parameter),
                       value,
                       -1,
                       SQLITE_TRANSIENT);
}

void
drill_statement_bind_blob (DrillStatement *self,
                           const char     *parameter,
                           gconstpointer   data,
                           gsize           size)
{
  if (self->handle != NULL)
    sqlite3_bind_blob64 (self->handle,
                         parameter_index (self, parameter),
                         data,
                         size,
                         SQLITE_TRANSIENT);
}

DrillStep
drill_statement_step (DrillStatement *self,
                      GError        **error)
{
  int code;

  g_assert (self != NULL && self->in_use);

  if (self->handle == NULL)
    {
      drill_store_set_error (error,
                             self->prepare_code,
                             self->connection->path,
                             self->prepare_message);
      return DRILL_STEP_ERROR;
    }

  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return DRILL_STEP_ROW;
  if (code == SQLITE_DONE)
    return DRILL_STEP_DONE;

  drill_connection_set_error (self->connection, code, error);
  return DRILL_STEP_ERROR;
}

/* Runs to the end, ignoring rows, and resets; bindings stay for the next run. */
gboolean
drill_statement_run (DrillStatement *self,
                     GError        **error)
{
  DrillStep step;

  do
    step = drill_statement_step (self, error);
  while (step == DRILL_STEP_ROW);
  drill_statement_reset (self);

  return step == DRILL_STEP_DONE;
}

/* Ready to be stepped from its first row again; bindings stay. */
void
drill_statement_reset (DrillStatement *self)
{
  if (self->handle != NULL)
    sqlite3_reset (self->handle);
}

gint64
drill_statement_int (DrillStatement *self,
                     int             column)
{
  return sqlite3_column_int64 (self->handle, column);
}

double
drill_statement_double (DrillStatement *self,
                        int             column)
{
  return sqlite3_column_double (self->handle, column);
}

const char *
drill_statement_text (DrillStatement *self,
                      int             column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

gconstpointer
drill_statement_blob (DrillStatement *self,
                      int             column,
                      gsize          *size)
{
  gconstpointer data = sqlite3_column_blob (self->handle, column);

  if (size != NULL)
    *size = sqlite3_column_bytes (self->handle, column);

  return data;
}

gboolean
drill_statement_is_null (DrillStatement *self,
                         int             column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}
