/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "store/connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Takes some lines of text. Returns: FALSE with @error set to end the export */
typedef gboolean (*DrillExportFunc) (const char *text,
                                     gsize       length,
                                     gpointer    data,
                                     GError    **error);

/* One export, such as drill_review_export(). */
typedef gboolean (*DrillExporter)   (DrillConnection *connection,
                                     DrillExportFunc  func,
                                     gpointer         data,
                                     GError         **error);

/* Writes to a file, which is replaced as a whole or not at all. */
gboolean drill_export_to_file (DrillConnection *connection,
                               DrillExporter    exporter,
                               GFile           *file,
                               GError         **error);

G_END_DECLS
