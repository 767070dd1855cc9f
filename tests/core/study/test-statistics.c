/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Activity by day and recall by topic. */

#include "config.h"

#include "study-fixture.h"

#include "study/statistics.h"

#include <math.h>

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

static const DrillGroupStatistics *
topic_at (DrillStatistics *statistics,
          guint            index,
          const char      *slug)
{
  const DrillGroupStatistics *topic;

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
  const DrillGroupStatistics *topic;

  g_assert_cmpuint (statistics->cards, ==, 0);
  g_assert_cmpuint (statistics->learning, ==, 0);
  for (guint i = 0; i < DRILL_STATISTICS_DAYS; i++)
    g_assert_cmpint (statistics->days[i].answers, ==, 0);
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
  g_assert_cmpint (statistics->days[0].answers, ==, 1);
  g_assert_cmpint (statistics->days[0].recalled, ==, 0);
  g_assert_cmpint (statistics->days[LAST - 1].answers, ==, 1);
  g_assert_cmpint (statistics->days[LAST - 1].recalled, ==, 1);
  g_assert_cmpint (statistics->days[LAST].answers, ==, 2);
  g_assert_cmpint (statistics->days[LAST].recalled, ==, 1);
  g_assert_cmpint (statistics->days[LAST].duration_ms, ==, 20000);
  for (guint i = 0; i < DRILL_STATISTICS_DAYS; i++)
    total += (guint) statistics->days[i].answers;
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
  const DrillGroupStatistics *topic;

  /* cc was never seen, bb is weak, aa is half seen and strong. */
  study_put_card (fixture, "fix/q1", 100, TODAY - 1, TODAY + 90);
  study_put_card (fixture, "fix/q3", 1, TODAY - 50, TODAY - 49);
  study_put_card (fixture, "fix/q4", 3, TODAY - 3, TODAY);
  statistics = load (fixture);

  topic = topic_at (statistics, 1, "bb");
  g_assert_cmpuint (topic->items, ==, 2);
  g_assert_cmpuint (topic->seen, ==, 2);
  g_assert_cmpfloat_with_epsilon (topic->recall,
                                  (drill_fsrs_retrievability (fsrs, 1, 50) +
                                   drill_fsrs_retrievability (fsrs, 3, 3)) /
                                      2,
                                  1e-12);
  topic = topic_at (statistics, 2, "aa");
  g_assert_cmpuint (topic->seen, ==, 1);
  g_assert_cmpfloat_with_epsilon (topic->recall, drill_fsrs_retrievability (fsrs, 100, 1), 1e-12);
  topic = topic_at (statistics, 0, "cc");
  g_assert_cmpuint (topic->seen, ==, 0);
  g_assert_cmpint (topic->reason, ==, DRILL_WEAK_UNSEEN);

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
  g_assert_cmpuint (topic_at (statistics, 2, "aa")->lapses, ==, 1);
}

/* A clock that was ahead: a card that was answered tomorrow is known today. */
static void
test_clock_was_ahead (StudyFixture *fixture,
                      gconstpointer data)
{
  g_autoptr (DrillStatistics) statistics = NULL;

  study_put_card (fixture, "fix/q1", 10, TODAY + 5, TODAY + 15);
  statistics = load (fixture);
  g_assert_cmpfloat (topic_at (statistics, 2, "aa")->recall, ==, 1);
}

/* Only a card's first answer on a day is a test, and only when it was seen before. */
static void
test_retention (StudyFixture *fixture,
                gconstpointer data)
{
  g_autoptr (DrillStatistics) statistics = NULL;

  study_record (fixture, "fix/q1", DRILL_RATING_EASY, NOON (TODAY - 60));
  study_record (fixture, "fix/q1", DRILL_RATING_AGAIN, NOON (TODAY - 50));
  study_record (fixture, "fix/q1", DRILL_RATING_GOOD, NOON (TODAY - 50) + 1);
  study_record (fixture, "fix/q1", DRILL_RATING_GOOD, NOON (TODAY - 30));
  study_record (fixture, "fix/q1", DRILL_RATING_GOOD, NOON (TODAY));
  statistics = load (fixture);
  g_assert_cmpint (statistics->days[LAST - 60].introduced, ==, 1);
  g_assert_cmpint (statistics->days[LAST - 60].young, ==, 0);
  g_assert_cmpint (statistics->days[LAST - 50].young, ==, 1);
  g_assert_cmpint (statistics->days[LAST - 50].young_recalled, ==, 0);
  g_assert_cmpint (statistics->days[LAST - 30].young, ==, 1);
  g_assert_cmpint (statistics->days[LAST - 30].young_recalled, ==, 1);
  g_assert_cmpint (statistics->days[LAST].mature, ==, 1);
  g_assert_cmpint (statistics->days[LAST].mature_recalled, ==, 1);
}

static void
test_reasons (StudyFixture *fixture,
              gconstpointer data)
{
  g_autoptr (DrillStatistics) statistics = NULL;
  g_autoptr (DrillAnswer)     answer = NULL;
  g_autoptr (GError)          error = NULL;
  DrillCard                   card;

  /* aa: two are nearly gone. bb: an incident went wrong. cc: wrong in a quiz. */
  study_put_card (fixture, "fix/q1", 0.1, TODAY - 900, TODAY - 800);
  study_put_card (fixture, "fix/q2", 0.1, TODAY - 900, TODAY - 800);
  answer = drill_answer_new ("fix/m1", DRILL_OCCASION_QUIZ, DRILL_RATING_AGAIN, NOON (TODAY), 5000);
  drill_answer_record (fixture->connection, fixture->rules, answer, &card, &error);
  g_assert_no_error (error);
  scratch_sql_run (fixture->scratch,
                   "data/progress.db",
                   "INSERT INTO run (id, uuid, key, hash, parent_moves, started_ms, updated_ms, finished,"
                   "                 moves, score, max)"
                   "VALUES (1, '00000000000000000000000000000001', 'fix/outage', 'h', 0, 5, 6, 1, '', 3, 10);"
                   "INSERT INTO run_lesson VALUES (1, 0, 1, 's', 'A point', 'fix/q3'),"
                   "                              (1, 1, 1, 's', 'A point', 'fix/q4');"
                   "INSERT INTO run_phase VALUES (1, 0, 'assess', 3, 6), (1, 1, 'fix', 0, 4)");
  statistics = load (fixture);
  for (guint i = 0; i < statistics->topics->len; i++)
    {
      static const struct
      {
        const char   *slug;
        DrillWeakness reason;
      } expected[] = { { "aa", DRILL_WEAK_FORGOTTEN }, { "bb", DRILL_WEAK_INCIDENT }, { "cc", DRILL_WEAK_QUIZ } };
      const DrillGroupStatistics *topic = g_ptr_array_index (statistics->topics, i);

      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        {
          if (g_str_equal (topic->slug, expected[j].slug))
            g_assert_cmpint (topic->reason, ==, expected[j].reason);
        }
      g_assert_cmpfloat (topic->weakness, >, 0.5);
    }
  g_assert_cmpuint (statistics->missed, ==, 3);
  g_assert_cmpuint (statistics->runs->len, ==, 1);
  g_assert_cmpstr (((DrillRunPoint *) g_ptr_array_index (statistics->runs, 0))->title, ==, "An outage");
  g_assert_cmpuint (statistics->phases->len, ==, 2);
  g_assert_cmpstr (((DrillPhasePoint *) g_ptr_array_index (statistics->phases, 0))->name, ==, "assess");
  g_assert_cmpfloat (((DrillPhasePoint *) g_ptr_array_index (statistics->phases, 0))->share, ==, 0.5);
}

/* How sure it is: of more items the share is surer. */
static void
test_spread (StudyFixture *fixture,
             gconstpointer data)
{
  g_autoptr (DrillStatistics) one = NULL;
  g_autoptr (DrillStatistics) two = NULL;
  double                      recall;

  study_put_card (fixture, "fix/q1", 5, TODAY - 20, TODAY);
  one = load (fixture);
  study_put_card (fixture, "fix/q2", 5, TODAY - 20, TODAY);
  two = load (fixture);
  recall = topic_at (one, 2, "aa")->recall;
  g_assert_cmpfloat_with_epsilon (topic_at (one, 2, "aa")->spread, sqrt (recall * (1 - recall)), 1e-12);
  g_assert_cmpfloat_with_epsilon (topic_at (two, 2, "aa")->spread,
                                  sqrt (recall * (1 - recall) / 2),
                                  1e-12);
}

static void
test_forecast (StudyFixture *fixture,
               gconstpointer data)
{
  g_autoptr (DrillStatistics) statistics = NULL;

  study_put_card (fixture, "fix/q1", 5, TODAY - 20, TODAY - 3);
  study_put_card (fixture, "fix/q2", 5, TODAY - 2, TODAY);
  study_put_card (fixture, "fix/q3", 5, TODAY - 2, TODAY + 4);
  study_put_card (fixture, "fix/q4", 50, TODAY - 2, TODAY + DRILL_FORECAST_DAYS);
  statistics = load (fixture);
  g_assert_cmpuint (statistics->overdue, ==, 1);
  g_assert_cmpuint (statistics->forecast[0], ==, 2);
  g_assert_cmpuint (statistics->forecast[4], ==, 1);
  g_assert_cmpuint (statistics->forecast[DRILL_FORECAST_DAYS - 1], ==, 0);
}

static void
test_readiness (StudyFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DrillReadiness     now;
  DrillReadiness     none;

  study_put_card (fixture, "fix/q1", 30, TODAY - 5, TODAY + 20);
  g_assert_true (drill_readiness_load (fixture->connection, fixture->rules, NOON (TODAY), 0, TODAY + 14, &now, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (now.items, ==, 5);
  g_assert_cmpuint (now.seen, ==, 1);
  g_assert_cmpuint (now.days, ==, 14);
  g_assert_cmpfloat (now.recall_idle, <, now.recall_today);
  g_assert_cmpfloat (now.recall, >, now.recall_idle);

  /* Nothing is said to be for architects. */
  g_assert_true (drill_readiness_load (fixture->connection, fixture->rules, NOON (TODAY),
                                       DRILL_LEVEL_ARCHITECT, TODAY + 14, &none, &error));
  g_assert_cmpuint (none.items, ==, 0);
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

  ADD ("/study/statistics/retention", NULL, test_retention);
  ADD ("/study/statistics/reasons", NULL, test_reasons);
  ADD ("/study/statistics/spread", NULL, test_spread);
  ADD ("/study/statistics/forecast", NULL, test_forecast);
  ADD ("/study/statistics/readiness", NULL, test_readiness);

  return g_test_run ();
}
