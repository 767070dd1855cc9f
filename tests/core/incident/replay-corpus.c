/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Feeds every file of a folder to a fuzz target, where no fuzzer is at hand.
 */

#include "config.h"

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

int
main (int    argc,
      char **argv)
{
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  g_assert_cmpint (argc, ==, 2);
  /* A message of a library about what a stranger wrote is a fault, too. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);

  dir = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *data = NULL;
      g_autofree char *exact = NULL;
      gsize            size;

      g_assert_true (g_file_get_contents (path, &data, &size, NULL));
      /* Without the zero that GLib puts behind a file, so that reading too far shows. */
      exact = g_memdup2 (data, size);
      LLVMFuzzerTestOneInput ((const guint8 *) exact, size);
      n++;
    }
  g_print ("%u inputs\n", n);
  g_assert_cmpuint (n, >, 0);

  return 0;
}
