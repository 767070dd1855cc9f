/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/evidence.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A table of text and numbers. */
#define DRILL_TYPE_EVIDENCE_TABLE_VIEW (drill_evidence_table_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillEvidenceTableView, drill_evidence_table_view, DRILL, EVIDENCE_TABLE_VIEW, AdwBin)

GtkWidget  *drill_evidence_table_view_new  (DrillTable          *table,
                                            const char          *label);

/* What is retained, as such a table. Returns: (transfer full) */
DrillTable *drill_heap_table_new           (const DrillHeapDiff *heap) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
