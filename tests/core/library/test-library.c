/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The library as the main thread sees it. */

#include "config.h"

#include "library-fixture.h"
#include "pack-text.h"

#include "library/library.h"
#include "library/schema.h"

typedef struct
{
  LibraryFixture base;
  DrillDatabase *database;
  DrillLibrary  *library;
  guint          changed;
  guint          started;
  guint          ended;
} Fixture;

static DrillConnection *
open_library (DrillConnectionMode mode,
              gpointer            data,
              GError            **error)
{
  g_autoptr (DrillConnection) connection = NULL;
  Fixture                    *fixture = data;
  g_autofree char            *main_path = scratch_path (fixture->base.scratch, "main.db");
  g_autofree char            *path = scratch_path (fixture->base.scratch, "library.db");

  connection = drill_connection_open (main_path, mode, error);
  if (connection == NULL || !drill_library_attach (connection, path, mode, NULL, error))
    return NULL;

  return g_steal_pointer (&connection);
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
count_cb (DrillLibrary *library,
          guint        *count)
{
  (*count)++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError)       error = NULL;

  library_set_up (&fixture->base, NULL);
  g_clear_pointer (&fixture->base.connection, drill_connection_close);
  fixture->database = drill_database_new (open_library, fixture, NULL);
  drill_database_open_async (fixture->database, NULL, store_result_cb, &opened);
  drill_database_open_finish (fixture->database, wait_for (&opened), &error);
  g_assert_no_error (error);

  fixture->library = drill_library_new (fixture->database);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (count_cb), &fixture->changed);
  g_signal_connect (fixture->library, "import-started", G_CALLBACK (count_cb), &fixture->started);
  g_signal_connect (fixture->library, "import-ended", G_CALLBACK (count_cb), &fixture->ended);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  drill_database_close (fixture->database);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->library);
  g_assert_finalize_object (fixture->database);
  library_tear_down (&fixture->base, NULL);
}

static DrillImportReport *
import (Fixture      *fixture,
        const char   *name,
        GCancellable *cancellable,
        GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char         *path = scratch_path (fixture->base.scratch, name);
  const char              *paths[] = { path, NULL };

  drill_library_import_async (fixture->library, paths, cancellable, store_result_cb, &result);
  g_assert_true (drill_library_is_importing (fixture->library));
  wait_for (&result);
  g_assert_false (drill_library_is_importing (fixture->library));

  return drill_library_import_finish (fixture->library, result, error);
}

static void
assert_import (Fixture *fixture,
               guint    changed)
{
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (GError)            error = NULL;

  report = import (fixture, "alpha", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->changed, ==, changed);
  g_assert_cmpuint (fixture->ended, ==, fixture->started);
}

/* "changed" tells of what came, changed or went, and of nothing else. */
static void
test_changed (Fixture      *fixture,
              gconstpointer data)
{
  scratch_write (fixture->base.scratch, "alpha/core.md", RICH_CHAPTER);
  scratch_write (fixture->base.scratch,
                 "alpha/more.md",
                 QUESTIONS_SECTION QUESTION ("1", "one", "What is one?", "Uno."));
  assert_import (fixture, 1);
  assert_import (fixture, 1);
  g_assert_cmpfloat (drill_library_get_import_progress (fixture->library), ==, 1.0);

  scratch_delete (fixture->base.scratch, "alpha/more.md");
  assert_import (fixture, 2);
  scratch_delete (fixture->base.scratch, "alpha/core.md");
  assert_import (fixture, 3);
  g_assert_cmpuint (fixture->started, ==, 4);
}

static void
test_failed_import (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (import (fixture, "nowhere", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (fixture->started, ==, 1);
  g_assert_cmpuint (fixture->ended, ==, 1);
  g_assert_cmpuint (fixture->changed, ==, 0);
}

static void
test_cancelled_import (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;

  scratch_write (fixture->base.scratch, "alpha/core.md", RICH_CHAPTER);
  g_cancellable_cancel (cancellable);
  g_assert_null (import (fixture, "alpha", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->ended, ==, 1);
  g_assert_cmpuint (fixture->changed, ==, 0);

  /* The next one is not held back by it. */
  assert_import (fixture, 1);
}

static void
test_read (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (DrillItemFilter) filter = drill_item_filter_new ();
  g_autoptr (GAsyncResult)    queried = NULL;
  g_autoptr (GAsyncResult)    loaded = NULL;
  g_autoptr (GAsyncResult)    missed = NULL;
  g_autoptr (GAsyncResult)    listed = NULL;
  g_autoptr (GPtrArray)       rows = NULL;
  g_autoptr (DrillItemRecord) record = NULL;
  g_autoptr (DrillCatalogue)  catalogue = NULL;
  g_autoptr (GError)          error = NULL;

  scratch_write (fixture->base.scratch, "alpha/core.md", RICH_CHAPTER);
  assert_import (fixture, 1);

  filter->text = g_strdup ("backpressure");
  drill_library_query_async (fixture->library, filter, NULL, store_result_cb, &queried);
  g_clear_pointer (&filter, drill_item_filter_free);
  rows = drill_library_query_finish (fixture->library, wait_for (&queried), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);

  drill_library_load_item_async (fixture->library,
                                 "alpha/which-call",
                                 NULL,
                                 store_result_cb,
                                 &loaded);
  record = drill_library_load_item_finish (fixture->library, wait_for (&loaded), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (record->item->options->len, ==, 4);

  drill_library_load_item_async (fixture->library, "alpha/x", NULL, store_result_cb, &missed);
  g_assert_null (drill_library_load_item_finish (fixture->library, wait_for (&missed), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  drill_library_load_catalogue_async (fixture->library, NULL, store_result_cb, &listed);
  catalogue = drill_library_load_catalogue_finish (fixture->library, wait_for (&listed), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drill_catalogue_get_items (catalogue), ==, 2);
}

static void
test_cancelled_query (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (DrillItemFilter) filter = drill_item_filter_new ();
  g_autoptr (GCancellable)    cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult)    result = NULL;
  g_autoptr (GError)          error = NULL;

  drill_library_query_async (fixture->library, filter, cancellable, store_result_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (drill_library_query_finish (fixture->library, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/library/library/changed", test_changed);
  ADD ("/library/library/failed-import", test_failed_import);
  ADD ("/library/library/cancelled-import", test_cancelled_import);
  ADD ("/library/library/read", test_read);
  ADD ("/library/library/cancelled-query", test_cancelled_query);

  return g_test_run ();
}
