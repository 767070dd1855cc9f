/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/scenario.h"

G_BEGIN_DECLS

/* Which key points an answer to @section's question makes, as a bit set. */
typedef guint (*DrillAnswerFunc) (const DrillScenarioSection *section,
                                  gpointer                    user_data);

guint       drill_answer_full  (const DrillScenarioSection *section,
                                gpointer                    user_data);
guint       drill_answer_none  (const DrillScenarioSection *section,
                                gpointer                    user_data);

/* @user_data is the table that drill_answers_parse() gave. */
guint       drill_answer_table (const DrillScenarioSection *section,
                                gpointer                    user_data);

GHashTable *drill_answers_parse (DrillScenario *scenario,
                                 const char    *text,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
