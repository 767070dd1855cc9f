/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/item.h"
#include "pack/scanner.h"

G_BEGIN_DECLS

/* A walk over the entries of a list; on the stack, ends when it returned FALSE. */
typedef struct
{
  const DrillSource *source;
  guint              at;
  guint              last;
  gboolean           bulleted;
  guint              indent;
} DrillPoints;

void     drill_points_init      (DrillPoints        *self,
                                 const DrillSource  *source,
                                 guint               first,
                                 guint               last);
gboolean drill_points_next      (DrillPoints        *self,
                                 GString            *text,
                                 guint              *line);
gboolean drill_points_eat_marker (DrillSlice        *text);

DrillKeyPointGrade drill_points_take_grade (GString *text);

G_END_DECLS
