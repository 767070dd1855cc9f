/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/evidence.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A log with a filter by level and a search. */
#define DRILL_TYPE_EVIDENCE_LOG_VIEW (drill_evidence_log_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillEvidenceLogView, drill_evidence_log_view, DRILL, EVIDENCE_LOG_VIEW, AdwBin)

GtkWidget *drill_evidence_log_view_new         (DrillLog             *log,
                                                guint                 min_level);
guint      drill_evidence_log_view_get_n_shown (DrillEvidenceLogView *self);
void       drill_evidence_log_view_search      (DrillEvidenceLogView *self,
                                                const char           *text);
void       drill_evidence_log_view_set_level   (DrillEvidenceLogView *self,
                                                guint                 min_level);

G_END_DECLS
