/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/diagnostic.h"
#include "cli/cli.h"
#include "library/import-report.h"
#include "store/connection.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A command gets its own arguments, without its name, and returns an exit code. */
typedef int (*DrillCommandFunc) (const DrillCliOptions *options,
                                 int                    argc,
                                 char                 **argv);

int drill_command_check  (const DrillCliOptions *options,
                          int                    argc,
                          char                 **argv);
int drill_command_export (const DrillCliOptions *options,
                          int                    argc,
                          char                 **argv);
int drill_command_import (const DrillCliOptions *options,
                          int                    argc,
                          char                 **argv);
int drill_command_list   (const DrillCliOptions *options,
                          int                    argc,
                          char                 **argv);

int drill_command_memory (const DrillCliOptions *options,
                          int                    argc,
                          char                 **argv);
int drill_command_play   (const DrillCliOptions *options,
                          int                    argc,
                          char                 **argv);

int drill_command_search (const DrillCliOptions *options,
                          int                    argc,
                          char                 **argv);

int drill_command_skeleton (const DrillCliOptions *options,
                            int                    argc,
                            char                 **argv);

int drill_command_stamp (const DrillCliOptions *options,
                         int                    argc,
                         char                 **argv);

/* What the commands share. */
DrillConnection *drill_cli_open_workspace (const DrillCliOptions *options,
                                           gboolean              *library_is_new);
int              drill_cli_fail           (const GError          *error);
int              drill_cli_usage          (const char            *format,
                                           ...) G_GNUC_PRINTF (1, 2);
void             drill_cli_print_json     (JsonBuilder           *builder);
void             drill_cli_print_problems (const DrillDiagnostics *problems);
void             drill_cli_build_report   (JsonBuilder             *builder,
                                           const DrillImportReport *report,
                                           gboolean                 is_import);

G_END_DECLS
