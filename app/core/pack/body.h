/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/scanner.h"

G_BEGIN_DECLS

typedef enum
{
  DRILL_BODY_PLAIN = 0,
  DRILL_BODY_UNQUOTE = 1 << 0, /* without the marks of block quotes */
  DRILL_BODY_ITEM = 1 << 1,    /* inside a list item: any indent is the item's */
} DrillBodyFlags;

void drill_body_append (GString           *out,
                        const DrillSource *source,
                        guint              first,
                        guint              last,
                        DrillBodyFlags     flags);
void drill_body_trim   (GString           *text);

gboolean drill_body_breaks (const DrillSource *source,
                            guint              index);

G_END_DECLS
