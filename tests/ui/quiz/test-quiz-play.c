/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A quiz between the clock and the disk, and its values in words. */

#include "config.h"

#include "quiz-fixture.h"

#include "ui/quiz/quiz-format.h"

/* Half, five minutes, one minute, the end: each is said once, and the end is stored. */
static void
test_time_runs_out (QuizFixture  *fixture,
                    gconstpointer data)
{
  g_autoptr (DrillQuizPlay) play = quiz_fixture_start (fixture, drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM));

  g_assert_true (drill_quiz_play_choose (play, 1));
  quiz_fixture_pass (fixture, play, 25 * MINUTE_MS);
  quiz_fixture_pass (fixture, play, 1000);
  g_assert_cmpstr (fixture->heard->str, ==, "1");
  quiz_fixture_pass (fixture, play, 20 * MINUTE_MS);
  quiz_fixture_pass (fixture, play, 4 * MINUTE_MS);
  g_assert_cmpstr (fixture->heard->str, ==, "123");
  g_assert_cmpint (drill_attempt_get_left_ms (drill_quiz_play_get_now (play)), ==, MINUTE_MS - 1000);
  quiz_fixture_pass (fixture, play, MINUTE_MS);
  g_assert_cmpstr (fixture->heard->str, ==, "123e");
  g_assert_false (drill_quiz_play_choose (play, 2));
  quiz_fixture_wait_until_saved (play);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT phase FROM attempt"), ==, DRILL_ATTEMPT_OUT_OF_TIME);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT right + wrong FROM attempt"), ==, 1);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT count(*) FROM review"), ==, 1);
}

/* In an exam the time of one question leads on to the next. */
static void
test_question_runs_out (QuizFixture  *fixture,
                        gconstpointer data)
{
  DrillQuizSetup           *setup = drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM);
  g_autoptr (DrillQuizPlay) play = NULL;

  setup->timing = DRILL_QUIZ_TIME_FOR_EACH;
  setup->seconds = 30;
  play = quiz_fixture_start (fixture, setup);
  quiz_fixture_pass (fixture, play, 30000);
  g_assert_cmpuint (drill_attempt_get_current (drill_quiz_play_get_quiz (play)->attempt), ==, 1);
  g_assert_cmpstr (fixture->heard->str, ==, "m");
  quiz_fixture_pass (fixture, play, 30000);
  g_assert_cmpstr (fixture->heard->str, ==, "me");
  quiz_fixture_wait_until_saved (play);
}

/* In practice one choice is the answer; several wait for the check. */
static void
test_practice (QuizFixture  *fixture,
               gconstpointer data)
{
  g_autoptr (DrillQuizPlay) play = quiz_fixture_start (fixture, drill_quiz_setup_new (DRILL_QUIZ_PRESET_TEN));
  const DrillAttempt       *attempt = drill_quiz_play_get_quiz (play)->attempt;

  g_assert_true (drill_quiz_play_choose (play, 1));
  g_assert_true (drill_attempt_get_entry (attempt, 0)->closed);
  g_assert_true (drill_quiz_play_go (play, 1));
  g_assert_true (drill_quiz_play_choose (play, 1 | 4));
  g_assert_false (drill_attempt_get_entry (attempt, 1)->closed);
  g_assert_cmphex (drill_quiz_play_get_chosen (play, 1), ==, 1 | 4);
  g_assert_true (drill_quiz_play_check (play));
  g_assert_true (drill_quiz_play_pause (play));
  quiz_fixture_pass (fixture, play, 60 * MINUTE_MS);
  g_assert_true (drill_quiz_play_resume (play));
  g_assert_cmpint (drill_attempt_get_left_ms (attempt), ==, 10 * MINUTE_MS);
  drill_quiz_play_leave (play);
  quiz_fixture_wait_until_saved (play);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT kind FROM attempt_event ORDER BY number DESC LIMIT 1"), ==, DRILL_ATTEMPT_LEAVE);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT count(*) FROM review"), ==, 2);
}

/* Behind a step that could not be stored the others wait, and none is lost. */
static void
test_retry (QuizFixture  *fixture,
            gconstpointer data)
{
  g_autoptr (DrillQuizPlay) play = quiz_fixture_start (fixture, drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM));
  DrillStepSaver           *saver = drill_quiz_play_get_saver (play);

  scratch_sql_run (fixture->scratch, "data/progress.db",
                   "CREATE TRIGGER stop BEFORE INSERT ON attempt_event BEGIN SELECT raise (ABORT, 'no'); END");
  g_assert_true (drill_quiz_play_choose (play, 1));
  g_assert_true (drill_quiz_play_set_flag (play, TRUE));
  while (drill_step_saver_get_message (saver) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (drill_step_saver_get_pending (saver), ==, 2);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT count(*) FROM attempt_event"), ==, 1);

  scratch_sql_run (fixture->scratch, "data/progress.db", "DROP TRIGGER stop");
  drill_step_saver_retry (saver);
  quiz_fixture_wait_until_saved (play);
  g_assert_null (drill_step_saver_get_message (saver));
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT count(*) FROM attempt_event"), ==, 3);
}

static void
test_format (void)
{
  static const struct
  {
    gint64      ms;
    const char *clock;
  } clocks[] = { { 0, "0:00" }, { 1, "0:01" }, { 59001, "1:00" }, { 2472000, "41:12" }, { 3723000, "1:02:03" }, { -5, "0:00" } };
  static const struct
  {
    int         points;
    const char *text;
  } points[] = { { 2800, "28" }, { 2750, "27.5" }, { 2725, "27.25" }, { -75, "-0.75" }, { 0, "0" } };
  static const char *const setups[DRILL_QUIZ_N_PRESETS] = {
    [DRILL_QUIZ_PRESET_TEN] = "10 questions · 10 minutes · practice",
    [DRILL_QUIZ_PRESET_EXAM] = "40 questions · 50 minutes · exam · pass at 70 %",
    [DRILL_QUIZ_PRESET_WEAK] = "10 questions · weak ones · no clock · practice",
  };
  static const guint8 uuid[DRILL_UUID_SIZE] = { 0, 1, 0xfe };
  guint8              parsed[DRILL_UUID_SIZE];
  g_autofree char    *hex = drill_quiz_format_uuid (uuid);
  g_autofree char    *letters = drill_quiz_format_letters (1 | 4);

  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autofree char *text = drill_quiz_format_clock (clocks[i].ms);

      g_assert_cmpstr (text, ==, clocks[i].clock);
    }
  for (guint i = 0; i < G_N_ELEMENTS (setups); i++)
    {
      g_autoptr (DrillQuizSetup) setup = drill_quiz_setup_new (i);
      g_autofree char           *text = drill_quiz_format_setup (setup);

      g_assert_cmpstr (text, ==, setups[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autofree char *text = drill_quiz_format_points (points[i].points);

      g_assert_cmpstr (text, ==, points[i].text);
    }
  g_assert_cmpstr (letters, ==, "A, C");
  g_assert_true (drill_quiz_parse_uuid (hex, parsed));
  g_assert_cmpmem (uuid, sizeof uuid, parsed, sizeof parsed);
  g_assert_false (drill_quiz_parse_uuid ("abc", parsed));
  g_assert_false (drill_quiz_parse_uuid ("zz0100000000000000000000000000fe", parsed));
}

#define ADD(path, test) g_test_add (path, QuizFixture, NULL, quiz_fixture_set_up, test, quiz_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/quiz/play/time-runs-out", test_time_runs_out);
  ADD ("/quiz/play/question-runs-out", test_question_runs_out);
  ADD ("/quiz/play/practice", test_practice);
  ADD ("/quiz/play/retry", test_retry);
  g_test_add_func ("/quiz/format", test_format);

  return g_test_run ();
}
