/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study-quiz.h"
#include "ui/attempt/step-saver.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A quiz that is taken: the clock runs, what is done is stored. Sets of options are those
 * on screen.
 *
 * Signals:
 *  changed ()               something other than the time
 *  moved ()                 another question is on screen
 *  tick ()                  the time has gone on
 *  notice (DrillNotice)     so much is left that it is worth saying
 *  ended ()                 handed in, or the time is over; after what came before is on
 *                           its way to the disk */
#define DRILL_TYPE_QUIZ_PLAY (drill_quiz_play_get_type ())
G_DECLARE_FINAL_TYPE (DrillQuizPlay, drill_quiz_play, DRILL, QUIZ_PLAY, GObject)

DrillQuizPlay      *drill_quiz_play_new         (DrillStudy    *study,
                                                 DrillQuiz     *quiz,
                                                 gboolean       resumed) G_GNUC_WARN_UNUSED_RESULT;
const DrillQuiz    *drill_quiz_play_get_quiz    (DrillQuizPlay *self);
DrillStepSaver     *drill_quiz_play_get_saver   (DrillQuizPlay *self);
const DrillAttempt *drill_quiz_play_get_now     (DrillQuizPlay *self);
guint               drill_quiz_play_get_chosen  (DrillQuizPlay *self,
                                                 guint          question);

gboolean drill_quiz_play_choose    (DrillQuizPlay *self,
                                    guint          shown);
gboolean drill_quiz_play_set_unsure (DrillQuizPlay *self,
                                     gboolean      unsure);
gboolean drill_quiz_play_set_flag  (DrillQuizPlay *self,
                                    gboolean       flagged);
gboolean drill_quiz_play_go        (DrillQuizPlay *self,
                                    guint          question);
gboolean drill_quiz_play_check     (DrillQuizPlay *self);
gboolean drill_quiz_play_pause     (DrillQuizPlay *self);
gboolean drill_quiz_play_resume    (DrillQuizPlay *self);
gboolean drill_quiz_play_hand_in   (DrillQuizPlay *self);
void     drill_quiz_play_leave     (DrillQuizPlay *self);
void     drill_quiz_play_tick      (DrillQuizPlay *self);

G_END_DECLS
