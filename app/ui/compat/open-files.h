/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DRILL_OPEN_FILES,  /* one or more files */
  DRILL_OPEN_FOLDER, /* one folder */
} DrillOpenMode;

/**
 * drill_open_files_async:
 * @parent: widget in the window that asks
 * @filters: (nullable) (element-type GtkFileFilter): the first is preselected
 *
 * Lets the user choose what to read. Where a portal is, it asks, so that a
 * sandboxed app may read exactly what was chosen.
 */
void        drill_open_files_async  (GtkWidget            *parent,
                                     const char           *title,
                                     DrillOpenMode         mode,
                                     GListModel           *filters,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);

/* Returns: (transfer full) (element-type GFile): what was chosen, at least one;
 * NULL with %G_IO_ERROR_CANCELLED when the user chose nothing. */
GListModel *drill_open_files_finish (GAsyncResult         *result,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Lets the user choose where to write; asks before a file is replaced. */
void        drill_save_file_async   (GtkWidget            *parent,
                                     const char           *title,
                                     const char           *suggested_name,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);

/* Returns: (transfer full): NULL with %G_IO_ERROR_CANCELLED when dismissed. */
GFile      *drill_save_file_finish  (GAsyncResult         *result,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
