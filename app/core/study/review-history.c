/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* All answers that count, as the memory library wants them: given here, and imported. */

#include "config.h"

#include "study/review-history.h"

#include "study/mark.h"

static gboolean
load_imported (DrillConnection *connection,
               GArray          *reviews,
               GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/imported");
  DrillStep                  step;

  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillReview review = {
        .card = drill_statement_int (row, 0),
        .at_ms = drill_statement_int (row, 1),
        .kind = drill_statement_int (row, 2),
        .rating = drill_statement_int (row, 3),
        .day = (int) drill_statement_int (row, 4),
      };

      g_array_append_val (reviews, review);
    }

  return step == DRILL_STEP_DONE;
}

GArray *
drill_review_history_load (DrillConnection *connection,
                           GError         **error)
{
  g_autoptr (DrillStatement) row = NULL;
  g_autoptr (GArray)         reviews = g_array_new (FALSE, TRUE, sizeof (DrillReview));
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL, NULL);

  row = drill_connection_statement (connection, "study/all-facts");
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillMarkKind mark = drill_statement_int (row, 2);
      DrillReview   review = {
          .card = drill_statement_int (row, 0),
          .rating = drill_statement_int (row, 3),
          .at_ms = drill_statement_int (row, 5),
          .day = (int) drill_statement_int (row, 6),
          .kind = mark == DRILL_MARK_RESET ? DRILL_REVIEW_RESET : DRILL_REVIEW_UNSAID,
      };

      /* Of all that is decided about a card, only a reset touches its history. */
      if (mark == 0 || mark == DRILL_MARK_RESET)
        g_array_append_val (reviews, review);
    }

  if (step != DRILL_STEP_DONE || !load_imported (connection, reviews, error))
    return NULL;

  return g_steal_pointer (&reviews);
}
