/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/* Takes some lines of text. Returns: FALSE with @error set to end the export */
typedef gboolean (*DrillExportFunc) (const char *text,
                                     gsize       length,
                                     gpointer    data,
                                     GError    **error);

gboolean drill_review_export (DrillConnection *connection,
                              DrillExportFunc  func,
                              gpointer         data,
                              GError         **error);

G_END_DECLS
