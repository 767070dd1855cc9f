/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/chapter.h"

G_BEGIN_DECLS

gboolean      drill_apkg_is_name (const char *name);
DrillChapter *drill_apkg_load (const char       *path,
                               const char       *name,
                               DrillDiagnostics *diagnostics,
                               GCancellable     *cancellable,
                               GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
