/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* pagerdrill skeleton EXPORT FOLDER: a scenario to start from, out of an export of
 * one's own dashboards. */

#include "config.h"

#include "cli/commands.h"

#include "incident/skeleton-folder.h"

int
drill_command_skeleton (const DrillCliOptions *options,
                        int                    argc,
                        char                 **argv)
{
  g_autoptr (DrillDiagnostics) problems = drill_diagnostics_new ();
  g_autoptr (GError)           error = NULL;
  g_autofree char             *folder = NULL;
  const char                  *title = NULL;

  if (argc == 4 && g_str_equal (argv[2], "--title"))
    title = argv[3];
  else if (argc != 2)
    return drill_cli_usage ("skeleton needs an export and a folder for the scenario");

  folder = g_canonicalize_filename (argv[1], NULL);
  if (!drill_skeleton_write_folder (argv[0], folder, title, problems, &error))
    {
      drill_cli_print_problems (problems);
      return drill_cli_fail (error);
    }

  drill_cli_print_problems (problems);
  if (options->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "folder");
      json_builder_add_string_value (builder, folder);
      json_builder_end_object (builder);
      drill_cli_print_json (builder);
      return DRILL_EXIT_OK;
    }

  g_print ("%s/scenario.md is ready to be edited.\n"
           "\"pagerdrill check %s\" says what it still lacks.\n",
           folder,
           argv[1]);

  return DRILL_EXIT_OK;
}
