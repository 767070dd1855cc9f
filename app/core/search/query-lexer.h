/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "search/query.h"

G_BEGIN_DECLS

typedef enum
{
  DRILL_TOKEN_END,
  DRILL_TOKEN_OPEN,
  DRILL_TOKEN_CLOSE,
  DRILL_TOKEN_MINUS,  /* right before what it denies */
  DRILL_TOKEN_AND,
  DRILL_TOKEN_OR,
  DRILL_TOKEN_NOT,
  DRILL_TOKEN_WORD,
  DRILL_TOKEN_QUOTED,
  DRILL_TOKEN_FIELD,  /* a name, a sign and a value */
  DRILL_TOKEN_BROKEN, /* a quotation that does not end */
} DrillTokenKind;

/**
 * DrillToken:
 * @start: in bytes of the text; @end behind it
 * @name_end: of a field, where its sign stands
 * @value: of a field, where its value begins
 * @value_quoted: whether that is in quotation marks
 * @compare: of a field; ':' is DRILL_QUERY_EQUAL
 * @colon: whether the sign was ':'
 */
typedef struct
{
  DrillTokenKind    kind;
  gsize             start;
  gsize             end;
  gsize             name_end;
  gsize             value;
  gboolean          value_quoted;
  DrillQueryCompare compare;
  gboolean          colon;
} DrillToken;

/* The token at or behind @from, blanks skipped. */
DrillToken drill_query_next_token (const char *text,
                                   gsize       from);

/* What a quotation that begins at @start says, without its marks and escapes. */
char      *drill_query_unquote    (const char *text,
                                   gsize       start,
                                   gsize       end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
