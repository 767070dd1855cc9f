/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What there is to do now: the numbers of the Today page. */

#include "config.h"

#include "study/overview.h"

#include <string.h>

/* Enough history to count a streak; nobody minds "more than two years". */
#define STREAK_DAYS 800

/* After so many days in a row, one without an answer is forgiven. */
#define DAYS_FOR_ONE_OFF 6

static gboolean
count_items (DrillConnection *connection,
             DrillOverview   *overview,
             GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/count-items");

  if (drill_statement_step (row, error) != DRILL_STEP_ROW)
    return FALSE;
  overview->items = drill_statement_int (row, 0);
  overview->unseen = drill_statement_int (row, 1);

  return TRUE;
}

static gboolean
count_due (DrillConnection *connection,
           int              today,
           gint64           now_ms,
           DrillOverview   *overview,
           GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/count-due");

  drill_statement_bind_int (row, "today", today);
  drill_statement_bind_int (row, "now_ms", now_ms);
  if (drill_statement_step (row, error) != DRILL_STEP_ROW)
    return FALSE;
  overview->due = drill_statement_int (row, 0);

  return TRUE;
}

static gboolean
count_today (DrillConnection  *connection,
             const DrillRules *rules,
             int               today,
             DrillOverview    *overview,
             GError          **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/count-day");
  guint                      introduced;

  drill_statement_bind_int (row, "day", today);
  if (drill_statement_step (row, error) != DRILL_STEP_ROW)
    return FALSE;
  overview->answers_today = drill_statement_int (row, 0);
  overview->duration_today_ms = drill_statement_int (row, 1);
  introduced = drill_statement_int (row, 2);
  if (rules->new_per_day > introduced)
    overview->fresh = MIN (overview->unseen, rules->new_per_day - introduced);

  return TRUE;
}

static gboolean
measure_pace (DrillConnection *connection,
              DrillOverview   *overview,
              GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/pace");

  if (drill_statement_step (row, error) != DRILL_STEP_ROW)
    return FALSE;
  overview->pace_ms = (gint64) drill_statement_double (row, 0);

  return TRUE;
}

/* Counts days with an answer back from today. A day that has only begun does not break
 * the streak, and neither does one day off after a week of days since the last one. */
static gboolean
count_streak (DrillConnection *connection,
              int              today,
              DrillOverview   *overview,
              GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/days");
  DrillStep                  step;
  int                        previous = 0;
  guint                      run = 0;
  guint                      earned = 0; /* days since the last one off */

  drill_statement_bind_int (row, "since", today - STREAK_DAYS);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      int day = drill_statement_int (row, 0);

      /* A clock that was ahead may have left answers in the future. */
      if (day > today)
        break;
      if (run > 0 && day == previous + 2 && earned >= DAYS_FOR_ONE_OFF)
        earned = 0;
      else if (run == 0 || day != previous + 1)
        run = earned = 0;
      run++;
      earned++;
      previous = day;
    }
  overview->streak =
      run > 0 && previous >= today - (earned >= DAYS_FOR_ONE_OFF ? 2 : 1) ? run : 0;

  return step != DRILL_STEP_ERROR;
}

static gboolean
find_next (DrillConnection *connection,
           int              today,
           DrillOverview   *overview,
           GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/next-due");
  DrillStep                  step;

  drill_statement_bind_int (row, "today", today);
  step = drill_statement_step (row, error);
  if (step == DRILL_STEP_ROW)
    {
      overview->next_day = drill_statement_int (row, 0) - today;
      overview->next_count = drill_statement_int (row, 1);
    }

  return step != DRILL_STEP_ERROR;
}

gboolean
drill_overview_load (DrillConnection  *connection,
                     const DrillRules *rules,
                     gint64            now_ms,
                     DrillOverview    *overview,
                     GError          **error)
{
  int today;

  g_return_val_if_fail (connection != NULL && rules != NULL && overview != NULL, FALSE);

  memset (overview, 0, sizeof *overview);
  today = drill_rules_day (rules, now_ms);

  return count_items (connection, overview, error) &&
         count_due (connection, today, now_ms, overview, error) &&
         count_today (connection, rules, today, overview, error) &&
         measure_pace (connection, overview, error) &&
         count_streak (connection, today, overview, error) &&
         find_next (connection, today, overview, error);
}
