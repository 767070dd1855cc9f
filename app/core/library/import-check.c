/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Reading without storing: what "pagerdrill check" does. */

#include "config.h"

#include "library/importer.h"

#include "incident/lint.h"
#include "library/chapter-file.h"
#include "library/file-list.h"

/* What the format promises: so many random runs, so many states searched. */
#define LINT_RUNS   1000
#define LINT_STATES 50000

static void
count_chapter (DrillImportReport  *report,
               const DrillChapter *chapter)
{
  for (guint i = 0; i < chapter->items->len; i++)
    {
      const DrillItem *item = g_ptr_array_index (chapter->items, i);

      drill_import_report_count (report, item->kind, 1, item->options->len);
      if (item->children->len > 0)
        drill_import_report_count (report, DRILL_ITEM_FOLLOW_UP, item->children->len, 0);
    }
}

/* Plays the scenario many times, which finds what reading alone cannot. */
static void
lint_scenario (const DrillPackFile *file,
               DrillDiagnostics    *problems)
{
  g_autoptr (DrillDiagnostics) known = drill_diagnostics_new ();
  g_autoptr (DrillScenario)    scenario = drill_scenario_load (file->path, file->name, known, NULL);
  g_autoptr (DrillLint)        lint = NULL;

  if (scenario != NULL)
    lint = drill_lint_new (scenario, LINT_RUNS, LINT_STATES, problems);
}

/**
 * drill_import_check:
 *
 * Reads like drill_import_run() but stores nothing. Any thread.
 */
DrillImportReport *
drill_import_check (const char *const *paths,
                    GCancellable      *cancellable,
                    GError           **error)
{
  g_autoptr (DrillImportReport) report = drill_import_report_new ();
  g_autoptr (GPtrArray)         files = NULL;

  g_return_val_if_fail (paths != NULL, NULL);

  files = drill_file_list_new (paths, report->problems, cancellable, error);
  if (files == NULL)
    return NULL;

  for (guint i = 0; i < files->len; i++)
    {
      const DrillPackFile     *file = g_ptr_array_index (files, i);
      g_autoptr (DrillChapter) chapter = NULL;

      chapter = drill_chapter_file_load (file, report->problems, cancellable, error);
      if (chapter == NULL)
        return NULL;
      if (file->is_scenario)
        lint_scenario (file, report->problems);
      report->files++;
      count_chapter (report, chapter);
    }
  drill_diagnostics_sort (report->problems);

  return g_steal_pointer (&report);
}
