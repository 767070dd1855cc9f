/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/import-report.h"
#include "store/connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DrillImportProgress:
 * @done: bytes read so far
 * @total: bytes to read
 *
 * Called in the thread that imports, once per file.
 */
typedef void (*DrillImportProgress) (guint64  done,
                                     guint64  total,
                                     gpointer data);

DrillImportReport *drill_import_run   (DrillConnection    *connection,
                                       const char *const  *paths,
                                       gint64              now_ms,
                                       DrillImportProgress progress,
                                       gpointer            progress_data,
                                       GCancellable       *cancellable,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;
DrillImportReport *drill_import_check (const char *const  *paths,
                                       GCancellable       *cancellable,
                                       GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
