/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/diagnostic.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DrillPackFile:
 * @path: absolute path to open
 * @name: path to show in messages: what the user gave plus the way below it
 * @source: absolute, canonical path of the folder or single file that the user
 *   gave, or of the pack folder inside it: files with one source make one pack.
 *   A folder of which a file has a pack's header is one pack; otherwise each
 *   folder directly below it is one
 * @is_scenario: whether it is the scenario.md of a scenario folder
 */
typedef struct
{
  char    *path;
  char    *name;
  char    *source;
  gboolean is_scenario;
} DrillPackFile;

void       drill_pack_file_free (DrillPackFile *self);

/* Lists the Markdown files at @path (a file or a folder, walked in byte order).
 * Hidden files and folders are skipped, symbolic links that lead out of @path
 * are not followed. Returns: (transfer full) (element-type DrillPackFile), or
 * NULL with @error when @path itself cannot be read. */
GPtrArray *drill_pack_folder_list (const char       *path,
                                   DrillDiagnostics *diagnostics,
                                   GCancellable     *cancellable,
                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
