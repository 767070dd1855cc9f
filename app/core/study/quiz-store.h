/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/attempt-rows.h"
#include "study/quiz-pool.h"
#include "study/quiz-step.h"

G_BEGIN_DECLS

/**
 * DrillQuizRow:
 * @ended_ms: wall clock; 0 while it has not ended
 * @left_ms: of an unfinished one, what is left now; -1 without a limit
 * @answered: how many questions have an answer
 *
 * An attempt in a list.
 */
typedef struct
{
  guint8            uuid[DRILL_UUID_SIZE];
  char             *name;
  DrillQuizSetup   *setup;
  gint64            started_ms;
  gint64            ended_ms;
  DrillAttemptPhase phase;
  gint64            elapsed_ms;
  gint64            left_ms;
  guint             questions;
  guint             answered;
  DrillScore        score;
} DrillQuizRow;

void       drill_quiz_row_free (DrillQuizRow            *self);

DrillQuiz *drill_quiz_start    (DrillConnection         *connection,
                                const DrillRules        *rules,
                                const char              *name,
                                const DrillQuizSetup    *setup,
                                const char *const       *keys,
                                guint32                  seed,
                                const DrillClockReading *now,
                                GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
DrillQuiz *drill_quiz_load     (DrillConnection         *connection,
                                const guint8            *uuid,
                                GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *drill_quiz_list     (DrillConnection         *connection,
                                const DrillClockReading *now,
                                GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many quizzes nobody has handed in, also those whose time is over; -1 on an error. */
int        drill_quiz_count_unfinished (DrillConnection *connection,
                                        GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillQuizRow, drill_quiz_row_free)

G_END_DECLS
