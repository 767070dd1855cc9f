/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/item-record.h"
#include "study/answer.h"
#include "study/attempt-score.h"
#include "study/option-order.h"
#include "study/quiz-setup.h"

G_BEGIN_DECLS

/**
 * DrillQuizQuestion:
 * @record: the item as it was when the quiz began
 * @order: of its options on screen
 * @correct: its right options, in the order of the item
 */
typedef struct
{
  DrillItemRecord *record;
  DrillOptionOrder order;
  guint            correct;
} DrillQuizQuestion;

/**
 * DrillQuiz:
 * @name: of the setup it was made by; "" for one without a name
 * @started_ms: wall clock
 * @habit_ms: how long an answer usually takes the learner; 0 when that is not known
 * @questions: (element-type DrillQuizQuestion)
 * @attempt: sets of options are in the order of the items
 *
 * A quiz and how far it has come. Belongs to one thread at a time.
 */
typedef struct
{
  guint8          uuid[DRILL_UUID_SIZE];
  char           *name;
  DrillQuizSetup *setup;
  gint64          started_ms;
  gint64          habit_ms;
  GPtrArray      *questions;
  DrillAttempt   *attempt;
} DrillQuiz;

DrillQuiz *drill_quiz_new  (const guint8          uuid[DRILL_UUID_SIZE],
                            const char           *name,
                            const DrillQuizSetup *setup,
                            GPtrArray            *questions,
                            gint64                started_ms) G_GNUC_WARN_UNUSED_RESULT;
void       drill_quiz_free (DrillQuiz            *self);

DrillQuizQuestion *drill_quiz_question_new  (DrillItemRecord   *record) G_GNUC_WARN_UNUSED_RESULT;
void               drill_quiz_question_free (DrillQuizQuestion *self);

const DrillQuizQuestion *drill_quiz_get_question (const DrillQuiz *self,
                                                  guint            question);
void                     drill_quiz_get_score    (const DrillQuiz *self,
                                                  DrillScore      *score);
DrillAnswer             *drill_quiz_get_answer   (const DrillQuiz *self,
                                                  guint            question,
                                                  gint64           at_ms) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray               *drill_quiz_get_missed   (const DrillQuiz *self) G_GNUC_WARN_UNUSED_RESULT;

/* How a part of the questions went: those of a topic, or for a level. */
typedef struct
{
  char *slug;  /* (nullable): of a topic */
  guint level; /* one of #DrillLevels, 0 for none; with topics 0 */
  guint questions;
  guint right;
} DrillQuizPart;

void       drill_quiz_part_free   (DrillQuizPart   *self);
GPtrArray *drill_quiz_get_topics  (const DrillQuiz *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *drill_quiz_get_levels  (const DrillQuiz *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillQuiz, drill_quiz_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillQuizQuestion, drill_quiz_question_free)

G_END_DECLS
