/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/chapter.h"
#include "pack/folder.h"

G_BEGIN_DECLS

/* Reads one file of a pack, a chapter or a scenario. A file that cannot be read
 * gives an empty chapter and E051 in @problems. Returns: (transfer full): NULL
 * with @error only when cancelled */
DrillChapter *drill_chapter_file_load    (const DrillPackFile    *file,
                                          DrillDiagnostics       *problems,
                                          GCancellable           *cancellable,
                                          GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @problems say that the file as a whole could not be read. */
gboolean      drill_chapter_file_is_lost (const DrillPackFile    *file,
                                          const DrillChapter     *chapter,
                                          const DrillDiagnostics *problems);

G_END_DECLS
