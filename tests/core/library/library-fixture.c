/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "library-fixture.h"

#include "library/schema.h"

#define NOW_MS G_GINT64_CONSTANT (1700000000000)

void
library_set_up (LibraryFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *main_path = NULL;
  g_autofree char   *library_path = NULL;
  gboolean           remade;

  fixture->scratch = scratch_new ();
  main_path = scratch_path (fixture->scratch, "main.db");
  library_path = scratch_path (fixture->scratch, "library.db");
  fixture->connection = drill_connection_open (main_path, DRILL_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (drill_library_attach (fixture->connection,
                                       library_path,
                                       DRILL_CONNECTION_READ_WRITE,
                                       &remade,
                                       &error));
  g_assert_no_error (error);
  g_assert_true (remade);
}

void
library_tear_down (LibraryFixture *fixture,
                   gconstpointer   data)
{
  g_clear_pointer (&fixture->connection, drill_connection_close);
  g_clear_pointer (&fixture->scratch, scratch_free);
}

DrillImportReport *
library_import (LibraryFixture *fixture,
                const char     *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = scratch_path (fixture->scratch, name);
  const char        *paths[] = { path, NULL };
  DrillImportReport *report;

  report = drill_import_run (fixture->connection, paths, NOW_MS, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
  library_check (fixture);

  return report;
}

void
library_reimport (LibraryFixture *fixture,
                  const char     *name)
{
  g_autoptr (DrillImportReport) report = library_import (fixture, name);

  g_assert_cmpuint (drill_diagnostics_count (report->problems, DRILL_SEVERITY_ERROR), ==, 0);
}

gint64
library_int (LibraryFixture *fixture,
             const char     *sql)
{
  return scratch_sql_int (fixture->scratch, "library.db", sql);
}

char *
library_text (LibraryFixture *fixture,
              const char     *sql)
{
  return scratch_sql_text (fixture->scratch, "library.db", sql);
}

char *
library_keys (LibraryFixture *fixture)
{
  char *keys = library_text (fixture,
                             "SELECT group_concat(key, ' ') FROM (SELECT key FROM item ORDER BY key)");

  return keys != NULL ? keys : g_strdup ("");
}

void
library_check (LibraryFixture *fixture)
{
  g_autofree char *sound = library_text (fixture, "PRAGMA integrity_check");
  g_autofree char *dangling = library_text (fixture, "PRAGMA foreign_key_check");

  g_assert_cmpstr (sound, ==, "ok");
  g_assert_cmpstr (dangling, ==, NULL);

  /* Rank 1 compares with the items as well, not only the index with itself. */
  scratch_sql_run (fixture->scratch,
                   "library.db",
                   "INSERT INTO item_search (item_search, rank) VALUES ('integrity-check', 1)");
  g_assert_cmpint (library_int (fixture, "SELECT count(*) FROM item_search_docsize"),
                   ==,
                   library_int (fixture, "SELECT count(*) FROM item"));
  g_assert_cmpint (library_int (fixture,
                                "SELECT count(*) FROM item JOIN file ON file.id = item.file "
                                "WHERE file.pack <> item.pack"),
                   ==,
                   0);
  g_assert_cmpint (library_int (fixture,
                                "SELECT count(*) FROM item JOIN pack ON pack.id = item.pack "
                                "WHERE item.name NOT LIKE pack.slug || '/%'"),
                   ==,
                   0);
  g_assert_cmpint (library_int (fixture,
                                "SELECT count(*) FROM pack "
                                "WHERE NOT EXISTS (SELECT 1 FROM file WHERE file.pack = pack.id)"),
                   ==,
                   0);
}

guint
count_code (DrillImportReport *report,
            const char        *code)
{
  guint count = 0;

  for (guint i = 0; i < drill_diagnostics_get_length (report->problems); i++)
    count += g_str_equal (drill_diagnostics_get (report->problems, i)->code, code);

  return count;
}
