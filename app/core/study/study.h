/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/clock.h"
#include "store/database.h"
#include "study/answer.h"
#include "study/overview.h"
#include "study/queue.h"
#include "study/run-record.h"
#include "study/statistics.h"

G_BEGIN_DECLS

/* What the learner does and did, for the main thread: every call returns at once
 * and answers in a callback. Emits "changed" after an answer was stored. */
#define DRILL_TYPE_STUDY (drill_study_get_type ())
G_DECLARE_FINAL_TYPE (DrillStudy, drill_study, DRILL, STUDY, GObject)

DrillStudy       *drill_study_new                    (DrillDatabase      *database,
                                                      DrillClock         *clock) G_GNUC_WARN_UNUSED_RESULT;
const DrillRules *drill_study_get_rules              (DrillStudy         *self);
DrillClock       *drill_study_get_clock              (DrillStudy         *self);

void              drill_study_record_async           (DrillStudy         *self,
                                                      const DrillAnswer  *answer,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
gboolean          drill_study_record_finish          (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error);

void              drill_study_add_sources            (DrillStudy         *self,
                                                      const char *const  *paths);

void              drill_study_load_queue_async       (DrillStudy         *self,
                                                      const char *const  *keys,
                                                      GCancellable       *cancellable,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
GPtrArray        *drill_study_load_queue_finish      (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;

void              drill_study_save_run_async         (DrillStudy           *self,
                                                      const DrillRunRecord *record,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean          drill_study_save_run_finish        (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error);

void              drill_study_list_runs_async        (DrillStudy         *self,
                                                      const char         *key,
                                                      GCancellable       *cancellable,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
GPtrArray        *drill_study_list_runs_finish       (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;

void              drill_study_load_overview_async    (DrillStudy         *self,
                                                      GCancellable       *cancellable,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
gboolean          drill_study_load_overview_finish   (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      DrillOverview      *overview,
                                                      GError            **error);

void              drill_study_load_statistics_async  (DrillStudy         *self,
                                                      GCancellable       *cancellable,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
DrillStatistics  *drill_study_load_statistics_finish (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
