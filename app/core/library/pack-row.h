/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/folder.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Makes or updates the row of the pack that @files, which share one source, make
 * up. @slug: (out) (transfer full). @is_renamed: (out): it had another slug, under
 * which its items still stand. Returns: the row, or -1. */
gint64   drill_pack_row_open  (DrillConnection      *connection,
                               DrillPackFile *const *files,
                               guint                 n_files,
                               gint64                now_ms,
                               char                **slug,
                               gboolean             *is_renamed,
                               GError              **error);

/* Takes a pack with all its files and items out of the library. */
gboolean drill_pack_row_erase (DrillConnection      *connection,
                               gint64                pack,
                               GError              **error);

G_END_DECLS
