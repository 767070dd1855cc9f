/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/incident/debrief.h"
#include "ui/incident/play.h"

G_BEGIN_DECLS

typedef enum
{
  DRILL_PARAGRAPH_TITLE,
  DRILL_PARAGRAPH_HEADING,
  DRILL_PARAGRAPH_TEXT,
  DRILL_PARAGRAPH_BULLET,
  DRILL_PARAGRAPH_QUOTE,  /* what the learner typed: plain text */
  DRILL_PARAGRAPH_CHART,  /* the place of the curves, where they can be drawn */
} DrillParagraphKind;

/* @markdown: CommonMark, except in a quote */
typedef struct
{
  DrillParagraphKind kind;
  char              *markdown;
} DrillParagraph;

/* A debrief as text, for paper and for files.
 * Returns: (transfer full) (element-type DrillParagraph) */
GPtrArray *drill_debrief_document_new      (const DrillDebrief *debrief,
                                            DrillPlay          *play) G_GNUC_WARN_UNUSED_RESULT;
char      *drill_debrief_document_markdown (GPtrArray          *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
