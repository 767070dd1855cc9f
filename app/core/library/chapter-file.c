/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* One file that cannot be read must not keep all the others out, so that is a
 * problem like any other and not an error. */

#include "config.h"

#include "library/chapter-file.h"

#include "anki/apkg.h"
#include "library/scenario-chapter.h"

static DrillChapter *
load (const DrillPackFile *file,
      DrillDiagnostics    *problems,
      GCancellable        *cancellable,
      GError             **error)
{
  if (file->is_scenario)
    return drill_scenario_chapter_load (file->path, file->name, problems, error);

  if (drill_apkg_is_name (file->path))
    return drill_apkg_load (file->path, file->name, problems, cancellable, error);

  return drill_chapter_load (file->path, file->name, problems, cancellable, error);
}

DrillChapter *
drill_chapter_file_load (const DrillPackFile *file,
                         DrillDiagnostics    *problems,
                         GCancellable        *cancellable,
                         GError             **error)
{
  g_autoptr (GError) local = NULL;
  DrillChapter      *chapter;

  g_return_val_if_fail (file != NULL && problems != NULL, NULL);

  chapter = load (file, problems, cancellable, &local);
  if (chapter != NULL)
    return chapter;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  drill_diagnostics_add (problems,
                         file->name,
                         0,
                         0,
                         DRILL_SEVERITY_ERROR,
                         "E051",
                         "the file cannot be read: %s",
                         local->message);

  return drill_chapter_parse (file->name, "", 0, problems);
}

gboolean
drill_chapter_file_is_lost (const DrillPackFile    *file,
                            const DrillChapter     *chapter,
                            const DrillDiagnostics *problems)
{
  static const char *const fatal[] = { "E001", "E050", "E051", NULL };

  /* A scenario is whole or nothing. */
  if (file->is_scenario)
    return chapter->items->len == 0;

  for (guint i = 0; i < drill_diagnostics_get_length (problems); i++)
    {
      if (g_strv_contains (fatal, drill_diagnostics_get (problems, i)->code))
        return TRUE;
    }

  return FALSE;
}
