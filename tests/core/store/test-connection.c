/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "store/connection.h"
#include "store/error.h"

#include <glib/gstdio.h>

static DrillConnection *
open_with_notes (const char *path)
{
  g_autoptr (GError) error = NULL;
  DrillConnection   *connection;

  connection = drill_connection_open (path, DRILL_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
  drill_connection_run_script (connection, "test/0001", &error);
  g_assert_no_error (error);

  return connection;
}

static gint64
insert (DrillConnection *connection,
        const char      *text,
        GError         **error)
{
  g_autoptr (DrillStatement) statement = drill_connection_statement (connection, "test/insert");

  drill_statement_bind_text (statement, "text", text);
  if (drill_statement_step (statement, error) != DRILL_STEP_ROW)
    return -1;

  return drill_statement_int (statement, 0);
}

static guint
count (DrillConnection *connection)
{
  g_autoptr (DrillStatement) statement = drill_connection_statement (connection, "test/select");
  guint                      rows = 0;
  DrillStep                  step;

  while ((step = drill_statement_step (statement, NULL)) == DRILL_STEP_ROW)
    rows++;
  g_assert_cmpint (step, ==, DRILL_STEP_DONE);

  return rows;
}

static void
test_insert_and_read (void)
{
  g_autoptr (DrillConnection) connection = open_with_notes (":memory:");
  g_autoptr (DrillStatement)  statement = NULL;

  g_assert_cmpint (insert (connection, "first", NULL), ==, 1);
  g_assert_cmpint (insert (connection, "\xc3\xa9", NULL), ==, 2);

  statement = drill_connection_statement (connection, "test/select");
  g_assert_cmpint (drill_statement_step (statement, NULL), ==, DRILL_STEP_ROW);
  g_assert_cmpstr (drill_statement_text (statement, 1), ==, "first");
  g_assert_cmpint (drill_statement_step (statement, NULL), ==, DRILL_STEP_ROW);
  g_assert_cmpstr (drill_statement_text (statement, 1), ==, "\xc3\xa9");
  g_assert_cmpint (drill_statement_step (statement, NULL), ==, DRILL_STEP_DONE);
}

static void
test_statement_forgets_bindings (void)
{
  g_autoptr (DrillConnection) connection = open_with_notes (":memory:");
  g_autoptr (DrillStatement)  statement = NULL;
  g_autoptr (GError)          error = NULL;

  g_assert_cmpint (insert (connection, "bound", NULL), ==, 1);

  /* The same statement comes back from the cache, without "bound". */
  statement = drill_connection_statement (connection, "test/insert");
  g_assert_cmpint (drill_statement_step (statement, &error), ==, DRILL_STEP_ERROR);
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_CONSTRAINT);
}

static void
test_rollback (void)
{
  g_autoptr (DrillConnection) connection = open_with_notes (":memory:");

  g_assert_true (drill_connection_begin (connection, NULL));
  g_assert_cmpint (insert (connection, "gone", NULL), ==, 1);
  drill_connection_rollback (connection);
  g_assert_cmpuint (count (connection), ==, 0);

  /* Without a transaction it does nothing. */
  drill_connection_rollback (connection);
}

static void
test_savepoints_nest (void)
{
  g_autoptr (DrillConnection) connection = open_with_notes (":memory:");

  g_assert_true (drill_connection_begin (connection, NULL));
  insert (connection, "kept", NULL);
  g_assert_true (drill_connection_savepoint (connection, NULL));
  insert (connection, "kept too", NULL);
  g_assert_true (drill_connection_savepoint (connection, NULL));
  insert (connection, "dropped", NULL);
  drill_connection_rollback_savepoint (connection);
  g_assert_true (drill_connection_release_savepoint (connection, NULL));
  g_assert_true (drill_connection_commit (connection, NULL));
  g_assert_cmpuint (count (connection), ==, 2);
}

static void
test_constraint_error (void)
{
  g_autoptr (DrillConnection) connection = open_with_notes (":memory:");
  g_autoptr (GError)          error = NULL;

  g_assert_cmpint (insert (connection, "", &error), ==, -1);
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_CONSTRAINT);
}

static void
test_not_a_database (void)
{
  g_autofree char            *folder = g_dir_make_tmp ("drill-XXXXXX", NULL);
  g_autofree char            *path = g_build_filename (folder, "text.db", NULL);
  g_autoptr (GError)          error = NULL;
  g_autoptr (DrillConnection) connection = NULL;

  g_file_set_contents (path, "This is a letter and no database at all, however long it may be.", -1, NULL);
  connection = drill_connection_open (path, DRILL_CONNECTION_READ_WRITE, &error);
  g_assert_null (connection);
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, path));

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_missing_folder (void)
{
  g_autoptr (GError)          error = NULL;
  g_autoptr (DrillConnection) connection = NULL;

  connection = drill_connection_open ("/nonexistent/folder/x.db", DRILL_CONNECTION_READ_WRITE, &error);
  g_assert_null (connection);
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_READ_ONLY);
}

static void
test_cancellable_interrupts (void)
{
  g_autoptr (DrillConnection) connection = open_with_notes (":memory:");
  g_autoptr (DrillStatement)  statement = NULL;
  g_autoptr (GCancellable)    cancellable = g_cancellable_new ();
  g_autoptr (GError)          error = NULL;

  g_cancellable_cancel (cancellable);
  drill_connection_set_cancellable (connection, cancellable);
  statement = drill_connection_statement (connection, "test/endless");
  g_assert_cmpint (drill_statement_step (statement, &error), ==, DRILL_STEP_ERROR);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_statement_reports_missing_table (void)
{
  g_autoptr (GError)          error = NULL;
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (DrillStatement)  statement = NULL;

  connection = drill_connection_open (":memory:", DRILL_CONNECTION_READ_WRITE, NULL);
  statement = drill_connection_statement (connection, "test/select");
  g_assert_cmpint (drill_statement_step (statement, &error), ==, DRILL_STEP_ERROR);
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_FAILED);

  /* Once the table is there, the same name works. */
  g_clear_pointer (&statement, drill_statement_release);
  g_assert_true (drill_connection_run_script (connection, "test/0001", NULL));
  g_assert_cmpuint (count (connection), ==, 0);
}

static void
test_integrity_of_damaged_file (void)
{
  g_autofree char            *folder = g_dir_make_tmp ("drill-XXXXXX", NULL);
  g_autofree char            *path = g_build_filename (folder, "notes.db", NULL);
  g_autofree char            *copy = g_build_filename (folder, "copy.db", NULL);
  g_autofree char            *bytes = NULL;
  gsize                       length;
  g_autoptr (GError)          error = NULL;
  g_autoptr (DrillConnection) connection = open_with_notes (path);

  for (guint i = 0; i < 2000; i++)
    insert (connection, "a note that takes some room on its page", NULL);
  g_assert_true (drill_connection_check_integrity (connection, "main", &error));
  g_assert_no_error (error);

  g_assert_true (drill_connection_copy_to (connection, copy, &error));
  g_clear_pointer (&connection, drill_connection_close);

  g_assert_true (g_file_get_contents (copy, &bytes, &length, NULL));
  for (gsize i = 4096 * 3; i < 4096 * 5; i++)
    bytes[i] = (char) 0xa5;
  g_assert_true (g_file_set_contents (copy, bytes, length, NULL));

  connection = drill_connection_open (copy, DRILL_CONNECTION_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_false (drill_connection_check_integrity (connection, "main", &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_CORRUPT);
  g_clear_pointer (&connection, drill_connection_close);

  g_unlink (path);
  g_unlink (copy);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/connection/insert-and-read", test_insert_and_read);
  g_test_add_func ("/connection/statement/forgets-bindings", test_statement_forgets_bindings);
  g_test_add_func ("/connection/statement/reports-missing-table", test_statement_reports_missing_table);
  g_test_add_func ("/connection/rollback", test_rollback);
  g_test_add_func ("/connection/savepoints-nest", test_savepoints_nest);
  g_test_add_func ("/connection/constraint-error", test_constraint_error);
  g_test_add_func ("/connection/not-a-database", test_not_a_database);
  g_test_add_func ("/connection/missing-folder", test_missing_folder);
  g_test_add_func ("/connection/cancellable-interrupts", test_cancellable_interrupts);
  g_test_add_func ("/connection/integrity-of-damaged-file", test_integrity_of_damaged_file);

  return g_test_run ();
}
