/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What was read from Markdown comes out of the database whole. */

#include "config.h"

#include "library-fixture.h"
#include "pack-text.h"

#include "library/item-record.h"

#define TRANSCRIPT                                                                               \
  "## Mock Interview Scenario: The Switch\n"                                                     \
  "<!-- id: switch; level: Senior -->\n\n"                                                       \
  "**Scenario Setup:** It is night.\n\n"                                                         \
  "**Interviewer:** What now?\n\n"                                                               \
  "**Candidate:** I look at the graphs.\n\n"                                                     \
  "**Interviewer:** And then?\n\n"                                                               \
  "**Candidate:** I tell people.\n"

static DrillItemRecord *
load (LibraryFixture *fixture,
      const char     *key)
{
  g_autoptr (GError) error = NULL;
  DrillItemRecord   *record = drill_item_record_load (fixture->connection, key, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (record->key, ==, key);

  return record;
}

static void
assert_same_strings (GPtrArray *a,
                     GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_true (g_ptr_array_find_with_equal_func (b, g_ptr_array_index (a, i), g_str_equal, NULL));
}

static void
assert_same_parts (GPtrArray *a,
                   GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const DrillPart *left = g_ptr_array_index (a, i);
      const DrillPart *right = g_ptr_array_index (b, i);

      g_assert_cmpint (left->role, ==, right->role);
      g_assert_cmpint (left->grade, ==, right->grade);
      g_assert_cmpuint (left->turn, ==, right->turn);
      g_assert_cmpstr (left->markdown, ==, right->markdown);
      g_assert_cmpuint (left->line, ==, right->line);
    }
}

static void
assert_same_options (GPtrArray *a,
                     GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const DrillOption *left = g_ptr_array_index (a, i);
      const DrillOption *right = g_ptr_array_index (b, i);

      g_assert_cmpstr (left->label, ==, right->label);
      g_assert_cmpstr (left->markdown, ==, right->markdown);
      g_assert_cmpstr (left->reason, ==, right->reason);
      g_assert_cmpint (left->correct, ==, right->correct);
      g_assert_cmpuint (left->line, ==, right->line);
    }
}

static void
assert_same_item (const DrillItemRecord *record,
                  const DrillItem       *expected)
{
  const DrillItem *item = record->item;

  g_assert_cmpint (item->kind, ==, expected->kind);
  g_assert_cmpuint (item->number, ==, expected->number);
  g_assert_cmpstr (item->title, ==, expected->title);
  g_assert_cmpstr (item->title_markdown, ==, expected->title_markdown);
  g_assert_cmpuint (item->levels, ==, expected->levels);
  g_assert_cmpuint (item->minutes, ==, expected->minutes);
  g_assert_cmpuint (item->line, ==, expected->line);
  g_assert_cmpuint (item->end_line, ==, expected->end_line);
  g_assert_cmpstr (item->fingerprint, ==, expected->fingerprint);
  assert_same_strings (item->topics, expected->topics);
  assert_same_parts (item->parts, expected->parts);
  assert_same_options (item->options, expected->options);
  g_assert_cmpuint (record->references->len, ==, expected->refs->len);
  g_assert_cmpuint (record->children->len, ==, expected->children->len);
  for (guint i = 0; i < record->children->len; i++)
    assert_same_item (g_ptr_array_index (record->children, i),
                      g_ptr_array_index (expected->children, i));
}

/* Every item of a chapter, field by field, against what the parser gave. */
static void
test_round_trip (LibraryFixture *fixture,
                 gconstpointer   data)
{
  static const char            text[] = RICH_CHAPTER "\n" TRANSCRIPT;
  g_autoptr (DrillDiagnostics) problems = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = NULL;

  scratch_write (fixture->scratch, "alpha/core.md", text);
  library_reimport (fixture, "alpha");
  chapter = drill_chapter_parse ("core.md", text, sizeof text - 1, problems);
  g_assert_cmpuint (chapter->items->len, ==, 3);
  for (guint i = 0; i < chapter->items->len; i++)
    {
      const DrillItem            *item = g_ptr_array_index (chapter->items, i);
      g_autofree char            *key = g_strconcat ("alpha/", item->id, NULL);
      g_autoptr (DrillItemRecord) record = load (fixture, key);

      assert_same_item (record, item);
      g_assert_cmpstr (record->pack, ==, "alpha");
      g_assert_cmpstr (record->pack_title, ==, "The alpha pack");
      g_assert_true (g_str_has_suffix (record->path, "/alpha/core.md"));
      g_assert_null (record->parent_key);
    }
}

static void
test_references (LibraryFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (DrillItemRecord) record = NULL;
  const DrillReference       *reference;

  scratch_write (fixture->scratch, "alpha/core.md", RICH_CHAPTER);
  library_reimport (fixture, "alpha");
  record = load (fixture, "alpha/backpressure");
  g_assert_cmpuint (record->references->len, ==, 2);
  reference = g_ptr_array_index (record->references, 0);
  g_assert_cmpstr (reference->title, ==, "Streams");
  g_assert_cmpstr (reference->url, ==, "https://nodejs.org/api/stream.html");
  reference = g_ptr_array_index (record->references, 1);
  g_assert_cmpstr (reference->title, ==, "Heap");
}

/* A pack may keep its references in a chapter of their own. */
static void
test_references_of_another_chapter (LibraryFixture *fixture,
                                    gconstpointer   data)
{
  g_autoptr (DrillItemRecord) record = NULL;

  scratch_write (fixture->scratch,
                 "alpha/core.md",
                 PACK_HEADER ("alpha") QUESTIONS_SECTION
                 "### 1. Why?\n<!-- id: why; refs: r-why -->\n\n**A:** So.\n");
  scratch_write (fixture->scratch,
                 "alpha/more.md",
                 QUESTIONS_SECTION QUESTION ("1", "two", "What is two?", "Dos.")
                 "## References\n\n- [Why](https://example.org/why) <!-- id: r-why -->\n");
  library_reimport (fixture, "alpha");
  record = load (fixture, "alpha/why");
  g_assert_cmpuint (record->references->len, ==, 1);
}

static void
test_follow_up (LibraryFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (DrillItemRecord) question = NULL;
  g_autoptr (DrillItemRecord) follow_up = NULL;
  g_autoptr (DrillItemRecord) again = NULL;
  const DrillItemRecord      *child;

  scratch_write (fixture->scratch, "alpha/core.md", RICH_CHAPTER);
  library_reimport (fixture, "alpha");
  question = load (fixture, "alpha/backpressure");
  g_assert_cmpuint (question->children->len, ==, 2);
  child = g_ptr_array_index (question->children, 0);
  g_assert_cmpstr (child->key, ==, "alpha/backpressure-none");
  child = g_ptr_array_index (question->children, 1);
  g_assert_cmpstr (child->key, ==, "alpha/backpressure-http");

  follow_up = load (fixture, "alpha/backpressure-http");
  g_assert_cmpint (follow_up->item->kind, ==, DRILL_ITEM_FOLLOW_UP);
  g_assert_cmpstr (follow_up->parent_key, ==, "alpha/backpressure");
  g_assert_cmpstr (follow_up->parent_title, ==, "What is backpressure?");
  g_assert_cmpuint (follow_up->children->len, ==, 0);

  again = drill_item_record_ref (follow_up);
  g_assert_true (again == follow_up);
}

static void
test_unknown (LibraryFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (drill_item_record_load (fixture->connection, "alpha/no'thing", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "alpha/no'thing"));
}

#define ADD(path, test) \
  g_test_add (path, LibraryFixture, NULL, library_set_up, test, library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/library/record/round-trip", test_round_trip);
  ADD ("/library/record/references", test_references);
  ADD ("/library/record/references-elsewhere", test_references_of_another_chapter);
  ADD ("/library/record/follow-up", test_follow_up);
  ADD ("/library/record/unknown", test_unknown);

  return g_test_run ();
}
