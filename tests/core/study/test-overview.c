/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The numbers of the Today page. */

#include "config.h"

#include "study-fixture.h"

#include "study/overview.h"

#define MAX_DAYS 8

static DrillOverview
load (StudyFixture *fixture,
      gint64        now_ms)
{
  g_autoptr (GError) error = NULL;
  DrillOverview      overview;

  memset (&overview, 0xff, sizeof overview);
  drill_overview_load (fixture->connection, fixture->rules, now_ms, &overview, &error);
  g_assert_no_error (error);

  return overview;
}

static void
test_first_day (StudyFixture *fixture,
                gconstpointer data)
{
  DrillOverview overview = load (fixture, NOON (TODAY));

  /* Four questions and an MCQ; neither the follow-up nor the scenario counts. */
  g_assert_cmpuint (overview.items, ==, 5);
  g_assert_cmpuint (overview.unseen, ==, 5);
  g_assert_cmpuint (overview.fresh, ==, 5);
  g_assert_cmpuint (overview.due, ==, 0);
  g_assert_cmpuint (overview.answers_today, ==, 0);
  g_assert_cmpint (overview.duration_today_ms, ==, 0);
  g_assert_cmpint (overview.pace_ms, ==, 0);
  g_assert_cmpuint (overview.streak, ==, 0);
  g_assert_cmpuint (overview.next_day, ==, 0);
  g_assert_cmpuint (overview.next_count, ==, 0);
}

static void
test_fresh (StudyFixture *fixture,
            gconstpointer data)
{
  DrillOverview overview;

  fixture->rules->new_per_day = 2;
  overview = load (fixture, NOON (TODAY));
  g_assert_cmpuint (overview.fresh, ==, 2);

  study_record (fixture, "fix/q1", DRILL_RATING_EASY, NOON (TODAY));
  overview = load (fixture, NOON (TODAY) + 1);
  g_assert_cmpuint (overview.unseen, ==, 4);
  g_assert_cmpuint (overview.fresh, ==, 1);
  g_assert_cmpuint (overview.answers_today, ==, 1);
  g_assert_cmpint (overview.duration_today_ms, ==, 10000);

  study_record (fixture, "fix/q2", DRILL_RATING_EASY, NOON (TODAY));
  fixture->rules->new_per_day = 1;
  overview = load (fixture, NOON (TODAY) + 1);
  g_assert_cmpuint (overview.fresh, ==, 0);
  overview = load (fixture, NOON (TODAY + 1));
  g_assert_cmpuint (overview.fresh, ==, 1);
  g_assert_cmpuint (overview.answers_today, ==, 0);
}

static void
test_due_and_next (StudyFixture *fixture,
                   gconstpointer data)
{
  DrillOverview overview;

  study_put_card (fixture, "fix/q1", 5, TODAY - 10, TODAY - 1);
  study_put_card (fixture, "fix/q2", 5, TODAY - 10, TODAY);
  study_put_card (fixture, "fix/q3", 5, TODAY - 10, TODAY + 3);
  study_put_card (fixture, "fix/q4", 5, TODAY - 10, TODAY + 3);
  study_put_card (fixture, "fix/m1", 5, TODAY - 10, TODAY + 9);
  study_put_card (fixture, "gone/x", 5, TODAY - 10, TODAY);
  study_put_card (fixture, "gone/y", 5, TODAY - 10, TODAY + 1);

  overview = load (fixture, NOON (TODAY));
  g_assert_cmpuint (overview.due, ==, 2);
  g_assert_cmpuint (overview.unseen, ==, 0);
  g_assert_cmpuint (overview.next_day, ==, 3);
  g_assert_cmpuint (overview.next_count, ==, 2);
}

/* What is due is what the queue brings. */
static void
test_due_is_the_queue (StudyFixture *fixture,
                       gconstpointer data)
{
  static const char *const keys[] = { "fix/q1", "fix/q2", "fix/q3", "fix/m1", "fix/q1-more" };

  fixture->rules->new_per_day = 0;
  for (guint round = 0; round < 40; round++)
    {
      gint64                at_ms = NOON (TODAY) + round * DAY_MS / 2;
      g_autoptr (GPtrArray) queue = NULL;
      DrillOverview         overview;

      study_record (fixture,
                    keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))],
                    g_test_rand_int_range (DRILL_RATING_AGAIN, DRILL_RATING_EASY + 1),
                    at_ms);
      at_ms += g_test_rand_int_range (0, DAY_MS / 2);
      queue = drill_queue_load (fixture->connection, fixture->rules, at_ms, NULL);
      overview = load (fixture, at_ms);
      g_assert_cmpuint (overview.due, ==, queue->len);
    }
}

static void
test_pace (StudyFixture *fixture,
           gconstpointer data)
{
  DrillOverview overview;

  /* Only the last hundred count, each of ten seconds; these are older. */
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (DrillAnswer) answer = NULL;
      DrillCard               card;

      answer = drill_answer_new ("fix/q1", DRILL_OCCASION_REVIEW, DRILL_RATING_GOOD, 1, 3600000);
      g_assert_true (drill_answer_record (fixture->connection, fixture->rules, answer, &card, NULL));
    }
  overview = load (fixture, NOON (TODAY));
  g_assert_cmpint (overview.pace_ms, ==, 3600000);
  for (guint i = 0; i < 100; i++)
    study_record (fixture, "fix/q2", DRILL_RATING_GOOD, NOON (TODAY) + i);
  overview = load (fixture, NOON (TODAY));
  g_assert_cmpint (overview.pace_ms, ==, 10000);
}

typedef struct
{
  const char *name;
  int         days[MAX_DAYS]; /* with an answer, counted from today; 99 ends */
  guint       streak;
} Streak;

static const Streak streaks[] = {
  { "none", { 99 }, 0 },
  { "today", { 0, 99 }, 1 },
  { "yesterday", { -1, 99 }, 1 },
  { "two-days-ago", { -2, 99 }, 0 },
  { "three", { -2, -1, 0, 99 }, 3 },
  { "today-not-yet", { -3, -2, -1, 99 }, 3 },
  { "gap", { -4, -3, -1, 0, 99 }, 2 },
  { "gap-yesterday", { -3, -2, 0, 99 }, 1 },
  { "ended", { -5, -4, -3, 99 }, 0 },
  { "clock-was-ahead", { -1, 0, 1, 2, 99 }, 2 },
  { "only-ahead", { 5, 6, 99 }, 0 },
  { "many-a-day", { -1, -1, 0, 0, 0, 99 }, 2 },
};

static void
test_streak (StudyFixture *fixture,
             gconstpointer data)
{
  const Streak *streak = data;
  DrillOverview overview;

  for (guint i = 0; streak->days[i] != 99; i++)
    study_record (fixture, "fix/q1", DRILL_RATING_GOOD, NOON (TODAY + streak->days[i]) + i);
  overview = load (fixture, NOON (TODAY));
  g_assert_cmpuint (overview.streak, ==, streak->streak);
}

/* After midnight it is still the evening's study day. */
static void
test_streak_at_night (StudyFixture *fixture,
                      gconstpointer data)
{
  DrillOverview overview;

  study_record (fixture, "fix/q1", DRILL_RATING_GOOD, TODAY * DAY_MS + 23 * HOUR_MS);
  study_record (fixture, "fix/q1", DRILL_RATING_GOOD, (TODAY + 1) * DAY_MS + 3 * HOUR_MS);
  overview = load (fixture, (TODAY + 1) * DAY_MS + 3 * HOUR_MS);
  g_assert_cmpuint (overview.streak, ==, 1);
  g_assert_cmpuint (overview.answers_today, ==, 2);
}

static guint
streak_of (StudyFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  DrillOverview      overview;

  g_assert_true (drill_overview_load (fixture->connection, fixture->rules, NOON (TODAY), &overview, &error));

  return overview.streak;
}

/* Six days in a row earn one off; two off in a row end it. */
static void
test_streak_forgives (StudyFixture *fixture,
                      gconstpointer data)
{
  for (int day = TODAY - 9; day <= TODAY - 4; day++)
    study_record (fixture, "fix/q1", DRILL_RATING_GOOD, NOON (day));
  g_assert_cmpuint (streak_of (fixture), ==, 0);
  study_record (fixture, "fix/q1", DRILL_RATING_GOOD, NOON (TODAY - 2));
  study_record (fixture, "fix/q1", DRILL_RATING_GOOD, NOON (TODAY - 1));
  g_assert_cmpuint (streak_of (fixture), ==, 8);

  /* The day off was taken: another one so soon is not forgiven. */
  study_record (fixture, "fix/q1", DRILL_RATING_GOOD, NOON (TODAY + 1));
  g_assert_cmpuint (streak_of (fixture), ==, 8);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/study/overview/first-day", NULL, test_first_day);
  ADD ("/study/overview/fresh", NULL, test_fresh);
  ADD ("/study/overview/due-and-next", NULL, test_due_and_next);
  ADD ("/study/overview/due-is-the-queue", NULL, test_due_is_the_queue);
  ADD ("/study/overview/pace", NULL, test_pace);
  for (guint i = 0; i < G_N_ELEMENTS (streaks); i++)
    {
      g_autofree char *path = g_strconcat ("/study/overview/streak/", streaks[i].name, NULL);

      ADD (path, &streaks[i], test_streak);
    }
  ADD ("/study/overview/streak/at-night", NULL, test_streak_at_night);

  ADD ("/study/overview/streak-forgives", NULL, test_streak_forgives);

  return g_test_run ();
}
