/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/chapter.h"
#include "pack/scanner.h"

G_BEGIN_DECLS

void drill_lint_chapter (const DrillSource  *source,
                         const DrillChapter *chapter);
void drill_lint_lines   (const DrillSource  *source,
                         const char         *folder);

G_END_DECLS
