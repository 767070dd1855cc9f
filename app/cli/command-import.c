/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* pagerdrill import PATH...: loads packs into the library. */

#include "config.h"

#include "cli/commands.h"

#include "library/importer.h"
#include "study/fold.h"
#include "study/workspace.h"

/* An import that leaves sound items in the library has done its work, so it ends
 * well even when other items had errors; "check" is there to fail on those. */
int
drill_command_import (const DrillCliOptions *options,
                      int                    argc,
                      char                 **argv)
{
  g_autoptr (DrillConnection)   connection = NULL;
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (JsonBuilder)       builder = NULL;
  g_autoptr (GError)            error = NULL;
  const char *const            *paths = (const char *const *) argv;
  gint64                        now_ms = g_get_real_time () / 1000;

  if (argc == 0)
    return drill_cli_usage ("import needs at least one file or folder");

  connection = drill_cli_open_workspace (options, NULL);
  if (connection == NULL)
    return DRILL_EXIT_FAILED;

  report = drill_import_run (connection, paths, now_ms, NULL, NULL, NULL, &error);
  if (report == NULL || !drill_workspace_add_sources (connection, paths, now_ms, &error) ||
      !drill_fold_prune_unseen (connection, &error))
    return drill_cli_fail (error);

  drill_cli_print_problems (report->problems);
  if (options->json)
    {
      builder = json_builder_new ();
      drill_cli_build_report (builder, report, TRUE);
      drill_cli_print_json (builder);
      return DRILL_EXIT_OK;
    }

  g_print ("%u files (%u unchanged): %u questions, %u follow-ups, %u MCQs with %u options, "
           "%u transcripts, %u scenarios\n",
           report->files,
           report->unchanged_files,
           report->questions,
           report->follow_ups,
           report->mcqs,
           report->options,
           report->transcripts,
           report->scenarios);
  g_print ("%u items new, %u unchanged, %u edited, %u perhaps edited, %u gone\n",
           report->new_items,
           report->unchanged_items,
           report->matched_items,
           report->asked_items,
           report->archived_items);

  return DRILL_EXIT_OK;
}
