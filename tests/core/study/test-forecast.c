/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Plans for a backlog and for the date of an interview. */

#include "config.h"

#include "study/forecast.h"

#define TODAY 20000

static DrillScheduler scheduler;

static DrillForecastCard
card (double stability,
      int    last_day,
      int    due_day)
{
  return (DrillForecastCard){ .memory = { stability, 5 }, .last_day = last_day, .due_day = due_day };
}

static void
test_backlog (void)
{
  enum { N = 1000 };
  g_autofree DrillForecastCard *cards = g_new (DrillForecastCard, N);
  DrillBacklogPlan              fast;
  DrillBacklogPlan              slow;
  DrillBacklogPlan              never;
  guint                         pace;

  for (guint i = 0; i < N; i++)
    cards[i] = card (20, TODAY - 40, TODAY - (int) (i % 20));
  fast = drill_backlog_plan (cards, N, &scheduler, TODAY, 200);
  slow = drill_backlog_plan (cards, N, &scheduler, TODAY, 60);
  never = drill_backlog_plan (cards, N, &scheduler, TODAY, 1);
  g_assert_cmpuint (fast.due, ==, N);
  g_assert_cmpuint (fast.overdue, ==, N - N / 20);
  g_assert_cmpuint (fast.days, ==, 5);
  g_assert_cmpuint (slow.days, >=, N / 60);
  g_assert_cmpuint (never.days, ==, 0);

  /* The pace that is asked for keeps what it promises, and one less does not. */
  pace = drill_backlog_pace (cards, N, &scheduler, TODAY, 10);
  g_assert_cmpuint (pace, >=, N / 10);
  g_assert_cmpuint (drill_backlog_plan (cards, N, &scheduler, TODAY, pace).days, <=, 10);
  g_assert_cmpuint (drill_backlog_plan (cards, N, &scheduler, TODAY, pace).days, >, 0);
  slow = drill_backlog_plan (cards, N, &scheduler, TODAY, pace - 1);
  g_assert_true (slow.days == 0 || slow.days > 10);
}

static void
test_no_backlog (void)
{
  DrillForecastCard ahead = card (20, TODAY - 2, TODAY + 3);
  DrillBacklogPlan  plan = drill_backlog_plan (&ahead, 1, &scheduler, TODAY, 10);

  g_assert_cmpuint (plan.due, ==, 0);
  g_assert_cmpuint (plan.days, ==, 1);
  g_assert_cmpuint (drill_backlog_pace (&ahead, 1, &scheduler, TODAY, 10), ==, 0);
  plan = drill_backlog_plan (NULL, 0, &scheduler, TODAY, 10);
  g_assert_cmpuint (plan.due, ==, 0);
}

static const struct
{
  guint cards;
  guint per_day;
  int   days; /* before the interview */
} sweeps[] = { { 100, 50, 3 }, { 1000, 100, 10 }, { 1001, 100, 11 }, { 0, 100, 3 }, { 100, 0, 3 } };

static void
test_sweep_day (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sweeps); i++)
    g_assert_cmpint (drill_interview_sweep_day (sweeps[i].cards, TODAY, sweeps[i].per_day),
                     ==,
                     TODAY - sweeps[i].days);
}

static void
test_interview (void)
{
  enum { N = 300 };
  g_autofree DrillForecastCard *cards = g_new0 (DrillForecastCard, N);
  DrillInterviewPlan            plan;
  DrillInterviewPlan            hurried;

  for (guint i = 0; i < N - 50; i++)
    cards[i] = card (1 + i % 60, TODAY - (int) (i % 60), TODAY);
  plan = drill_interview_plan (cards, N, &scheduler, TODAY, TODAY + 20, 60);
  g_assert_cmpuint (plan.days, ==, 20);
  g_assert_cmpuint (plan.cards, ==, N);
  g_assert_cmpuint (plan.unseen, ==, 50);
  g_assert_cmpuint (plan.unreached, ==, 0);
  g_assert_cmpint (plan.sweep_day, ==, TODAY + 15);
  g_assert_cmpuint (plan.per_day, ==, 60);
  g_assert_cmpfloat (plan.recall, >, plan.recall_idle + 0.05);
  g_assert_cmpfloat (plan.recall, <=, 1);
  g_assert_cmpfloat (plan.recall, >, 0.9);
  g_assert_cmpfloat (plan.recall_idle, >, 0);

  /* Too little time: it is said how much stays unseen. */
  hurried = drill_interview_plan (cards, N, &scheduler, TODAY, TODAY + 2, 60);
  g_assert_cmpuint (hurried.unreached, ==, N - 120);
  g_assert_cmpfloat (hurried.recall, <, plan.recall);

  g_assert_cmpuint (drill_interview_plan (cards, N, &scheduler, TODAY, TODAY, 60).days, ==, 0);
  g_assert_cmpuint (drill_interview_plan (NULL, 0, &scheduler, TODAY, TODAY + 5, 60).cards, ==, 0);
}

static void
test_worth (void)
{
  DrillForecastCard strong = card (2000, TODAY - 200, TODAY);
  DrillForecastCard weak = card (2, TODAY - 6, TODAY - 4);

  g_assert_false (drill_interview_is_worth (&strong, &scheduler, TODAY, TODAY + 15, TODAY + 20));
  g_assert_true (drill_interview_is_worth (&weak, &scheduler, TODAY, TODAY + 15, TODAY + 20));

  /* In the sweep everything is. */
  g_assert_true (drill_interview_is_worth (&strong, &scheduler, TODAY, TODAY, TODAY + 5));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  drill_scheduler_init_default (&scheduler);

  g_test_add_func ("/study/forecast/backlog", test_backlog);
  g_test_add_func ("/study/forecast/no-backlog", test_no_backlog);
  g_test_add_func ("/study/forecast/sweep-day", test_sweep_day);
  g_test_add_func ("/study/forecast/interview", test_interview);
  g_test_add_func ("/study/forecast/worth", test_worth);

  return g_test_run ();
}
