/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/clock.h"
#include "memory/optimizer.h"
#include "store/database.h"
#include "study/answer.h"
#include "study/card-history.h"
#include "study/leech.h"
#include "study/overview.h"
#include "study/plan.h"
#include "study/queue.h"
#include "study/run-record.h"
#include "study/statistics.h"
#include "study/undo.h"

G_BEGIN_DECLS

/* What the learner does and did, for the main thread: every call returns at once
 * and answers in a callback. Emits "changed" after an answer, a mark, an undo or a
 * redo was stored. */
#define DRILL_TYPE_STUDY (drill_study_get_type ())
G_DECLARE_FINAL_TYPE (DrillStudy, drill_study, DRILL, STUDY, GObject)

DrillStudy       *drill_study_new                    (DrillDatabase      *database,
                                                      DrillClock         *clock) G_GNUC_WARN_UNUSED_RESULT;
const DrillRules *drill_study_get_rules              (DrillStudy         *self);
void              drill_study_set_rules              (DrillStudy         *self,
                                                      const DrillRules   *rules);
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

/* Decisions, undo and redo: study-facts.c. What is stored cannot be cancelled, and
 * comes in the order in which it was asked for. */
void              drill_study_mark_async             (DrillStudy         *self,
                                                      const DrillMark    *mark,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
gboolean          drill_study_mark_finish            (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error);

void              drill_study_mark_all_async         (DrillStudy         *self,
                                                      const DrillMark    *mark,
                                                      const char *const  *keys,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
gboolean          drill_study_mark_all_finish        (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error);

void              drill_study_undo_async             (DrillStudy         *self,
                                                      const guint8       *uuid,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
DrillUndo        *drill_study_undo_finish            (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;

void              drill_study_redo_async             (DrillStudy         *self,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
DrillUndo        *drill_study_redo_finish            (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;

void              drill_study_replay_async           (DrillStudy         *self,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
gboolean          drill_study_replay_finish          (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error);

void              drill_study_follow_library         (DrillStudy         *self);

/* Looking closer and ahead: study-outlook.c. */
void              drill_study_load_history_async     (DrillStudy         *self,
                                                      const char         *key,
                                                      GCancellable       *cancellable,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
DrillCardHistory *drill_study_load_history_finish    (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;

void              drill_study_list_leeches_async     (DrillStudy         *self,
                                                      GCancellable       *cancellable,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
GPtrArray        *drill_study_list_leeches_finish    (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;

void              drill_study_load_plan_async        (DrillStudy         *self,
                                                      GCancellable       *cancellable,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
gboolean          drill_study_load_plan_finish       (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      DrillStudyPlan     *plan,
                                                      GError            **error);

void              drill_study_simulate_async         (DrillStudy            *self,
                                                      const DrillSimulation *simulation,
                                                      const double          *retentions,
                                                      guint                  n_retentions,
                                                      GCancellable          *cancellable,
                                                      GAsyncReadyCallback    callback,
                                                      gpointer               user_data);
GArray           *drill_study_simulate_finish        (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* Learning from the log, and the log itself: study-training.c. */
void                  drill_study_optimize_async        (DrillStudy         *self,
                                                         GCancellable       *cancellable,
                                                         GAsyncReadyCallback callback,
                                                         gpointer            user_data);
DrillOptimizerResult *drill_study_optimize_finish       (DrillStudy         *self,
                                                         GAsyncResult       *result,
                                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
double                drill_study_get_training_progress (DrillStudy         *self);

void              drill_study_export_async           (DrillStudy         *self,
                                                      const char         *path,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
gboolean          drill_study_export_finish          (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error);

void              drill_study_import_anki_async      (DrillStudy         *self,
                                                      const char         *path,
                                                      GAsyncReadyCallback callback,
                                                      gpointer            user_data);
int               drill_study_import_anki_finish     (DrillStudy         *self,
                                                      GAsyncResult       *result,
                                                      GError            **error);

G_END_DECLS
