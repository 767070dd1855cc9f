/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Opening a data folder, in whatever state it is. */

#include "config.h"

#include "study-fixture.h"

#include "store/error.h"
#include "study/workspace.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static DrillConnection *
open_folder (StudyFixture *fixture,
             GError      **error)
{
  return drill_workspace_open (fixture->folder, DRILL_CONNECTION_READ_WRITE, NULL, error);
}

static void
test_new_folder (StudyFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (GError)          error = NULL;
  g_autofree char            *folder = scratch_path (fixture->scratch, "some/new/folder");
  gboolean                    library_is_new = FALSE;
  struct stat                 info;

  connection = drill_workspace_open (folder, DRILL_CONNECTION_READ_WRITE, &library_is_new, &error);
  g_assert_no_error (error);
  g_assert_true (library_is_new);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_clear_pointer (&connection, drill_connection_close);

  connection = drill_workspace_open (folder, DRILL_CONNECTION_READ_WRITE, &library_is_new, &error);
  g_assert_no_error (error);
  g_assert_false (library_is_new);
}

static void
test_empty_file (StudyFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (GError)          error = NULL;
  g_autofree char            *folder = scratch_path (fixture->scratch, "other");

  scratch_write (fixture->scratch, "other/progress.db", "");
  scratch_write (fixture->scratch, "other/library.db", "");
  connection = drill_workspace_open (folder, DRILL_CONNECTION_READ_WRITE, NULL, &error);
  g_assert_no_error (error);
}

static void
test_reading_makes_nothing (StudyFixture *fixture,
                            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *folder = scratch_path (fixture->scratch, "nowhere");

  g_assert_null (drill_workspace_open (folder, DRILL_CONNECTION_READ_ONLY, NULL, &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "nowhere/progress.db"));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_reading (StudyFixture *fixture,
              gconstpointer data)
{
  g_autoptr (DrillConnection) reader = NULL;
  g_autoptr (GPtrArray)       queue = NULL;
  g_autoptr (GError)          error = NULL;
  static const char *const    paths[] = { "/somewhere", NULL };

  reader = drill_workspace_open (fixture->folder, DRILL_CONNECTION_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  queue = drill_queue_load (reader, fixture->rules, NOON (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (queue->len, ==, 5);

  g_assert_false (drill_workspace_add_sources (reader, paths, 1, &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_READ_ONLY);
}

static void
test_folder_cannot_be_made (StudyFixture *fixture,
                            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *folder = scratch_path (fixture->scratch, "file/data");

  scratch_write (fixture->scratch, "file", "in the way");
  g_assert_null (drill_workspace_open (folder, DRILL_CONNECTION_READ_WRITE, NULL, &error));
  g_assert_cmpuint (error->domain, ==, G_IO_ERROR);
  g_assert_nonnull (strstr (error->message, folder));
  g_assert_nonnull (strstr (error->message, "--data-dir"));
}

/* A folder in the place of the file fails for everyone, root included. */
static void
test_file_cannot_be_written (StudyFixture *fixture,
                             gconstpointer data)
{
  const char        *name = data;
  g_autoptr (GError) error = NULL;
  g_autofree char   *folder = scratch_path (fixture->scratch, "other");
  g_autofree char   *inside = g_strdup_printf ("other/%s/file", name);
  g_autofree char   *path = scratch_path (fixture->scratch, "other");

  scratch_write (fixture->scratch, inside, "in the way");
  g_assert_null (drill_workspace_open (folder, DRILL_CONNECTION_READ_WRITE, NULL, &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, "--data-dir"));
}

typedef struct
{
  const char *name;
  gsize       from; /* overwritten from here ... */
  gsize       size; /* ... so far, with @byte */
  guint8      byte;
  gsize       cut;  /* the file ends here; 0 leaves its length */
} Damage;

static const Damage damages[] = {
  { "garbage", 0, 4096, 0xa5, 0 },
  { "magic", 0, 16, 'x', 0 },
  { "page-size", 16, 2, 0x07, 0 },
  { "first-page", 100, 3996, 0, 0 },
  { "first-page-noise", 100, 3996, 0xff, 0 },
  { "cut", 0, 0, 0, 5000 },
};

static void
damage_file (StudyFixture *fixture,
             const char   *name,
             const Damage *damage)
{
  g_autoptr (GBytes)     whole = scratch_read (fixture->scratch, name);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
  g_assert_cmpuint (damage->from + damage->size, <=, bytes->len);
  memset (bytes->data + damage->from, damage->byte, damage->size);
  if (damage->cut > 0)
    {
      g_assert_cmpuint (damage->cut, <, bytes->len);
      g_byte_array_set_size (bytes, damage->cut);
    }
  scratch_write_bytes (fixture->scratch, name, bytes->data, bytes->len);
}

static void
assert_untouched (StudyFixture *fixture,
                  const char   *name,
                  GBytes       *before)
{
  g_autoptr (GBytes) after = scratch_read (fixture->scratch, name);

  g_assert_cmpmem (g_bytes_get_data (after, NULL),
                   g_bytes_get_size (after),
                   g_bytes_get_data (before, NULL),
                   g_bytes_get_size (before));
}

/* What the learner did is precious even when it is damaged. */
static void
test_damaged_progress (StudyFixture *fixture,
                       gconstpointer data)
{
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (GError)          error = NULL;
  g_autoptr (GBytes)          before = NULL;

  study_record (fixture, "fix/q1", DRILL_RATING_GOOD, NOON (TODAY));
  study_close (fixture);
  damage_file (fixture, "data/progress.db", data);
  before = scratch_read (fixture->scratch, "data/progress.db");

  connection = open_folder (fixture, &error);
  g_assert_null (connection);
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "data/progress.db"));
  g_assert_nonnull (strstr (error->message, ".recover"));
  assert_untouched (fixture, "data/progress.db", before);
}

/* The library can be made again, and progress is none of its business. */
static void
test_damaged_library (StudyFixture *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean           library_is_new = FALSE;

  study_record (fixture, "fix/q1", DRILL_RATING_GOOD, NOON (TODAY));
  study_close (fixture);
  damage_file (fixture, "data/library.db", data);

  fixture->connection = drill_workspace_open (fixture->folder,
                                              DRILL_CONNECTION_READ_WRITE,
                                              &library_is_new,
                                              &error);
  g_assert_no_error (error);
  g_assert_true (library_is_new);
  study_import (fixture);
  g_assert_cmpint (study_int (fixture, "SELECT count(*) FROM review"), ==, 1);
  g_assert_cmpint (scratch_sql_int (fixture->scratch,
                                    "data/library.db",
                                    "SELECT count(*) FROM item"),
                   ==,
                   7);
}

typedef struct
{
  const char     *name;
  const char     *sql; /* what makes the file unfit */
  gboolean        from_nothing;
  DrillStoreError code;
  const char     *words; /* in the message */
} Unfit;

static const Unfit unfits[] = {
  { "newer", "PRAGMA user_version = 99", FALSE, DRILL_STORE_ERROR_NEWER, "Update Pagerdrill" },
  { "other-program",
    "PRAGMA application_id = 77; CREATE TABLE a (b); INSERT INTO a VALUES (1);",
    TRUE,
    DRILL_STORE_ERROR_FOREIGN,
    "another program" },
  { "nobody",
    "CREATE TABLE a (b); INSERT INTO a VALUES (1);",
    TRUE,
    DRILL_STORE_ERROR_FOREIGN,
    "another program" },
};

static void
test_unfit_progress (StudyFixture *fixture,
                     gconstpointer data)
{
  const Unfit       *unfit = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;

  study_close (fixture);
  if (unfit->from_nothing)
    scratch_delete (fixture->scratch, "data/progress.db");
  scratch_sql_run (fixture->scratch, "data/progress.db", unfit->sql);
  before = scratch_read (fixture->scratch, "data/progress.db");

  g_assert_null (drill_workspace_open (fixture->folder, DRILL_CONNECTION_READ_ONLY, NULL, &error));
  g_assert_error (error, DRILL_STORE_ERROR, (int) unfit->code);
  g_clear_error (&error);

  g_assert_null (open_folder (fixture, &error));
  g_assert_error (error, DRILL_STORE_ERROR, (int) unfit->code);
  g_assert_nonnull (strstr (error->message, "data/progress.db"));
  g_assert_nonnull (strstr (error->message, unfit->words));
  assert_untouched (fixture, "data/progress.db", before);
}

/* The first version of progress.db, with a history, becomes the present one. */
static void
test_first_version (StudyFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GBytes) script = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char   *before = NULL;
  g_autofree char   *after = NULL;
  g_autofree char   *copied = NULL;
  const char        *facts = "SELECT hex (uuid), card, rating, at_ms, day FROM review ORDER BY id";

  study_close (fixture);
  scratch_delete (fixture->scratch, "data/progress.db");
  script = g_resources_lookup_data (RESOURCE_ROOT "/sql/study/0001.sql", 0, &error);
  g_assert_no_error (error);
  scratch_sql_run (fixture->scratch, "data/progress.db", g_bytes_get_data (script, NULL));
  scratch_sql_run (fixture->scratch,
                   "data/progress.db",
                   "PRAGMA application_id = 0x50675072; PRAGMA user_version = 1;"
                   "INSERT INTO card (id, key) VALUES (1, 'fix/q1');"
                   "INSERT INTO review (uuid, card, kind, rating, at_ms, day, duration_ms, device) "
                   "VALUES (zeroblob (16), 1, 1, 3, 5, 6, 7, (SELECT uuid FROM device));");
  before = scratch_sql_dump (fixture->scratch, "data/progress.db", facts);

  fixture->connection = open_folder (fixture, &error);
  g_assert_no_error (error);
  after = scratch_sql_dump (fixture->scratch, "data/progress.db", facts);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (study_int (fixture, "PRAGMA user_version"), >, 1);

  /* What was there before stands beside it. */
  copied = scratch_sql_dump (fixture->scratch, "data/progress.db.before-2", facts);
  g_assert_cmpstr (copied, ==, before);
}

static void
test_sources (StudyFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError)       error = NULL;
  g_autofree char         *here = g_canonicalize_filename ("packs", NULL);
  static const char *const paths[] = { "/b//c/../d", "packs", "/a", "/b/d", "/a'; --", NULL };
  static const char *const again[] = { "/a", NULL };
  g_auto (GStrv)           none = NULL;
  g_auto (GStrv)           sources = NULL;

  none = drill_workspace_list_sources (fixture->connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (none), ==, 0);

  g_assert_true (drill_workspace_add_sources (fixture->connection, paths, 7, &error));
  g_assert_true (drill_workspace_add_sources (fixture->connection, again, 9, &error));
  sources = drill_workspace_list_sources (fixture->connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (sources), ==, 4);
  g_assert_true (g_strv_contains ((const char *const *) sources, "/a"));
  g_assert_true (g_strv_contains ((const char *const *) sources, "/a'; --"));
  g_assert_true (g_strv_contains ((const char *const *) sources, "/b/d"));
  g_assert_true (g_strv_contains ((const char *const *) sources, here));
  g_assert_cmpint (study_int (fixture, "SELECT added_ms FROM source WHERE path = '/a'"), ==, 7);
}

static void
test_default_folder (StudyFixture *fixture,
                     gconstpointer data)
{
  g_autofree char *given = NULL;
  g_autofree char *relative = NULL;
  g_autofree char *expected = g_canonicalize_filename ("some/where", NULL);
  g_autofree char *fallback = NULL;

  g_setenv ("PAGERDRILL_DATA_DIR", "/some/where", TRUE);
  given = drill_workspace_default_folder ();
  g_assert_cmpstr (given, ==, "/some/where");
  g_setenv ("PAGERDRILL_DATA_DIR", "some/where", TRUE);
  relative = drill_workspace_default_folder ();
  g_assert_cmpstr (relative, ==, expected);
  g_setenv ("PAGERDRILL_DATA_DIR", "", TRUE);
  fallback = drill_workspace_default_folder ();
  g_assert_true (g_str_has_prefix (fallback, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (fallback, "/pagerdrill"));
  g_unsetenv ("PAGERDRILL_DATA_DIR");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/study/workspace/new-folder", NULL, test_new_folder);
  ADD ("/study/workspace/empty-file", NULL, test_empty_file);
  ADD ("/study/workspace/reading-makes-nothing", NULL, test_reading_makes_nothing);
  ADD ("/study/workspace/reading", NULL, test_reading);
  ADD ("/study/workspace/folder-cannot-be-made", NULL, test_folder_cannot_be_made);
  ADD ("/study/workspace/not-writable/progress", "progress.db", test_file_cannot_be_written);
  ADD ("/study/workspace/not-writable/library", "library.db", test_file_cannot_be_written);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *progress = NULL;
      g_autofree char *library = NULL;

      progress = g_strconcat ("/study/workspace/damaged/progress/", damages[i].name, NULL);
      library = g_strconcat ("/study/workspace/damaged/library/", damages[i].name, NULL);
      ADD (progress, &damages[i], test_damaged_progress);
      ADD (library, &damages[i], test_damaged_library);
    }
  for (guint i = 0; i < G_N_ELEMENTS (unfits); i++)
    {
      g_autofree char *path = g_strconcat ("/study/workspace/unfit/", unfits[i].name, NULL);

      ADD (path, &unfits[i], test_unfit_progress);
    }
  ADD ("/study/workspace/first-version", NULL, test_first_version);
  ADD ("/study/workspace/sources", NULL, test_sources);
  ADD ("/study/workspace/default-folder", NULL, test_default_folder);

  return g_test_run ();
}
