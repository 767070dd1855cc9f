/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/slice.h"

G_BEGIN_DECLS

typedef enum
{
  DRILL_MARK_DOT,
  DRILL_MARK_PAREN,   /* "A)" */
  DRILL_MARK_PARENS,  /* "(A)" */
  DRILL_MARK_COLON,
  DRILL_MARK_BOX,     /* "[ ]" */
} DrillMark;

typedef enum
{
  DRILL_BOX_NONE,
  DRILL_BOX_EMPTY,
  DRILL_BOX_TICKED,
} DrillBox;

/**
 * DrillOptionLine:
 * @label: "A" or "1"; empty for a box without one
 * @order: 0 for "A" and "1", 1 for "B" and "2"; -1 without label
 * @lower: whether the letter was a small one
 * @bullet: whether it is a list item
 * @opened: markup that was opened before @rest
 */
typedef struct
{
  char          label[3];
  int           order;
  gboolean      lower;
  DrillMark     mark;
  DrillBox      box;
  gboolean      bullet;
  DrillEmphasis opened;
  DrillSlice    rest;
} DrillOptionLine;

gboolean drill_option_parse (DrillSlice       line,
                             DrillOptionLine *option);
gboolean drill_option_split (DrillSlice            *text,
                             const DrillOptionLine *option,
                             DrillOptionLine       *next);
gboolean drill_option_find  (DrillSlice            *text,
                             DrillOptionLine       *first);
gboolean drill_reason_parse (DrillSlice       line,
                             DrillOptionLine *reason);

G_END_DECLS
