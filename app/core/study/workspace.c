/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Opening both databases of a data folder on one connection: progress.db as
 * "main", library.db attached as "library".
 */

#include "config.h"

#include "study/workspace.h"

#include "library/schema.h"
#include "store/error.h"
#include "store/migration.h"
#include "study/item-keeper.h"

#include <errno.h>
#include <glib/gstdio.h>

/* "PgPr"; the version is the number of the last script in sql/. */
static const DrillSchema progress_schema = {
  .name = "main",
  .application_id = 0x50675072,
  .prefix = "study",
  .version = 7,
};

/* Returns: (transfer full): PAGERDRILL_DATA_DIR, or pagerdrill in the user's data folder */
char *
drill_workspace_default_folder (void)
{
  const char *folder = g_getenv ("PAGERDRILL_DATA_DIR");

  if (folder != NULL && *folder != '\0')
    return g_canonicalize_filename (folder, NULL);

  return g_build_filename (g_get_user_data_dir (), "pagerdrill", NULL);
}

static gboolean
ensure_folder (const char *folder,
               GError    **error)
{
  int saved;

  /* Answers are private. */
  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  saved = errno;
  g_set_error (error,
               G_IO_ERROR,
               g_io_error_from_errno (saved),
               "The data folder %s cannot be made: %s. Choose another one with --data-dir.",
               folder,
               g_strerror (saved));
  return FALSE;
}

/* Says what one can do about a database that cannot be used. */
static void
add_remedy (GError    **error,
            const char *path)
{
  const char *remedy = NULL;

  if (error == NULL || *error == NULL)
    return;

  if (g_error_matches (*error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_CORRUPT))
    remedy = "The file is damaged and was not touched. Move it away and put a copy of yours in its "
             "place, or save what is readable with: sqlite3 FILE .recover";
  else if (g_error_matches (*error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_FULL))
    remedy = "The disk is full. Free some space and try again.";
  else if (g_error_matches (*error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_READ_ONLY))
    remedy = "Make the folder and the file writable, or choose another folder with --data-dir.";
  else if (g_error_matches (*error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_BUSY))
    remedy = "Another Pagerdrill is writing. Wait for it to finish.";

  if (remedy != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s. %s", (*error)->message, remedy);

      g_free ((*error)->message);
      (*error)->message = g_steal_pointer (&text);
    }
}

static DrillConnection *
open_for_reading (const char *path,
                  GError    **error)
{
  g_autoptr (DrillConnection) connection = NULL;

  connection = drill_connection_open (path, DRILL_CONNECTION_READ_ONLY, error);
  if (connection == NULL || !drill_schema_check (&progress_schema, connection, path, error))
    return NULL;

  return g_steal_pointer (&connection);
}

/* A writer turns on the write-ahead log, which changes the file. So whether it is
 * ours is found out over a reader. */
static gboolean
may_write (const char *path,
           GError    **error)
{
  g_autoptr (DrillConnection) reader = NULL;
  g_autoptr (GError)          local = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;

  reader = open_for_reading (path, &local);
  if (g_error_matches (local, DRILL_STORE_ERROR, DRILL_STORE_ERROR_FOREIGN) ||
      g_error_matches (local, DRILL_STORE_ERROR, DRILL_STORE_ERROR_NEWER) ||
      g_error_matches (local, DRILL_STORE_ERROR, DRILL_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  /* Whatever else was wrong, the writer meets and tells. */
  return TRUE;
}

static DrillConnection *
open_progress (const char         *path,
               DrillConnectionMode mode,
               GError            **error)
{
  g_autoptr (DrillConnection) connection = NULL;

  if (mode == DRILL_CONNECTION_READ_ONLY)
    return open_for_reading (path, error);

  if (!may_write (path, error))
    return NULL;
  connection = drill_connection_open (path, mode, error);
  if (connection == NULL || !drill_schema_migrate (&progress_schema, connection, path, error))
    return NULL;

  return g_steal_pointer (&connection);
}

/**
 * drill_workspace_open:
 * @folder: made when it is not there and @mode allows it
 * @library_is_new: (out) (optional): whether the library is empty and wants an import
 *
 * Returns: (transfer full): a connection for the calling thread, or %NULL with an
 *   error whose message names the file and the remedy
 */
DrillConnection *
drill_workspace_open (const char         *folder,
                      DrillConnectionMode mode,
                      gboolean           *library_is_new,
                      GError            **error)
{
  g_autoptr (DrillConnection) connection = NULL;
  g_autofree char            *progress = NULL;
  g_autofree char            *library = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  if (mode == DRILL_CONNECTION_READ_WRITE && !ensure_folder (folder, error))
    return NULL;

  progress = g_build_filename (folder, "progress.db", NULL);
  library = g_build_filename (folder, "library.db", NULL);

  connection = open_progress (progress, mode, error);
  if (connection == NULL)
    {
      add_remedy (error, progress);
      return NULL;
    }
  if (!drill_library_attach (connection, library, mode, library_is_new, error))
    {
      add_remedy (error, library);
      return NULL;
    }
  if (!drill_connection_run_script (connection, "study/connection", error))
    return NULL;
  drill_item_keeper_install (connection);

  return g_steal_pointer (&connection);
}

/* Remembers what the learner chose to load; known paths are left alone. */
gboolean
drill_workspace_add_sources (DrillConnection   *connection,
                             const char *const *paths,
                             gint64             now_ms,
                             GError           **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  g_return_val_if_fail (connection != NULL && paths != NULL, FALSE);

  statement = drill_connection_statement (connection, "study/insert-source");
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *path = g_canonicalize_filename (paths[i], NULL);

      drill_statement_bind_text (statement, "path", path);
      drill_statement_bind_int (statement, "added_ms", now_ms);
      if (!drill_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full) (array zero-terminated=1): absolute paths */
char **
drill_workspace_list_sources (DrillConnection *connection,
                              GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  g_autoptr (GStrvBuilder)   paths = g_strv_builder_new ();
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL, NULL);

  statement = drill_connection_statement (connection, "study/sources");
  while ((step = drill_statement_step (statement, error)) == DRILL_STEP_ROW)
    g_strv_builder_add (paths, drill_statement_text (statement, 0));

  return step == DRILL_STEP_DONE ? g_strv_builder_end (paths) : NULL;
}
