/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What a query finds. */

#include "config.h"

#include "shelf.h"

#include <gio/gio.h>

typedef struct
{
  const char *query;
  const char *found;
} Case;

static void
check (Shelf      *shelf,
       const Case *cases,
       guint       n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *found = shelf_find (shelf, cases[i].query);

      if (g_str_equal (found, cases[i].found))
        continue;
      g_test_message ("%s finds \"%s\", not \"%s\"", cases[i].query, found, cases[i].found);
      g_test_fail ();
    }
}

static void
test_words (Shelf        *shelf,
            gconstpointer data)
{
  static const Case cases[] = {
    { "", "loop gc keep mcq outage" },
    { "snapshots", "gc" },
    { "snap*", "gc" },
    { "snap", "" },
    { "\"event loop\"", "loop" },
    { "\"loop event\"", "" },
    { "heap or setimmediate", "mcq gc" },
    { "-heap kind:question", "loop keep" },
    { "what -heap", "loop" },
    { "server.close()", "keep" },
    { "HEAP", "gc" },
    { "delay", "loop-more" },
    { "(heap or pinned) level:senior", "loop" },
    { "not (heap or pinned) and kind:question", "keep" },
    { "outage", "outage" },
    { "nowhere", "" },
    { "\"quo\\\"ted\"", "" },
  };

  check (shelf, cases, G_N_ELEMENTS (cases));
}

static void
test_columns (Shelf        *shelf,
              gconstpointer data)
{
  static const Case cases[] = {
    { "topic:event-loop", "loop mcq" },
    { "topic:event", "loop mcq" },
    { "topic:loop", "loop mcq" },
    { "topic:http", "keep" },
    { "topic:keep*", "keep" },
    { "level:senior", "loop keep outage" },
    { "level:senior topic:http", "keep" },
    { "kind:mcq", "mcq" },
    { "kind:follow-up", "loop-more" },
    { "kind:incident", "outage" },
    { "pack:shelf kind:mcq", "mcq" },
    { "is:new", "loop gc keep mcq" },
    { "is:due", "" },
  };

  check (shelf, cases, G_N_ELEMENTS (cases));
}

static void
test_progress (Shelf        *shelf,
               gconstpointer data)
{
  static const Case cases[] = {
    { "is:new", "keep mcq" },
    { "is:seen", "loop gc" },
    { "is:due", "loop" },
    { "rated:again", "loop" },
    { "rated:easy", "gc" },
    { "is:missed", "loop" },
    { "recall<0.9", "loop" },
    { "recall>=0.9", "gc" },
    { "lapses>0", "loop" },
    { "answers:0", "keep mcq" },
    { "answers>1", "loop" },
    { "stability>5", "gc" },
    { "answered:today", "gc" },
    { "answered:yesterday", "" },
    { "answered:-60", "loop" },
    { "answered<0", "loop" },
    { "answered>=0", "gc" },
    { "answered:2024-08-05..2024-10-04", "loop gc" },
    { "answered:2024-10-04", "gc" },
    { "due<=0", "loop" },
    { "due>0", "gc" },
    { "is:flagged", "keep" },
    { "is:suspended", "mcq" },
    { "is:learning", "loop" },
    { "is:leech", "" },
  };

  /* Learned long ago, forgotten, and left alone since. */
  shelf_answer (shelf, "shelf/loop", DRILL_OCCASION_REVIEW, DRILL_RATING_EASY, TODAY - 80);
  shelf_answer (shelf, "shelf/loop", DRILL_OCCASION_REVIEW, DRILL_RATING_AGAIN, TODAY - 60);
  shelf_answer (shelf, "shelf/gc", DRILL_OCCASION_REVIEW, DRILL_RATING_EASY, TODAY);
  shelf_mark (shelf, "shelf/keep", DRILL_MARK_FLAG, 3);
  shelf_mark (shelf, "shelf/mcq", DRILL_MARK_SUSPEND, 0);
  check (shelf, cases, G_N_ELEMENTS (cases));

  shelf->rules->leech_lapses = 1;
  {
    static const Case leech[] = { { "is:leech", "loop" } };

    check (shelf, leech, 1);
  }
}

/* A mistake stands until it is answered well. */
static void
test_missed (Shelf        *shelf,
             gconstpointer data)
{
  static const Case       wrong[] = { { "is:missed", "gc mcq" } };
  static const Case       half[] = { { "is:missed", "gc" } };
  static const Case       none[] = { { "is:missed", "" } };
  g_autoptr (DrillAnswer) answer = NULL;
  g_autoptr (GError)      error = NULL;
  const char             *met[] = { "Take two snapshots", NULL };
  DrillCard               card;

  shelf_answer (shelf, "shelf/mcq", DRILL_OCCASION_QUIZ, DRILL_RATING_AGAIN, TODAY - 1);

  /* Good, but one of two points that it must make is missing. */
  answer = drill_answer_new ("shelf/gc",
                             DRILL_OCCASION_REVIEW,
                             DRILL_RATING_GOOD,
                             NOON (TODAY - 1),
                             9000);
  answer->met = g_strdupv ((char **) met);
  drill_answer_record (shelf->connection, shelf->rules, answer, &card, &error);
  g_assert_no_error (error);
  check (shelf, wrong, 1);
  {
    g_autofree char *missed
      = scratch_sql_text (shelf->scratch,
                          "data/progress.db",
                          "SELECT detail ->> '$.missed[0]' FROM review ORDER BY id DESC LIMIT 1");

    g_assert_cmpstr (missed, ==, "Compare retainers");
  }

  shelf_answer (shelf, "shelf/mcq", DRILL_OCCASION_QUIZ, DRILL_RATING_GOOD, TODAY);
  check (shelf, half, 1);
  shelf_answer (shelf, "shelf/gc", DRILL_OCCASION_REVIEW, DRILL_RATING_GOOD, TODAY);
  check (shelf, none, 1);
}

/* A run that went wrong says so of the items that teach it, until they are answered. */
static void
test_missed_in_incident (Shelf        *shelf,
                         gconstpointer data)
{
  static const Case missed[] = { { "is:missed", "keep" } };
  static const Case none[] = { { "is:missed", "" } };
  g_autofree char  *sql = NULL;

  sql
    = g_strdup_printf ("INSERT INTO run (id, uuid, key, hash, parent_moves, started_ms, updated_ms,"
                       "                 finished, moves, score, max)"
                       "VALUES (1, '%032d', 'shelf/outage', 'h', 0, %" G_GINT64_FORMAT
                       ", %" G_GINT64_FORMAT ", 1, '', 3, 10);"
                       "INSERT INTO run_lesson (run, ord, kind, section, text, item)"
                       "VALUES (1, 0, 1, 's', 'A point', 'shelf/keep')",
                       1,
                       NOON (TODAY - 1),
                       NOON (TODAY - 1));
  scratch_sql_run (shelf->scratch, "data/progress.db", sql);
  check (shelf, missed, 1);
  shelf_answer (shelf, "shelf/keep", DRILL_OCCASION_REVIEW, DRILL_RATING_GOOD, TODAY);
  check (shelf, none, 1);
}

static void
test_ranking (Shelf        *shelf,
              gconstpointer data)
{
  /* In a title a word counts more than in an answer. */
  DrillSearchContext            context = { shelf->connection, shelf->rules, NOON (TODAY) };
  g_autoptr (DrillSearchResult) words = NULL;
  g_autoptr (DrillSearchResult) fields = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;
  g_autofree char              *found = shelf_find (shelf, "sockets or heap");

  /* In a title a word counts more than in an answer. */
  g_assert_cmpstr (found, ==, "gc keep");
  g_assert_true (drill_search_run (&context, "heap", 0, &words, &problem, NULL));
  g_assert_true (words->ranked);
  g_assert_true (drill_search_run (&context, "kind:mcq", 0, &fields, &problem, NULL));
  g_assert_false (fields->ranked);
}

static void
test_beside_items (Shelf        *shelf,
                   gconstpointer data)
{
  DrillSearchContext            context = { shelf->connection, shelf->rules, NOON (TODAY) };
  g_autoptr (DrillSearchResult) result = NULL;
  g_autoptr (DrillSearchResult) outage = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;
  const DrillSearchTopic       *topic;
  const DrillSearchPlay        *play;
  g_autofree char              *sql = NULL;

  g_assert_true (drill_search_run (&context, "loop", 0, &result, &problem, NULL));
  g_assert_cmpuint (result->topics->len, ==, 1);
  topic = g_ptr_array_index (result->topics, 0);
  g_assert_cmpstr (topic->slug, ==, "event-loop");
  g_assert_cmpuint (topic->items, ==, 2);
  g_assert_cmpuint (result->practice, ==, result->ids->len);

  sql
    = g_strdup_printf ("INSERT INTO run (uuid, key, hash, parent_moves, started_ms, updated_ms,"
                       "                 finished, moves, score, max, ending)"
                       "VALUES ('%032d', 'shelf/outage', 'h', 0, 5, 6, 1, '', 70, 100, 'resolved')",
                       1);
  scratch_sql_run (shelf->scratch, "data/progress.db", sql);
  g_assert_true (drill_search_run (&context, "outage", 0, &outage, &problem, NULL));
  g_assert_cmpuint (outage->practice, ==, 0);
  g_assert_cmpuint (outage->plays->len, ==, 1);
  play = g_ptr_array_index (outage->plays, 0);
  g_assert_cmpstr (play->title, ==, "An outage");
  g_assert_cmpint (play->score, ==, 70);
  g_assert_true (play->finished);
}

static void
test_problems (Shelf        *shelf,
               gconstpointer data)
{
  DrillSearchContext            context = { shelf->connection, shelf->rules, NOON (TODAY) };
  g_autoptr (DrillSearchResult) result = NULL;
  g_autoptr (DrillQueryProblem) topic = NULL;
  g_autoptr (DrillQueryProblem) pack = NULL;
  g_autoptr (GError)            error = NULL;

  g_assert_false (drill_search_run (&context, "a topic:nowhere", 0, &result, &topic, &error));
  g_assert_no_error (error);
  g_assert_cmpint (topic->code, ==, DRILL_QUERY_PROBLEM_NO_TOPIC);
  g_assert_cmpuint (topic->start, ==, 8);
  g_assert_cmpstr (topic->word, ==, "nowhere");
  g_assert_cmpstr (topic->hint, ==, "event-loop, http, keep-alive, memory-gc");
  g_assert_false (drill_search_run (&context, "-(pack:x)", 0, &result, &pack, &error));
  g_assert_cmpint (pack->code, ==, DRILL_QUERY_PROBLEM_NO_PACK);
}

static void
test_pages (Shelf        *shelf,
            gconstpointer data)
{
  DrillSearchContext            context = { shelf->connection, shelf->rules, NOON (TODAY) };
  g_autoptr (DrillSearchResult) result = NULL;
  g_autoptr (DrillQueryProblem) problem = NULL;
  g_autoptr (GPtrArray)         rows = NULL;
  g_autoptr (GError)            error = NULL;
  g_auto (GStrv)                practice = NULL;

  g_assert_true (drill_search_run (&context, "", 0, &result, &problem, NULL));
  rows = drill_search_load_rows (shelf->connection, result, 3, 64, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (drill_item_summary_get_key (g_ptr_array_index (rows, 0)), ==, "shelf/mcq");

  practice = drill_search_list_keys (shelf->connection, result, TRUE, 0, &error);
  g_assert_cmpuint (g_strv_length (practice), ==, 4);
  g_strfreev (practice);
  practice = drill_search_list_keys (shelf->connection, result, TRUE, 2, &error);
  g_assert_cmpuint (g_strv_length (practice), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/search/find/words", test_words);
  ADD ("/search/find/columns", test_columns);
  ADD ("/search/find/progress", test_progress);
  ADD ("/search/find/missed", test_missed);
  ADD ("/search/find/missed-in-incident", test_missed_in_incident);
  ADD ("/search/find/ranking", test_ranking);
  ADD ("/search/find/beside-items", test_beside_items);
  ADD ("/search/find/problems", test_problems);
  ADD ("/search/find/pages", test_pages);

  return g_test_run ();
}
