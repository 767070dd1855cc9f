/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/chapter.h"

G_BEGIN_DECLS

/* Reads a scenario.md as a chapter of one item, so that a scenario is stored,
 * found and listed like every other item. */
DrillChapter *drill_scenario_chapter_load (const char       *path,
                                           const char       *name,
                                           DrillDiagnostics *diagnostics,
                                           GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
