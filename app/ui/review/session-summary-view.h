/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a session came to: grades, what was hard, which topics moved, and what comes
 * tomorrow. */
#define DRILL_TYPE_SESSION_SUMMARY_VIEW (drill_session_summary_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillSessionSummaryView, drill_session_summary_view, DRILL, SESSION_SUMMARY_VIEW, AdwBin)

GtkWidget *drill_session_summary_view_new          (DrillSession            *session,
                                               gint64                   now_ms,
                                               gint64                   returns_in_ms,
                                               GHashTable              *titles);
void       drill_session_summary_view_set_tomorrow (DrillSessionSummaryView *self,
                                               guint                    cards);

G_END_DECLS
