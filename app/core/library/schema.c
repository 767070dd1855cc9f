/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * library.db is a cache of Markdown files. Whatever is wrong with it, another
 * version or a damaged page, has one remedy: delete it and read the files again.
 * A full disk or another program's lock is nothing wrong with the file.
 */

#include "config.h"

#include "library/schema.h"

#include "store/error.h"

#include <errno.h>
#include <glib/gstdio.h>

/* "PgLb". */
#define APPLICATION_ID 0x50674c62

/* Count up with every change of sql/schema.sql. */
#define SCHEMA_VERSION 4

static gboolean
delete_file (const char *path,
             GError    **error)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      if (g_unlink (name) != 0 && errno != ENOENT)
        {
          int saved = errno;

          g_set_error (error,
                       G_IO_ERROR,
                       g_io_error_from_errno (saved),
                       "%s cannot be replaced: %s",
                       name,
                       g_strerror (saved));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
is_current (DrillConnection *connection,
            GError         **error)
{
  gint64 id, version;

  if (!drill_connection_pragma_int (connection, "library.application_id", &id, error) ||
      !drill_connection_pragma_int (connection, "library.user_version", &version, error))
    return FALSE;

  return id == APPLICATION_ID && version == SCHEMA_VERSION;
}

static gboolean
create (DrillConnection *connection,
        GError         **error)
{
  if (!drill_connection_begin (connection, error))
    return FALSE;

  if (drill_connection_run_script (connection, "library/schema", error) &&
      drill_connection_run_script (connection, "library/schema-version", error) &&
      drill_connection_commit (connection, error))
    return TRUE;

  drill_connection_rollback (connection);
  return FALSE;
}

static gboolean
attach_for_reading (DrillConnection *connection,
                    const char      *path,
                    GError         **error)
{
  if (!drill_connection_attach (connection, path, "library", error))
    return FALSE;
  if (is_current (connection, error))
    return TRUE;

  if (error != NULL && *error != NULL)
    g_prefix_error (error, "%s: ", path);
  else
    g_set_error (error,
                 DRILL_STORE_ERROR,
                 DRILL_STORE_ERROR_FAILED,
                 "%s is of another version; open it for writing once to remake it",
                 path);
  return FALSE;
}

gboolean
drill_library_attach (DrillConnection    *connection,
                      const char         *path,
                      DrillConnectionMode mode,
                      gboolean           *remade,
                      GError            **error)
{
  g_autoptr (GError) problem = NULL;

  g_return_val_if_fail (connection != NULL && path != NULL, FALSE);

  if (remade != NULL)
    *remade = FALSE;
  if (mode == DRILL_CONNECTION_READ_ONLY)
    return attach_for_reading (connection, path, error);

  if (drill_connection_attach (connection, path, "library", &problem))
    {
      if (is_current (connection, &problem))
        return TRUE;
      if (!drill_connection_detach (connection, "library", error))
        return FALSE;
    }
  if (problem != NULL && !g_error_matches (problem, DRILL_STORE_ERROR, DRILL_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  if (remade != NULL)
    *remade = TRUE;

  return delete_file (path, error) && drill_connection_attach (connection, path, "library", error) &&
         create (connection, error);
}
