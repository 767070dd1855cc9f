/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What an interview can ask, out of the database. */

#include "config.h"

#include "study/mock-pool.h"

#include "study/attempt-rows.h"
#include "study/card-row.h"
#include "study/mock-run.h"

/* Returns: (transfer full) (element-type utf8 gint64): when each item was asked last */
static GHashTable *
load_asked (DrillConnection *connection,
            GError         **error)
{
  g_autoptr (GHashTable)     asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/mock-asked");
  DrillStep                  step;

  drill_statement_bind_int (row, "kind", DRILL_ATTEMPT_KIND_INTERVIEW);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gint64 at_ms = drill_statement_int (row, 1);

      g_hash_table_insert (asked, g_strdup (drill_statement_text (row, 0)), g_memdup2 (&at_ms, sizeof at_ms));
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&asked) : NULL;
}

/* Returns: (transfer full) (array zero-terminated=1) (element-type utf8) */
static GPtrArray *
load_last (DrillConnection *connection,
           GError         **error)
{
  g_autoptr (GPtrArray)      keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/mock-last");
  DrillStep                  step;

  drill_statement_bind_int (row, "kind", DRILL_ATTEMPT_KIND_INTERVIEW);
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    g_ptr_array_add (keys, g_strdup (drill_statement_text (row, 0)));
  g_ptr_array_add (keys, NULL);

  return step == DRILL_STEP_DONE ? g_steal_pointer (&keys) : NULL;
}

static DrillMockCandidate *
candidate_from_row (DrillStatement *row,
                    GHashTable     *asked)
{
  DrillMockCandidate *self = g_new0 (DrillMockCandidate, 1);
  const char         *topics = drill_statement_text (row, 6);
  const gint64       *asked_ms;

  self->key = g_strdup (drill_statement_text (row, 0));
  self->parent = g_strdup (drill_statement_text (row, 1));
  self->kind = drill_statement_int (row, 2);
  self->levels = (guint) drill_statement_int (row, 3);
  self->minutes = (guint) drill_statement_int (row, 4);
  self->turns = (guint) drill_statement_int (row, 5);
  self->topics = g_strsplit (topics != NULL ? topics : "", " ", -1);
  self->last_rating = (guint) drill_statement_int (row, 7);
  if (!drill_statement_is_null (row, 8))
    drill_card_row_read (row, 8, &self->card);
  asked_ms = g_hash_table_lookup (asked, self->key);
  self->asked_ms = asked_ms != NULL ? *asked_ms : 0;

  return self;
}

static GPtrArray *
load_candidates (DrillConnection *connection,
                 GError         **error)
{
  g_autoptr (GHashTable)     asked = load_asked (connection, error);
  g_autoptr (GPtrArray)      candidates = NULL;
  g_autoptr (DrillStatement) row = NULL;
  DrillStep                  step;

  if (asked == NULL)
    return NULL;

  candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_mock_candidate_free);
  row = drill_connection_statement (connection, "study/mock-candidates");
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      g_autoptr (DrillMockCandidate) candidate = candidate_from_row (row, asked);

      if (candidate->kind != DRILL_ITEM_TRANSCRIPT ||
          (candidate->turns > 0 && candidate->turns <= DRILL_MOCK_MAX_TURNS))
        g_ptr_array_add (candidates, g_steal_pointer (&candidate));
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&candidates) : NULL;
}

DrillMockPlan *
drill_mock_pool_plan (DrillConnection      *connection,
                      const DrillRules     *rules,
                      const DrillMockSetup *setup,
                      guint32               seed,
                      gint64                now_ms,
                      GError              **error)
{
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GPtrArray) last = NULL;

  g_return_val_if_fail (connection != NULL && rules != NULL && setup != NULL, NULL);

  candidates = load_candidates (connection, error);
  if (candidates == NULL)
    return NULL;
  last = load_last (connection, error);
  if (last == NULL)
    return NULL;

  return drill_mock_plan_new (setup,
                              candidates,
                              (const char *const *) last->pdata,
                              &rules->scheduler.fsrs,
                              drill_rules_day (rules, now_ms),
                              now_ms,
                              seed);
}
