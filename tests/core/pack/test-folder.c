/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "pack/folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char             *root; /* canonical */
  DrillDiagnostics *diagnostics;
} Fixture;

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char      *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      dir = g_dir_open (path, 0, NULL);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }
  g_remove (path);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("drill-XXXXXX", NULL);

  fixture->root = realpath (path, NULL);
  fixture->diagnostics = drill_diagnostics_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  remove_tree (fixture->root);
  free (fixture->root);
  drill_diagnostics_free (fixture->diagnostics);
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->root, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* "path < source" per file, below the root; "!" in front of a scenario. */
static char *
list (Fixture    *fixture,
      const char *below)
{
  g_autofree char      *path = g_build_filename (fixture->root, below, NULL);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError)    error = NULL;
  GString              *out = g_string_new (NULL);
  gsize                 skip = strlen (fixture->root);

  files = drill_pack_folder_list (path, fixture->diagnostics, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < files->len; i++)
    {
      const DrillPackFile *file = g_ptr_array_index (files, i);

      g_assert_true (g_str_has_prefix (file->path, fixture->root));
      g_assert_true (g_str_has_prefix (file->source, fixture->root));
      g_assert_true (g_str_has_prefix (file->name, fixture->root));
      g_string_append_printf (out, "%s%s%s < %s", i > 0 ? ", " : "", file->is_scenario ? "!" : "",
                              file->path + skip, file->source + skip);
    }

  return g_string_free (out, FALSE);
}

#define PACK "<!-- pack: my-pack; version: 1 -->\n# Pack\n"

static void
test_packs_below (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *files = NULL;

  write_file (fixture, "README.md", "# About\n\n```\n" PACK "```\n");
  write_file (fixture, "LICENCE.md", "text");
  write_file (fixture, "b/z.md", PACK);
  write_file (fixture, "b/evidence/README.md", "text");
  write_file (fixture, "b/evidence/run.js", "code");
  write_file (fixture, "a/core.MD", "text");
  write_file (fixture, "a/.hidden.md", "text");
  write_file (fixture, ".git/x.md", "text");
  write_file (fixture, "empty/notes.rst", "text");
  files = list (fixture, "");
  g_assert_cmpstr (files,
                   ==,
                   "/LICENCE.md < , /README.md < , /a/core.MD < /a, "
                   "/b/evidence/README.md < /b, /b/z.md < /b");
  g_assert_cmpuint (drill_diagnostics_get_length (fixture->diagnostics), ==, 0);
}

/* Giving the pack itself gives the same source as giving the folder above it. */
static void
test_pack_given (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *files = NULL;

  write_file (fixture, "b/core.md", PACK);
  write_file (fixture, "b/evidence/README.md", "text");
  write_file (fixture, "b/play/deep/scenario.md", "# S");
  files = list (fixture, "b");
  g_assert_cmpstr (files,
                   ==,
                   "/b/core.md < /b, /b/evidence/README.md < /b, !/b/play/deep/scenario.md < /b");
}

static void
test_scenario (Fixture      *fixture,
               gconstpointer data)
{
  g_autofree char *files = NULL;
  g_autofree char *given = NULL;
  g_autofree char *single = NULL;

  write_file (fixture, "p/gateway/scenario.md", "# S");
  write_file (fixture, "p/gateway/notes.md", "text");
  write_file (fixture, "p/gateway/recorder/README.md", "text");
  write_file (fixture, "p/core.md", PACK);
  files = list (fixture, "");
  g_assert_cmpstr (files, ==, "/p/core.md < /p, !/p/gateway/scenario.md < /p");
  given = list (fixture, "p/gateway");
  g_assert_cmpstr (given, ==, "!/p/gateway/scenario.md < /p/gateway");
  single = list (fixture, "p/gateway/scenario.md");
  g_assert_cmpstr (single, ==, "!/p/gateway/scenario.md < /p/gateway/scenario.md");
}

static void
test_single_file (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *files = NULL;

  write_file (fixture, "notes.txt", "text");
  files = list (fixture, "notes.txt");
  g_assert_cmpstr (files, ==, "/notes.txt < /notes.txt");
}

static void
test_links (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *inside = g_build_filename (fixture->root, "p", "inside.md", NULL);
  g_autofree char *outside = g_build_filename (fixture->root, "p", "outside.md", NULL);
  g_autofree char *broken = g_build_filename (fixture->root, "p", "broken.md", NULL);
  g_autofree char *circle = g_build_filename (fixture->root, "p", "circle", NULL);
  g_autofree char *escape = g_build_filename (fixture->root, "p", "escape", NULL);
  g_autofree char *files = NULL;

  write_file (fixture, "p/core.md", PACK);
  write_file (fixture, "secret.md", "text");
  g_assert_cmpint (symlink ("core.md", inside), ==, 0);
  g_assert_cmpint (symlink ("../secret.md", outside), ==, 0);
  g_assert_cmpint (symlink ("gone.md", broken), ==, 0);
  g_assert_cmpint (symlink (".", circle), ==, 0);
  g_assert_cmpint (symlink ("/", escape), ==, 0);
  files = list (fixture, "p");
  g_assert_cmpstr (files, ==, "/p/core.md < /p, /p/inside.md < /p");
  g_assert_cmpuint (drill_diagnostics_count (fixture->diagnostics, DRILL_SEVERITY_WARNING), ==, 3);
  g_assert_cmpuint (drill_diagnostics_count (fixture->diagnostics, DRILL_SEVERITY_ERROR), ==, 0);
}

static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char   *path = g_build_filename (fixture->root, "none", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (drill_pack_folder_list (path, fixture->diagnostics, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (drill_pack_folder_list (fixture->root, fixture->diagnostics, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/pack/folder/packs-below", Fixture, NULL, set_up, test_packs_below, tear_down);
  g_test_add ("/pack/folder/pack-given", Fixture, NULL, set_up, test_pack_given, tear_down);
  g_test_add ("/pack/folder/scenario", Fixture, NULL, set_up, test_scenario, tear_down);
  g_test_add ("/pack/folder/single-file", Fixture, NULL, set_up, test_single_file, tear_down);
  g_test_add ("/pack/folder/links", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/pack/folder/missing", Fixture, NULL, set_up, test_missing, tear_down);
  g_test_add ("/pack/folder/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);

  return g_test_run ();
}
