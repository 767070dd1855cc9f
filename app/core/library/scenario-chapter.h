/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/scenario.h"
#include "pack/chapter.h"

G_BEGIN_DECLS

/* A scenario as a chapter of one item, so that it is stored, found and listed like
 * every other item. @scenario: (nullable): NULL gives a chapter without items. */
DrillChapter *drill_scenario_chapter_new  (DrillScenario    *scenario) G_GNUC_WARN_UNUSED_RESULT;

/* Reads a scenario.md. One that has errors gives a chapter without items; what is
 * wrong with it is in @diagnostics. */
DrillChapter *drill_scenario_chapter_load (const char       *path,
                                           const char       *name,
                                           DrillDiagnostics *diagnostics,
                                           GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
