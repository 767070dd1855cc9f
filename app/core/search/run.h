/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/item-summary.h"
#include "search/query.h"
#include "study/item-index.h"
#include "study/item-set.h"

G_BEGIN_DECLS

/* So many rows come with a result and with each page after that. */
#define DRILL_SEARCH_PAGE 64

typedef struct
{
  char *slug;
  guint items;
} DrillSearchTopic;

/**
 * DrillSearchPlay:
 * @key: of the scenario
 * @title: of the scenario
 * @ending: (nullable)
 *
 * A run of an incident that was found.
 */
typedef struct
{
  char    *uuid;
  char    *key;
  char    *title;
  char    *ending;
  gint64   started_ms;
  int      score;
  int      max;
  gboolean finished;
} DrillSearchPlay;

/**
 * DrillSearchResult:
 * @ids: (element-type gint64): rows of all items found, in order
 * @practice: how many of them can be asked
 * @ranked: whether the order is by relevance, not that of the packs
 * @rows: (element-type DrillItemSummary): the first page
 * @topics: (element-type DrillSearchTopic): whose names the words are in
 * @plays: (element-type DrillSearchPlay): of incidents that were found, newest first
 *
 * What was found. Immutable and reference counted.
 */
typedef struct
{
  GArray    *ids;
  guint      practice;
  gboolean   ranked;
  GPtrArray *rows;
  GPtrArray *topics;
  GPtrArray *plays;
} DrillSearchResult;

/* What a query is run with; all of it borrowed. */
typedef struct
{
  DrillConnection  *connection;
  const DrillRules *rules;
  gint64            now_ms;
} DrillSearchContext;

gboolean           drill_search_run          (const DrillSearchContext *context,
                                              const char               *text,
                                              DrillQueryFlags           flags,
                                              DrillSearchResult       **result,
                                              DrillQueryProblem       **problem,
                                              GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
DrillItemSet      *drill_search_find         (const DrillSearchContext *context,
                                              const DrillItemIndex     *index,
                                              const char               *text,
                                              const DrillQuery         *query,
                                              guint                    *matches,
                                              DrillQueryProblem       **problem,
                                              GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray         *drill_search_load_rows    (DrillConnection          *connection,
                                              const DrillSearchResult  *result,
                                              guint                     first,
                                              guint                     n_rows,
                                              GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv              drill_search_list_keys    (DrillConnection          *connection,
                                              const DrillSearchResult  *result,
                                              gboolean                  only_practice,
                                              guint                     limit,
                                              GError                  **error) G_GNUC_WARN_UNUSED_RESULT;
DrillSearchResult *drill_search_result_ref   (DrillSearchResult        *self);
void               drill_search_result_unref (DrillSearchResult        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillSearchResult, drill_search_result_unref)

G_END_DECLS
