/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A card's history, the simulator, and both with undo and plans through DrillStudy. */

#include "config.h"

#include "bank.h"

#include "study/study.h"
#include "study/workspace.h"

static void
test_history (void)
{
  g_autofree char              *chapter = bank_chapter (2);
  g_autoptr (Bank)              bank = bank_new (chapter);
  g_autoptr (DrillCardHistory)  history = NULL;
  g_autoptr (DrillCardHistory)  none = NULL;
  g_autoptr (GError)            error = NULL;
  const DrillCardEvent         *event;
  DrillCard                     card;
  double                        expected;

  card = bank_answer (bank, "bank/q0", DRILL_RATING_EASY, NOON (TODAY));
  bank_mark (bank, "bank/q0", DRILL_MARK_FLAG, 2, NOON (TODAY + 1));
  expected = drill_card_retrievability (&card, &bank->rules->scheduler.fsrs, TODAY + 9);
  card = bank_answer (bank, "bank/q0", DRILL_RATING_HARD, NOON (TODAY + 9));

  /* What is taken back is in no history. */
  bank_answer (bank, "bank/q0", DRILL_RATING_AGAIN, NOON (TODAY + 10));
  drill_undo_free (drill_undo_run (bank->connection, bank->rules, NULL, NOON (TODAY + 10), &error));
  g_assert_no_error (error);

  history = drill_card_history_load (bank->connection, bank->rules, "bank/q0", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->events->len, ==, 3);
  event = &g_array_index (history->events, DrillCardEvent, 0);
  g_assert_cmpint (event->rating, ==, DRILL_RATING_EASY);
  g_assert_cmpfloat (event->recall, ==, 0);
  g_assert_cmpint (event->occasion, ==, DRILL_OCCASION_REVIEW);
  g_assert_cmpint (event->duration_ms, ==, 7000);
  event = &g_array_index (history->events, DrillCardEvent, 1);
  g_assert_cmpint (event->mark, ==, DRILL_MARK_FLAG);
  g_assert_cmpint (event->value, ==, 2);
  event = &g_array_index (history->events, DrillCardEvent, 2);
  g_assert_cmpfloat (event->recall, ==, expected);
  g_assert_cmpfloat (event->after.memory.stability, ==, card.memory.stability);
  g_assert_cmpint (event->day, ==, TODAY + 9);
  g_assert_cmpint (history->fold.card.due_day, ==, card.due_day);
  g_assert_cmpuint (history->fold.marks.flag, ==, 2);

  none = drill_card_history_load (bank->connection, bank->rules, "bank/q1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->events->len, ==, 0);
}

static GArray *
simulate (guint64       seed,
          guint         n_cards,
          GCancellable *cancellable,
          GError      **error)
{
  static const double           retentions[] = { 0.75, 0.85, 0.95 };
  g_autofree DrillForecastCard *cards = g_new0 (DrillForecastCard, n_cards);
  DrillSimulation               simulation = { .days = 200,
                                               .new_per_day = 5,
                                               .unseen = 400,
                                               .reviews_per_day = 200,
                                               .seed = seed };
  DrillScheduler                scheduler;
  DrillHabits                   habits;

  drill_scheduler_init_default (&scheduler);
  drill_habits_init_default (&habits);
  for (guint i = 0; i < n_cards; i++)
    cards[i] = (DrillForecastCard){ .memory = { 1 + i % 90, 1 + i % 9 },
                                    .last_day = -(int) (i % 60),
                                    .due_day = 3 };

  return drill_simulator_run_curve (cards,
                                    n_cards,
                                    &scheduler,
                                    &habits,
                                    &simulation,
                                    retentions,
                                    G_N_ELEMENTS (retentions),
                                    cancellable,
                                    error);
}

/* More retention costs more and keeps more; the same seed says the same. */
static void
test_simulator (void)
{
  g_autoptr (GError)         error = NULL;
  g_autoptr (GArray)         points = simulate (7, 500, NULL, &error);
  g_autoptr (GArray)         again = simulate (7, 500, NULL, &error);
  g_autoptr (GArray)         other = simulate (8, 500, NULL, &error);
  const DrillSimulatorPoint *point = (const DrillSimulatorPoint *) (void *) points->data;

  g_assert_no_error (error);
  g_assert_cmpuint (points->len, ==, 3);
  g_assert_cmpmem (points->data,
                   points->len * sizeof *point,
                   again->data,
                   again->len * sizeof *point);
  g_assert_cmpint (memcmp (points->data, other->data, points->len * sizeof *point), !=, 0);
  for (guint i = 0; i < points->len; i++)
    {
      g_assert_cmpuint (point[i].cards, ==, 900);
      g_assert_cmpfloat (point[i].known, <, 900);
      g_assert_cmpfloat (point[i].known, >, 900 * point[i].retention * 0.9);
      if (i == 0)
        continue;
      g_assert_cmpfloat (point[i].minutes_per_day, >, point[i - 1].minutes_per_day);
      g_assert_cmpfloat (point[i].known, >, point[i - 1].known);
    }
}

/* A sample stands for a large collection. */
static void
test_simulator_scales (void)
{
  g_autoptr (GError)         error = NULL;
  g_autoptr (GArray)         points = simulate (7, 40000, NULL, &error);
  const DrillSimulatorPoint *point = &g_array_index (points, DrillSimulatorPoint, 0);

  g_assert_no_error (error);
  g_assert_cmpuint (point->cards, >, 40100);
  g_assert_cmpuint (point->cards, <, 40700);
  g_assert_cmpfloat (point->reviews_per_day, >, 100);
  g_assert_cmpfloat (point->reviews_per_day, <, 400);
}

static void
test_simulator_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (simulate (7, 100, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Habits of the log show, the more the longer it is. */
static void
test_habits (void)
{
  g_autofree char    *chapter = bank_chapter (60);
  g_autoptr (Bank)    bank = bank_new (chapter);
  g_autoptr (GError)  error = NULL;
  DrillHabits         usual;
  DrillHabits         habits;
  double              sum = 0;

  drill_habits_init_default (&usual);
  g_assert_true (drill_habits_load (bank->connection, &habits, &error));
  g_assert_cmpuint (habits.answers, ==, 0);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *key = g_strdup_printf ("bank/q%u", i);

      bank_answer (bank, key, DRILL_RATING_EASY, NOON (TODAY));
      bank_answer (bank, key, DRILL_RATING_HARD, NOON (TODAY + 9));
    }
  g_assert_true (drill_habits_load (bank->connection, &habits, &error));
  g_assert_cmpuint (habits.answers, ==, 120);
  g_assert_cmpfloat (habits.first[3], >, 0.6);
  g_assert_cmpfloat (habits.known[0], >, 0.6);
  g_assert_cmpfloat (habits.seconds[1], >, 7);
  g_assert_cmpfloat (habits.seconds[1], <, usual.seconds[1]);
  g_assert_cmpfloat (habits.seconds[0], ==, usual.seconds[0]);
  for (guint i = 0; i < DRILL_N_RATINGS; i++)
    sum += habits.first[i];
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-12);
}

static DrillConnection *
open_workspace (DrillConnectionMode mode,
                gpointer            data,
                GError            **error)
{
  return drill_workspace_open (data, mode, NULL, error);
}

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *place;
}

static void
count_cb (DrillStudy *study,
          guint      *count)
{
  (*count)++;
}

typedef struct
{
  Bank          *bank;
  DrillDatabase *database;
  DrillClock    *clock;
  DrillStudy    *study;
  guint          changes;
} Desk;

static void
desk_set_up (Desk         *desk,
             gconstpointer data)
{
  g_autofree char         *chapter = bank_chapter (6);
  g_autoptr (GAsyncResult) opened = NULL;

  desk->bank = bank_new (chapter);
  g_clear_pointer (&desk->bank->connection, drill_connection_close);
  desk->clock = drill_clock_new_fake (NOON (TODAY));
  desk->database = drill_database_new (open_workspace, desk->bank->folder, NULL);
  drill_database_open_async (desk->database, NULL, store_result_cb, &opened);
  g_assert_true (drill_database_open_finish (desk->database, wait_for (&opened), NULL));
  desk->study = drill_study_new (desk->database, desk->clock);
  drill_study_set_rules (desk->study, desk->bank->rules);
  g_signal_connect (desk->study, "changed", G_CALLBACK (count_cb), &desk->changes);
}

static void
desk_tear_down (Desk         *desk,
                gconstpointer data)
{
  drill_database_close (desk->database);
  g_assert_finalize_object (desk->study);
  g_object_unref (desk->database);
  drill_clock_unref (desk->clock);
  bank_free (desk->bank);
}

static void
test_desk (Desk         *desk,
           gconstpointer data)
{
  g_autoptr (DrillAnswer)      answer = NULL;
  g_autoptr (DrillMark)        mark = NULL;
  g_autoptr (GAsyncResult)     recorded = NULL;
  g_autoptr (GAsyncResult)     marked = NULL;
  g_autoptr (GAsyncResult)     undone = NULL;
  g_autoptr (GAsyncResult)     redone = NULL;
  g_autoptr (GAsyncResult)     nothing = NULL;
  g_autoptr (GAsyncResult)     replayed = NULL;
  g_autoptr (GAsyncResult)     viewed = NULL;
  g_autoptr (DrillUndo)        undo = NULL;
  g_autoptr (DrillUndo)        redo = NULL;
  g_autoptr (DrillCardHistory) history = NULL;
  g_autoptr (GError)           error = NULL;

  answer = drill_answer_new ("bank/q0", DRILL_OCCASION_REVIEW, DRILL_RATING_EASY, NOON (TODAY), 1);
  mark = drill_mark_new ("bank/q0", DRILL_MARK_SUSPEND, 0, NOON (TODAY));

  /* All at once: they are done in this order. */
  drill_study_record_async (desk->study, answer, store_result_cb, &recorded);
  drill_study_mark_async (desk->study, mark, store_result_cb, &marked);
  drill_study_undo_async (desk->study, answer->uuid, store_result_cb, &undone);
  drill_study_redo_async (desk->study, store_result_cb, &redone);
  drill_study_redo_async (desk->study, store_result_cb, &nothing);
  drill_study_replay_async (desk->study, store_result_cb, &replayed);

  g_assert_true (drill_study_record_finish (desk->study, wait_for (&recorded), &error));
  g_assert_true (drill_study_mark_finish (desk->study, wait_for (&marked), &error));
  undo = drill_study_undo_finish (desk->study, wait_for (&undone), &error);
  g_assert_no_error (error);
  g_assert_cmpint (undo->fold.card.state, ==, DRILL_CARD_NEW);
  g_assert_true (undo->fold.marks.suspended);
  redo = drill_study_redo_finish (desk->study, wait_for (&redone), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (redo->key, ==, "bank/q0");
  g_assert_cmpint (redo->fold.card.state, ==, DRILL_CARD_REVIEW);
  g_assert_null (drill_study_redo_finish (desk->study, wait_for (&nothing), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (drill_study_replay_finish (desk->study, wait_for (&replayed), &error));
  g_assert_cmpuint (desk->changes, ==, 5);

  drill_study_load_history_async (desk->study, "bank/q0", NULL, store_result_cb, &viewed);
  history = drill_study_load_history_finish (desk->study, wait_for (&viewed), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->events->len, ==, 2);
}

static void
test_desk_outlook (Desk         *desk,
                   gconstpointer data)
{
  static const double       retentions[] = { 0.8, 0.9 };
  g_autoptr (GAsyncResult)  planned = NULL;
  g_autoptr (GAsyncResult)  simulated = NULL;
  g_autoptr (GAsyncResult)  listed = NULL;
  g_autoptr (DrillRules)    rules = drill_rules_copy (desk->bank->rules);
  g_autoptr (GArray)        points = NULL;
  g_autoptr (GPtrArray)     leeches = NULL;
  g_autoptr (GError)        error = NULL;
  DrillSimulation           simulation = { .days = 60, .new_per_day = 2, .reviews_per_day = 50 };
  DrillStudyPlan            plan;

  rules->interview_day = TODAY + 10;
  drill_study_set_rules (desk->study, rules);
  g_assert_cmpint (drill_study_get_rules (desk->study)->interview_day, ==, TODAY + 10);

  drill_study_load_plan_async (desk->study, NULL, store_result_cb, &planned);
  drill_study_simulate_async (desk->study,
                              &simulation,
                              retentions,
                              G_N_ELEMENTS (retentions),
                              NULL,
                              store_result_cb,
                              &simulated);
  drill_study_list_leeches_async (desk->study, NULL, store_result_cb, &listed);

  g_assert_true (drill_study_load_plan_finish (desk->study, wait_for (&planned), &plan, &error));
  g_assert_cmpint (plan.today, ==, TODAY);
  g_assert_cmpuint (plan.counts.fresh, ==, 6);
  g_assert_cmpuint (plan.backlog.due, ==, 0);
  g_assert_cmpuint (plan.interview.days, ==, 10);
  g_assert_cmpuint (plan.interview.unseen, ==, 6);
  g_assert_cmpfloat (plan.interview.recall_idle, ==, 0);
  g_assert_cmpfloat (plan.interview.recall, >, 0.7);

  points = drill_study_simulate_finish (desk->study, wait_for (&simulated), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (points->len, ==, 2);
  g_assert_cmpuint (g_array_index (points, DrillSimulatorPoint, 0).cards, ==, 6);

  leeches = drill_study_list_leeches_finish (desk->study, wait_for (&listed), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (leeches->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/study/outlook/history", test_history);
  g_test_add_func ("/study/outlook/simulator", test_simulator);
  g_test_add_func ("/study/outlook/simulator-scales", test_simulator_scales);
  g_test_add_func ("/study/outlook/simulator-cancelled", test_simulator_cancelled);
  g_test_add_func ("/study/outlook/habits", test_habits);
  g_test_add ("/study/outlook/desk", Desk, NULL, desk_set_up, test_desk, desk_tear_down);
  g_test_add ("/study/outlook/desk-plans", Desk, NULL, desk_set_up, test_desk_outlook, desk_tear_down);

  return g_test_run ();
}
