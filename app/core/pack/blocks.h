/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CommonMark as a tree of blocks, each of which the interface shows with one
 * widget. It holds text and structure only: no markup language, no HTML. */

typedef enum
{
  DRILL_SPAN_STRONG = 1 << 0,
  DRILL_SPAN_EMPHASIS = 1 << 1,
  DRILL_SPAN_CODE = 1 << 2,
} DrillSpanStyle;

/**
 * DrillSpan:
 * @text: valid UTF-8; a hard line break is "\n"
 * @style: bit set of #DrillSpanStyle
 * @url: (nullable): where it links to; only http, https, mailto and "#anchor" pass
 */
typedef struct
{
  char *text;
  guint style;
  char *url;
} DrillSpan;

typedef enum
{
  DRILL_BLOCK_PARAGRAPH,
  DRILL_BLOCK_HEADING,
  DRILL_BLOCK_CODE,
  DRILL_BLOCK_QUOTE,
  DRILL_BLOCK_LIST,
  DRILL_BLOCK_LIST_ITEM,
  DRILL_BLOCK_RULE,
} DrillBlockKind;

/**
 * DrillBlock:
 * @level: 1 to 6 for a heading, else 0
 * @ordered: whether a list is numbered
 * @start: first number of an ordered list
 * @language: (nullable): first word of a fence's info string
 * @code: (nullable): text of a code block
 * @spans: (nullable) (element-type DrillSpan): text of a paragraph or heading
 * @children: (nullable) (element-type DrillBlock): of a quote, list or list item
 */
typedef struct _DrillBlock DrillBlock;
struct _DrillBlock
{
  DrillBlockKind kind;
  guint          level;
  gboolean       ordered;
  guint          start;
  char          *language;
  char          *code;
  GPtrArray     *spans;
  GPtrArray     *children;
};

#define DRILL_BLOCKS_MAX_DEPTH 32

/* Returns: (transfer full) (element-type DrillBlock): never NULL. Deeper
 * nesting than the limit is flattened into text; raw HTML is dropped. */
GPtrArray *drill_blocks_parse      (const char *markdown) G_GNUC_WARN_UNUSED_RESULT;
void       drill_block_free        (DrillBlock *self);

/* Plain text of a piece of CommonMark, one line per block: for search and for
 * places that show a single line. */
char      *drill_markdown_to_plain (const char *markdown) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
