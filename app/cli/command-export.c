/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * pagerdrill export reviews|attempts [FILE]
 *
 * The whole log of answers and decisions as CSV, to a file or to the standard output.
 * A file is replaced as a whole or not at all.
 */

#include "config.h"

#include "cli/commands.h"

#include "study/attempt-export.h"
#include "study/review-export.h"

#include <errno.h>
#include <stdio.h>

static const struct
{
  const char   *word;
  DrillExporter func;
} exports[] = {
  { "reviews", drill_review_export },
  { "attempts", drill_attempt_export },
};

static DrillExporter
find_export (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      if (g_str_equal (exports[i].word, word))
        return exports[i].func;
    }

  return NULL;
}

static gboolean
write_to_stdout (const char *text,
                 gsize       length,
                 gpointer    data,
                 GError    **error)
{
  int saved;

  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;

  saved = errno;
  g_set_error (error,
               G_IO_ERROR,
               g_io_error_from_errno (saved),
               "Cannot write the log: %s",
               g_strerror (saved));
  return FALSE;
}

int
drill_command_export (const DrillCliOptions *options,
                      int                    argc,
                      char                 **argv)
{
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (GError)          error = NULL;
  g_autoptr (GFile)           file = NULL;
  DrillExporter               export;
  gboolean                    exported;

  export = argc > 0 ? find_export (argv[0]) : NULL;
  if (export == NULL)
    return drill_cli_usage ("export needs \"reviews\" or \"attempts\"");
  if (argc > 2)
    return drill_cli_usage ("export does not understand \"%s\"", argv[2]);
  if (options->json)
    return drill_cli_usage ("export writes CSV, not JSON");

  connection = drill_cli_open_workspace (options, NULL);
  if (connection == NULL)
    return DRILL_EXIT_FAILED;

  if (argc == 2)
    file = g_file_new_for_commandline_arg (argv[1]);
  exported = file != NULL ? drill_export_to_file (connection, export, file, &error)
                          : export (connection, write_to_stdout, NULL, &error);

  return exported ? DRILL_EXIT_OK : drill_cli_fail (error);
}
