/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/diagnostic.h"
#include "pack/folder.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (element-type DrillPackFile): every Markdown file at or
 * below @paths, each once, files of one source side by side */
GPtrArray *drill_file_list_new      (const char *const *paths,
                                     DrillDiagnostics  *problems,
                                     GCancellable      *cancellable,
                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;
guint64    drill_file_list_get_size (GPtrArray         *files);

G_END_DECLS
