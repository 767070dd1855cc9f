/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "search/query.h"

G_BEGIN_DECLS

/* What stands behind a field's sign. */
typedef enum
{
  DRILL_QUERY_VALUE_NAME,   /* of a topic or pack */
  DRILL_QUERY_VALUE_WORD,   /* one of a list */
  DRILL_QUERY_VALUE_NUMBER,
  DRILL_QUERY_VALUE_SHARE,  /* 0.8 or 80% */
  DRILL_QUERY_VALUE_DAYS,   /* a date, a range of them, or a number of days from today */
} DrillQueryValueKind;

typedef struct
{
  const char *word;
  guint       value;
} DrillQueryWord;

/* @words: ended by one without a word; of DRILL_QUERY_VALUE_WORD only */
typedef struct
{
  const char           *name;
  DrillQueryField       field;
  DrillQueryValueKind   kind;
  const DrillQueryWord *words;
} DrillQueryFieldInfo;

/* All fields that have a name, ended by one without. */
const DrillQueryFieldInfo *drill_query_fields         (void);
const DrillQueryFieldInfo *drill_query_field_find     (const char                *name,
                                                       gsize                      length);
const DrillQueryFieldInfo *drill_query_field_get      (DrillQueryField            field);
const char                *drill_query_field_nearest  (const char                *name);
gboolean                   drill_query_field_read     (const DrillQueryFieldInfo *info,
                                                       const char                *value,
                                                       DrillQuery                *term,
                                                       DrillQueryProblemCode     *code);
char                      *drill_query_field_hint     (const DrillQueryFieldInfo *info) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
