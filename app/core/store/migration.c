/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Bringing a database of facts up to date.
 *
 * Each step is one transaction that sets user_version last, so an interrupted
 * migration goes on where it stopped. A file that already holds something is
 * copied first; a file of a newer version, or of another program, is refused
 * rather than being guessed at.
 */

#include "config.h"

#include "store/connection-private.h"
#include "store/migration.h"

#include <glib/gstdio.h>

static gboolean
read_identity (const DrillSchema *schema,
               DrillConnection   *connection,
               gint64            *application_id,
               gint64            *version,
               gint64            *schema_cookie,
               GError           **error)
{
  g_autofree char *id_pragma = g_strdup_printf ("%s.application_id", schema->name);
  g_autofree char *version_pragma = g_strdup_printf ("%s.user_version", schema->name);
  g_autofree char *cookie_pragma = g_strdup_printf ("%s.schema_version", schema->name);

  return drill_connection_pragma_int (connection, id_pragma, application_id, error) &&
         drill_connection_pragma_int (connection, version_pragma, version, error) &&
         drill_connection_pragma_int (connection, cookie_pragma, schema_cookie, error);
}

static gboolean
apply_step (const DrillSchema *schema,
            DrillConnection   *connection,
            int                step,
            GError           **error)
{
  g_autofree char *script = g_strdup_printf ("%s/%04d", schema->prefix, step);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA %s.application_id = %d;"
                                            "PRAGMA %s.user_version = %d",
                                            schema->name,
                                            schema->application_id,
                                            schema->name,
                                            step);

  if (!drill_connection_begin (connection, error))
    return FALSE;

  if (drill_connection_run_script (connection, script, error) &&
      drill_connection_execute (connection, stamp, error) &&
      drill_connection_commit (connection, error))
    return TRUE;

  drill_connection_rollback (connection);
  g_prefix_error (error, "Step %d of the migration: ", step);
  return FALSE;
}

static gboolean
copy_before (DrillConnection *connection,
             const char      *path,
             gint64           version,
             GError         **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.before-%" G_GINT64_FORMAT, path, version + 1);

  /* An earlier attempt at this migration has copied the same state already. */
  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return TRUE;

  return drill_connection_copy_to (connection, copy, error);
}

/* @version: (out): that of the file, 0 for an empty one */
static gboolean
check (const DrillSchema *schema,
       DrillConnection   *connection,
       const char        *path,
       gint64            *version,
       GError           **error)
{
  gint64 application_id, cookie;

  if (!read_identity (schema, connection, &application_id, version, &cookie, error))
    return FALSE;

  if (application_id != schema->application_id && (application_id != 0 || cookie != 0))
    {
      g_set_error (error,
                   DRILL_STORE_ERROR,
                   DRILL_STORE_ERROR_FOREIGN,
                   "%s is a database of another program. Move it away, or choose another data folder.",
                   path);
      return FALSE;
    }
  if (*version > schema->version)
    {
      g_set_error (error,
                   DRILL_STORE_ERROR,
                   DRILL_STORE_ERROR_NEWER,
                   "%s was written by a newer version (format %" G_GINT64_FORMAT
                   ", this version knows %d). Update Pagerdrill; the file was not touched.",
                   path,
                   *version,
                   schema->version);
      return FALSE;
    }

  return TRUE;
}

gboolean
drill_schema_check (const DrillSchema *schema,
                    DrillConnection   *connection,
                    const char        *path,
                    GError           **error)
{
  gint64 version;

  g_return_val_if_fail (schema != NULL && connection != NULL && path != NULL, FALSE);

  return check (schema, connection, path, &version, error);
}

/**
 * drill_schema_migrate:
 * @path: the file of @schema, for messages and for naming the copy
 *
 * Does nothing when the file is up to date.
 */
gboolean
drill_schema_migrate (const DrillSchema *schema,
                      DrillConnection   *connection,
                      const char        *path,
                      GError           **error)
{
  gint64 version;

  g_return_val_if_fail (schema != NULL && connection != NULL && path != NULL, FALSE);

  if (!check (schema, connection, path, &version, error))
    return FALSE;

  if (version > 0 && version < schema->version && !copy_before (connection, path, version, error))
    return FALSE;

  for (int step = version + 1; step <= schema->version; step++)
    {
      if (!apply_step (schema, connection, step, error))
        return FALSE;
    }

  return TRUE;
}
