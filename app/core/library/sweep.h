/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Takes out the packs that were read from somewhere at or below @path and whose
 * rows are not in @visited. @n_files: (inout): counts the files they had. */
gboolean drill_sweep_packs (DrillConnection *connection,
                            const char      *path,
                            GHashTable      *visited,
                            guint           *n_files,
                            GError         **error);

G_END_DECLS
