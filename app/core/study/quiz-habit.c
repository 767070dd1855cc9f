/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* How long this learner usually takes for a question. */

#include "config.h"

#include "study/quiz-habit.h"

#include "study/quiz.h"

/* The habit is the median of so many of the last answers. */
#define HABIT_ANSWERS 200

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const gint64 *x = a;
  const gint64 *y = b;

  return (*x > *y) - (*x < *y);
}

/* @habit_ms: (out): the median; 0 while there are too few answers */
gboolean
drill_quiz_habit_load (DrillConnection *connection,
                       gint64          *habit_ms,
                       GError         **error)
{
  g_autoptr (GArray)         times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/quiz-habit");
  DrillStep                  step;

  g_return_val_if_fail (habit_ms != NULL, FALSE);

  *habit_ms = 0;
  drill_statement_bind_int (row, "kind", DRILL_OCCASION_QUIZ);
  drill_statement_bind_int (row, "limit", HABIT_ANSWERS);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gint64 time = drill_statement_int (row, 0);

      g_array_append_val (times, time);
    }
  if (step == DRILL_STEP_ERROR)
    return FALSE;

  if (times->len >= DRILL_HABIT_MIN_ANSWERS)
    {
      g_array_sort (times, compare_times);
      *habit_ms = g_array_index (times, gint64, times->len / 2);
    }

  return TRUE;
}
