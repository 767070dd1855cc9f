/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/samples.h"

#include <gio/gio.h>

G_BEGIN_DECLS

DrillSamples *drill_skeleton_read_export  (const char       *path,
                                           DrillDiagnostics *diagnostics,
                                           GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      drill_skeleton_write        (DrillSamples     *samples,
                                           GPtrArray        *series,
                                           const char       *folder,
                                           const char       *title,
                                           gint64            history,
                                           GError          **error);
gboolean      drill_skeleton_write_folder (const char       *export_path,
                                           const char       *folder,
                                           const char       *title,
                                           DrillDiagnostics *diagnostics,
                                           GError          **error);

G_END_DECLS
