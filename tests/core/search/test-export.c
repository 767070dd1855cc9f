/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What was found as a file. */

#include "config.h"

#include "shelf.h"

#include "search/export.h"

#include <string.h>

static char *
export_text (Shelf            *shelf,
             const char       *query,
             DrillSearchFormat format)
{
  DrillSearchContext            context = { shelf->connection, shelf->rules, NOON (TODAY) };
  g_autoptr (DrillSearchResult) result = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;
  g_autoptr (GError)            error = NULL;
  g_autoptr (GOutputStream)     stream = g_memory_output_stream_new_resizable ();

  g_assert_true (drill_search_run (&context, query, 0, &result, &problem, &error));
  g_assert_true (drill_search_export (&context, result, format, stream, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_csv (Shelf        *shelf,
          gconstpointer data)
{
  g_autofree char *text = NULL;
  g_auto (GStrv)   lines = NULL;

  shelf_answer (shelf, "shelf/gc", DRILL_OCCASION_REVIEW, DRILL_RATING_GOOD, TODAY);
  text = export_text (shelf, "kind:question", DRILL_SEARCH_CSV);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_prefix (lines[0], "key,kind,title,"));
  g_assert_cmpstr (lines[1],
                   ==,
                   "shelf/loop,question,One core is pinned. What is "
                   "blocked?,Senior,event-loop,shelf,0,0,,,,");
  g_assert_true (
    g_str_has_prefix (lines[2],
                      "shelf/gc,question,The heap grows. What now?,Junior,memory-gc,shelf,1,0,3,"));
  g_assert_cmpstr (lines[4], ==, "");
}

static void
test_csv_quotes (Shelf        *shelf,
                 gconstpointer data)
{
  g_autofree char *text = NULL;

  scratch_write (shelf->scratch,
                 "pack/more.md",
                 "<!-- pack: shelf; version: 1; format: 1 -->\n# More\n\n## Core Interview "
                 "Questions\n\n"
                 "### 1. Say \"yes\", or no?\n<!-- id: quotes -->\n\n**A:** Yes.\n");
  shelf_import (shelf);
  text = export_text (shelf, "yes", DRILL_SEARCH_CSV);
  g_assert_nonnull (strstr (text, "shelf/quotes,question,\"Say \"\"yes\"\", or no?\",,,shelf,"));
}

static void
test_markdown (Shelf        *shelf,
               gconstpointer data)
{
  g_autofree char *question = export_text (shelf, "heap", DRILL_SEARCH_MARKDOWN);
  g_autofree char *mcq = export_text (shelf, "kind:mcq", DRILL_SEARCH_MARKDOWN);

  g_assert_nonnull (strstr (question, "## The heap grows. What now?\n"));
  g_assert_nonnull (strstr (question, "Compare two snapshots."));
  g_assert_nonnull (strstr (question, "- Take two snapshots\n"));
  g_assert_nonnull (strstr (mcq, "- [ ] A. Poll\n- [x] B. Check\n"));
}

/* A file is there as a whole or not at all. */
static void
test_file (Shelf        *shelf,
           gconstpointer data)
{
  DrillSearchContext            context = { shelf->connection, shelf->rules, NOON (TODAY) };
  g_autoptr (DrillSearchResult) result = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;
  g_autoptr (GError)            error = NULL;
  g_autoptr (GCancellable)      cancelled = g_cancellable_new ();
  g_autofree char              *path = scratch_path (shelf->scratch, "found.csv");
  g_autoptr (GFile)             file = g_file_new_for_path (path);
  g_autoptr (GBytes)            bytes = NULL;

  g_assert_true (drill_search_run (&context, "", 0, &result, &problem, &error));
  g_cancellable_cancel (cancelled);
  g_assert_false (
    drill_search_export_to_file (&context, result, DRILL_SEARCH_CSV, file, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_query_exists (file, NULL));

  g_assert_true (
    drill_search_export_to_file (&context, result, DRILL_SEARCH_CSV, file, NULL, &error));
  bytes = scratch_read (shelf->scratch, "found.csv");
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/search/export/csv", test_csv);
  ADD ("/search/export/csv-quotes", test_csv_quotes);
  ADD ("/search/export/markdown", test_markdown);
  ADD ("/search/export/file", test_file);

  return g_test_run ();
}
