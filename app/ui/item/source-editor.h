/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The words that start an editor at a line. Pure.
 * @program: name of the editor's program, as in "gedit"
 * Returns: (transfer full) (nullable): NULL when it is not known how that editor is
 * told a line */
char   **drill_source_editor_arguments (const char  *program,
                                        const char  *path,
                                        guint        line) G_GNUC_WARN_UNUSED_RESULT;

/* The learner's own command, with %f for the file, %l for the line and %% for %; a
 * command without %f gets the file at its end. No shell reads it.
 * Returns: (transfer full): NULL with @error set when it cannot be split into words */
char   **drill_source_editor_parse     (const char  *command,
                                        const char  *path,
                                        guint        line,
                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Opens the file in the learner's editor, at the line where that can be said.
 * Returns: FALSE with @error set when nothing could be opened */
gboolean drill_source_editor_open      (const char  *path,
                                        guint        line,
                                        GError     **error);

G_END_DECLS
