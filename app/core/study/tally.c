/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Counting answers, by card and by day.
 *
 * Which answers are a test of memory, and of what, follows from the answers to the
 * same card before. So when one is taken back, all of its card's are counted anew:
 * taken off as they were, and put on as they are.
 */

#include "config.h"

#include "study/tally.h"

void
drill_tally_answer (DrillTally    *self,
                    DrillOccasion  occasion,
                    DrillRating    rating,
                    gint64         at_ms,
                    int            day,
                    gint64         duration_ms,
                    guint          missed,
                    int            sign,
                    DrillDayCount *day_count)
{
  gboolean recalled = rating > DRILL_RATING_AGAIN;
  gboolean is_quiz = occasion == DRILL_OCCASION_QUIZ || occasion == DRILL_OCCASION_INTERVIEW;
  int      elapsed = self->answers > 0 ? day - self->last_day : 0;

  day_count->answers += sign;
  day_count->recalled += recalled ? sign : 0;
  day_count->duration_ms += sign * duration_ms;
  day_count->introduced += self->answers == 0 ? sign : 0;
  if (elapsed >= DRILL_MATURE_DAYS)
    {
      day_count->mature += sign;
      day_count->mature_recalled += recalled ? sign : 0;
    }
  else if (elapsed > 0)
    {
      day_count->young += sign;
      day_count->young_recalled += recalled ? sign : 0;
    }

  self->answers++;
  self->last_day = day;
  self->last_rating = rating;
  self->last_occasion = occasion;
  self->last_ms = at_ms;
  self->quiz_answers += is_quiz;
  self->quiz_wrong += is_quiz && !recalled;
  self->last_missed = missed;
}

/* @self: (out): all zeroes when nothing counts */
gboolean
drill_tally_load (DrillConnection *connection,
                  gint64           card,
                  DrillTally      *self,
                  GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/card-tally");
  DrillStep                  step;

  *self = (DrillTally){ 0 };
  drill_statement_bind_int (row, "card", card);
  step = drill_statement_step (row, error);
  if (step == DRILL_STEP_ROW)
    *self = (DrillTally){
      .answers = (guint) drill_statement_int (row, 0),
      .last_day = (int) drill_statement_int (row, 1),
      .last_rating = drill_statement_int (row, 2),
      .last_occasion = drill_statement_int (row, 3),
      .last_ms = drill_statement_int (row, 4),
      .quiz_answers = (guint) drill_statement_int (row, 5),
      .quiz_wrong = (guint) drill_statement_int (row, 6),
      .last_missed = (guint) drill_statement_int (row, 7),
    };

  return step != DRILL_STEP_ERROR;
}

/* Puts the card's row, or takes it away when nothing counts. */
gboolean
drill_tally_put (DrillConnection  *connection,
                 gint64            card,
                 const DrillTally *self,
                 GError          **error)
{
  g_autoptr (DrillStatement) statement = NULL;

  statement = drill_connection_statement (connection,
                                          self->answers > 0 ? "study/put-card-tally" :
                                                              "study/delete-card-tally");
  drill_statement_bind_int (statement, "card", card);
  if (self->answers > 0)
    {
      drill_statement_bind_int (statement, "answers", self->answers);
      drill_statement_bind_int (statement, "last_day", self->last_day);
      drill_statement_bind_int (statement, "last_rating", self->last_rating);
      drill_statement_bind_int (statement, "last_occasion", self->last_occasion);
      drill_statement_bind_int (statement, "last_ms", self->last_ms);
      drill_statement_bind_int (statement, "quiz_answers", self->quiz_answers);
      drill_statement_bind_int (statement, "quiz_wrong", self->quiz_wrong);
      drill_statement_bind_int (statement, "last_missed", self->last_missed);
    }

  return drill_statement_run (statement, error);
}

static gboolean
is_nothing (const DrillDayCount *count)
{
  return count->answers == 0 && count->recalled == 0 && count->duration_ms == 0
         && count->introduced == 0 && count->young == 0 && count->young_recalled == 0
         && count->mature == 0 && count->mature_recalled == 0;
}

/* A day that is left without answers is no row. */
gboolean
drill_day_count_add (DrillConnection     *connection,
                     int                  day,
                     const DrillDayCount *count,
                     GError             **error)
{
  g_autoptr (DrillStatement) add = drill_connection_statement (connection, "study/add-day-count");
  g_autoptr (DrillStatement) drop = drill_connection_statement (connection, "study/drop-empty-day");

  if (is_nothing (count))
    return TRUE;

  drill_statement_bind_int (add, "day", day);
  drill_statement_bind_int (add, "answers", count->answers);
  drill_statement_bind_int (add, "recalled", count->recalled);
  drill_statement_bind_int (add, "duration_ms", count->duration_ms);
  drill_statement_bind_int (add, "introduced", count->introduced);
  drill_statement_bind_int (add, "young", count->young);
  drill_statement_bind_int (add, "young_recalled", count->young_recalled);
  drill_statement_bind_int (add, "mature", count->mature);
  drill_statement_bind_int (add, "mature_recalled", count->mature_recalled);
  if (!drill_statement_run (add, error))
    return FALSE;
  if (count->answers >= 0)
    return TRUE;

  drill_statement_bind_int (drop, "day", day);

  return drill_statement_run (drop, error);
}

GHashTable *
drill_day_counts_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/* Returns: (transfer none): all zeroes the first time */
DrillDayCount *
drill_day_counts_get (GHashTable *self,
                      int         day)
{
  DrillDayCount *count = g_hash_table_lookup (self, GINT_TO_POINTER (day));

  if (count == NULL)
    {
      count = g_new0 (DrillDayCount, 1);
      g_hash_table_insert (self, GINT_TO_POINTER (day), count);
    }

  return count;
}

gboolean
drill_day_counts_store (GHashTable      *self,
                        DrillConnection *connection,
                        GError         **error)
{
  GHashTableIter iter;
  gpointer       day;
  gpointer       count;

  g_hash_table_iter_init (&iter, self);
  while (g_hash_table_iter_next (&iter, &day, &count))
    {
      if (!drill_day_count_add (connection, GPOINTER_TO_INT (day), count, error))
        return FALSE;
    }

  return TRUE;
}
