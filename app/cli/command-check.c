/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* pagerdrill check PATH...: reads packs, stores nothing, says what is wrong. */

#include "config.h"

#include "cli/commands.h"
#include "cli/explain.h"

#include "library/importer.h"

#include <string.h>

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

/* Says what a code means. */
static int
explain (const char *code)
{
  g_autofree char *text = code != NULL ? drill_explain_code (code) : NULL;

  if (code == NULL)
    return drill_cli_usage ("--explain needs a code, such as E012");
  if (text == NULL)
    return drill_cli_usage ("there is no code \"%s\"; codes look like E012 or W130", code);

  g_print ("%s", text);
  return DRILL_EXIT_OK;
}

int
drill_command_check (const DrillCliOptions *options,
                     int                    argc,
                     char                 **argv)
{
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (JsonBuilder)       builder = NULL;
  g_autoptr (GError)            error = NULL;

  if (argc > 0 && g_str_equal (argv[0], "--explain"))
    return explain (argc > 1 ? argv[1] : NULL);
  if (argc > 0 && g_str_has_prefix (argv[0], "--explain="))
    return explain (argv[0] + strlen ("--explain="));
  if (argc == 0)
    return drill_cli_usage ("check needs at least one file or folder");

  report = drill_import_check ((const char *const *) argv, NULL, &error);
  if (report == NULL)
    return drill_cli_fail (error);

  if (options->json)
    {
      builder = json_builder_new ();
      drill_cli_build_report (builder, report, FALSE);
      drill_cli_print_json (builder);
    }
  drill_cli_print_problems (report->problems);
  print_summary (report);

  return drill_diagnostics_count (report->problems, DRILL_SEVERITY_ERROR) > 0 ? DRILL_EXIT_PROBLEM
                                                                              : DRILL_EXIT_OK;
}
