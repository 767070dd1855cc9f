/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "search/run.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  DRILL_SEARCH_CSV,      /* a line for each item: what it is and how well it is known */
  DRILL_SEARCH_MARKDOWN, /* the items themselves, to be read or printed */
} DrillSearchFormat;

gboolean drill_search_export         (const DrillSearchContext *context,
                                      const DrillSearchResult  *result,
                                      DrillSearchFormat         format,
                                      GOutputStream            *stream,
                                      GCancellable             *cancellable,
                                      GError                  **error);
gboolean drill_search_export_to_file (const DrillSearchContext *context,
                                      const DrillSearchResult  *result,
                                      DrillSearchFormat         format,
                                      GFile                    *file,
                                      GCancellable             *cancellable,
                                      GError                  **error);

G_END_DECLS
