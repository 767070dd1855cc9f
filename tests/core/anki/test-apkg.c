/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Packages of all three generations, made here, and what may be wrong with them. */

#include "config.h"

#include "anki/apkg.h"
#include "anki/unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static char *
make_collection (const char *const *statements)
{
  g_autofree char *path = path_of ("made.db");
  g_autofree char *bytes = NULL;
  sqlite3         *handle;

  g_unlink (path);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  for (guint i = 0; statements[i] != NULL; i++)
    g_assert_cmpint (sqlite3_exec (handle, statements[i], NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  return g_steal_pointer (&path);
}

/* Packs bytes with zstd, as the newest generation does. */
static void
compress_file (const char *from,
               const char *to)
{
  struct archive       *out = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();
  g_autofree char      *bytes = NULL;
  gsize                 length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  archive_write_add_filter_zstd (out);
  archive_write_set_format_raw (out);
  g_assert_cmpint (archive_write_open_filename (out, to), ==, ARCHIVE_OK);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, length);
  g_assert_cmpint (archive_write_header (out, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (out, bytes, length), ==, (la_ssize_t) length);
  archive_entry_free (entry);
  g_assert_cmpint (archive_write_free (out), ==, ARCHIVE_OK);
}

/* Zips pairs of a name and a file. */
static char *
make_zip (const char *const *pairs)
{
  g_autofree char *path = path_of ("deck.apkg");
  struct archive  *zip = archive_write_new ();

  archive_write_set_format_zip (zip);
  g_assert_cmpint (archive_write_open_filename (zip, path), ==, ARCHIVE_OK);
  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      struct archive_entry *entry = archive_entry_new ();
      g_autofree char      *bytes = NULL;
      gsize                 length;

      g_assert_true (g_file_get_contents (pairs[i + 1], &bytes, &length, NULL));
      archive_entry_set_pathname (entry, pairs[i]);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, length);
      g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (zip, bytes, length), ==, (la_ssize_t) length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_free (zip), ==, ARCHIVE_OK);

  return g_steal_pointer (&path);
}

#define NOTES                                                                                     \
  "CREATE TABLE notes (id INTEGER PRIMARY KEY, guid TEXT, mid INTEGER, mod INTEGER, usn INTEGER, " \
  "tags TEXT, flds TEXT, sfld INTEGER, csum INTEGER, flags INTEGER, data TEXT)"
#define NOTE(id, mid, tags, fields)                                                               \
  "INSERT INTO notes VALUES (" id ", 'g" id "', " mid ", 0, 0, '" tags "', replace ('" fields      \
  "', '~', char (31)), '', 0, 0, '')"

static const char *const old_collection[] = {
  "CREATE TABLE col (id INTEGER PRIMARY KEY, models TEXT)",
  "INSERT INTO col VALUES (1, '{\"7\": {\"flds\": [{\"name\": \"Front\", \"ord\": 0}, "
  "{\"name\": \"Back\", \"ord\": 1}]}, \"8\": {\"flds\": [{\"name\": \"Question\", \"ord\": 0}, "
  "{\"name\": \"A\", \"ord\": 1}, {\"name\": \"B\", \"ord\": 2}, {\"name\": \"Answer\", \"ord\": 3}]}}')",
  NOTES,
  NOTE ("1", "7", " linux os ", "What is a <b>zombie</b>?~It has ended.<br>Nobody has waited."),
  NOTE ("2", "8", "", "Which is even?~1~2~B"),
  NOTE ("3", "7", "", "Which is odd?<div>A) 1</div><div>B) 2</div>~A"),
  NOTE ("4", "7", "", "{{c1::fork::call}} makes a process.~"),
  NOTE ("5", "7", "", "~no front"),
  NULL,
};

static const char *const new_collection[] = {
  "CREATE TABLE fields (ntid INTEGER NOT NULL, ord INTEGER NOT NULL, name TEXT NOT NULL, "
  "config BLOB NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID",
  "INSERT INTO fields VALUES (8, 0, 'Question', ''), (8, 1, 'Option 1', ''), "
  "(8, 2, 'Option 2', ''), (8, 3, 'Correct', '')",
  NOTES,
  NOTE ("1", "8", "", "Which is even?~1~2~2"),
  NULL,
};

static DrillChapter *
load (const char       *path,
      DrillDiagnostics *found)
{
  g_autoptr (GError) error = NULL;
  DrillChapter      *chapter = drill_apkg_load (path, "deck.apkg", found, NULL, &error);

  g_assert_no_error (error);
  return chapter;
}

static const DrillItem *
item_at (const DrillChapter *chapter,
         guint               index)
{
  g_assert_cmpuint (index, <, chapter->items->len);
  return g_ptr_array_index (chapter->items, index);
}

static void
assert_key (const DrillItem *item,
            const char      *title,
            const char      *right)
{
  g_assert_cmpint (item->kind, ==, DRILL_ITEM_MCQ);
  g_assert_cmpstr (item->title, ==, title);
  g_assert_cmpuint (item->options->len, ==, 2);
  for (guint i = 0; i < item->options->len; i++)
    {
      const DrillOption *option = g_ptr_array_index (item->options, i);

      g_assert_cmpint (option->correct, ==, strcmp (option->markdown, right) == 0);
    }
}

static void
test_old (gconstpointer entry)
{
  g_autofree char             *collection = make_collection (old_collection);
  const char *const            pairs[] = { entry, collection, NULL };
  g_autofree char             *zip = make_zip (pairs);
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = load (zip, found);
  const DrillItem             *open = item_at (chapter, 0);

  g_assert_cmpuint (chapter->items->len, ==, 4);
  g_assert_cmpint (open->kind, ==, DRILL_ITEM_QUESTION);
  g_assert_cmpstr (open->title, ==, "What is a zombie?");
  g_assert_cmpuint (open->topics->len, ==, 2);
  assert_key (item_at (chapter, 1), "Which is even?", "2");
  assert_key (item_at (chapter, 2), "Which is odd?", "1");
  g_assert_cmpstr (item_at (chapter, 3)->title, ==, "___ (call) makes a process.");
  g_assert_cmpuint (drill_diagnostics_get_length (found), ==, 1);
  g_assert_cmpstr (drill_diagnostics_get (found, 0)->code, ==, "E030");
  g_assert_cmpuint (drill_diagnostics_get (found, 0)->line, ==, 5);
}

/* The newest one counts; the others say "please update". */
static void
test_new (void)
{
  g_autofree char             *dummy = path_of ("dummy");
  g_autofree char             *packed = path_of ("packed");
  g_autofree char             *collection = make_collection (new_collection);
  const char *const            pairs[]
    = { "meta", dummy, "collection.anki2", dummy, "collection.anki21b", packed, "media", dummy, NULL };
  g_autofree char             *zip = NULL;
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = NULL;

  g_assert_true (g_file_set_contents (dummy, "please update", -1, NULL));
  compress_file (collection, packed);
  zip = make_zip (pairs);
  chapter = load (zip, found);
  g_assert_cmpuint (chapter->items->len, ==, 1);
  assert_key (item_at (chapter, 0), "Which is even?", "2");
  g_assert_cmpuint (drill_diagnostics_get_length (found), ==, 0);
}

static void
assert_refused (const char *zip,
                const char *code)
{
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = load (zip, found);

  g_assert_cmpuint (chapter->items->len, ==, 0);
  g_assert_cmpuint (drill_diagnostics_get_length (found), ==, 1);
  g_assert_cmpstr (drill_diagnostics_get (found, 0)->code, ==, code);
}

static void
test_broken (void)
{
  g_autofree char  *plain = path_of ("plain");
  const char *const nothing[] = { "readme", plain, NULL };
  const char *const damaged[] = { "collection.anki2", plain, NULL };
  const char *const unpacked[] = { "collection.anki21b", plain, NULL };
  g_autofree char  *zip = NULL;

  g_assert_true (g_file_set_contents (plain, "this is no database and no zstd", -1, NULL));
  assert_refused (plain, "E051");
  zip = make_zip (nothing);
  assert_refused (zip, "E051");
  g_free (zip);
  zip = make_zip (damaged);
  assert_refused (zip, "E051");
  g_free (zip);
  zip = make_zip (unpacked);
  assert_refused (zip, "E051");
}

/* Half a megabyte of zeros is some hundred bytes as zstd in a zip. */
static void
test_bomb (void)
{
  g_autofree char *zeros = g_malloc0 (512 * 1024);
  g_autofree char *large = path_of ("large");
  g_autofree char *packed = path_of ("packed");
  g_autofree char *target = path_of ("target");
  const char *const pairs[] = { "collection.anki21b", packed, NULL };
  const char *const stored[] = { "collection.anki2", large, NULL };
  g_autofree char  *zip = NULL;

  g_assert_true (g_file_set_contents (large, zeros, 512 * 1024, NULL));
  compress_file (large, packed);
  zip = make_zip (pairs);
  g_assert_cmpint (drill_unpack_collection (zip, target, 100 * 1024, NULL), ==, DRILL_UNPACK_TOO_LARGE);
  g_assert_cmpint (drill_unpack_collection (zip, target, 512 * 1024, NULL), ==, DRILL_UNPACK_OK);
  g_free (zip);
  zip = make_zip (stored);
  g_assert_cmpint (drill_unpack_collection (zip, target, 100 * 1024, NULL), ==, DRILL_UNPACK_TOO_LARGE);
}

static void
remove_all (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = path_of (name);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  int code;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("pagerdrill-apkg-XXXXXX", NULL);
  g_test_add_data_func ("/anki/apkg/anki2", "collection.anki2", test_old);
  g_test_add_data_func ("/anki/apkg/anki21", "collection.anki21", test_old);
  g_test_add_func ("/anki/apkg/anki21b", test_new);
  g_test_add_func ("/anki/apkg/broken", test_broken);
  g_test_add_func ("/anki/apkg/bomb", test_bomb);
  code = g_test_run ();
  remove_all ();
  g_free (folder);

  return code;
}
