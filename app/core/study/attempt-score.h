/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/fsrs.h"
#include "study/attempt.h"

G_BEGIN_DECLS

/* Points are counted in hundredths, so that a share of one is exact. */
#define DRILL_POINT 100

typedef enum
{
  DRILL_OUTCOME_UNANSWERED,
  DRILL_OUTCOME_WRONG,
  DRILL_OUTCOME_RIGHT,
} DrillOutcome;

/**
 * DrillScoreRules:
 * @penalty: hundredths of a point that a wrong answer costs, 0 to %DRILL_POINT
 * @pass_percent: share of the points that passes; 0 for no pass mark
 */
typedef struct
{
  guint penalty;
  guint pass_percent;
} DrillScoreRules;

/**
 * DrillScore:
 * @points: of @max; below 0 when wrong answers cost more than the right ones brought
 * @unsure_right: right, but marked as unsure
 * @sure_wrong: wrong, and not marked as unsure
 * @median_ms: of the time spent on an answered question; 0 without one
 */
typedef struct
{
  guint    right;
  guint    wrong;
  guint    unanswered;
  guint    sure_right;
  guint    unsure_right;
  guint    sure_wrong;
  guint    unsure_wrong;
  int      points;
  int      max;
  gboolean passed;
  gint64   median_ms;
} DrillScore;

DrillOutcome drill_attempt_get_outcome (const DrillAttempt    *self,
                                        guint                  question);
void         drill_attempt_get_score   (const DrillAttempt    *self,
                                        const DrillScoreRules *rules,
                                        DrillScore            *score);
int          drill_score_get_percent   (const DrillScore      *self);

/* How many answers a habit needs before anything is called slow. */
#define DRILL_HABIT_MIN_ANSWERS 10

DrillRating  drill_attempt_grade       (DrillOutcome           outcome,
                                        gboolean               unsure,
                                        gint64                 spent_ms,
                                        gint64                 habit_ms);

G_END_DECLS
