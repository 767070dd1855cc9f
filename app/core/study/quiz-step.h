/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/quiz.h"

G_BEGIN_DECLS

/**
 * DrillQuizStep:
 * @number: of the event, from 0
 * @answers: (element-type DrillAnswer): reviews that follow from it
 * @ended: whether the attempt ended with it; then the rest says how
 *
 * What is stored of one event, all of it or nothing. Immutable and reference counted.
 */
typedef struct
{
  guint8            uuid[DRILL_UUID_SIZE];
  guint             number;
  DrillAttemptEvent event;
  GPtrArray        *answers;
  gboolean          ended;
  DrillAttemptPhase phase;
  gint64            elapsed_ms;
  DrillScore        score;
} DrillQuizStep;

DrillQuizStep *drill_quiz_step       (DrillQuiz               *quiz,
                                      DrillAttemptEventKind    kind,
                                      guint                    question,
                                      guint                    value,
                                      const DrillClockReading *now,
                                      gboolean                *effect) G_GNUC_WARN_UNUSED_RESULT;
DrillQuizStep *drill_quiz_step_ref   (DrillQuizStep           *self);
void           drill_quiz_step_unref (DrillQuizStep           *self);
gboolean       drill_quiz_step_save  (DrillConnection         *connection,
                                      const DrillRules        *rules,
                                      const DrillQuizStep     *self,
                                      GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillQuizStep, drill_quiz_step_unref)

G_END_DECLS
