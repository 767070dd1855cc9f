/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/item-summary.h"
#include "store/connection.h"

G_BEGIN_DECLS

/**
 * DrillItemFilter:
 * @text: (nullable): words to search for; every word must occur, the last one may
 *   be the beginning of a word
 * @pack: (nullable): slug of a pack
 * @topic: (nullable): slug of a topic
 * @levels: items for any of these #DrillLevels, 0 for all
 * @kind: 0 for all
 * @follow_ups: whether follow-ups are listed beside their questions
 * @limit: at most so many rows; 0 for all
 */
typedef struct
{
  char         *text;
  char         *pack;
  char         *topic;
  guint         levels;
  DrillItemKind kind;
  gboolean      follow_ups;
  guint         limit;
  guint         offset;
} DrillItemFilter;

DrillItemFilter *drill_item_filter_new  (void) G_GNUC_WARN_UNUSED_RESULT;
DrillItemFilter *drill_item_filter_copy (const DrillItemFilter *self) G_GNUC_WARN_UNUSED_RESULT;
void             drill_item_filter_free (DrillItemFilter       *self);

/* Returns: (transfer full) (element-type DrillItemSummary): in the order of the
 * pack, or by relevance when the filter has text; NULL on error */
GPtrArray *drill_item_query_run (DrillConnection       *connection,
                                 const DrillItemFilter *filter,
                                 GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* What people type as an FTS5 expression that can never be a syntax error.
 * Returns: (transfer full) (nullable): NULL when there is no word in it */
char      *drill_search_expression (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillItemFilter, drill_item_filter_free)

G_END_DECLS
