/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What was learnt was wrong: the author of a pack has corrected the answer. The
 * learner's schedule stays as it is, since the question is still the same one, but
 * the card comes back tomorrow at the latest, and says why until it was answered.
 *
 * An import writes corrections down; the date is a mark like one that was set by
 * hand, so it can be taken back and is found again when everything is folded anew.
 */

#include "config.h"

#include "study/correction.h"

#include "study/mark.h"
#include "memory/scheduler.h"

typedef struct
{
  gint64 id;
  char  *key;
  int    due_day;
  gint64 state;
} Correction;

static void
correction_free (gpointer data)
{
  Correction *self = data;

  g_free (self->key);
  g_free (self);
}

static GPtrArray *
load_open (DrillConnection *connection,
           GError         **error)
{
  g_autoptr (GPtrArray)      corrections = g_ptr_array_new_with_free_func (correction_free);
  g_autoptr (DrillStatement) row = NULL;
  DrillStep                  step;

  row = drill_connection_statement (connection, "study/open-corrections");
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      Correction *correction = g_new0 (Correction, 1);

      correction->id = drill_statement_int (row, 0);
      correction->key = g_strdup (drill_statement_text (row, 1));
      correction->due_day = (int) drill_statement_int (row, 2);
      correction->state = drill_statement_int (row, 3);
      g_ptr_array_add (corrections, correction);
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&corrections) : NULL;
}

static gboolean
apply (DrillConnection  *connection,
       const DrillRules *rules,
       const Correction *correction,
       gint64            now_ms,
       GError          **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  int                        tomorrow = drill_rules_day (rules, now_ms) + 1;

  if (correction->state == DRILL_CARD_REVIEW && correction->due_day > tomorrow)
    {
      g_autoptr (DrillMark) mark = NULL;

      mark = drill_mark_new (correction->key, DRILL_MARK_DUE, tomorrow, now_ms);
      if (!drill_mark_record (connection, rules, mark, error))
        return FALSE;
    }

  statement = drill_connection_statement (connection, "study/close-correction");
  drill_statement_bind_int (statement, "id", correction->id);

  return drill_statement_run (statement, error);
}

/**
 * drill_corrections_apply:
 *
 * After an import: brings the cards forward of which the answer was corrected.
 * Nothing happens when it is called again.
 */
gboolean
drill_corrections_apply (DrillConnection  *connection,
                         const DrillRules *rules,
                         gint64            now_ms,
                         GError          **error)
{
  g_autoptr (GPtrArray) corrections = NULL;

  g_return_val_if_fail (connection != NULL && rules != NULL, FALSE);

  corrections = load_open (connection, error);
  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      if (!apply (connection, rules, g_ptr_array_index (corrections, i), now_ms, error))
        return FALSE;
    }

  return corrections != NULL;
}

/* @is_news: (out): whether the answer was corrected since the item was answered */
gboolean
drill_correction_is_news (DrillConnection *connection,
                          const char      *key,
                          gboolean        *is_news,
                          GError         **error)
{
  g_autoptr (DrillStatement) row = NULL;
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL && key != NULL && is_news != NULL, FALSE);

  row = drill_connection_statement (connection, "study/was-corrected");
  drill_statement_bind_text (row, "key", key);
  step = drill_statement_step (row, error);
  *is_news = step == DRILL_STEP_ROW;

  return step != DRILL_STEP_ERROR;
}
