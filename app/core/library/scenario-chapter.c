/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A scenario folder as one item of the library. */

#include "config.h"

#include "library/scenario-chapter.h"

DrillChapter *
drill_scenario_chapter_load (const char       *path,
                             const char       *name,
                             DrillDiagnostics *diagnostics,
                             GError          **error)
{
  g_autoptr (DrillDiagnostics) ignored = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = NULL;
  g_autoptr (DrillItem)        item = NULL;
  g_autofree char             *folder = NULL;

  chapter = drill_chapter_load (path, name, ignored, NULL, error);
  if (chapter == NULL)
    return NULL;

  folder = g_path_get_dirname (path);
  item = drill_item_new (DRILL_ITEM_SCENARIO);
  item->id = g_path_get_basename (folder);
  item->title = g_strdup (chapter->title != NULL ? chapter->title : item->id);
  item->title_markdown = g_strdup (item->title);
  item->fingerprint = g_compute_checksum_for_string (G_CHECKSUM_SHA256, item->title, -1);
  item->line = 1;
  item->end_line = 1;
  g_ptr_array_set_size (chapter->items, 0);
  g_ptr_array_add (chapter->items, g_steal_pointer (&item));

  return g_steal_pointer (&chapter);
}
