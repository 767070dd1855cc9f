/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is left of the tags that carry structure. Text of others cannot hold them. */
#define DRILL_MARKUP_OPEN '\x1c'        /* <details> */
#define DRILL_MARKUP_CLOSE '\x1d'       /* </details> */
#define DRILL_MARKUP_SUMMARY '\x1e'     /* <summary> */
#define DRILL_MARKUP_SUMMARY_END '\x1f' /* </summary> */

/**
 * DrillMarkup:
 * @text: as many lines as there were before
 * @dropped_line: first line from which something was dropped that shows, or 0
 * @n_dropped: number of such lines
 */
typedef struct
{
  GString *text;
  guint    dropped_line;
  guint    n_dropped;
} DrillMarkup;

void drill_markup_clean (DrillMarkup *self, const char *text, gsize length);
void drill_markup_clear (DrillMarkup *self);

G_END_DECLS
