/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/quiz-setup.h"
#include "study/rules.h"

G_BEGIN_DECLS

/**
 * DrillQuizCandidate:
 * @card: of the item; all zeroes when it was never answered
 * @last_rating: of its last answer; 0 without one
 *
 * A question that fits the packs, topics and levels of a setup.
 */
typedef struct
{
  char     *key;
  DrillCard card;
  guint     last_rating;
} DrillQuizCandidate;

/* How many questions there are to ask, for each #DrillQuizPool. */
typedef struct
{
  guint available[DRILL_QUIZ_N_POOLS];
} DrillQuizCounts;

void       drill_quiz_candidate_free (DrillQuizCandidate   *self);

/* Returns: (transfer full) (element-type DrillQuizCandidate): in the order of packs */
GPtrArray *drill_quiz_pool_load      (DrillConnection      *connection,
                                      const DrillQuizSetup *setup,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void       drill_quiz_pool_count     (GPtrArray            *candidates,
                                      const DrillFsrs      *fsrs,
                                      int                   today,
                                      DrillQuizCounts      *counts);
GPtrArray *drill_quiz_pool_pick      (GPtrArray            *candidates,
                                      const DrillQuizSetup *setup,
                                      const DrillFsrs      *fsrs,
                                      int                   today,
                                      guint32               seed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
