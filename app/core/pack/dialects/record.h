/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/dialects/composer.h"

G_BEGIN_DECLS

typedef enum
{
  DRILL_COLUMN_NONE,
  DRILL_COLUMN_QUESTION,
  DRILL_COLUMN_OPTION,
  DRILL_COLUMN_OPTIONS, /* all of them in one cell */
  DRILL_COLUMN_KEY,
  DRILL_COLUMN_INDEX,  /* a key, counted from 0 */
  DRILL_COLUMN_ANSWER, /* a key or, without options, the answer */
  DRILL_COLUMN_EXPLANATION,
  DRILL_COLUMN_LEVEL,
  DRILL_COLUMN_TOPIC,
} DrillColumn;

DrillColumn drill_column_parse (const char *name);
gboolean    drill_columns_make_sense (const GArray *columns);
void        drill_record_read (DrillComposer *composer,
                               const GArray  *columns,
                               GPtrArray     *cells,
                               guint          line,
                               gboolean       html);
void        drill_record_read_faces (DrillComposer *composer,
                                     const char    *front,
                                     const char    *back,
                                     const char    *topics,
                                     guint          line);

G_END_DECLS
