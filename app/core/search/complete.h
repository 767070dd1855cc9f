/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "search/query.h"
#include "study/item-index.h"

G_BEGIN_DECLS

/**
 * DrillCompletion:
 * @text: what to put in place of what stands from @start to @end, in bytes
 * @is_field: whether a value has to follow, so no blank does
 * @items: how many items the name is of; 0 when that is not counted
 */
typedef struct
{
  char    *text;
  gsize    start;
  gsize    end;
  gboolean is_field;
  guint    items;
} DrillCompletion;

#define DRILL_MAX_COMPLETIONS 12

void       drill_completion_free (DrillCompletion      *self);

/* What the word at @cursor can become: a field, or one of a field's values. @index:
 * (nullable): whose topics and packs are known. Returns: (transfer full)
 * (element-type DrillCompletion): perhaps none */
GPtrArray *drill_query_complete  (const char           *text,
                                  gsize                 cursor,
                                  const DrillItemIndex *index) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
