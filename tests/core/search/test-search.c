/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Search as the main thread sees it: nothing waits, everything arrives. */

#include "config.h"

#include "shelf.h"

#include "search/item-search.h"
#include "study/workspace.h"

typedef struct
{
  Shelf            base;
  DrillDatabase   *database;
  DrillClock      *clock;
  DrillStudy      *study;
  DrillItemSearch *search;
} Fixture;

static DrillConnection *
open_workspace (DrillConnectionMode mode,
                gpointer            data,
                GError            **error)
{
  return drill_workspace_open (data, mode, NULL, error);
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
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError)       error = NULL;

  shelf_set_up (&fixture->base, NULL);
  g_clear_pointer (&fixture->base.connection, drill_connection_close);
  fixture->database = drill_database_new (open_workspace, fixture->base.folder, NULL);
  drill_database_open_async (fixture->database, NULL, store_result_cb, &opened);
  drill_database_open_finish (fixture->database, wait_for (&opened), &error);
  g_assert_no_error (error);
  fixture->clock = drill_clock_new_fake (NOON (TODAY));
  fixture->study = drill_study_new (fixture->database, fixture->clock);
  fixture->search = drill_item_search_new (fixture->database, fixture->study);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  drill_database_close (fixture->database);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->search);
  g_assert_finalize_object (fixture->study);
  g_assert_finalize_object (fixture->database);
  drill_clock_unref (fixture->clock);
  shelf_tear_down (&fixture->base, NULL);
}

static DrillSearchResult *
query (Fixture            *fixture,
       const char         *text,
       DrillQueryProblem **problem,
       GError            **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  drill_item_search_query_async (fixture->search,
                                 text,
                                 DRILL_QUERY_TYPING,
                                 NULL,
                                 store_result_cb,
                                 &result);

  return drill_item_search_query_finish (fixture->search, wait_for (&result), problem, error);
}

static void
test_query (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (DrillSearchResult) found = NULL;
  g_autoptr (DrillSearchResult) none = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;
  g_autoptr (GError)            error = NULL;

  found = query (fixture, "snap", &problem, &error);
  g_assert_no_error (error);
  g_assert_null (problem);
  g_assert_cmpuint (found->ids->len, ==, 1);
  g_assert_cmpstr (drill_item_summary_get_key (g_ptr_array_index (found->rows, 0)), ==, "shelf/gc");

  none = query (fixture, "is:x", &problem, &error);
  g_assert_null (none);
  g_assert_no_error (error);
  g_assert_cmpint (problem->code, ==, DRILL_QUERY_PROBLEM_VALUE);
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GAsyncResult)      result = NULL;
  g_autoptr (GCancellable)      cancellable = g_cancellable_new ();
  g_autoptr (DrillQueryProblem) problem = NULL;
  g_autoptr (GError)            error = NULL;

  g_cancellable_cancel (cancellable);
  drill_item_search_query_async (fixture->search, "a", 0, cancellable, store_result_cb, &result);
  g_assert_null (
    drill_item_search_query_finish (fixture->search, wait_for (&result), &problem, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* An answer is in the next query's result. */
static void
test_after_an_answer (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (DrillAnswer)       answer = NULL;
  g_autoptr (GAsyncResult)      recorded = NULL;
  g_autoptr (DrillSearchResult) before = NULL;
  g_autoptr (DrillSearchResult) after = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;
  g_autoptr (GError)            error = NULL;

  before = query (fixture, "is:new", &problem, &error);
  g_assert_cmpuint (before->ids->len, ==, 4);
  answer
    = drill_answer_new ("shelf/gc", DRILL_OCCASION_REVIEW, DRILL_RATING_GOOD, NOON (TODAY), 5000);
  drill_study_record_async (fixture->study, answer, store_result_cb, &recorded);
  g_assert_true (drill_study_record_finish (fixture->study, wait_for (&recorded), &error));
  after = query (fixture, "is:new", &problem, &error);
  g_assert_cmpuint (after->ids->len, ==, 3);
}

static void
test_rows_and_keys (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (DrillSearchResult) found = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;
  g_autoptr (GAsyncResult)      rows_result = NULL;
  g_autoptr (GAsyncResult)      keys_result = NULL;
  g_autoptr (GPtrArray)         rows = NULL;
  g_autoptr (GError)            error = NULL;
  g_auto (GStrv)                keys = NULL;

  found = query (fixture, "", &problem, &error);
  drill_item_search_rows_async (fixture->search, found, 4, NULL, store_result_cb, &rows_result);
  rows = drill_item_search_rows_finish (fixture->search, wait_for (&rows_result), &error);
  g_assert_cmpuint (rows->len, ==, 1);
  drill_item_search_keys_async (fixture->search, found, 0, NULL, store_result_cb, &keys_result);
  keys = drill_item_search_keys_finish (fixture->search, wait_for (&keys_result), &error);
  g_assert_cmpuint (g_strv_length (keys), ==, 4);
}

static void
test_complete (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray)    completions = NULL;
  g_autoptr (GError)       error = NULL;
  const DrillCompletion   *completion;

  drill_item_search_complete_async (fixture->search, "topic:lo", 8, NULL, store_result_cb, &result);
  completions = drill_item_search_complete_finish (fixture->search, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (completions->len, ==, 1);
  completion = g_ptr_array_index (completions, 0);
  g_assert_cmpstr (completion->text, ==, "event-loop");
  g_assert_cmpuint (completion->items, ==, 2);
}

static void
test_agenda (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) played = NULL;
  g_autoptr (DrillAgenda)  agenda = NULL;
  g_autoptr (DrillAgenda)  later = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *sql = NULL;

  drill_item_search_agenda_async (fixture->search, NULL, store_result_cb, &result);
  agenda = drill_item_search_agenda_finish (fixture->search, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (agenda->old_key, ==, "shelf/outage");
  g_assert_cmpint (agenda->old_days, ==, -1);
  g_assert_null (agenda->run_key);
  g_assert_null (agenda->weak_topic);
  g_assert_cmpuint (agenda->missed, ==, 0);

  /* Begun yesterday and left; a card that has faded. */
  sql = g_strdup_printf ("INSERT INTO run (uuid, key, hash, parent_moves, started_ms, updated_ms,"
                         "                 finished, moves, score, max)"
                         "VALUES ('%032d', 'shelf/outage', 'h', 0, %" G_GINT64_FORMAT ", 6, 0, '', 0, 100);"
                         "INSERT INTO card (id, key) VALUES (9, 'shelf/gc');"
                         "INSERT INTO card_state VALUES (9, 2, 0, 1.0, 5.0, 3, 0, 0, %d, 0, %d, 1);"
                         "UPDATE fold SET generation = generation + 1",
                         1,
                         NOON (TODAY - 1),
                         TODAY - 90,
                         TODAY - 89);
  scratch_sql_run (fixture->base.scratch, "data/progress.db", sql);
  drill_item_search_agenda_async (fixture->search, NULL, store_result_cb, &played);
  later = drill_item_search_agenda_finish (fixture->search, wait_for (&played), &error);
  g_assert_cmpstr (later->run_key, ==, "shelf/outage");
  g_assert_null (later->old_key);
  g_assert_cmpstr (later->weak_topic, ==, "memory-gc");
  g_assert_cmpfloat (later->weak_recall, <, 0.9);
}

static void
test_export (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (DrillSearchResult) found = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;
  g_autoptr (GAsyncResult)      result = NULL;
  g_autoptr (GAsyncResult)      failed = NULL;
  g_autoptr (GError)            error = NULL;
  g_autofree char              *path = scratch_path (fixture->base.scratch, "out.md");
  g_autofree char              *nowhere = scratch_path (fixture->base.scratch, "no/such/out.md");
  g_autoptr (GFile)             file = g_file_new_for_path (path);
  g_autoptr (GFile)             lost = g_file_new_for_path (nowhere);

  found = query (fixture, "", &problem, &error);
  drill_item_search_export_async (fixture->search,
                                  found,
                                  DRILL_SEARCH_MARKDOWN,
                                  file,
                                  NULL,
                                  store_result_cb,
                                  &result);
  g_assert_true (drill_item_search_export_finish (fixture->search, wait_for (&result), &error));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  drill_item_search_export_async (fixture->search,
                                  found,
                                  DRILL_SEARCH_CSV,
                                  lost,
                                  NULL,
                                  store_result_cb,
                                  &failed);
  g_assert_false (drill_item_search_export_finish (fixture->search, wait_for (&failed), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

#undef ADD
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/search/query", test_query);
  ADD ("/search/cancelled", test_cancelled);
  ADD ("/search/after-an-answer", test_after_an_answer);
  ADD ("/search/rows-and-keys", test_rows_and_keys);
  ADD ("/search/complete", test_complete);
  ADD ("/search/agenda", test_agenda);
  ADD ("/search/export", test_export);

  return g_test_run ();
}
