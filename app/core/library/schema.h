/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Attaches library.db as "library", making or remaking it when a writer opens
 * it. @remade: (out) (optional): whether it is empty now and wants an import. */
gboolean drill_library_attach (DrillConnection     *connection,
                               const char          *path,
                               DrillConnectionMode  mode,
                               gboolean            *remade,
                               GError             **error);

G_END_DECLS
