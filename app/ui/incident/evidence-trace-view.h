/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/evidence.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Traces as a waterfall. */
#define DRILL_TYPE_EVIDENCE_TRACE_VIEW (drill_evidence_trace_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillEvidenceTraceView, drill_evidence_trace_view, DRILL, EVIDENCE_TRACE_VIEW, AdwBin)

GtkWidget *drill_evidence_trace_view_new (DrillTrace *trace);

G_END_DECLS
