/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/diagnostic.h"
#include "pack/slice.h"

G_BEGIN_DECLS

/* What a line is before anybody asks what it means. */
typedef enum
{
  DRILL_LINE_BLANK,
  DRILL_LINE_TEXT,
  DRILL_LINE_HEADING,
  DRILL_LINE_CODE,    /* a fence or what stands between two */
  DRILL_LINE_HTML,    /* part of a block of raw HTML */
  DRILL_LINE_COMMENT, /* a comment and nothing else */
  DRILL_LINE_RULE,    /* a thematic break, or the line under a title */
} DrillLineKind;

/**
 * DrillLine:
 * @start: where its text starts: behind the indent and the "#" of a heading
 * @length: of the text, without white space and comment at its end
 * @indent: columns before the text
 * @level: 1 to 6 for a heading
 * @has_comment: whether a comment stands behind the text
 * @opens: whether a comment or a fence starts here
 * @sense: what the classifier found; see classify.h
 * @label: a DrillLabel, when @sense says so
 * @next: index of the next line that has a sense, or the number of lines
 */
typedef struct
{
  guint32 start;
  guint32 length;
  guint32 next;
  guint16 indent;
  guint8  kind;
  guint8  level : 3;
  guint8  has_comment : 1;
  guint8  opens : 1;
  guint8  sense;
  guint8  label;
} DrillLine;

/**
 * DrillSource:
 * @name: of the file, for messages
 * @text: the normalised text that the lines point into
 * @lines: line N of the file is lines[N - 1]
 * @open_fence: line of a fence that is never closed, or 0
 *
 * A file, cut into lines. Owned by whoever reads it.
 */
typedef struct
{
  char             *name;
  GString          *text;
  DrillLine        *lines;
  guint             n_lines;
  guint             open_fence;
  DrillDiagnostics *diagnostics;
} DrillSource;

#define DRILL_SOURCE_MAX_LINES 2000000

DrillSource *drill_source_new         (const char        *name,
                                       const char        *text,
                                       gsize              length,
                                       DrillDiagnostics  *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
void         drill_source_free        (DrillSource       *self);

DrillSlice   drill_source_get_line    (const DrillSource *self,
                                       guint              index);
DrillSlice   drill_source_get_raw     (const DrillSource *self,
                                       guint              index);
DrillSlice   drill_source_get_comment (const DrillSource *self,
                                       guint              index);

void         drill_source_error       (const DrillSource *self,
                                       guint              line,
                                       const char        *code,
                                       const char        *format,
                                       ...) G_GNUC_PRINTF (4, 5);
void         drill_source_warn        (const DrillSource *self,
                                       guint              line,
                                       const char        *code,
                                       const char        *format,
                                       ...) G_GNUC_PRINTF (4, 5);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillSource, drill_source_free)

G_END_DECLS
