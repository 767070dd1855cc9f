/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Feeds every file of a folder to a fuzz target, one case a file, where no
 * fuzzer is at hand. A warning or critical of a library about what a stranger
 * wrote is a fault as well: GTest makes them fatal.
 */

#include "config.h"

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
replay (gconstpointer user_data)
{
  g_autofree char *data = NULL;
  g_autofree char *exact = NULL;
  gsize            size;

  g_assert_true (g_file_get_contents (user_data, &data, &size, NULL));
  /* Without the zero that GLib puts behind a file, so that reading too far shows. */
  exact = g_memdup2 (data, size);
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const guint8 *) exact, size), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);

  dir = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *test = g_strdup_printf ("/incident/replay/%s", name);

      g_test_add_data_func_full (test, g_build_filename (argv[1], name, NULL), replay, g_free);
      n++;
    }
  g_assert_cmpuint (n, >, 0);

  return g_test_run ();
}
