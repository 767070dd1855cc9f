/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * One chapter in seven spellings, as editors, word processors and people write it.
 * The items of all must have the same fingerprints, which are made of everything
 * that is in them.
 */

#include "config.h"

#include "pack/chapter.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const names[] = {
  "headings.md", "plain-text.md",     "bold-lines.md", "word-processor.md",
  "lists.md",    "label-headings.md", "dense.md",
};

static char *fixtures;

static DrillChapter *
load (const char        *name,
      DrillDiagnostics **diagnostics)
{
  g_autofree char   *path = g_build_filename (fixtures, name, NULL);
  g_autoptr (GError) error = NULL;
  DrillChapter      *chapter;

  *diagnostics = drill_diagnostics_new ();
  chapter = drill_chapter_load (path, name, *diagnostics, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (chapter);

  return chapter;
}

static guint
count_parts (const DrillItem *item,
             DrillPartRole    role)
{
  guint count = 0;

  for (guint i = 0; i < item->parts->len; i++)
    count += ((DrillPart *) g_ptr_array_index (item->parts, i))->role == role;

  return count;
}

static void
check_question (const DrillItem *item,
                guint            number)
{
  const DrillItem *follow_up;

  g_assert_cmpint (item->kind, ==, DRILL_ITEM_QUESTION);
  g_assert_cmpuint (item->number, ==, number);
  g_assert_cmpuint (item->levels & DRILL_LEVEL_SENIOR, !=, 0);
  g_assert_cmpuint (count_parts (item, DRILL_PART_ANSWER), ==, 1);
  g_assert_cmpuint (count_parts (item, DRILL_PART_KEY_POINT), >=, 2);
  g_assert_cmpuint (count_parts (item, DRILL_PART_MISTAKE), ==, 2);
  g_assert_cmpuint (item->children->len, ==, 1);
  follow_up = g_ptr_array_index (item->children, 0);
  g_assert_cmpint (follow_up->kind, ==, DRILL_ITEM_FOLLOW_UP);
  g_assert_true (g_str_has_suffix (follow_up->title, "?")
                 || g_str_has_suffix (follow_up->title, "now?"));
  g_assert_cmpuint (count_parts (follow_up, DRILL_PART_ANSWER), ==, 1);
  g_assert_cmpuint (item->line, <, follow_up->line);
  g_assert_cmpuint (follow_up->end_line, <=, item->end_line);
}

static void
check_mcq (const DrillItem *item,
           guint            number)
{
  g_assert_cmpint (item->kind, ==, DRILL_ITEM_MCQ);
  g_assert_cmpuint (item->number, ==, number);
  g_assert_cmpuint (item->options->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const DrillOption *option = g_ptr_array_index (item->options, i);

      g_assert_cmpint (option->label[0], ==, 'A' + (int) i);
      g_assert_cmpint (option->correct, ==, i == (number == 5 ? 1 : 2));
      g_assert_nonnull (option->reason);
      g_assert_cmpint (*option->reason, !=, ' ');
    }
}

static void
check_counts (gconstpointer data)
{
  const char                  *name = data;
  g_autoptr (DrillDiagnostics) diagnostics = NULL;
  g_autoptr (DrillChapter)     chapter = load (name, &diagnostics);
  const DrillItem             *transcript;

  g_assert_cmpuint (drill_diagnostics_count (diagnostics, DRILL_SEVERITY_ERROR), ==, 0);
  g_assert_cmpuint (chapter->items->len, ==, 15);
  for (guint i = 0; i < 9; i++)
    check_question (g_ptr_array_index (chapter->items, i), i + 1);
  for (guint i = 0; i < 5; i++)
    check_mcq (g_ptr_array_index (chapter->items, 9 + i), i + 1);
  transcript = g_ptr_array_index (chapter->items, 14);
  g_assert_cmpint (transcript->kind, ==, DRILL_ITEM_TRANSCRIPT);
  g_assert_cmpuint (count_parts (transcript, DRILL_PART_INTERVIEWER), ==, 4);
  g_assert_cmpuint (count_parts (transcript, DRILL_PART_CANDIDATE), ==, 4);
  g_assert_cmpuint (count_parts (transcript, DRILL_PART_BODY), ==, 1);
}

static void
check_prose (gconstpointer data)
{
  const char                  *name = data;
  g_autoptr (DrillDiagnostics) diagnostics = NULL;
  g_autoptr (DrillChapter)     chapter = load (name, &diagnostics);
  const DrillReference        *reference;

  g_assert_cmpstr (chapter->title, ==, "Chapter 7: Trouble in Production");
  g_assert_cmpstr (chapter->introduction,
                   ==,
                   "This chapter practises talking about incidents. It has questions, a quiz and one "
                   "interview.");
  g_assert_nonnull (strstr (chapter->tips, "Learn one profiler well."));
  g_assert_nonnull (strstr (chapter->tips, "Rest."));
  g_assert_nonnull (strstr (chapter->summary, "A fixed order helps."));
  g_assert_null (strstr (chapter->summary, "Node.js process"));
  g_assert_cmpuint (chapter->references->len, ==, 7);
  reference = g_ptr_array_index (chapter->references, 0);
  g_assert_cmpstr (reference->title, ==, "Node.js process");
  g_assert_cmpstr (reference->url, ==, "https://nodejs.org/api/process.html");
  reference = g_ptr_array_index (chapter->references, 6);
  g_assert_cmpstr (reference->title, ==, "Thread pool");
  g_assert_cmpstr (reference->url, ==, "https://docs.libuv.org/en/v1.x/threadpool.html");
}

static void
compare_items (const DrillItem *left,
               const DrillItem *right)
{
  g_autofree char *left_text = drill_item_normalise (left);
  g_autofree char *right_text = drill_item_normalise (right);

  g_assert_cmpstr (left_text, ==, right_text);
  g_assert_cmpstr (left->fingerprint, ==, right->fingerprint);
  g_assert_cmpuint (left->levels, ==, right->levels);
  g_assert_cmpuint (left->children->len, ==, right->children->len);
  for (guint i = 0; i < left->children->len; i++)
    compare_items (g_ptr_array_index (left->children, i), g_ptr_array_index (right->children, i));
}

static void
check_same (gconstpointer data)
{
  const char                  *name = data;
  g_autoptr (DrillDiagnostics) first_diagnostics = NULL;
  g_autoptr (DrillDiagnostics) diagnostics = NULL;
  g_autoptr (DrillChapter)     first = load (names[0], &first_diagnostics);
  g_autoptr (DrillChapter)     chapter = load (name, &diagnostics);

  for (guint i = 0; i < first->items->len; i++)
    compare_items (g_ptr_array_index (first->items, i), g_ptr_array_index (chapter->items, i));
}

static void
check_bundled (void)
{
  g_autofree char             *path = g_build_filename (SOURCE_CONTENT_DIR, "node-incidents",
                                                        "core.md", NULL);
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = NULL;
  g_autoptr (GError)           error = NULL;
  guint                        counts[DRILL_ITEM_SCENARIO + 1] = { 0 };

  chapter = drill_chapter_load (path, "core.md", diagnostics, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < chapter->items->len; i++)
    {
      const DrillItem *item = g_ptr_array_index (chapter->items, i);

      g_assert_nonnull (item->id);
      counts[item->kind]++;
      counts[DRILL_ITEM_FOLLOW_UP] += item->children->len;
    }
  g_assert_cmpuint (drill_diagnostics_get_length (diagnostics), ==, 0);
  g_assert_cmpstr (chapter->pack_id, ==, "node-incidents");
  g_assert_cmpuint (counts[DRILL_ITEM_QUESTION], ==, 9);
  g_assert_cmpuint (counts[DRILL_ITEM_FOLLOW_UP], ==, 9);
  g_assert_cmpuint (counts[DRILL_ITEM_MCQ], ==, 5);
  g_assert_cmpuint (counts[DRILL_ITEM_TRANSCRIPT], ==, 1);
}

static void
check_missing_file (void)
{
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (GError)           error = NULL;

  g_assert_null (drill_chapter_load ("/nonexistent/a.md", "a.md", diagnostics, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Images are looked for beside the file, and nowhere else. */
static void
check_images (void)
{
  g_autoptr (GError)           error = NULL;
  g_autofree char             *folder = g_dir_make_tmp ("drill-XXXXXX", &error);
  g_autofree char             *path = g_build_filename (folder, "a.md", NULL);
  g_autofree char             *image = g_build_filename (folder, "here.png", NULL);
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (image, "x", 1, NULL));
  g_assert_true (g_file_set_contents (path,
                                      "## Questions\n### 1. Why?\nA: b\n\n![x](here.png)\n"
                                      "![x](gone.png)\n![x](../here.png)\n"
                                      "![x](https://example.org/a.png)\n\nKey Points:\n- c\n",
                                      -1,
                                      NULL));
  chapter = drill_chapter_load (path, "a.md", diagnostics, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drill_diagnostics_get_length (diagnostics), ==, 3);
  g_assert_cmpuint (drill_diagnostics_get (diagnostics, 0)->line, ==, 6);
  g_assert_cmpstr (drill_diagnostics_get (diagnostics, 0)->code, ==, "W141");
  g_assert_cmpstr (drill_diagnostics_get (diagnostics, 1)->code, ==, "W141");
  g_assert_cmpstr (drill_diagnostics_get (diagnostics, 2)->code, ==, "W140");
  g_unlink (image);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixtures = g_test_build_filename (G_TEST_DIST, "packs", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *counts = g_strconcat ("/pack/chapters/counts/", names[i], NULL);
      g_autofree char *prose = g_strconcat ("/pack/chapters/prose/", names[i], NULL);
      g_autofree char *same = g_strconcat ("/pack/chapters/same/", names[i], NULL);

      g_test_add_data_func (counts, names[i], check_counts);
      g_test_add_data_func (prose, names[i], check_prose);
      g_test_add_data_func (same, names[i], check_same);
    }
  g_test_add_func ("/pack/chapters/bundled", check_bundled);
  g_test_add_func ("/pack/chapters/missing-file", check_missing_file);
  g_test_add_func ("/pack/chapters/images", check_images);

  return g_test_run ();
}
