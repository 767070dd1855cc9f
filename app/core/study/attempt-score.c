/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What an attempt is worth, and what its answers say about memory.
 *
 * An answer is right when all right options were chosen and no wrong one. A right
 * answer is a point, a wrong one costs the penalty, no answer is nothing.
 */

#include "config.h"

#include "study/attempt-score.h"

#include <string.h>

/* A right answer that took so many times as long as usual was hard to recall. */
#define SLOW_FACTOR 2.5

DrillOutcome
drill_attempt_get_outcome (const DrillAttempt *self,
                           guint               question)
{
  const DrillAttemptEntry    *entry = drill_attempt_get_entry (self, question);
  const DrillAttemptQuestion *asked = drill_attempt_get_question (self, question);

  g_return_val_if_fail (entry != NULL, DRILL_OUTCOME_UNANSWERED);

  if (entry->chosen == 0)
    return DRILL_OUTCOME_UNANSWERED;

  return entry->chosen == asked->correct ? DRILL_OUTCOME_RIGHT : DRILL_OUTCOME_WRONG;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *x = a;
  const gint64 *y = b;

  return (*x > *y) - (*x < *y);
}

static gint64
find_median (GArray *times)
{
  gint64 low, high;

  if (times->len == 0)
    return 0;

  g_array_sort (times, compare_times);
  low = g_array_index (times, gint64, (times->len - 1) / 2);
  high = g_array_index (times, gint64, times->len / 2);

  return low + (high - low) / 2;
}

/* @score: (out caller-allocates) */
void
drill_attempt_get_score (const DrillAttempt    *self,
                         const DrillScoreRules *rules,
                         DrillScore            *score)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_if_fail (self != NULL && rules != NULL && score != NULL);

  memset (score, 0, sizeof *score);
  for (guint i = 0; i < drill_attempt_get_n_questions (self); i++)
    {
      const DrillAttemptEntry *entry = drill_attempt_get_entry (self, i);

      switch (drill_attempt_get_outcome (self, i))
        {
        case DRILL_OUTCOME_RIGHT:
          score->right++;
          score->unsure_right += entry->unsure;
          score->sure_right += !entry->unsure;
          break;
        case DRILL_OUTCOME_WRONG:
          score->wrong++;
          score->unsure_wrong += entry->unsure;
          score->sure_wrong += !entry->unsure;
          break;
        case DRILL_OUTCOME_UNANSWERED:
        default:
          score->unanswered++;
          continue;
        }
      g_array_append_val (times, entry->spent_ms);
    }

  score->max = (int) drill_attempt_get_n_questions (self) * DRILL_POINT;
  score->points = (int) score->right * DRILL_POINT -
                  (int) (score->wrong * MIN (rules->penalty, DRILL_POINT));
  score->passed = rules->pass_percent == 0 ||
                  (gint64) score->points * 100 >= (gint64) score->max * rules->pass_percent;
  score->median_ms = find_median (times);
}

/* Returns: rounded down, so that 100 means all of it; not below 0 */
int
drill_score_get_percent (const DrillScore *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->max > 0 ? MAX (self->points, 0) * 100 / self->max : 0;
}

/**
 * drill_attempt_grade:
 * @outcome: not %DRILL_OUTCOME_UNANSWERED: without an answer there is nothing to grade
 * @habit_ms: how long an answer usually takes this learner; 0 when that is not known
 */
DrillRating
drill_attempt_grade (DrillOutcome outcome,
                     gboolean     unsure,
                     gint64       spent_ms,
                     gint64       habit_ms)
{
  g_return_val_if_fail (outcome != DRILL_OUTCOME_UNANSWERED, DRILL_RATING_AGAIN);

  if (outcome != DRILL_OUTCOME_RIGHT)
    return DRILL_RATING_AGAIN;
  if (unsure || (habit_ms > 0 && (double) spent_ms > SLOW_FACTOR * (double) habit_ms))
    return DRILL_RATING_HARD;

  return DRILL_RATING_GOOD;
}
