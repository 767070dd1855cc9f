/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Start: a command runs without a display, anything else opens the window. */

#include "config.h"

#include "cli/cli.h"
#include "ui/application/application.h"
#include "ui/application/first-frame.h"

#include <glib/gi18n.h>
#include <locale.h>

static int
run_application (const DrillCliOptions *options,
                 char                  *program)
{
  g_autoptr (DrillApplication) application = drill_application_new (options->data_dir);
  g_autoptr (GPtrArray)        words = g_ptr_array_new ();

  /* What is left are files to open; the application knows no options. */
  g_ptr_array_add (words, program);
  for (char **word = options->arguments; *word != NULL; word++)
    {
      if (!g_str_equal (*word, "--"))
        g_ptr_array_add (words, *word);
    }
  g_ptr_array_add (words, NULL);

  return g_application_run (G_APPLICATION (application),
                            (int) words->len - 1,
                            (char **) words->pdata);
}

int
main (int    argc,
      char **argv)
{
  DrillCliOptions    options;
  g_autoptr (GError) error = NULL;
  const char        *first;
  int                code;

  drill_first_frame_start ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (!drill_cli_options_parse (&options, argc, argv, &error))
    {
      g_printerr ("pagerdrill: %s\n", error->message);
      return DRILL_EXIT_USAGE;
    }

  first = options.arguments[0];
  if (options.version)
    {
      g_print ("pagerdrill %s\n", VERSION);
      code = DRILL_EXIT_OK;
    }
  else if (drill_cli_is_command (first))
    {
      code = drill_cli_run (&options);
    }
  else if (options.help)
    {
      drill_cli_print_help ();
      code = DRILL_EXIT_OK;
    }
  else if (options.json)
    {
      g_printerr ("pagerdrill: --json needs a command\n");
      code = DRILL_EXIT_USAGE;
    }
  else if (first != NULL && !g_str_equal (first, "--") && !g_file_test (first, G_FILE_TEST_EXISTS))
    {
      g_printerr ("pagerdrill: \"%s\" is neither a command nor a file. See pagerdrill --help.\n",
                  first);
      code = DRILL_EXIT_USAGE;
    }
  else
    {
      code = run_application (&options, argv[0]);
    }
  drill_cli_options_clear (&options);

  return code;
}
