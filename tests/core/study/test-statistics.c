/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Activity by day and recall by topic. */

#include "config.h"

#include "study-fixture.h"

#include "study/statistics.h"

#define LAST (DRILL_STATISTICS_DAYS - 1)

static DrillStatistics *
load (StudyFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  DrillStatistics   *statistics;

  statistics = drill_statistics_load (fixture->connection, fixture->rules, NOON (TODAY), &error);
  g_assert_no_error (error);

  return statistics;
}

static const DrillTopicStatistics *
topic_at (DrillStatistics *statistics,
          guint            index,
          const char      *slug)
{
  const DrillTopicStatistics *topic;

  g_assert_cmpuint (index, <, statistics->topics->len);
  topic = g_ptr_array_index (statistics->topics, index);
  g_assert_cmpstr (topic->slug, ==, slug);

  return topic;
}

static void
test_nothing_yet (StudyFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (DrillStatistics) statistics = load (fixture);
  const DrillTopicStatistics *topic;

  g_assert_cmpuint (statistics->cards, ==, 0);
  g_assert_cmpuint (statistics->learning, ==, 0);
  for (guint i = 0; i < DRILL_STATISTICS_DAYS; i++)
    g_assert_cmpuint (statistics->days[i], ==, 0);
  g_assert_cmpuint (statistics->topics->len, ==, 3);
  topic = topic_at (statistics, 0, "aa");
  g_assert_cmpuint (topic->items, ==, 2);
  g_assert_cmpuint (topic->seen, ==, 0);
  g_assert_cmpfloat (topic->recall, ==, 0);
  topic_at (statistics, 1, "bb");
  topic_at (statistics, 2, "cc");
}

static void
test_days (StudyFixture *fixture,
           gconstpointer data)
{
  g_autoptr (DrillStatistics) statistics = NULL;
  guint                       total = 0;

  study_record (fixture, "fix/q1", DRILL_RATING_GOOD, NOON (TODAY - DRILL_STATISTICS_DAYS));
  study_record (fixture, "fix/q1", DRILL_RATING_AGAIN, NOON (TODAY - LAST));
  study_record (fixture, "fix/q1", DRILL_RATING_HARD, NOON (TODAY - 1));
  study_record (fixture, "fix/q2", DRILL_RATING_AGAIN, NOON (TODAY));
  study_record (fixture, "fix/q2", DRILL_RATING_EASY, NOON (TODAY) + 1);
  study_record (fixture, "fix/q2", DRILL_RATING_EASY, NOON (TODAY + 1));

  /* What lies before the window, and what a clock left ahead of it, is not in it. */
  statistics = load (fixture);
  g_assert_cmpuint (statistics->days[0], ==, 1);
  g_assert_cmpuint (statistics->recalled[0], ==, 0);
  g_assert_cmpuint (statistics->days[LAST - 1], ==, 1);
  g_assert_cmpuint (statistics->recalled[LAST - 1], ==, 1);
  g_assert_cmpuint (statistics->days[LAST], ==, 2);
  g_assert_cmpuint (statistics->recalled[LAST], ==, 1);
  g_assert_cmpint (statistics->duration_ms[LAST], ==, 20000);
  for (guint i = 0; i < DRILL_STATISTICS_DAYS; i++)
    total += statistics->days[i];
  g_assert_cmpuint (total, ==, 4);
}

static void
test_states (StudyFixture *fixture,
             gconstpointer data)
{
  g_autoptr (DrillStatistics) statistics = NULL;

  study_record (fixture, "fix/q1", DRILL_RATING_EASY, NOON (TODAY));
  study_record (fixture, "fix/q2", DRILL_RATING_AGAIN, NOON (TODAY));
  study_put_card (fixture, "fix/q3", 10, TODAY - 10, TODAY);
  study_record (fixture, "fix/q3", DRILL_RATING_AGAIN, NOON (TODAY));
  statistics = load (fixture);
  g_assert_cmpuint (statistics->cards, ==, 3);
  g_assert_cmpuint (statistics->learning, ==, 2);
}

static void
test_topics (StudyFixture *fixture,
             gconstpointer data)
{
  const DrillFsrs            *fsrs = &fixture->rules->scheduler.fsrs;
  g_autoptr (DrillStatistics) statistics = NULL;
  g_autoptr (DrillStatistics) again = NULL;
  const DrillTopicStatistics *topic;

  /* bb is weak, aa is half seen and strong, cc was never seen. */
  study_put_card (fixture, "fix/q1", 100, TODAY - 1, TODAY + 90);
  study_put_card (fixture, "fix/q3", 1, TODAY - 50, TODAY - 49);
  study_put_card (fixture, "fix/q4", 3, TODAY - 3, TODAY);
  statistics = load (fixture);

  topic = topic_at (statistics, 0, "bb");
  g_assert_cmpuint (topic->items, ==, 2);
  g_assert_cmpuint (topic->seen, ==, 2);
  g_assert_cmpfloat_with_epsilon (topic->recall,
                                  (drill_fsrs_retrievability (fsrs, 1, 50) +
                                   drill_fsrs_retrievability (fsrs, 3, 3)) /
                                      2,
                                  1e-12);
  topic = topic_at (statistics, 1, "aa");
  g_assert_cmpuint (topic->seen, ==, 1);
  g_assert_cmpfloat_with_epsilon (topic->recall, drill_fsrs_retrievability (fsrs, 100, 1), 1e-12);
  topic = topic_at (statistics, 2, "cc");
  g_assert_cmpuint (topic->seen, ==, 0);

  again = drill_statistics_ref (statistics);
  g_assert_true (again == statistics);
}

static void
test_lapses (StudyFixture *fixture,
             gconstpointer data)
{
  g_autoptr (DrillStatistics) statistics = NULL;

  study_put_card (fixture, "fix/q1", 10, TODAY - 10, TODAY);
  study_record (fixture, "fix/q1", DRILL_RATING_AGAIN, NOON (TODAY));
  study_record (fixture, "fix/q1", DRILL_RATING_AGAIN, NOON (TODAY) + 1);
  statistics = load (fixture);
  g_assert_cmpuint (topic_at (statistics, 0, "aa")->lapses, ==, 1);
}

/* A clock that was ahead: a card that was answered tomorrow is known today. */
static void
test_clock_was_ahead (StudyFixture *fixture,
                      gconstpointer data)
{
  g_autoptr (DrillStatistics) statistics = NULL;

  study_put_card (fixture, "fix/q1", 10, TODAY + 5, TODAY + 15);
  statistics = load (fixture);
  g_assert_cmpfloat (topic_at (statistics, 0, "aa")->recall, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/study/statistics/nothing-yet", NULL, test_nothing_yet);
  ADD ("/study/statistics/days", NULL, test_days);
  ADD ("/study/statistics/states", NULL, test_states);
  ADD ("/study/statistics/topics", NULL, test_topics);
  ADD ("/study/statistics/lapses", NULL, test_lapses);
  ADD ("/study/statistics/clock-was-ahead", NULL, test_clock_was_ahead);

  return g_test_run ();
}
