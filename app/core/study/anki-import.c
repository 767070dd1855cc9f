/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* From the review log of another program to facts of this one. */

#include "config.h"

#include "study/anki-import.h"

#include "study/anki-log.h"

static gboolean
insert (DrillConnection   *connection,
        const DrillReview *review,
        guint             *n_new,
        GError           **error)
{
  g_autoptr (DrillStatement) row =
      drill_connection_statement (connection, "study/insert-imported");
  DrillStep                  step;

  drill_statement_bind_int (row, "card", -review->card);
  drill_statement_bind_int (row, "at_ms", review->at_ms);
  drill_statement_bind_int (row, "kind", review->kind);
  drill_statement_bind_int (row, "rating", review->rating);
  drill_statement_bind_int (row, "day", review->day);
  step = drill_statement_step (row, error);
  *n_new += step == DRILL_STEP_ROW;

  return step != DRILL_STEP_ERROR;
}

static gboolean
insert_all (DrillConnection *connection,
            const GArray    *reviews,
            guint           *n_new,
            GError         **error)
{
  for (guint i = 0; i < reviews->len; i++)
    {
      const DrillReview *review = &g_array_index (reviews, DrillReview, i);

      /* Ids of cards are instants; anything else is no collection of that program. */
      if (review->card > 0 && !insert (connection, review, n_new, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
drill_anki_import_run (DrillConnection  *connection,
                       const DrillRules *rules,
                       const char       *path,
                       guint            *n_new,
                       GError          **error)
{
  g_autoptr (GArray) reviews = NULL;

  g_return_val_if_fail (connection != NULL && rules != NULL, FALSE);
  g_return_val_if_fail (path != NULL && n_new != NULL, FALSE);

  *n_new = 0;
  reviews = drill_anki_log_load (path, rules->time_zone, rules->rollover_hour, error);
  if (reviews == NULL || !drill_connection_begin (connection, error))
    return FALSE;

  if (insert_all (connection, reviews, n_new, error) && drill_connection_commit (connection, error))
    return TRUE;

  drill_connection_rollback (connection);
  return FALSE;
}
