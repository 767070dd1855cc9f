/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* pagerdrill check PATH...: reads packs, stores nothing, says what is wrong. */

#include "config.h"

#include "cli/commands.h"

#include "library/importer.h"

static void
print_summary (const DrillImportReport *report)
{
  g_printerr ("%u files: %u questions, %u follow-ups, %u MCQs, %u transcripts, %u scenarios; "
              "%u errors, %u warnings\n",
              report->files,
              report->questions,
              report->follow_ups,
              report->mcqs,
              report->transcripts,
              report->scenarios,
              drill_diagnostics_count (report->problems, DRILL_SEVERITY_ERROR),
              drill_diagnostics_count (report->problems, DRILL_SEVERITY_WARNING));
}

int
drill_command_check (const DrillCliOptions *options,
                     int                    argc,
                     char                 **argv)
{
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (JsonBuilder)       builder = NULL;
  g_autoptr (GError)            error = NULL;

  if (argc == 0)
    return drill_cli_usage ("check needs at least one file or folder");

  report = drill_import_check ((const char *const *) argv, NULL, &error);
  if (report == NULL)
    return drill_cli_fail (error);

  if (options->json)
    {
      builder = json_builder_new ();
      drill_cli_build_report (builder, report);
      drill_cli_print_json (builder);
    }
  drill_cli_print_problems (report->problems);
  print_summary (report);

  return drill_diagnostics_count (report->problems, DRILL_SEVERITY_ERROR) > 0 ? DRILL_EXIT_PROBLEM
                                                                              : DRILL_EXIT_OK;
}
