/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "search/agenda.h"
#include "search/complete.h"
#include "search/export.h"
#include "search/run.h"
#include "study/study.h"

G_BEGIN_DECLS

/* Search for the main thread: every call returns at once and answers in a callback. */
#define DRILL_TYPE_ITEM_SEARCH (drill_item_search_get_type ())
G_DECLARE_FINAL_TYPE (DrillItemSearch, drill_item_search, DRILL, ITEM_SEARCH, GObject)

DrillItemSearch       *drill_item_search_new              (DrillDatabase       *database,
                                                  DrillStudy          *study) G_GNUC_WARN_UNUSED_RESULT;

void               drill_item_search_query_async      (DrillItemSearch         *self,
                                                  const char          *text,
                                                  DrillQueryFlags      flags,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
DrillSearchResult *drill_item_search_query_finish     (DrillItemSearch         *self,
                                                  GAsyncResult        *result,
                                                  DrillQueryProblem  **problem,
                                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

void               drill_item_search_rows_async       (DrillItemSearch         *self,
                                                  DrillSearchResult   *found,
                                                  guint                first,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
GPtrArray         *drill_item_search_rows_finish      (DrillItemSearch         *self,
                                                  GAsyncResult        *result,
                                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

void               drill_item_search_keys_async       (DrillItemSearch         *self,
                                                  DrillSearchResult   *found,
                                                  guint                limit,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
GStrv              drill_item_search_keys_finish      (DrillItemSearch         *self,
                                                  GAsyncResult        *result,
                                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

void               drill_item_search_complete_async   (DrillItemSearch         *self,
                                                  const char          *text,
                                                  gsize                cursor,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
GPtrArray         *drill_item_search_complete_finish  (DrillItemSearch         *self,
                                                  GAsyncResult        *result,
                                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

void               drill_item_search_export_async     (DrillItemSearch         *self,
                                                  DrillSearchResult   *found,
                                                  DrillSearchFormat    format,
                                                  GFile               *file,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
gboolean           drill_item_search_export_finish    (DrillItemSearch         *self,
                                                  GAsyncResult        *result,
                                                  GError             **error);

void               drill_item_search_agenda_async     (DrillItemSearch     *self,
                                                       GCancellable        *cancellable,
                                                       GAsyncReadyCallback  callback,
                                                       gpointer             user_data);
DrillAgenda       *drill_item_search_agenda_finish    (DrillItemSearch     *self,
                                                       GAsyncResult        *result,
                                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
