/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* One import after another: what is new, changed, gone, moved or damaged. */

#include "config.h"

#include "library-fixture.h"
#include "pack-text.h"

#define ONE PACK_HEADER ("alpha") QUESTIONS_SECTION QUESTION ("1", "one", "What is one?", "Uno.")
#define TWO QUESTIONS_SECTION QUESTION ("1", "two", "What is two?", "Dos.")
#define TWO_CHANGED QUESTIONS_SECTION QUESTION ("1", "two", "What is two, then?", "Zwei.")
#define THREE QUESTIONS_SECTION QUESTION ("1", "three", "What is three?", "Tres.")

static void
assert_keys (LibraryFixture *fixture,
             const char     *expected)
{
  g_autofree char *keys = library_keys (fixture);

  g_assert_cmpstr (keys, ==, expected);
}

static void
test_new_counts (LibraryFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (DrillImportReport) report = NULL;

  scratch_write (fixture->scratch, "alpha/core.md", RICH_CHAPTER);
  scratch_write (fixture->scratch,
                 "alpha/outage/scenario.md",
                 SCRATCH_SCENARIO);
  report = library_import (fixture, "alpha");

  g_assert_cmpuint (report->files, ==, 2);
  g_assert_cmpuint (report->unchanged_files, ==, 0);
  g_assert_cmpuint (report->questions, ==, 1);
  g_assert_cmpuint (report->follow_ups, ==, 2);
  g_assert_cmpuint (report->mcqs, ==, 1);
  g_assert_cmpuint (report->options, ==, 4);
  g_assert_cmpuint (report->transcripts, ==, 0);
  g_assert_cmpuint (report->scenarios, ==, 1);
  g_assert_cmpuint (drill_import_report_get_items (report), ==, 5);
  g_assert_cmpuint (drill_diagnostics_count (report->problems, DRILL_SEVERITY_ERROR), ==, 0);
  assert_keys (fixture,
               "alpha/backpressure alpha/backpressure-http alpha/backpressure-none alpha/outage "
               "alpha/which-call");
}

static void
test_check_counts_like_an_import (LibraryFixture *fixture,
                                  gconstpointer   data)
{
  g_autoptr (GError)            error = NULL;
  g_autoptr (DrillImportReport) imported = NULL;
  g_autoptr (DrillImportReport) checked = NULL;
  g_autofree char              *path = scratch_path (fixture->scratch, "alpha");
  const char                   *paths[] = { path, NULL };

  scratch_write (fixture->scratch, "alpha/core.md", RICH_CHAPTER);
  scratch_write (fixture->scratch, "alpha/more.md", TWO);
  checked = drill_import_check (paths, NULL, &error);
  g_assert_no_error (error);
  assert_keys (fixture, "");
  imported = library_import (fixture, "alpha");

  g_assert_cmpuint (checked->files, ==, imported->files);
  g_assert_cmpuint (checked->questions, ==, imported->questions);
  g_assert_cmpuint (checked->follow_ups, ==, imported->follow_ups);
  g_assert_cmpuint (checked->mcqs, ==, imported->mcqs);
  g_assert_cmpuint (checked->options, ==, imported->options);
  g_assert_cmpuint (drill_diagnostics_get_length (checked->problems),
                    ==,
                    drill_diagnostics_get_length (imported->problems));
}

static void
test_unchanged (LibraryFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (DrillImportReport) first = NULL;
  g_autoptr (DrillImportReport) second = NULL;

  /* The question lacks an answer, which is worth a warning. */
  scratch_write (fixture->scratch, "alpha/core.md", RICH_CHAPTER);
  scratch_write (fixture->scratch, "alpha/poor.md", QUESTIONS_SECTION "### 1. Why?\n");
  first = library_import (fixture, "alpha");
  second = library_import (fixture, "alpha");

  g_assert_cmpuint (second->files, ==, 2);
  g_assert_cmpuint (second->unchanged_files, ==, 2);
  g_assert_cmpuint (second->questions, ==, first->questions);
  g_assert_cmpuint (second->follow_ups, ==, first->follow_ups);
  g_assert_cmpuint (second->mcqs, ==, first->mcqs);
  g_assert_cmpuint (second->options, ==, first->options);

  g_assert_cmpuint (count_code (first, "W101"), ==, 1);
  g_assert_cmpuint (drill_diagnostics_get_length (second->problems),
                    ==,
                    drill_diagnostics_get_length (first->problems));
  for (guint i = 0; i < drill_diagnostics_get_length (first->problems); i++)
    {
      const DrillDiagnostic *told = drill_diagnostics_get (first->problems, i);
      const DrillDiagnostic *recalled = drill_diagnostics_get (second->problems, i);
      g_autofree char       *told_text = drill_diagnostic_format (told);
      g_autofree char       *recalled_text = drill_diagnostic_format (recalled);

      g_assert_cmpstr (recalled_text, ==, told_text);
      g_assert_cmpint (recalled->severity, ==, told->severity);
    }
}

static void
test_changed_file (LibraryFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr (DrillImportReport) report = NULL;
  g_autofree char              *title = NULL;
  g_autofree char              *order = NULL;

  scratch_write (fixture->scratch, "alpha/a.md", TWO);
  scratch_write (fixture->scratch, "alpha/b.md", ONE);
  library_reimport (fixture, "alpha");

  scratch_write (fixture->scratch, "alpha/a.md", TWO_CHANGED);
  report = library_import (fixture, "alpha");

  g_assert_cmpuint (report->unchanged_files, ==, 1);
  g_assert_cmpuint (report->questions, ==, 2);
  assert_keys (fixture, "alpha/one alpha/two");
  title = library_text (fixture, "SELECT title FROM item WHERE key = 'alpha/two'");
  g_assert_cmpstr (title, ==, "What is two, then?");

  /* A file that was edited keeps its place in the pack. */
  order = library_text (fixture,
                        "SELECT group_concat(key, ' ') "
                        "FROM (SELECT key FROM item ORDER BY pack, file, line)");
  g_assert_cmpstr (order, ==, "alpha/two alpha/one");
}

static void
test_vanished_file (LibraryFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr (DrillImportReport) report = NULL;

  scratch_write (fixture->scratch, "alpha/a.md", ONE);
  scratch_write (fixture->scratch, "alpha/b.md", TWO);
  library_reimport (fixture, "alpha");

  scratch_delete (fixture->scratch, "alpha/b.md");
  report = library_import (fixture, "alpha");
  g_assert_cmpuint (report->files, ==, 1);
  g_assert_cmpuint (report->unchanged_files, ==, 1);
  g_assert_cmpuint (report->vanished_files, ==, 1);
  g_assert_cmpuint (report->questions, ==, 1);
  assert_keys (fixture, "alpha/one");
  g_assert_cmpint (library_int (fixture, "SELECT count(*) FROM file"), ==, 1);
}

/* Nothing but a README is left: the pack goes, the file is not worth a row. */
static void
test_vanished_items (LibraryFixture *fixture,
                     gconstpointer   data)
{
  scratch_write (fixture->scratch, "alpha/a.md", ONE);
  library_reimport (fixture, "alpha");
  scratch_write (fixture->scratch, "alpha/a.md", "# About\n\nNothing to see.\n");
  library_reimport (fixture, "alpha");

  assert_keys (fixture, "");
  g_assert_cmpint (library_int (fixture, "SELECT count(*) FROM pack"), ==, 0);
}

/* Its last file is gone, so the walk does not meet the pack at all. */
static void
test_vanished_pack (LibraryFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr (DrillImportReport) report = NULL;

  scratch_write (fixture->scratch, "packs/first/a.md", ONE);
  scratch_write (fixture->scratch, "packs/second/a.md", TWO);
  scratch_write (fixture->scratch, "packs-too/third.md", THREE);
  library_reimport (fixture, "packs");
  library_reimport (fixture, "packs-too");
  assert_keys (fixture, "alpha/one packs-too/three second/two");

  scratch_delete (fixture->scratch, "packs/second");
  report = library_import (fixture, "packs");
  g_assert_cmpuint (report->vanished_files, ==, 1);
  assert_keys (fixture, "alpha/one packs-too/three");

  scratch_delete (fixture->scratch, "packs/first/a.md");
  library_reimport (fixture, "packs/first");
  assert_keys (fixture, "packs-too/three");
}

/* With its header, a folder of folders becomes one pack, and falls apart again. */
static void
test_packs_that_merge (LibraryFixture *fixture,
                       gconstpointer   data)
{
  scratch_write (fixture->scratch, "packs/first/a.md", TWO);
  scratch_write (fixture->scratch, "packs/second/a.md", THREE);
  library_reimport (fixture, "packs");
  assert_keys (fixture, "first/two second/three");

  scratch_write (fixture->scratch, "packs/all.md", ONE);
  library_reimport (fixture, "packs");
  assert_keys (fixture, "alpha/one alpha/three alpha/two");

  scratch_delete (fixture->scratch, "packs/all.md");
  library_reimport (fixture, "packs");
  assert_keys (fixture, "first/two second/three");
}

typedef struct
{
  const char *name;
  const char *from;
  const char *to;
} Rename;

static const Rename renames[] = {
  { "to-the-front", "alpha/b.md", "alpha/a.md" },
  { "to-the-end", "alpha/b.md", "alpha/z.md" },
  { "into-a-folder", "alpha/b.md", "alpha/chapters/b.md" },
};

/* Neither written ids nor keys from content may suffer from a file's new name. */
static void
test_renamed_file (LibraryFixture *fixture,
                   gconstpointer   data)
{
  const Rename                 *rename = data;
  g_autoptr (DrillImportReport) report = NULL;
  g_autofree char              *before = NULL;

  scratch_write (fixture->scratch, "alpha/m.md", ONE);
  scratch_write (fixture->scratch,
                 rename->from,
                 TWO PLAIN_QUESTION ("2", "Which one has no id?", "This one."));
  library_reimport (fixture, "alpha");
  before = library_keys (fixture);

  scratch_move (fixture->scratch, rename->from, rename->to);
  report = library_import (fixture, "alpha");
  g_assert_cmpuint (count_code (report, "E020"), ==, 0);
  g_assert_cmpuint (report->questions, ==, 3);
  assert_keys (fixture, before);
}

/* An item that is cut out of one file and pasted into another. */
static void
test_moved_item (LibraryFixture *fixture,
                 gconstpointer   data)
{
  gboolean                      backwards = GPOINTER_TO_INT (data);
  const char                   *from = backwards ? "alpha/b.md" : "alpha/a.md";
  const char                   *to = backwards ? "alpha/a.md" : "alpha/b.md";
  g_autoptr (DrillImportReport) report = NULL;
  g_autofree char              *before = NULL;
  g_autofree char              *place = NULL;

  scratch_write (fixture->scratch,
                 from,
                 ONE QUESTION ("2", "two", "What is two?", "Dos.")
                     PLAIN_QUESTION ("3", "Which one has no id?", "This one."));
  scratch_write (fixture->scratch, to, THREE);
  library_reimport (fixture, "alpha");
  before = library_keys (fixture);

  scratch_write (fixture->scratch, from, ONE);
  scratch_write (fixture->scratch,
                 to,
                 THREE QUESTION ("2", "two", "What is two?", "Dos.")
                     PLAIN_QUESTION ("3", "Which one has no id?", "This one."));
  report = library_import (fixture, "alpha");
  g_assert_cmpuint (count_code (report, "E020"), ==, 0);
  g_assert_cmpuint (report->questions, ==, 4);
  assert_keys (fixture, before);
  place = library_text (fixture,
                        "SELECT file.name FROM item JOIN file ON file.id = item.file "
                        "WHERE key = 'alpha/two'");
  g_assert_true (g_str_has_suffix (place, to));
}

/* The same with a question that has follow-ups, whose index rows go as well. */
static void
test_moved_item_with_follow_ups (LibraryFixture *fixture,
                                 gconstpointer   data)
{
  g_autoptr (DrillImportReport) report = NULL;
  g_autofree char              *before = NULL;

  scratch_write (fixture->scratch, "alpha/a.md", THREE);
  scratch_write (fixture->scratch, "alpha/b.md", RICH_CHAPTER);
  library_reimport (fixture, "alpha");
  before = library_keys (fixture);

  scratch_write (fixture->scratch, "alpha/b.md", THREE);
  scratch_write (fixture->scratch, "alpha/a.md", RICH_CHAPTER);
  report = library_import (fixture, "alpha");
  g_assert_cmpuint (count_code (report, "E020"), ==, 0);
  g_assert_cmpuint (report->follow_ups, ==, 2);
  assert_keys (fixture, before);
}

static void
test_moved_pack (LibraryFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (DrillImportReport) report = NULL;
  g_autofree char              *source = NULL;

  scratch_write (fixture->scratch, "here/a.md", ONE);
  scratch_write (fixture->scratch, "here/b.md", TWO);
  library_reimport (fixture, "here");

  scratch_move (fixture->scratch, "here", "there");
  report = library_import (fixture, "there");
  g_assert_cmpuint (report->questions, ==, 2);
  g_assert_cmpuint (count_code (report, "E020"), ==, 0);
  assert_keys (fixture, "alpha/one alpha/two");
  source = library_text (fixture, "SELECT source FROM pack");
  g_assert_true (g_str_has_suffix (source, "/there"));
}

static void
test_two_packs_with_one_id (LibraryFixture *fixture,
                            gconstpointer   data)
{
  scratch_write (fixture->scratch, "here/a.md", ONE);
  scratch_write (fixture->scratch, "there/a.md", ONE);
  library_reimport (fixture, "here");
  library_reimport (fixture, "there");
  assert_keys (fixture, "alpha-2/one alpha/one");

  /* Each keeps its name, in whichever order they are read. */
  scratch_write (fixture->scratch, "there/b.md", TWO);
  library_reimport (fixture, "there");
  scratch_write (fixture->scratch, "here/b.md", THREE);
  library_reimport (fixture, "here");
  assert_keys (fixture, "alpha-2/one alpha-2/two alpha/one alpha/three");

  /* Once the first is gone the second is the pack of that name. */
  scratch_delete (fixture->scratch, "here");
  library_reimport (fixture, "there");
  assert_keys (fixture, "alpha/one alpha/two");
}

static void
test_pack_gets_another_id (LibraryFixture *fixture,
                           gconstpointer   data)
{
  scratch_write (fixture->scratch, "here/a.md", ONE);
  scratch_write (fixture->scratch, "here/b.md", TWO);
  library_reimport (fixture, "here");

  scratch_write (fixture->scratch,
                 "here/a.md",
                 PACK_HEADER ("omega") QUESTIONS_SECTION QUESTION ("1", "one", "One?", "Uno."));
  library_reimport (fixture, "here");
  assert_keys (fixture, "omega/one omega/two");
}

/* The chapter with the header is away for a while: nobody's history may go. */
static void
test_pack_without_its_header (LibraryFixture *fixture,
                              gconstpointer   data)
{
  scratch_write (fixture->scratch, "here/a.md", ONE);
  scratch_write (fixture->scratch, "here/b.md", TWO);
  library_reimport (fixture, "here");
  scratch_delete (fixture->scratch, "here/a.md");
  library_reimport (fixture, "here");
  assert_keys (fixture, "alpha/two");
}

static void
test_id_taken_by_another_file (LibraryFixture *fixture,
                               gconstpointer   data)
{
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (DrillImportReport) again = NULL;
  const DrillDiagnostic        *problem;

  scratch_write (fixture->scratch, "alpha/a.md", ONE);
  scratch_write (fixture->scratch,
                 "alpha/b.md",
                 QUESTIONS_SECTION QUESTION ("1", "one", "What is another?", "Otro.")
                     QUESTION ("2", "two", "What is two?", "Dos."));
  report = library_import (fixture, "alpha");

  g_assert_cmpuint (count_code (report, "E020"), ==, 1);
  problem = drill_diagnostics_get (report->problems, 0);
  g_assert_cmpstr (problem->code, ==, "E020");
  g_assert_true (g_str_has_suffix (problem->file, "alpha/b.md"));
  g_assert_cmpuint (problem->line, ==, 3);
  g_assert_nonnull (strstr (problem->text, "alpha/a.md:6"));
  g_assert_cmpuint (report->questions, ==, 2);
  assert_keys (fixture, "alpha/one alpha/two");

  again = library_import (fixture, "alpha");
  g_assert_cmpuint (again->unchanged_files, ==, 2);
  g_assert_cmpuint (count_code (again, "E020"), ==, 1);
}

/* Writes what is no UTF-8 over a file that was sound. */
static void
test_damaged_file_keeps_its_old_state (LibraryFixture *fixture,
                                       gconstpointer   data)
{
  static const char             damaged[] = QUESTIONS_SECTION "### 1. \xff\xfe?\n\n**A:** \xc3\x28\n";
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (DrillImportReport) again = NULL;

  scratch_write (fixture->scratch, "alpha/a.md", ONE);
  scratch_write (fixture->scratch, "alpha/b.md", TWO);
  library_reimport (fixture, "alpha");

  scratch_write_bytes (fixture->scratch, "alpha/b.md", damaged, sizeof damaged - 1);
  report = library_import (fixture, "alpha");
  g_assert_cmpuint (count_code (report, "E001"), >=, 1);
  g_assert_cmpuint (report->unchanged_files, ==, 1);
  g_assert_cmpuint (report->questions, ==, 2);
  assert_keys (fixture, "alpha/one alpha/two");

  /* It is still not what the library holds, so it is told again ... */
  again = library_import (fixture, "alpha");
  g_assert_cmpuint (count_code (again, "E001"), >=, 1);

  /* ... until it is repaired. */
  scratch_write (fixture->scratch, "alpha/b.md", THREE);
  library_reimport (fixture, "alpha");
  assert_keys (fixture, "alpha/one alpha/three");
}

static void
delete_b_cb (guint64  done,
             guint64  total,
             gpointer data)
{
  LibraryFixture  *fixture = data;
  g_autofree char *path = scratch_path (fixture->scratch, "alpha/b.md");

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    scratch_delete (fixture->scratch, "alpha/b.md");
}

/* A file goes away between being listed and being read. */
static void
test_unreadable_file_does_not_stop_the_others (LibraryFixture *fixture,
                                               gconstpointer   data)
{
  g_autoptr (GError)            error = NULL;
  g_autoptr (DrillImportReport) report = NULL;
  g_autofree char              *path = scratch_path (fixture->scratch, "alpha");
  const char                   *paths[] = { path, NULL };

  scratch_write (fixture->scratch, "alpha/a.md", ONE);
  scratch_write (fixture->scratch, "alpha/b.md", TWO);
  library_reimport (fixture, "alpha");

  scratch_write (fixture->scratch, "alpha/b.md", TWO_CHANGED);
  scratch_write (fixture->scratch, "alpha/c.md", THREE);
  report = drill_import_run (fixture->connection, paths, 1, delete_b_cb, fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drill_diagnostics_count (report->problems, DRILL_SEVERITY_ERROR), ==, 1);
  g_assert_cmpuint (count_code (report, "E051"), ==, 1);
  assert_keys (fixture, "alpha/one alpha/three alpha/two");
  library_check (fixture);
}

typedef struct
{
  GCancellable *cancellable;
  guint         calls;
  guint64       done;
  guint64       total;
} Progress;

static void
cancel_cb (guint64  done,
           guint64  total,
           gpointer data)
{
  Progress *progress = data;

  g_assert_cmpuint (done, >=, progress->done);
  g_assert_cmpuint (done, <=, total);
  progress->done = done;
  progress->total = total;
  if (++progress->calls == 2 && progress->cancellable != NULL)
    g_cancellable_cancel (progress->cancellable);
}

static void
write_three_files (LibraryFixture *fixture)
{
  scratch_write (fixture->scratch, "alpha/a.md", ONE);
  scratch_write (fixture->scratch, "alpha/b.md", TWO_CHANGED);
  scratch_write (fixture->scratch, "alpha/c.md", THREE);
}

static void
test_cancelled_import_leaves_no_trace (LibraryFixture *fixture,
                                       gconstpointer   data)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char         *path = scratch_path (fixture->scratch, "alpha");
  g_autofree char         *title = NULL;
  const char              *paths[] = { path, NULL };
  Progress                 progress = { .cancellable = cancellable };

  scratch_write (fixture->scratch, "alpha/b.md", TWO);
  library_reimport (fixture, "alpha");

  write_three_files (fixture);
  g_assert_null (drill_import_run (fixture->connection,
                                   paths,
                                   1,
                                   cancel_cb,
                                   &progress,
                                   cancellable,
                                   &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (progress.calls, ==, 2);

  assert_keys (fixture, "alpha/two");
  title = library_text (fixture, "SELECT title FROM item");
  g_assert_cmpstr (title, ==, "What is two?");
  g_assert_cmpint (library_int (fixture, "SELECT count(*) FROM file"), ==, 1);
  library_check (fixture);

  /* The connection is as good as before. */
  library_reimport (fixture, "alpha");
  assert_keys (fixture, "alpha/one alpha/three alpha/two");
}

static void
test_progress (LibraryFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (GError)            error = NULL;
  g_autoptr (DrillImportReport) report = NULL;
  g_autofree char              *path = scratch_path (fixture->scratch, "alpha");
  const char                   *paths[] = { path, NULL };
  Progress                      progress = { 0 };

  write_three_files (fixture);
  report = drill_import_run (fixture->connection, paths, 1, cancel_cb, &progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (progress.calls, ==, 3);
  g_assert_cmpuint (progress.total, ==, strlen (ONE) + strlen (TWO_CHANGED) + strlen (THREE));
  g_assert_cmpuint (progress.done, ==, progress.total);
}

static void
test_missing_path (LibraryFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = scratch_path (fixture->scratch, "nowhere");
  const char        *paths[] = { path, NULL };

  g_assert_null (drill_import_run (fixture->connection, paths, 1, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_keys_without_ids (LibraryFixture *fixture,
                       gconstpointer   data)
{
  g_autofree char *key = NULL;
  g_autofree char *later = NULL;
  const char      *find = "SELECT key FROM item WHERE title = 'Which one has no id?'";

  scratch_write (fixture->scratch,
                 "alpha/a.md",
                 ONE PLAIN_QUESTION ("2", "Which one has no id?", "This one."));
  library_reimport (fixture, "alpha");
  key = library_text (fixture, find);

  /* Other items before it, another number, another place in the file. */
  scratch_write (fixture->scratch,
                 "alpha/a.md",
                 PACK_HEADER ("alpha") QUESTIONS_SECTION
                     PLAIN_QUESTION ("1", "What is new?", "This.")
                     PLAIN_QUESTION ("2", "Which one has no id?", "This one.")
                     QUESTION ("3", "one", "What is one?", "Uno."));
  library_reimport (fixture, "alpha");
  later = library_text (fixture, find);
  g_assert_cmpstr (later, ==, key);
}

static void
test_equal_items_without_ids (LibraryFixture *fixture,
                              gconstpointer   data)
{
  static const char             twins[] = PACK_HEADER ("alpha") QUESTIONS_SECTION
      PLAIN_QUESTION ("1", "Am I alone?", "No.") PLAIN_QUESTION ("2", "Am I alone?", "No.");
  g_autoptr (DrillImportReport) report = NULL;
  g_autofree char              *before = NULL;

  scratch_write (fixture->scratch, "alpha/a.md", twins);
  report = library_import (fixture, "alpha");
  g_assert_cmpuint (report->questions, ==, 2);
  before = library_keys (fixture);
  g_assert_true (g_str_has_suffix (before, "-2"));

  scratch_write (fixture->scratch, "alpha/a.md", twins);
  scratch_write (fixture->scratch, "alpha/b.md", TWO);
  library_reimport (fixture, "alpha");
  g_assert_cmpint (library_int (fixture, "SELECT count(*) FROM item"), ==, 3);
  scratch_delete (fixture->scratch, "alpha/b.md");
  library_reimport (fixture, "alpha");
  assert_keys (fixture, before);
}

/* The folder was chosen, and then one of its files as well. */
static void
test_file_under_two_sources (LibraryFixture *fixture,
                             gconstpointer   data)
{
  scratch_write (fixture->scratch, "alpha/a.md", ONE);
  scratch_write (fixture->scratch, "alpha/b.md", TWO);
  library_reimport (fixture, "alpha");
  library_reimport (fixture, "alpha/b.md");
  g_assert_cmpint (library_int (fixture, "SELECT count(*) FROM item"), ==, 2);

  library_reimport (fixture, "alpha");
  assert_keys (fixture, "alpha/one alpha/two");
  g_assert_cmpint (library_int (fixture, "SELECT count(*) FROM pack"), ==, 1);
}

/* What was to be read again is not the file that got its row. */
static void
test_a_row_that_is_used_again (LibraryFixture *fixture,
                               gconstpointer   data)
{
  g_autoptr (DrillImportReport) before = NULL;
  g_autoptr (DrillImportReport) report = NULL;
  g_autofree char              *place = NULL;

  scratch_write (fixture->scratch, "alpha/0.md", PACK_HEADER ("alpha"));
  scratch_write (fixture->scratch, "alpha/a.md", TWO);
  scratch_write (fixture->scratch, "alpha/c.md", TWO_CHANGED);
  before = library_import (fixture, "alpha");
  g_assert_cmpuint (before->questions, ==, 1);

  scratch_write (fixture->scratch, "alpha/a.md", ONE);
  scratch_delete (fixture->scratch, "alpha/c.md");
  scratch_write (fixture->scratch, "alpha/b.md", TWO);
  scratch_write (fixture->scratch, "alpha/d/e.md", TWO_CHANGED);
  report = library_import (fixture, "alpha");
  g_assert_cmpuint (report->questions, ==, 2);
  place = library_text (fixture, "SELECT title FROM item WHERE key = 'alpha/two'");
  g_assert_cmpstr (place, ==, "What is two?");
}

/* Random edits of a small pack, each followed by an import: whatever happened, a
 * fresh library of the same files holds the same items. */
static void
test_any_history_ends_like_a_fresh_import (LibraryFixture *fixture,
                                           gconstpointer   data)
{
  static const char *const chapters[] = { ONE, TWO, TWO_CHANGED, THREE, RICH_CHAPTER };
  static const char *const names[] = { "alpha/a.md", "alpha/b.md", "alpha/c.md", "alpha/d/e.md" };

  scratch_write (fixture->scratch, "alpha/0.md", PACK_HEADER ("alpha"));
  for (guint round = 0; round < 60; round++)
    {
      LibraryFixture                fresh = { 0 };
      g_autoptr (DrillImportReport) report = NULL;
      g_autofree char              *keys = NULL;
      g_autofree char              *path = NULL;

      for (guint edit = g_test_rand_int_range (1, 4); edit > 0; edit--)
        {
          const char *name = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];

          path = scratch_path (fixture->scratch, name);
          if (g_test_rand_int_range (0, 3) > 0)
            scratch_write (fixture->scratch,
                           name,
                           chapters[g_test_rand_int_range (0, G_N_ELEMENTS (chapters))]);
          else if (g_file_test (path, G_FILE_TEST_EXISTS))
            scratch_delete (fixture->scratch, name);
          g_clear_pointer (&path, g_free);
        }
      report = library_import (fixture, "alpha");

      library_set_up (&fresh, NULL);
      path = scratch_path (fixture->scratch, "alpha");
      {
        const char                   *paths[] = { path, NULL };
        g_autoptr (DrillImportReport) expected = NULL;

        expected = drill_import_run (fresh.connection, paths, 1, NULL, NULL, NULL, NULL);
        g_assert_nonnull (expected);
        g_assert_cmpuint (report->questions, ==, expected->questions);
        g_assert_cmpuint (report->follow_ups, ==, expected->follow_ups);
        g_assert_cmpuint (report->options, ==, expected->options);
        keys = library_keys (&fresh);
        assert_keys (fixture, keys);
      }
      library_tear_down (&fresh, NULL);
    }
}

#define ADD(path, data, test) \
  g_test_add (path, LibraryFixture, data, library_set_up, test, library_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/library/import/new", NULL, test_new_counts);
  ADD ("/library/import/check", NULL, test_check_counts_like_an_import);
  ADD ("/library/import/unchanged", NULL, test_unchanged);
  ADD ("/library/import/changed", NULL, test_changed_file);
  ADD ("/library/import/vanished-file", NULL, test_vanished_file);
  ADD ("/library/import/vanished-items", NULL, test_vanished_items);
  ADD ("/library/import/vanished-pack", NULL, test_vanished_pack);
  ADD ("/library/import/packs-that-merge", NULL, test_packs_that_merge);
  for (guint i = 0; i < G_N_ELEMENTS (renames); i++)
    {
      g_autofree char *path = g_strconcat ("/library/import/renamed/", renames[i].name, NULL);

      ADD (path, &renames[i], test_renamed_file);
    }
  ADD ("/library/import/moved-item/forwards", GINT_TO_POINTER (FALSE), test_moved_item);
  ADD ("/library/import/moved-item/backwards", GINT_TO_POINTER (TRUE), test_moved_item);
  ADD ("/library/import/moved-item/follow-ups", NULL, test_moved_item_with_follow_ups);
  ADD ("/library/import/moved-pack", NULL, test_moved_pack);
  ADD ("/library/import/two-packs-with-one-id", NULL, test_two_packs_with_one_id);
  ADD ("/library/import/another-pack-id", NULL, test_pack_gets_another_id);
  ADD ("/library/import/header-away", NULL, test_pack_without_its_header);
  ADD ("/library/import/id-taken", NULL, test_id_taken_by_another_file);
  ADD ("/library/import/damaged-file", NULL, test_damaged_file_keeps_its_old_state);
  ADD ("/library/import/unreadable-file", NULL, test_unreadable_file_does_not_stop_the_others);
  ADD ("/library/import/cancelled", NULL, test_cancelled_import_leaves_no_trace);
  ADD ("/library/import/progress", NULL, test_progress);
  ADD ("/library/import/missing-path", NULL, test_missing_path);
  ADD ("/library/import/keys-without-ids", NULL, test_keys_without_ids);
  ADD ("/library/import/equal-items", NULL, test_equal_items_without_ids);
  ADD ("/library/import/two-sources", NULL, test_file_under_two_sources);
  ADD ("/library/import/row-used-again", NULL, test_a_row_that_is_used_again);
  ADD ("/library/import/any-history", NULL, test_any_history_ends_like_a_fresh_import);

  return g_test_run ();
}
