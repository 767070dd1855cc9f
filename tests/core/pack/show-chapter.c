/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Prints how the files given are read: for looking at a pack by hand. */

#include "config.h"

#include "show.h"

#include <stdio.h>

static gboolean
show (const char *path)
{
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (GError)           error = NULL;
  g_autoptr (DrillChapter)     chapter = drill_chapter_load (path, path, found, NULL, &error);
  g_autofree char             *text = NULL;

  if (chapter == NULL)
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }

  text = show_chapter (chapter);
  printf ("title: %s\npack: %s\nintroduction: %s\n%stips: %s\nsummary: %s\n", chapter->title,
           chapter->pack_id, chapter->introduction, text, chapter->tips, chapter->summary);
  for (guint i = 0; i < chapter->references->len; i++)
    {
      const DrillReference *reference = g_ptr_array_index (chapter->references, i);

      printf ("reference %s: %s <%s>\n", reference->id, reference->title, reference->url);
    }
  for (guint i = 0; i < drill_diagnostics_get_length (found); i++)
    {
      g_autofree char *line = drill_diagnostic_format (drill_diagnostics_get (found, i));

      puts (line);
    }

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  gboolean ok = TRUE;

  for (int i = 1; i < argc; i++)
    ok &= show (argv[i]);

  return ok ? 0 : 1;
}
