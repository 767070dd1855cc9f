/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/evidence.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DrillEvidenceData:
 *
 * A file of a scenario, read. Of the pointers the one that belongs to @kind is
 * set; a chart has none.
 */
typedef struct
{
  DrillEvidenceKind kind;
  DrillLog         *log;
  DrillTrace       *trace;
  DrillTable       *table;
  DrillHeapDiff    *heap;
  char             *text;
} DrillEvidenceData;

void               drill_evidence_data_load_async  (DrillScenario       *scenario,
                                                    guint                evidence,
                                                    GCancellable        *cancellable,
                                                    GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
DrillEvidenceData *drill_evidence_data_load_finish (GAsyncResult        *result,
                                                    GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void               drill_evidence_data_free        (DrillEvidenceData   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillEvidenceData, drill_evidence_data_free)

G_END_DECLS
