/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "store/connection.h"
#include "study/mock-plan.h"
#include "study/rules.h"

G_BEGIN_DECLS

/* Composes an interview from all that the library has. Returns: (transfer full): NULL on
 * an error; a plan without entries when there is nothing to ask */
DrillMockPlan *drill_mock_pool_plan (DrillConnection      *connection,
                                     const DrillRules     *rules,
                                     const DrillMockSetup *setup,
                                     guint32               seed,
                                     gint64                now_ms,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
