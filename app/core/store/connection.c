/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * One connection, owned by one thread.
 *
 * SQLite is opened without its own mutexes: ownership is the lock, and every
 * public function asserts it. The writer commits with synchronous=FULL, because
 * what it stores on "main" is what a person did; attached databases are derived
 * and use NORMAL, which cannot corrupt them but may lose the last transaction.
 */

#include "config.h"

#include "store/connection-private.h"

/* How many virtual machine steps pass between two looks at the cancellable:
 * about a millisecond. */
#define STEPS_BETWEEN_CANCEL_CHECKS 20000

#define BUSY_TIMEOUT_MS 5000

void
drill_connection_set_error (DrillConnection *self,
                            int              code,
                            GError         **error)
{
  drill_store_set_error (error, code, self->path, sqlite3_errmsg (self->handle));
}

/* @path: of the file that messages are about */
static gboolean
execute_on (DrillConnection *self,
            const char      *path,
            const char      *sql,
            GError         **error)
{
  int code;

  g_assert (self->owner == g_thread_self ());

  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code != SQLITE_OK)
    drill_store_set_error (error,
                           sqlite3_extended_errcode (self->handle),
                           path,
                           sqlite3_errmsg (self->handle));

  return code == SQLITE_OK;
}

gboolean
drill_connection_execute (DrillConnection *self,
                          const char      *sql,
                          GError         **error)
{
  return execute_on (self, self->path, sql, error);
}

static int
progress_cb (gpointer data)
{
  DrillConnection *self = data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/**
 * drill_connection_open:
 * @path: the database that becomes schema "main"; created when it is not there
 *   and @mode allows it
 *
 * Returns: (transfer full): the connection, owned by the calling thread, or
 *   %NULL with an error of #DRILL_STORE_ERROR
 */
DrillConnection *
drill_connection_open (const char         *path,
                       DrillConnectionMode mode,
                       GError            **error)
{
  g_autoptr (DrillConnection) self = NULL;
  int                         flags = SQLITE_OPEN_NOMUTEX;
  int                         code;

  g_return_val_if_fail (path != NULL, NULL);

  flags |= mode == DRILL_CONNECTION_READ_ONLY ? SQLITE_OPEN_READONLY
                                              : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

  self = g_new0 (DrillConnection, 1);
  self->owner = g_thread_self ();
  self->path = g_strdup (path);
  self->statements =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, drill_statement_free_cached);

  code = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      drill_connection_set_error (self, code, error);
      return NULL;
    }

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (self->handle, STEPS_BETWEEN_CANCEL_CHECKS, progress_cb, self);

  /* A database is data. What its schema says may not call into the program. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);

  if (!drill_connection_execute (self, "PRAGMA foreign_keys = ON", error))
    return NULL;
  if (mode == DRILL_CONNECTION_READ_WRITE &&
      !drill_connection_execute (self,
                                 "PRAGMA journal_mode = WAL; PRAGMA main.synchronous = FULL",
                                 error))
    return NULL;

  return g_steal_pointer (&self);
}

typedef struct
{
  gpointer       data;
  GDestroyNotify destroy;
} ConnectionData;

static void
connection_data_free (gpointer data)
{
  ConnectionData *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self);
}

/* Returns: (transfer none) (nullable) */
gpointer
drill_connection_get_data (DrillConnection *self,
                           const char      *name)
{
  ConnectionData *kept;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  g_assert (self->owner == g_thread_self ());

  kept = self->data != NULL ? g_hash_table_lookup (self->data, name) : NULL;

  return kept != NULL ? kept->data : NULL;
}

/* @data: (transfer full): replaces what had that name */
void
drill_connection_set_data (DrillConnection *self,
                           const char      *name,
                           gpointer         data,
                           GDestroyNotify   destroy)
{
  ConnectionData *kept;

  g_return_if_fail (self != NULL && name != NULL);
  g_assert (self->owner == g_thread_self ());

  if (self->data == NULL)
    self->data = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, connection_data_free);
  kept = g_new (ConnectionData, 1);
  kept->data = data;
  kept->destroy = destroy;
  g_hash_table_insert (self->data, g_strdup (name), kept);
}

/* Every statement must have been released. */
void
drill_connection_close (DrillConnection *self)
{
  if (self == NULL)
    return;

  g_assert (self->owner == g_thread_self ());

  g_clear_pointer (&self->data, g_hash_table_unref);
  g_hash_table_unref (self->statements);
  g_clear_object (&self->cancellable);
  sqlite3_close (self->handle);
  g_free (self->path);
  g_free (self);
}

/* Makes the file at @path readable as "@schema.table" beside main. When that fails,
 * nothing is attached. */
gboolean
drill_connection_attach (DrillConnection *self,
                         const char      *path,
                         const char      *schema,
                         GError         **error)
{
  g_autofree char *pragmas = NULL;
  char            *sql;
  gboolean         attached;

  g_return_val_if_fail (self != NULL && path != NULL && schema != NULL, FALSE);

  sql = sqlite3_mprintf ("ATTACH DATABASE %Q AS %Q", path, schema);
  attached = execute_on (self, path, sql, error);
  sqlite3_free (sql);
  if (!attached)
    return FALSE;

  if (sqlite3_db_readonly (self->handle, "main") == 1)
    return TRUE;

  pragmas = g_strdup_printf ("PRAGMA %s.journal_mode = WAL; PRAGMA %s.synchronous = NORMAL",
                             schema,
                             schema);
  if (execute_on (self, path, pragmas, error))
    return TRUE;

  drill_connection_detach (self, schema, NULL);
  return FALSE;
}

gboolean
drill_connection_detach (DrillConnection *self,
                         const char      *schema,
                         GError         **error)
{
  g_autofree char *sql = NULL;

  g_return_val_if_fail (self != NULL && schema != NULL, FALSE);

  /* A cached statement may still look at the schema. */
  g_hash_table_remove_all (self->statements);
  sql = g_strdup_printf ("DETACH DATABASE %s", schema);

  return drill_connection_execute (self, sql, error);
}

/* @cancellable: (nullable): stops whatever statement runs while it is set. */
void
drill_connection_set_cancellable (DrillConnection *self,
                                  GCancellable    *cancellable)
{
  g_return_if_fail (self != NULL);
  g_assert (self->owner == g_thread_self ());

  g_set_object (&self->cancellable, cancellable);
}

gboolean
drill_connection_begin (DrillConnection *self,
                        GError         **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return drill_connection_execute (self, "BEGIN IMMEDIATE", error);
}

gboolean
drill_connection_commit (DrillConnection *self,
                         GError         **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return drill_connection_execute (self, "COMMIT", error);
}

/* Never fails in a way that matters: without a transaction it does nothing, and
 * SQLite has already rolled back after errors such as a full disk. */
void
drill_connection_rollback (DrillConnection *self)
{
  g_return_if_fail (self != NULL);

  self->savepoints = 0;
  if (!sqlite3_get_autocommit (self->handle))
    drill_connection_execute (self, "ROLLBACK", NULL);
}

static gboolean
run_on_savepoint (DrillConnection *self,
                  const char      *verb,
                  GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("%s level_%u", verb, self->savepoints);

  return drill_connection_execute (self, sql, error);
}

gboolean
drill_connection_savepoint (DrillConnection *self,
                            GError         **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  self->savepoints++;
  if (run_on_savepoint (self, "SAVEPOINT", error))
    return TRUE;

  self->savepoints--;
  return FALSE;
}

gboolean
drill_connection_release_savepoint (DrillConnection *self,
                                    GError         **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->savepoints > 0, FALSE);

  if (!run_on_savepoint (self, "RELEASE", error))
    return FALSE;

  self->savepoints--;
  return TRUE;
}

void
drill_connection_rollback_savepoint (DrillConnection *self)
{
  g_return_if_fail (self != NULL);

  /* After an error that ended the whole transaction there is none to go back to. */
  if (self->savepoints == 0 || sqlite3_get_autocommit (self->handle))
    return;

  run_on_savepoint (self, "ROLLBACK TO", NULL);
  run_on_savepoint (self, "RELEASE", NULL);
  self->savepoints--;
}

gboolean
drill_connection_run_script (DrillConnection *self,
                             const char      *name,
                             GError         **error)
{
  g_autofree char   *resource = NULL;
  g_autoptr (GBytes) script = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  resource = g_strdup_printf (RESOURCE_ROOT "/sql/%s.sql", name);
  script = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (script == NULL)
    return FALSE;

  /* GResource data ends in a NUL byte that its size does not count. */
  return drill_connection_execute (self, g_bytes_get_data (script, NULL), error);
}

/* @pragma: such as "main.user_version"; must give one integer. */
gboolean
drill_connection_pragma_int (DrillConnection *self,
                             const char      *pragma,
                             gint64          *value,
                             GError         **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt    *statement = NULL;
  int              code;

  g_return_val_if_fail (self != NULL && pragma != NULL && value != NULL, FALSE);
  g_assert (self->owner == g_thread_self ());

  sql = g_strdup_printf ("PRAGMA %s", pragma);
  code = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *value = sqlite3_column_int64 (statement, 0);
  else
    drill_connection_set_error (self, sqlite3_extended_errcode (self->handle), error);
  sqlite3_finalize (statement);

  return code == SQLITE_ROW;
}

/* A number that is another one whenever @schema may hold something else than before:
 * after another connection's commits there, and after any change of this one. 0 with
 * @error set. */
guint64
drill_connection_get_version (DrillConnection *self,
                              const char      *schema,
                              GError         **error)
{
  g_autofree char *pragma = NULL;
  gint64           version;

  g_return_val_if_fail (self != NULL && schema != NULL, 0);

  pragma = g_strconcat (schema, ".data_version", NULL);
  if (!drill_connection_pragma_int (self, pragma, &version, error))
    return 0;

  return (guint64) version << 32 | (guint32) sqlite3_total_changes (self->handle);
}

gint64
drill_connection_last_rowid (DrillConnection *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_last_insert_rowid (self->handle);
}

/* Rows that the last INSERT, UPDATE or DELETE touched. */
guint
drill_connection_changes (DrillConnection *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_changes (self->handle);
}

/* Whether every page and index of @schema holds together. Reads the whole file. */
gboolean
drill_connection_check_integrity (DrillConnection *self,
                                  const char      *schema,
                                  GError         **error)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt    *statement = NULL;
  gboolean         sound = FALSE;
  int              code;

  g_return_val_if_fail (self != NULL && schema != NULL, FALSE);
  g_assert (self->owner == g_thread_self ());

  sql = g_strdup_printf ("PRAGMA %s.integrity_check(1)", schema);
  code = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code != SQLITE_ROW)
    {
      drill_connection_set_error (self, sqlite3_extended_errcode (self->handle), error);
    }
  else
    {
      const char *answer = (const char *) sqlite3_column_text (statement, 0);

      sound = g_strcmp0 (answer, "ok") == 0;
      if (!sound)
        drill_store_set_error (error, SQLITE_CORRUPT, self->path, answer);
    }
  sqlite3_finalize (statement);

  return sound;
}

/* Writes a consistent copy of "main" to @path, which must not exist. */
gboolean
drill_connection_copy_to (DrillConnection *self,
                          const char      *path,
                          GError         **error)
{
  char    *sql;
  gboolean copied;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  sql = sqlite3_mprintf ("VACUUM main INTO %Q", path);
  copied = drill_connection_execute (self, sql, error);
  sqlite3_free (sql);

  return copied;
}
