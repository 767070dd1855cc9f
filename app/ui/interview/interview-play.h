/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study-mock.h"
#include "ui/attempt/step-saver.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* An interview that is taken: the clock runs, what is done is stored. Sets of options are
 * those on screen.
 *
 * Signals:
 *  changed ()            something other than the time, about the question on screen
 *  moved ()              another question is on screen
 *  tick ()               the time has gone on
 *  notice (DrillNotice)  so much is left that it is worth saying
 *  time-up ()            the time is over; the answer on screen can still be marked
 *  ended ()              after what came before is on its way to the disk */
#define DRILL_TYPE_INTERVIEW_PLAY (drill_interview_play_get_type ())
G_DECLARE_FINAL_TYPE (DrillInterviewPlay, drill_interview_play, DRILL, INTERVIEW_PLAY, GObject)

DrillInterviewPlay   *drill_interview_play_new        (DrillStudy         *study,
                                                       DrillMock          *mock,
                                                       gboolean            resumed) G_GNUC_WARN_UNUSED_RESULT;
const DrillMock      *drill_interview_play_get_mock   (DrillInterviewPlay *self);
DrillStudy           *drill_interview_play_get_study  (DrillInterviewPlay *self);
DrillStepSaver       *drill_interview_play_get_saver  (DrillInterviewPlay *self);
const DrillMockRun   *drill_interview_play_get_now    (DrillInterviewPlay *self);
const DrillMockStep  *drill_interview_play_get_step   (DrillInterviewPlay *self);
const DrillMockEntry *drill_interview_play_get_entry  (DrillInterviewPlay *self);
guint                 drill_interview_play_get_chosen (DrillInterviewPlay *self);

gboolean drill_interview_play_choose   (DrillInterviewPlay *self,
                                        guint               shown);
gboolean drill_interview_play_write    (DrillInterviewPlay *self,
                                        const char         *words);
gboolean drill_interview_play_tick_points (DrillInterviewPlay *self,
                                        guint               points);
gboolean drill_interview_play_settle   (DrillInterviewPlay *self,
                                        const char         *incident);
gboolean drill_interview_play_done     (DrillInterviewPlay *self);
gboolean drill_interview_play_next     (DrillInterviewPlay *self);
gboolean drill_interview_play_skip     (DrillInterviewPlay *self);
gboolean drill_interview_play_hand_in  (DrillInterviewPlay *self);
void     drill_interview_play_leave    (DrillInterviewPlay *self);
void     drill_interview_play_look     (DrillInterviewPlay *self);

G_END_DECLS
