/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* library.db is remade whenever it is not what it should be, and only then. */

#include "config.h"

#include "library-fixture.h"
#include "pack-text.h"

#include "library/schema.h"
#include "store/error.h"

static DrillConnection *
attach (LibraryFixture     *fixture,
        DrillConnectionMode mode,
        gboolean           *remade,
        GError            **error)
{
  g_autoptr (DrillConnection) connection = NULL;
  g_autofree char            *main_path = scratch_path (fixture->scratch, "main.db");
  g_autofree char            *path = scratch_path (fixture->scratch, "library.db");

  connection = drill_connection_open (main_path, mode, NULL);
  g_assert_nonnull (connection);
  if (!drill_library_attach (connection, path, mode, remade, error))
    return NULL;

  return g_steal_pointer (&connection);
}

static void
close_connection (LibraryFixture *fixture)
{
  scratch_write (fixture->scratch, "alpha/core.md", RICH_CHAPTER);
  library_reimport (fixture, "alpha");
  g_clear_pointer (&fixture->connection, drill_connection_close);
}

static void
test_kept (LibraryFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (GError)          error = NULL;
  gboolean                    remade = TRUE;

  close_connection (fixture);
  connection = attach (fixture, DRILL_CONNECTION_READ_WRITE, &remade, &error);
  g_assert_no_error (error);
  g_assert_false (remade);
  g_assert_cmpint (library_int (fixture, "SELECT count(*) FROM item"), ==, 4);
}

static const char *const unfit[] = {
  "PRAGMA user_version = 99",
  "PRAGMA user_version = 0",
  "PRAGMA application_id = 5",
};

static void
test_other_version (LibraryFixture *fixture,
                    gconstpointer   data)
{
  const char                 *sql = data;
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (GError)          error = NULL;
  gboolean                    remade = FALSE;

  close_connection (fixture);
  scratch_sql_run (fixture->scratch, "library.db", sql);

  /* A reader cannot remake it, and says who can. */
  g_assert_null (attach (fixture, DRILL_CONNECTION_READ_ONLY, NULL, &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "library.db"));
  g_assert_nonnull (strstr (error->message, "open it for writing"));
  g_clear_error (&error);
  g_assert_cmpint (library_int (fixture, "SELECT count(*) FROM item"), ==, 4);

  connection = attach (fixture, DRILL_CONNECTION_READ_WRITE, &remade, &error);
  g_assert_no_error (error);
  g_assert_true (remade);
  g_assert_cmpint (library_int (fixture, "SELECT count(*) FROM item"), ==, 0);
  fixture->connection = g_steal_pointer (&connection);
  library_reimport (fixture, "alpha");
}

static void
test_damaged (LibraryFixture *fixture,
              gconstpointer   data)
{
  static const char           garbage[] = "This was never a database, or is none any more.";
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (GError)          error = NULL;
  gboolean                    remade = FALSE;

  close_connection (fixture);
  scratch_write (fixture->scratch, "library.db", garbage);

  g_assert_null (attach (fixture, DRILL_CONNECTION_READ_ONLY, NULL, &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "library.db"));
  g_clear_error (&error);

  connection = attach (fixture, DRILL_CONNECTION_READ_WRITE, &remade, &error);
  g_assert_no_error (error);
  g_assert_true (remade);
  fixture->connection = g_steal_pointer (&connection);
  library_reimport (fixture, "alpha");
}

static void
test_missing (LibraryFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = scratch_path (fixture->scratch, "library.db");

  close_connection (fixture);
  scratch_delete (fixture->scratch, "library.db");
  g_assert_null (attach (fixture, DRILL_CONNECTION_READ_ONLY, NULL, &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_READ_ONLY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What is in the way is no file of ours; it must not be deleted. */
static void
test_folder_in_the_way (LibraryFixture *fixture,
                        gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *inside = scratch_path (fixture->scratch, "library.db/precious");

  close_connection (fixture);
  scratch_delete (fixture->scratch, "library.db");
  scratch_write (fixture->scratch, "library.db/precious", "x");
  g_assert_null (attach (fixture, DRILL_CONNECTION_READ_WRITE, NULL, &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_READ_ONLY);
  g_assert_true (g_file_test (inside, G_FILE_TEST_EXISTS));
}

/* A reader may look at everything and change nothing. */
static void
test_read_only (LibraryFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (DrillConnection) reader = NULL;
  g_autoptr (GError)          error = NULL;
  g_autofree char            *path = scratch_path (fixture->scratch, "alpha");
  const char                 *paths[] = { path, NULL };

  close_connection (fixture);
  reader = attach (fixture, DRILL_CONNECTION_READ_ONLY, NULL, &error);
  g_assert_no_error (error);

  scratch_delete (fixture->scratch, "alpha/core.md");
  scratch_write (fixture->scratch,
                 "alpha/new.md",
                 PACK_HEADER ("alpha") QUESTIONS_SECTION
                     QUESTION ("1", "one", "What is one?", "Uno."));
  g_assert_null (drill_import_run (reader, paths, 1, NULL, NULL, NULL, &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (library_int (fixture, "SELECT count(*) FROM item"), ==, 4);
}

#define ADD(path, data, test) \
  g_test_add (path, LibraryFixture, data, library_set_up, test, library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/library/schema/kept", NULL, test_kept);
  for (guint i = 0; i < G_N_ELEMENTS (unfit); i++)
    {
      g_autofree char *path = g_strdup_printf ("/library/schema/other-version/%u", i);

      ADD (path, unfit[i], test_other_version);
    }
  ADD ("/library/schema/damaged", NULL, test_damaged);
  ADD ("/library/schema/missing", NULL, test_missing);
  ADD ("/library/schema/folder-in-the-way", NULL, test_folder_in_the_way);
  ADD ("/library/schema/read-only", NULL, test_read_only);

  return g_test_run ();
}
