/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DrillCells:
 * @at: where the next row starts
 * @line: of the next row, from 1
 * @separator: between cells
 * @unclosed: whether the row that was read last has a quote that never ends
 *
 * A walk over the rows of a table as text (RFC 4180). On the stack.
 */
typedef struct
{
  const char *at;
  const char *end;
  guint       line;
  char        separator;
  gboolean    unclosed;
} DrillCells;

void     drill_cells_init (DrillCells *self, const char *text, gsize length, char separator);
gboolean drill_cells_next (DrillCells *self, GPtrArray *cells, guint *line);
char     drill_cells_guess (const char *text, gsize length);

G_END_DECLS
