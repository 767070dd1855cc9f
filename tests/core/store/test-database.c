/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "store/database.h"
#include "store/error.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("drill-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "notes.db", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static DrillConnection *
open_notes (DrillConnectionMode mode,
            gpointer            data,
            GError            **error)
{
  DrillConnection *connection = drill_connection_open (data, mode, error);

  if (connection != NULL && mode == DRILL_CONNECTION_READ_WRITE)
    g_assert_true (drill_connection_run_script (connection, "test/0001", error));

  return connection;
}

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *place;
}

static void
insert_note (GTask           *task,
             DrillConnection *connection,
             gpointer         task_data)
{
  g_autoptr (DrillStatement) statement = drill_connection_statement (connection, "test/insert");

  drill_statement_bind_text (statement, "text", "hello");
  g_task_return_boolean (task, drill_statement_run (statement, NULL));
}

static void
count_notes (GTask           *task,
             DrillConnection *connection,
             gpointer         task_data)
{
  g_autoptr (DrillStatement) statement = drill_connection_statement (connection, "test/select");
  gssize                     rows = 0;

  while (drill_statement_step (statement, NULL) == DRILL_STEP_ROW)
    rows++;
  g_task_return_int (task, rows);
}

static void
write_from_reader (GTask           *task,
                   DrillConnection *connection,
                   gpointer         task_data)
{
  g_autoptr (DrillStatement) statement = drill_connection_statement (connection, "test/insert");
  GError                    *error = NULL;

  drill_statement_bind_text (statement, "text", "no");
  g_assert_false (drill_statement_run (statement, &error));
  g_task_return_error (task, error);
}

static void
test_write_then_read (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (DrillDatabase) database = drill_database_new (open_notes, fixture->path, NULL);
  g_autoptr (GAsyncResult)  opened = NULL;
  g_autoptr (GAsyncResult)  written = NULL;
  g_autoptr (GAsyncResult)  counted = NULL;
  g_autoptr (GAsyncResult)  refused = NULL;
  g_autoptr (GTask)         write = g_task_new (NULL, NULL, store_result_cb, &written);
  g_autoptr (GTask)         read = g_task_new (NULL, NULL, store_result_cb, &counted);
  g_autoptr (GTask)         bad = g_task_new (NULL, NULL, store_result_cb, &refused);
  g_autoptr (GError)        error = NULL;

  drill_database_open_async (database, NULL, store_result_cb, &opened);
  g_assert_true (drill_database_open_finish (database, wait_for (&opened), &error));
  g_assert_no_error (error);

  drill_database_write (database, write, insert_note);
  g_assert_true (g_task_propagate_boolean (G_TASK (wait_for (&written)), &error));
  drill_database_read (database, read, count_notes);
  g_assert_cmpint (g_task_propagate_int (G_TASK (wait_for (&counted)), &error), ==, 1);

  drill_database_read (database, bad, write_from_reader);
  g_assert_false (g_task_propagate_boolean (G_TASK (wait_for (&refused)), &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_READ_ONLY);

  drill_database_close (database);
}

static void
test_close_finishes_what_was_accepted (Fixture      *fixture,
                                       gconstpointer data)
{
  g_autoptr (DrillDatabase)   database = drill_database_new (open_notes, fixture->path, NULL);
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (DrillStatement)  statement = NULL;
  g_autoptr (GAsyncResult)    opened = NULL;
  guint                       rows = 0;

  drill_database_open_async (database, NULL, store_result_cb, &opened);
  g_assert_true (drill_database_open_finish (database, wait_for (&opened), NULL));
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      drill_database_write (database, task, insert_note);
    }
  drill_database_close (database);

  connection = drill_connection_open (fixture->path, DRILL_CONNECTION_READ_WRITE, NULL);
  statement = drill_connection_statement (connection, "test/select");
  while (drill_statement_step (statement, NULL) == DRILL_STEP_ROW)
    rows++;
  g_assert_cmpuint (rows, ==, 50);
}

static void
test_closed_refuses (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (DrillDatabase) database = drill_database_new (open_notes, fixture->path, NULL);
  g_autoptr (GAsyncResult)  result = NULL;
  g_autoptr (GTask)         task = g_task_new (NULL, NULL, store_result_cb, &result);
  g_autoptr (GError)        error = NULL;

  drill_database_close (database);
  drill_database_write (database, task, insert_note);
  g_assert_false (g_task_propagate_boolean (G_TASK (wait_for (&result)), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
test_open_error_is_passed_on (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (DrillDatabase) database = NULL;
  g_autoptr (GAsyncResult)  opened = NULL;
  g_autoptr (GError)        error = NULL;

  database = drill_database_new (open_notes, (gpointer) "/nonexistent/x.db", NULL);
  drill_database_open_async (database, NULL, store_result_cb, &opened);
  g_assert_false (drill_database_open_finish (database, wait_for (&opened), &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_READ_ONLY);
  drill_database_close (database);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/database/write-then-read", test_write_then_read);
  ADD ("/database/close-finishes-what-was-accepted", test_close_finishes_what_was_accepted);
  ADD ("/database/closed-refuses", test_closed_refuses);
  ADD ("/database/open-error-is-passed-on", test_open_error_is_passed_on);
#undef ADD

  return g_test_run ();
}
