/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study-quiz.h"

G_BEGIN_DECLS

/* Gets the steps of a quiz onto the disk, in their order, and keeps those that could not
 * be stored, so that they can be tried again; none is dropped while the program runs.
 *
 * Properties:
 *  pending  steps on their way, and those that wait for a retry
 *  message  why the last one failed; %NULL when none has */
#define DRILL_TYPE_STEP_SAVER (drill_step_saver_get_type ())
G_DECLARE_FINAL_TYPE (DrillStepSaver, drill_step_saver, DRILL, STEP_SAVER, GObject)

DrillStepSaver *drill_step_saver_new         (DrillStudy     *study) G_GNUC_WARN_UNUSED_RESULT;
void            drill_step_saver_save        (DrillStepSaver *self,
                                              DrillQuizStep  *step);
void            drill_step_saver_retry       (DrillStepSaver *self);
guint           drill_step_saver_get_pending (DrillStepSaver *self);
const char     *drill_step_saver_get_message (DrillStepSaver *self);

G_END_DECLS
