/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study.h"

G_BEGIN_DECLS

/**
 * DrillStepKind:
 * @save_async: stores a step, whose fate @save_finish tells
 * @ref: (transfer full)
 *
 * What the steps of a quiz, or of an interview, are. Each takes the place of one
 * argument of another pointer type, so functions for the type itself are cast.
 */
typedef struct
{
  void     (*save_async)  (DrillStudy          *study,
                           gpointer             step,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);
  gboolean (*save_finish) (DrillStudy          *study,
                           GAsyncResult        *result,
                           GError             **error);
  gpointer (*ref)         (gpointer             step);
  void     (*unref)       (gpointer             step);
} DrillStepKind;

/* Gets the steps of an attempt onto the disk, in their order, and keeps those that could not
 * be stored, so that they can be tried again; none is dropped while the program runs.
 *
 * Properties:
 *  pending  steps on their way, and those that wait for a retry
 *  message  why the last one failed; %NULL when none has */
#define DRILL_TYPE_STEP_SAVER (drill_step_saver_get_type ())
G_DECLARE_FINAL_TYPE (DrillStepSaver, drill_step_saver, DRILL, STEP_SAVER, GObject)

/* @kind: static */
DrillStepSaver *drill_step_saver_new         (DrillStudy          *study,
                                              const DrillStepKind *kind) G_GNUC_WARN_UNUSED_RESULT;
void            drill_step_saver_save        (DrillStepSaver      *self,
                                              gpointer             step);
void            drill_step_saver_retry       (DrillStepSaver      *self);
guint           drill_step_saver_get_pending (DrillStepSaver      *self);
const char     *drill_step_saver_get_message (DrillStepSaver      *self);

G_END_DECLS
