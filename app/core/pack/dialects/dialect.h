/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/chapter.h"

G_BEGIN_DECLS

gboolean drill_dialect_read (const char       *name,
                             const char       *text,
                             gsize             length,
                             DrillChapter     *chapter,
                             DrillDiagnostics *diagnostics);
gboolean drill_dialect_is_name (const char *name);

G_END_DECLS
