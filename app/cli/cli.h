/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit codes. */
#define DRILL_EXIT_OK      0
#define DRILL_EXIT_PROBLEM 1 /* the files that were looked at have errors */
#define DRILL_EXIT_USAGE   2
#define DRILL_EXIT_FAILED  3 /* the work itself could not be done */

/**
 * DrillCliOptions:
 * @data_dir: (nullable): as given; NULL for the default
 * @json: whether stdout gets one JSON document and nothing else
 * @arguments: (array zero-terminated=1): the command and what follows it,
 *   without the options that every command has
 */
typedef struct
{
  char    *data_dir;
  gboolean json;
  gboolean help;
  gboolean version;
  char   **arguments;
} DrillCliOptions;

gboolean drill_cli_options_parse (DrillCliOptions *self,
                                  int              argc,
                                  char           **argv,
                                  GError         **error);
void     drill_cli_options_clear (DrillCliOptions *self);

gboolean drill_cli_is_command (const char *word);
int      drill_cli_run        (const DrillCliOptions *options);
void     drill_cli_print_help (void);

G_END_DECLS
