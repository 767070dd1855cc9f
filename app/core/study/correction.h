/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/rules.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Items of which an import found that another answer is right. */
gboolean drill_corrections_apply (DrillConnection  *connection,
                                  const DrillRules *rules,
                                  gint64            now_ms,
                                  GError          **error);
gboolean drill_correction_is_news (DrillConnection *connection,
                                   const char      *key,
                                   gboolean        *is_news,
                                   GError         **error);

G_END_DECLS
