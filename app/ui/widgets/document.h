/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text for paper and for files: a list of paragraphs. */

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

/* Returns: (transfer full) (element-type DrillParagraph) */
GPtrArray *drill_document_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       drill_document_add         (GPtrArray         *document,
                                       DrillParagraphKind kind,
                                       char              *markdown);
char      *drill_document_to_markdown (GPtrArray         *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
