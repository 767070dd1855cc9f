/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * How a learner answers, counted from the last of their answers. What the log says
 * is mixed with what is usual, which counts as much as a few dozen answers, so that
 * a short log gives no wild result.
 */

#include "config.h"

#include "study/simulator.h"

/* As many answers as what is usual counts for. */
#define PRIOR 40.0

/* In rows of study/habits. */
enum
{
  PLACE_FIRST,
  PLACE_REVIEW,
  PLACE_SAME_DAY,
};

static const DrillHabits usual = {
  .first = { 0.25, 0.10, 0.55, 0.10 },
  .known = { 0.12, 0.78, 0.10 },
  .seconds = { 30, 25, 18, 12 },
};

void
drill_habits_init_default (DrillHabits *self)
{
  g_return_if_fail (self != NULL);

  *self = usual;
}

static void
mix (double       *shares,
     const double *prior,
     const double *counts,
     guint         n)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += counts[i];
  for (guint i = 0; i < n; i++)
    shares[i] = (prior[i] * PRIOR + counts[i]) / (PRIOR + total);
}

/* @self: (out) */
gboolean
drill_habits_load (DrillConnection *connection,
                   DrillHabits     *self,
                   GError         **error)
{
  g_autoptr (DrillStatement) row = NULL;
  double                     first[DRILL_N_RATINGS] = { 0 };
  double                     known[DRILL_N_RATINGS] = { 0 };
  double                     counts[DRILL_N_RATINGS] = { 0 };
  double                     seconds[DRILL_N_RATINGS] = { 0 };
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL && self != NULL, FALSE);

  *self = usual;
  row = drill_connection_statement (connection, "study/habits");
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      int    place = (int) drill_statement_int (row, 0);
      guint  rating = (guint) drill_statement_int (row, 1) - DRILL_RATING_AGAIN;
      double count = (double) drill_statement_int (row, 2);

      if (place == PLACE_FIRST)
        first[rating] += count;
      else if (place == PLACE_REVIEW)
        known[rating] += count;
      counts[rating] += count;
      seconds[rating] += count * drill_statement_double (row, 3) / 1000;
      self->answers += (guint) count;
    }
  if (step == DRILL_STEP_ERROR)
    return FALSE;

  mix (self->first, usual.first, first, DRILL_N_RATINGS);
  mix (self->known, usual.known, known + 1, DRILL_N_RATINGS - 1);
  for (guint i = 0; i < DRILL_N_RATINGS; i++)
    self->seconds[i] = (usual.seconds[i] * PRIOR + seconds[i]) / (PRIOR + counts[i]);

  return TRUE;
}
