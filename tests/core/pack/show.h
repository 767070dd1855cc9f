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

/**
 * ShowCase:
 * @name: what the case is about
 * @markdown: the file
 * @shown: what show_chapter() says
 * @problems: (nullable): what show_diagnostics() says; NULL to leave it
 */
typedef struct
{
  const char *name;
  const char *markdown;
  const char *shown;
  const char *problems;
} ShowCase;

void  show_add_cases   (const char             *path,
                        const ShowCase         *cases,
                        gsize                   n_cases);
