/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/scanner.h"

G_BEGIN_DECLS

typedef enum
{
  DRILL_ROW_BLANK,
  DRILL_ROW_TEXT,
  DRILL_ROW_HEADING,
  DRILL_ROW_CODE,
  DRILL_ROW_RULE,
  DRILL_ROW_COMMENT,
} DrillRowKind;

/**
 * DrillRow:
 * @level: of a heading
 * @depth: how many details are open behind this line
 * @opens: whether one opens here
 * @closes: whether one closes here
 * @in_summary: whether some of its text is a summary's
 * @starts_summary: whether a summary starts here
 * @start: of its text; a summary's text, when there is one
 * @behind: of the text behind a summary, which ends with the line; or 0
 *
 * A line of somebody else's bank: what Markdown makes of it when no tag of HTML
 * stands in the way.
 */
typedef struct
{
  guint8  kind;
  guint8  level;
  guint8  depth;
  guint8  opens : 1;
  guint8  closes : 1;
  guint8  in_summary : 1;
  guint8  starts_summary : 1;
  guint32 start;
  guint32 length;
  guint32 behind;
  guint32 behind_length;
} DrillRow;

/**
 * DrillOutline:
 * @source: (transfer none): its text has no marks of tags any more
 * @rows: one per line
 */
typedef struct
{
  DrillSource *source;
  DrillRow    *rows;
  guint        n_rows;
} DrillOutline;

DrillOutline *drill_outline_new (DrillSource *source) G_GNUC_WARN_UNUSED_RESULT;
void          drill_outline_free (DrillOutline *self);

DrillSlice drill_outline_get_text (const DrillOutline *self, guint row);
DrillSlice drill_outline_get_behind (const DrillOutline *self, guint row);
guint      drill_outline_get_indent (const DrillOutline *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillOutline, drill_outline_free)

G_END_DECLS
