/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Lists of items: filters, search, and whatever people type. */

#include "config.h"

#include "library-fixture.h"
#include "pack-text.h"

#include "library/item-query.h"

static const char other[] = PACK_HEADER ("beta") QUESTIONS_SECTION
    "### 1. What does server.close() wait for? (Senior, Staff)\n"
    "<!-- id: close; topics: http, streams -->\n\n"
    "**A:** Crème brûlée and keep-alive sockets; see node`s docs. NEAR miss.\n\n"
    "### 2. Who drains? (Any)\n<!-- id: drains; topics: http -->\n\n"
    "**A:** Backpressure does. 500 MB.\n";

static void
set_up (LibraryFixture *fixture,
        gconstpointer   data)
{
  library_set_up (fixture, NULL);
  scratch_write (fixture->scratch, "packs/alpha/core.md", RICH_CHAPTER);
  scratch_write (fixture->scratch, "packs/alpha/outage/scenario.md", SCRATCH_SCENARIO);
  scratch_write (fixture->scratch, "packs/beta/core.md", other);
  library_reimport (fixture, "packs");
}

static char *
query (LibraryFixture        *fixture,
       const DrillItemFilter *filter)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError)    error = NULL;
  GString              *ids = g_string_new (NULL);

  rows = drill_item_query_run (fixture->connection, filter, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *key = drill_item_summary_get_key (g_ptr_array_index (rows, i));

      if (i > 0)
        g_string_append_c (ids, ' ');
      g_string_append (ids, strchr (key, '/') + 1);
    }

  return g_string_free (ids, FALSE);
}

typedef struct
{
  const char     *name;
  DrillItemFilter filter;
  const char     *ids;
} Case;

#define ALL "backpressure which-call outage close drains"

static const Case cases[] = {
  { "all", { 0 }, ALL },
  { "follow-ups",
    { .follow_ups = TRUE },
    "backpressure backpressure-none backpressure-http which-call outage close drains" },
  { "kind/question", { .kind = DRILL_ITEM_QUESTION }, "backpressure close drains" },
  { "kind/mcq", { .kind = DRILL_ITEM_MCQ }, "which-call" },
  { "kind/scenario", { .kind = DRILL_ITEM_SCENARIO }, "outage" },
  { "kind/follow-up", { .kind = DRILL_ITEM_FOLLOW_UP }, "backpressure-none backpressure-http" },
  { "kind/transcript", { .kind = DRILL_ITEM_TRANSCRIPT }, "" },
  { "pack", { .pack = (char *) "beta" }, "close drains" },
  { "pack/unknown", { .pack = (char *) "gamma" }, "" },
  { "topic", { .topic = (char *) "streams" }, "backpressure close" },
  { "topic/unknown", { .topic = (char *) "nothing" }, "" },
  { "level", { .levels = DRILL_LEVEL_SENIOR }, "backpressure outage close" },
  { "levels", { .levels = DRILL_LEVEL_JUNIOR | DRILL_LEVEL_STAFF }, "which-call close" },
  { "all-together",
    { .levels = DRILL_LEVEL_SENIOR,
      .topic = (char *) "streams",
      .pack = (char *) "beta",
      .kind = DRILL_ITEM_QUESTION,
      .text = (char *) "keep alive" },
    "close" },
  { "limit", { .limit = 2 }, "backpressure which-call" },
  { "limit-and-offset", { .limit = 2, .offset = 1 }, "which-call outage" },
  { "offset", { .offset = 3 }, "close drains" },
  { "offset-beyond", { .offset = 30 }, "" },

  /* A title counts more than a text. */
  { "search/title-first", { .text = (char *) "backpressure" }, "backpressure drains" },
  { "search/in-an-answer", { .text = (char *) "drained buffer" }, "backpressure" },
  { "search/in-an-option", { .text = (char *) "nextTick" }, "which-call" },
  { "search/in-a-reason", { .text = (char *) "emptied" }, "which-call" },
  { "search/every-word", { .text = (char *) "backpressure buffer" }, "backpressure" },
  { "search/no-such-word", { .text = (char *) "backpressure zebra" }, "" },
  { "search/prefix", { .text = (char *) "back" }, "backpressure drains" },
  { "search/only-the-last-is-a-prefix", { .text = (char *) "backpr buffer" }, "" },
  { "search/letter", { .text = (char *) "z" }, "" },
  { "search/case", { .text = (char *) "BACKPRESSURE" }, "backpressure drains" },
  { "search/accents-typed", { .text = (char *) "brûlée" }, "close" },
  { "search/accents-not-typed", { .text = (char *) "creme brulee" }, "close" },
  { "search/code", { .text = (char *) "server.close()" }, "close" },
  { "search/hyphen", { .text = (char *) "keep-alive" }, "close" },
  { "search/number", { .text = (char *) "500" }, "drains" },
  { "search/follow-up-hidden", { .text = (char *) "killed" }, "" },
  { "search/follow-up",
    { .text = (char *) "killed", .follow_ups = TRUE },
    "backpressure-none" },
  { "search/follow-up-kind",
    { .text = (char *) "killed", .kind = DRILL_ITEM_FOLLOW_UP },
    "backpressure-none" },
  { "search/limit", { .text = (char *) "backpressure", .limit = 1 }, "backpressure" },
  { "search/offset", { .text = (char *) "backpressure", .offset = 1 }, "drains" },

  /* What has no word in it searches for nothing, so it finds everything. */
  { "search/empty", { .text = (char *) "" }, ALL },
  { "search/blank", { .text = (char *) " \t\n" }, ALL },
  { "search/punctuation", { .text = (char *) "\"*-:^()" }, ALL },

  /* Operators of the index are words like any other. */
  { "operator/and", { .text = (char *) "backpressure AND buffer" }, "" },
  { "operator/or", { .text = (char *) "backpressure OR zebra" }, "" },
  { "operator/not", { .text = (char *) "NOT backpressure" }, "" },
  { "operator/near", { .text = (char *) "NEAR" }, "close" },
  { "operator/near-call", { .text = (char *) "NEAR(keep alive, 2)" }, "" },
  { "operator/column", { .text = (char *) "title:backpressure" }, "" },
  { "operator/prefix", { .text = (char *) "back*" }, "backpressure drains" },
  { "operator/caret", { .text = (char *) "^backpressure" }, "backpressure drains" },
  { "operator/quote", { .text = (char *) "\"backpressure" }, "backpressure drains" },
  { "operator/phrase", { .text = (char *) "\"keep alive sockets\"" }, "close" },
  { "operator/apostrophe", { .text = (char *) "node's" }, "close" },
  { "operator/plus", { .text = (char *) "keep + alive" }, "close" },
  { "operator/comment", { .text = (char *) "backpressure -- '; DROP" }, "" },
};

static void
test_case (LibraryFixture *fixture,
           gconstpointer   data)
{
  const Case                 *this = data;
  g_autoptr (DrillItemFilter) copy = drill_item_filter_copy (&this->filter);
  g_autofree char            *ids = query (fixture, copy);

  g_assert_cmpstr (ids, ==, this->ids);
}

static void
test_summary (LibraryFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (DrillItemFilter) filter = drill_item_filter_new ();
  g_autoptr (GPtrArray)       rows = NULL;
  DrillItemSummary           *row;

  filter->limit = 1;
  rows = drill_item_query_run (fixture->connection, filter, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (drill_item_summary_get_key (row), ==, "alpha/backpressure");
  g_assert_cmpint (drill_item_summary_get_kind (row), ==, DRILL_ITEM_QUESTION);
  g_assert_cmpstr (drill_item_summary_get_title (row), ==, "What is backpressure?");
  g_assert_cmpuint (drill_item_summary_get_levels (row),
                    ==,
                    DRILL_LEVEL_MID | DRILL_LEVEL_SENIOR);
  g_assert_cmpuint (g_strv_length ((char **) drill_item_summary_get_topics (row)), ==, 2);
  g_assert_true (g_strv_contains (drill_item_summary_get_topics (row), "streams"));
  g_assert_true (g_strv_contains (drill_item_summary_get_topics (row), "memory"));
  g_assert_cmpstr (drill_item_summary_get_pack (row), ==, "alpha");
  g_assert_cmpstr (drill_item_summary_get_pack_title (row), ==, "The alpha pack");
  g_assert_true (g_str_has_suffix (drill_item_summary_get_path (row), "/packs/alpha/core.md"));
  g_assert_cmpuint (drill_item_summary_get_line (row), ==, 9);
}

/* Whatever is typed is no syntax error, valid text or not. */
static void
test_anything_typed (LibraryFixture *fixture,
                     gconstpointer   data)
{
  static const char *const pieces[] = {
    "\"", "'", "*", "(", ")", "AND", "OR", "NOT", "NEAR", "NEAR/3", ":", "^", "-", "+", "{", "}",
    ",", " ", "title", "text", "back", "\xcc\x81", "\xe2\x80\x8b", "\xff", "\xc3", "é", "日本", "😀",
    "\t", ";", "--", "\\", "%", "_", "0", "²", "\xe2\x85\xa7", "ß", "İ", "ﬁ", "\xee\x80\x80",
  };

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (DrillItemFilter) filter = drill_item_filter_new ();
      g_autoptr (GString)         text = g_string_new (NULL);
      g_autofree char            *ids = NULL;

      for (guint i = g_test_rand_int_range (1, 12); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      filter->text = g_strdup (text->str);
      ids = query (fixture, filter);
    }
}

static void
test_very_long_text (LibraryFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr (DrillItemFilter) filter = drill_item_filter_new ();
  g_autoptr (GString)         text = g_string_new (NULL);
  g_autofree char            *ids = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "backpressure ");
  filter->text = g_strdup (text->str);
  ids = query (fixture, filter);
  g_assert_cmpstr (ids, ==, "backpressure drains");
}

typedef struct
{
  const char *text;
  const char *expression;
} Expression;

static const Expression expressions[] = {
  { "word", "\"word\" *" },
  { "two words", "\"two\" \"words\" *" },
  { "  a,b  ", "\"a\" \"b\" *" },
  { "e\xcc\x81t\xc3\xa9", "\"e\xcc\x81t\xc3\xa9\" *" },
  { "a\"b", "\"a\" \"b\" *" },
  { "", NULL },
  { "?!", NULL },
};

static void
test_expression (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (expressions); i++)
    {
      g_autofree char *expression = drill_search_expression (expressions[i].text);

      g_assert_cmpstr (expression, ==, expressions[i].expression);
    }
}

static void
assert_finds (LibraryFixture *fixture,
              const char     *text,
              const char     *expected)
{
  g_autoptr (DrillItemFilter) filter = drill_item_filter_new ();
  g_autofree char            *ids = NULL;

  filter->text = g_strdup (text);
  ids = query (fixture, filter);
  g_assert_cmpstr (ids, ==, expected);
}

/* The index forgets what was edited away, what was moved, and what is gone. */
static void
test_index_keeps_in_step (LibraryFixture *fixture,
                          gconstpointer   data)
{
  assert_finds (fixture, "brulee", "close");
  scratch_write (fixture->scratch,
                 "packs/beta/core.md",
                 PACK_HEADER ("beta") QUESTIONS_SECTION
                     QUESTION ("1", "close", "What does it wait for?", "Tiramisu."));
  library_reimport (fixture, "packs");
  assert_finds (fixture, "brulee", "");
  assert_finds (fixture, "tiramisu", "close");
  assert_finds (fixture, "500", "");

  scratch_delete (fixture->scratch, "packs/beta");
  library_reimport (fixture, "packs");
  assert_finds (fixture, "tiramisu", "");
  assert_finds (fixture, "backpressure", "backpressure");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/library/query/", cases[i].name, NULL);

      g_test_add (path, LibraryFixture, &cases[i], set_up, test_case, library_tear_down);
    }
  g_test_add_func ("/library/query/expression", test_expression);
  g_test_add ("/library/query/summary", LibraryFixture, NULL, set_up, test_summary, library_tear_down);
  g_test_add ("/library/query/anything-typed", LibraryFixture, NULL, set_up, test_anything_typed, library_tear_down);
  g_test_add ("/library/query/very-long-text", LibraryFixture, NULL, set_up, test_very_long_text, library_tear_down);
  g_test_add ("/library/query/index-in-step", LibraryFixture, NULL, set_up, test_index_keeps_in_step, library_tear_down);

  return g_test_run ();
}
