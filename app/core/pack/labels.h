/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/slice.h"

G_BEGIN_DECLS

typedef enum
{
  DRILL_LABEL_NONE,
  DRILL_LABEL_A,           /* "A:": an answer, or the first option of an MCQ */
  DRILL_LABEL_ANSWER,      /* "Answer:": an answer, or the key of an MCQ */
  DRILL_LABEL_KEY,
  DRILL_LABEL_OPTIONS,     /* says what is there to see */
  DRILL_LABEL_EXPLANATION,
  DRILL_LABEL_KEY_POINTS,
  DRILL_LABEL_MISTAKES,
  DRILL_LABEL_FOLLOW_UP,
  DRILL_LABEL_FOLLOW_UPS,  /* a list of them */
  DRILL_LABEL_LEVELS,
  DRILL_LABEL_SETUP,
  DRILL_LABEL_TURN,
  DRILL_LABEL_INTERVIEWER,
  DRILL_LABEL_CANDIDATE,
  DRILL_LABEL_INSIDE,      /* a labelled part that stays where it is */
} DrillLabel;

/**
 * DrillLabelled:
 * @name: as it was written, without markup and colon
 * @number: the 2 of "Follow-up 2", or 0
 * @bullet: whether the label is a list item's
 * @opened: markup that was opened before the label and not closed by it
 * @rest: what follows on the line
 */
typedef struct
{
  DrillLabel    label;
  DrillSlice    name;
  guint         number;
  gboolean      bullet;
  DrillEmphasis opened;
  DrillSlice    rest;
} DrillLabelled;

gboolean    drill_label_parse   (DrillSlice     line,
                                 gboolean       heading,
                                 DrillLabelled *labelled);
const char *drill_label_suggest (DrillSlice     line);

G_END_DECLS
