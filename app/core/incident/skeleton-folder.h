/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/diagnostic.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean drill_skeleton_write_folder (const char       *export_path,
                                      const char       *folder,
                                      const char       *title,
                                      DrillDiagnostics *diagnostics,
                                      GError          **error);

G_END_DECLS
