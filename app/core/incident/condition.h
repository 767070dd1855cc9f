/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DRILL_ATOM_FLAG,    /* a flag is set */
  DRILL_ATOM_VISITED, /* a section was entered */
  DRILL_ATOM_AFTER,   /* the clock is at or past a time */
  DRILL_ATOM_BEFORE,  /* the clock is short of a time */
  DRILL_ATOM_ABOVE,   /* a series is above a value */
  DRILL_ATOM_BELOW,   /* a series is below a value */
} DrillAtomKind;

/**
 * DrillAtom:
 * @negated: for flags and sections: must not hold
 * @name: flag, section or series; %NULL for times
 * @index: what @name stands for, known once the scenario is loaded
 * @seconds: of a time, since the start
 * @value: of a series test
 */
typedef struct
{
  DrillAtomKind kind;
  gboolean      negated;
  char         *name;
  guint         index;
  gint64        seconds;
  double        value;
} DrillAtom;

/**
 * DrillCondition:
 * @text: as written
 * @line: where it was written
 * @atoms: (element-type DrillAtom): all must hold
 */
typedef struct
{
  char   *text;
  guint   line;
  GArray *atoms;
} DrillCondition;

DrillCondition *drill_condition_parse (const char     *text,
                                       guint           line,
                                       char          **problem) G_GNUC_WARN_UNUSED_RESULT;
void            drill_condition_free  (DrillCondition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillCondition, drill_condition_free)

G_END_DECLS
