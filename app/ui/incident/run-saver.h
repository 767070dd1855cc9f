/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study.h"

G_BEGIN_DECLS

/* Keeps a run on the disk. A save stores the run whole, so of several that wait
 * only the newest is written.
 *
 * Properties, read-only:
 *  pending (boolean)  something is on its way
 *  message (string)   (nullable): why the last save failed; cleared by the next */
#define DRILL_TYPE_RUN_SAVER (drill_run_saver_get_type ())
G_DECLARE_FINAL_TYPE (DrillRunSaver, drill_run_saver, DRILL, RUN_SAVER, GObject)

DrillRunSaver *drill_run_saver_new         (DrillStudy           *study) G_GNUC_WARN_UNUSED_RESULT;
void           drill_run_saver_save        (DrillRunSaver        *self,
                                            const DrillRunRecord *record);
void           drill_run_saver_retry       (DrillRunSaver        *self);
gboolean       drill_run_saver_get_pending (DrillRunSaver        *self);
const char    *drill_run_saver_get_message (DrillRunSaver        *self);

G_END_DECLS
