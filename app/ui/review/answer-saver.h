/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study.h"

G_BEGIN_DECLS

/* Gets answers onto the disk and keeps those that could not be stored, so that
 * they can be tried again; none is dropped while the program runs.
 *
 * Properties:
 *  pending  answers on their way
 *  failed   answers that wait for drill_answer_saver_retry()
 *  message  why the last one failed; %NULL when none has */
#define DRILL_TYPE_ANSWER_SAVER (drill_answer_saver_get_type ())
G_DECLARE_FINAL_TYPE (DrillAnswerSaver, drill_answer_saver, DRILL, ANSWER_SAVER, GObject)

DrillAnswerSaver *drill_answer_saver_new         (DrillStudy        *study) G_GNUC_WARN_UNUSED_RESULT;
void              drill_answer_saver_save        (DrillAnswerSaver  *self,
                                                  const DrillAnswer *answer);
void              drill_answer_saver_retry       (DrillAnswerSaver  *self);
gboolean          drill_answer_saver_drop        (DrillAnswerSaver  *self,
                                                  const guint8      *uuid);
guint             drill_answer_saver_get_pending (DrillAnswerSaver  *self);
guint             drill_answer_saver_get_failed  (DrillAnswerSaver  *self);
const char       *drill_answer_saver_get_message (DrillAnswerSaver  *self);

G_END_DECLS
