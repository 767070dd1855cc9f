/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/quiz-store.h"
#include "study/study.h"

G_BEGIN_DECLS

/* Quizzes for the main thread. What is stored cannot be cancelled, and comes in the
 * order in which it was asked for. */

void       drill_study_count_questions_async  (DrillStudy           *self,
                                               const DrillQuizSetup *setup,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean   drill_study_count_questions_finish (DrillStudy           *self,
                                               GAsyncResult         *result,
                                               DrillQuizCounts      *counts,
                                               GError              **error);

void       drill_study_start_quiz_async       (DrillStudy           *self,
                                               const char           *name,
                                               const DrillQuizSetup *setup,
                                               const char *const    *keys,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
DrillQuiz *drill_study_start_quiz_finish      (DrillStudy           *self,
                                               GAsyncResult         *result,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void       drill_study_load_quiz_async        (DrillStudy           *self,
                                               const guint8         *uuid,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
DrillQuiz *drill_study_load_quiz_finish       (DrillStudy           *self,
                                               GAsyncResult         *result,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void       drill_study_list_quizzes_async     (DrillStudy           *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GPtrArray *drill_study_list_quizzes_finish    (DrillStudy           *self,
                                               GAsyncResult         *result,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void       drill_study_count_unfinished_async  (DrillStudy          *self,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
int        drill_study_count_unfinished_finish (DrillStudy          *self,
                                                GAsyncResult        *result,
                                                GError             **error);

void       drill_study_save_step_async        (DrillStudy           *self,
                                               DrillQuizStep        *step,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean   drill_study_save_step_finish       (DrillStudy           *self,
                                               GAsyncResult         *result,
                                               GError              **error);

void       drill_study_list_setups_async      (DrillStudy           *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GPtrArray *drill_study_list_setups_finish     (DrillStudy           *self,
                                               GAsyncResult         *result,
                                               GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* See drill_quiz_setup_keep(). */
void       drill_study_keep_setup_async       (DrillStudy           *self,
                                               const char           *old_name,
                                               const char           *name,
                                               const DrillQuizSetup *setup,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void       drill_study_delete_setup_async     (DrillStudy           *self,
                                               const char           *name,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean   drill_study_change_setup_finish    (DrillStudy           *self,
                                               GAsyncResult         *result,
                                               GError              **error);

G_END_DECLS
