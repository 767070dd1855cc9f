/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Runs a fuzz target over the files of the folders that are given: each input that
 * once broke something stays in its corpus and is replayed with the other tests.
 */

#include "config.h"

#include <glib.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
replay (gconstpointer data)
{
  const char        *path = data;
  g_autofree char   *bytes = NULL;
  g_autofree char   *exact = NULL;
  g_autoptr (GError) error = NULL;
  gsize              length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  /* A copy of just that size: reading behind its end is found by a sanitizer. */
  exact = g_memdup2 (bytes, MAX (length, 1));
  LLVMFuzzerTestOneInput ((const uint8_t *) exact, length);
}

static void
add_folder (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir)   dir = g_dir_open (folder, 0, &error);
  const char        *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/fuzz/", name, NULL);

      g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), replay, g_free);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >, 1);
  for (int i = 1; i < argc; i++)
    add_folder (argv[i]);

  return g_test_run ();
}
