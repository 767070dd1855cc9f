/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/chapter.h"

/* A chapter and its problems as text, so that a test can say what it expects in a
 * few words. See show.c for the form. */
char *show_chapter     (const DrillChapter     *chapter) G_GNUC_WARN_UNUSED_RESULT;
char *show_diagnostics (const DrillDiagnostics *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
char *show_parsed      (const char             *markdown,
                        char                  **diagnostics) G_GNUC_WARN_UNUSED_RESULT;
