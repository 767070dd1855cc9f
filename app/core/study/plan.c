/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What lies ahead: the cards are loaded once and handed to the pure plans. */

#include "config.h"

#include "study/plan.h"

#define FORTNIGHT 14

/* Returns: (transfer full) (element-type DrillForecastCard) */
static GArray *
load_cards (DrillConnection *connection,
            GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/forecast");
  g_autoptr (GArray)         cards = g_array_new (FALSE, TRUE, sizeof (DrillForecastCard));
  DrillStep                  step;

  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      DrillForecastCard card = {
        .memory = { drill_statement_double (row, 0), drill_statement_double (row, 1) },
        .last_day = (int) drill_statement_int (row, 2),
        .due_day = (int) drill_statement_int (row, 3),
      };

      g_array_append_val (cards, card);
    }

  return step == DRILL_STEP_DONE ? g_steal_pointer (&cards) : NULL;
}

static gboolean
count_unseen (DrillConnection *connection,
              guint           *unseen,
              GError         **error)
{
  g_autoptr (DrillStatement) row = drill_connection_statement (connection, "study/count-items");

  if (drill_statement_step (row, error) != DRILL_STEP_ROW)
    return FALSE;
  *unseen = (guint) drill_statement_int (row, 1);

  return TRUE;
}

static void
plan_interview (DrillStudyPlan   *plan,
                const DrillRules *rules,
                GArray           *cards,
                guint             unseen)
{
  guint known = cards->len;

  /* Cards that were never seen have no memory; all zeroes says so. */
  g_array_set_size (cards, known + unseen);
  plan->interview = drill_interview_plan ((const DrillForecastCard *) (void *) cards->data,
                                          cards->len,
                                          &rules->scheduler,
                                          plan->today,
                                          rules->interview_day,
                                          rules->reviews_per_day);
  g_array_set_size (cards, known);
}

/* @plan: (out) */
gboolean
drill_study_plan_load (DrillConnection  *connection,
                       const DrillRules *rules,
                       gint64            now_ms,
                       DrillStudyPlan   *plan,
                       GError          **error)
{
  g_autoptr (GArray)       cards = NULL;
  g_autoptr (GPtrArray)    queue = NULL;
  const DrillForecastCard *rows;
  guint                    unseen;

  g_return_val_if_fail (connection != NULL && rules != NULL && plan != NULL, FALSE);

  *plan = (DrillStudyPlan){ .today = drill_rules_day (rules, now_ms) };
  queue = drill_queue_load_counted (connection, rules, now_ms, &plan->counts, error);
  if (queue == NULL)
    return FALSE;
  cards = load_cards (connection, error);
  if (cards == NULL || !count_unseen (connection, &unseen, error))
    return FALSE;

  rows = (const DrillForecastCard *) (void *) cards->data;
  plan->backlog = drill_backlog_plan (rows,
                                      cards->len,
                                      &rules->scheduler,
                                      plan->today,
                                      rules->reviews_per_day);
  if (plan->backlog.due > rules->reviews_per_day)
    plan->fortnight_pace =
        drill_backlog_pace (rows, cards->len, &rules->scheduler, plan->today, FORTNIGHT);
  for (guint i = 0; i < cards->len; i++)
    plan->tomorrow += rows[i].due_day == plan->today + 1;
  if (rules->interview_day > plan->today)
    plan_interview (plan, rules, cards, unseen);

  return TRUE;
}

/**
 * drill_study_plan_simulate:
 * @simulation: @unseen is taken from the library
 *
 * Plays the learner's own cards with their own habits.
 *
 * Returns: (transfer full) (element-type DrillSimulatorPoint)
 */
GArray *
drill_study_plan_simulate (DrillConnection       *connection,
                           const DrillRules      *rules,
                           gint64                 now_ms,
                           const DrillSimulation *simulation,
                           const double          *retentions,
                           guint                  n_retentions,
                           GCancellable          *cancellable,
                           GError               **error)
{
  g_autoptr (GArray) cards = NULL;
  DrillSimulation    own;
  DrillHabits        habits;
  int                today;

  g_return_val_if_fail (connection != NULL && rules != NULL && simulation != NULL, NULL);

  own = *simulation;
  today = drill_rules_day (rules, now_ms);
  cards = load_cards (connection, error);
  if (cards == NULL || !count_unseen (connection, &own.unseen, error) ||
      !drill_habits_load (connection, &habits, error))
    return NULL;

  for (guint i = 0; i < cards->len; i++)
    {
      DrillForecastCard *card = &g_array_index (cards, DrillForecastCard, i);

      card->last_day -= today;
      card->due_day -= today;
    }

  return drill_simulator_run_curve ((const DrillForecastCard *) (void *) cards->data,
                                    cards->len,
                                    &rules->scheduler,
                                    &habits,
                                    &own,
                                    retentions,
                                    n_retentions,
                                    cancellable,
                                    error);
}
