/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/error.h"

G_BEGIN_DECLS

/**
 * DrillCsvRow:
 * @line: line of the file that the row starts on, from 1
 * @cells: (element-type utf8): valid UTF-8, without their quotes
 */
typedef struct
{
  guint      line;
  GPtrArray *cells;
} DrillCsvRow;

/**
 * DrillCsv:
 * @separator: the byte between two cells
 * @rows: (element-type DrillCsvRow): the heading is the first; empty lines are left out
 */
typedef struct
{
  char       separator;
  GPtrArray *rows;
} DrillCsv;

DrillCsv *drill_csv_parse (const char *data,
                           gsize       length,
                           guint       max_rows,
                           GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void      drill_csv_free  (DrillCsv   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillCsv, drill_csv_free)

G_END_DECLS
