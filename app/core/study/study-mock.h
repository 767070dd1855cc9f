/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/mock-incident.h"
#include "study/mock-store.h"
#include "study/study.h"

G_BEGIN_DECLS

/* Mock interviews for the main thread. What is stored cannot be cancelled, and comes in
 * the order in which it was asked for. */

void               drill_study_plan_mock_async           (DrillStudy           *self,
                                                          const DrillMockSetup *setup,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
DrillMockPlan     *drill_study_plan_mock_finish          (DrillStudy           *self,
                                                          GAsyncResult         *result,
                                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void               drill_study_start_mock_async          (DrillStudy           *self,
                                                          const DrillMockSetup *setup,
                                                          const char *const    *keys,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
DrillMock         *drill_study_start_mock_finish         (DrillStudy           *self,
                                                          GAsyncResult         *result,
                                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void               drill_study_load_mock_async           (DrillStudy           *self,
                                                          const guint8         *uuid,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
DrillMock         *drill_study_load_mock_finish          (DrillStudy           *self,
                                                          GAsyncResult         *result,
                                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void               drill_study_list_mocks_async          (DrillStudy           *self,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GPtrArray         *drill_study_list_mocks_finish         (DrillStudy           *self,
                                                          GAsyncResult         *result,
                                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void               drill_study_save_mock_async           (DrillStudy           *self,
                                                          DrillMockChange      *change,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean           drill_study_save_mock_finish          (DrillStudy           *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

/* How the incident of @key went that was played since then. */
void               drill_study_load_mock_incident_async  (DrillStudy           *self,
                                                          const char           *key,
                                                          gint64                since_ms,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
DrillMockIncident *drill_study_load_mock_incident_finish (DrillStudy           *self,
                                                          GAsyncResult         *result,
                                                          GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
