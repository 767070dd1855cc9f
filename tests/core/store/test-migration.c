/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "store/error.h"
#include "store/migration.h"

#include <glib/gstdio.h>

typedef struct
{
  char            *folder;
  char            *path;
  DrillConnection *connection;
} Fixture;

static const DrillSchema first = { "main", 0x1234, "test", 1 };
static const DrillSchema second = { "main", 0x1234, "test", 2 };
static const DrillSchema broken = { "main", 0x1234, "broken", 2 };
static const DrillSchema foreign = { "main", 0x5678, "test", 2 };

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("drill-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "notes.db", NULL);
  fixture->connection = drill_connection_open (fixture->path, DRILL_CONNECTION_READ_WRITE, NULL);
  g_assert_nonnull (fixture->connection);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char      *name;

  drill_connection_close (fixture->connection);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gint64
version_of (Fixture *fixture)
{
  gint64 version = -1;

  g_assert_true (
      drill_connection_pragma_int (fixture->connection, "main.user_version", &version, NULL));

  return version;
}

static gboolean
copy_exists (Fixture *fixture)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".before-2", NULL);

  return g_file_test (copy, G_FILE_TEST_EXISTS);
}

static void
test_fresh_file (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (drill_schema_migrate (&second, fixture->connection, fixture->path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (version_of (fixture), ==, 2);
  g_assert_false (copy_exists (fixture));

  /* Again: nothing to do. */
  g_assert_true (drill_schema_migrate (&second, fixture->connection, fixture->path, &error));
}

static void
test_old_file_is_copied_first (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (drill_schema_migrate (&first, fixture->connection, fixture->path, &error));
  g_assert_true (drill_schema_migrate (&second, fixture->connection, fixture->path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (version_of (fixture), ==, 2);
  g_assert_true (copy_exists (fixture));
}

static void
test_failed_step_leaves_no_trace (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (drill_schema_migrate (&broken, fixture->connection, fixture->path, &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_FAILED);
  g_assert_cmpint (version_of (fixture), ==, 1);
  g_clear_error (&error);

  /* The first statement of the broken step was undone with it. */
  g_assert_true (drill_schema_migrate (&second, fixture->connection, fixture->path, &error));
  g_assert_no_error (error);
}

static void
test_newer_is_refused (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (drill_schema_migrate (&second, fixture->connection, fixture->path, NULL));
  g_assert_false (drill_schema_migrate (&first, fixture->connection, fixture->path, &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_NEWER);
  g_assert_cmpint (version_of (fixture), ==, 2);
}

static void
test_foreign_is_refused (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (drill_schema_migrate (&second, fixture->connection, fixture->path, NULL));
  g_assert_false (drill_schema_migrate (&foreign, fixture->connection, fixture->path, &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_FOREIGN);
  g_assert_nonnull (strstr (error->message, fixture->path));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/migration/fresh-file", test_fresh_file);
  ADD ("/migration/old-file-is-copied-first", test_old_file_is_copied_first);
  ADD ("/migration/failed-step-leaves-no-trace", test_failed_step_leaves_no_trace);
  ADD ("/migration/newer-is-refused", test_newer_is_refused);
  ADD ("/migration/foreign-is-refused", test_foreign_is_refused);
#undef ADD

  return g_test_run ();
}
