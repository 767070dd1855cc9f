/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/skeleton.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reading an export and writing a scenario, off the main thread. Errors say all
 * that is wrong, a problem a line, with file and line where it is known. */

void          drill_skeleton_read_async   (const char           *path,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
DrillSamples *drill_skeleton_read_finish  (GAsyncResult         *result,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void          drill_skeleton_write_async  (DrillSamples         *samples,
                                           GPtrArray            *all,
                                           GPtrArray            *kept,
                                           const char           *folder,
                                           const char           *title,
                                           gint64                history,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean      drill_skeleton_write_finish (GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
