/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A quiz between the clock and the disk, and its values in words. */

#include "config.h"

#include "scratch.h"

#include "library/library.h"
#include "study/workspace.h"
#include "ui/quiz/quiz-format.h"
#include "ui/quiz/quiz-play.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)

static const char pack[] = "<!-- pack: quiz; format: 1 -->\n# Quiz\n\n## MCQ Section\n\n"
                           "### 1. First?\n<!-- id: first -->\n\n- A. yes\n- B. no\n\n**Correct Answer:** A\n\n"
                           "### 2. Second?\n<!-- id: second -->\n\n- A. yes\n- B. no\n- C. so\n\n**Correct Answers:** A, B\n";

typedef struct
{
  Scratch       *scratch;
  char          *folder;
  DrillDatabase *database;
  DrillClock    *clock;
  DrillStudy    *study;
  GString       *heard; /* what a quiz said, a letter for each */
} Fixture;

static DrillConnection *
open_workspace (DrillConnectionMode mode,
                gpointer            data,
                GError            **error)
{
  return drill_workspace_open (data, mode, NULL, error);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (DrillLibrary)      library = NULL;
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (GAsyncResult)      opened = NULL;
  g_autoptr (GAsyncResult)      imported = NULL;
  g_autoptr (GError)            error = NULL;
  g_autofree char              *path = NULL;
  const char                   *paths[] = { NULL, NULL };

  fixture->scratch = scratch_new ();
  fixture->folder = scratch_path (fixture->scratch, "data");
  scratch_write (fixture->scratch, "pack/quiz.md", pack);
  fixture->database = drill_database_new (open_workspace, fixture->folder, NULL);
  drill_database_open_async (fixture->database, NULL, keep_result_cb, &opened);
  wait_for (&opened);
  g_assert_true (drill_database_open_finish (fixture->database, opened, &error));

  library = drill_library_new (fixture->database);
  path = scratch_path (fixture->scratch, "pack");
  paths[0] = path;
  drill_library_import_async (library, paths, NULL, keep_result_cb, &imported);
  wait_for (&imported);
  report = drill_library_import_finish (library, imported, &error);
  g_assert_no_error (error);

  fixture->clock = drill_clock_new_fake (G_GINT64_CONSTANT (1700000000000));
  fixture->study = drill_study_new (fixture->database, fixture->clock);
  fixture->heard = g_string_new (NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->study);
  drill_database_close (fixture->database);
  g_clear_object (&fixture->database);
  drill_clock_unref (fixture->clock);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_string_free (fixture->heard, TRUE);
  g_free (fixture->folder);
  scratch_free (fixture->scratch);
}

static void
moved_cb (Fixture *fixture)
{
  g_string_append_c (fixture->heard, 'm');
}

static void
ended_cb (Fixture *fixture)
{
  g_string_append_c (fixture->heard, 'e');
}

static void
notice_cb (Fixture *fixture,
           int      notice)
{
  g_string_append_c (fixture->heard, (char) ('0' + notice));
}

/* @setup: (transfer full) */
static DrillQuizPlay *
start (Fixture        *fixture,
       DrillQuizSetup *setup)
{
  g_autoptr (DrillQuizSetup) own = setup;
  g_autoptr (GAsyncResult)   result = NULL;
  g_autoptr (GError)         error = NULL;
  DrillQuizPlay             *play;
  DrillQuiz                 *quiz;

  own->shuffle_questions = FALSE;
  drill_study_start_quiz_async (fixture->study, "Mine", own, NULL, keep_result_cb, &result);
  wait_for (&result);
  quiz = drill_study_start_quiz_finish (fixture->study, result, &error);
  g_assert_no_error (error);
  play = drill_quiz_play_new (fixture->study, quiz, FALSE);
  g_signal_connect_swapped (play, "moved", G_CALLBACK (moved_cb), fixture);
  g_signal_connect_swapped (play, "ended", G_CALLBACK (ended_cb), fixture);
  g_signal_connect_swapped (play, "notice", G_CALLBACK (notice_cb), fixture);

  return play;
}

static void
wait_until_saved (DrillQuizPlay *play)
{
  while (drill_step_saver_get_pending (drill_quiz_play_get_saver (play)) > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
pass (Fixture       *fixture,
      DrillQuizPlay *play,
      gint64         ms)
{
  drill_clock_advance_fake (fixture->clock, ms);
  drill_quiz_play_tick (play);
}

static gint64
ask (Fixture    *fixture,
     const char *sql)
{
  return scratch_sql_int (fixture->scratch, "data/progress.db", sql);
}

/* Half, five minutes, one minute, the end: each is said once, and the end is stored. */
static void
test_time_runs_out (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (DrillQuizPlay) play = start (fixture, drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM));

  g_assert_true (drill_quiz_play_choose (play, 1));
  pass (fixture, play, 25 * MINUTE_MS);
  pass (fixture, play, 1000);
  g_assert_cmpstr (fixture->heard->str, ==, "1");
  pass (fixture, play, 20 * MINUTE_MS);
  pass (fixture, play, 4 * MINUTE_MS);
  g_assert_cmpstr (fixture->heard->str, ==, "123");
  g_assert_cmpint (drill_attempt_get_left_ms (drill_quiz_play_get_now (play)), ==, MINUTE_MS - 1000);
  pass (fixture, play, MINUTE_MS);
  g_assert_cmpstr (fixture->heard->str, ==, "123e");
  g_assert_false (drill_quiz_play_choose (play, 2));
  wait_until_saved (play);
  g_assert_cmpint (ask (fixture, "SELECT phase FROM attempt"), ==, DRILL_ATTEMPT_OUT_OF_TIME);
  g_assert_cmpint (ask (fixture, "SELECT right + wrong FROM attempt"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM review"), ==, 1);
}

/* In an exam the time of one question leads on to the next. */
static void
test_question_runs_out (Fixture      *fixture,
                        gconstpointer data)
{
  DrillQuizSetup           *setup = drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM);
  g_autoptr (DrillQuizPlay) play = NULL;

  setup->timing = DRILL_QUIZ_TIME_FOR_EACH;
  setup->seconds = 30;
  play = start (fixture, setup);
  pass (fixture, play, 30000);
  g_assert_cmpuint (drill_attempt_get_current (drill_quiz_play_get_quiz (play)->attempt), ==, 1);
  g_assert_cmpstr (fixture->heard->str, ==, "m");
  pass (fixture, play, 30000);
  g_assert_cmpstr (fixture->heard->str, ==, "me");
  wait_until_saved (play);
}

/* In practice one choice is the answer; several wait for the check. */
static void
test_practice (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (DrillQuizPlay) play = start (fixture, drill_quiz_setup_new (DRILL_QUIZ_PRESET_TEN));
  const DrillAttempt       *attempt = drill_quiz_play_get_quiz (play)->attempt;

  g_assert_true (drill_quiz_play_choose (play, 1));
  g_assert_true (drill_attempt_get_entry (attempt, 0)->closed);
  g_assert_true (drill_quiz_play_go (play, 1));
  g_assert_true (drill_quiz_play_choose (play, 1 | 4));
  g_assert_false (drill_attempt_get_entry (attempt, 1)->closed);
  g_assert_cmphex (drill_quiz_play_get_chosen (play, 1), ==, 1 | 4);
  g_assert_true (drill_quiz_play_check (play));
  g_assert_true (drill_quiz_play_pause (play));
  pass (fixture, play, 60 * MINUTE_MS);
  g_assert_true (drill_quiz_play_resume (play));
  g_assert_cmpint (drill_attempt_get_left_ms (attempt), ==, 10 * MINUTE_MS);
  drill_quiz_play_leave (play);
  wait_until_saved (play);
  g_assert_cmpint (ask (fixture, "SELECT kind FROM attempt_event ORDER BY number DESC LIMIT 1"), ==, DRILL_ATTEMPT_LEAVE);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM review"), ==, 2);
}

/* Behind a step that could not be stored the others wait, and none is lost. */
static void
test_retry (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (DrillQuizPlay) play = start (fixture, drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM));
  DrillStepSaver           *saver = drill_quiz_play_get_saver (play);

  scratch_sql_run (fixture->scratch, "data/progress.db",
                   "CREATE TRIGGER stop BEFORE INSERT ON attempt_event BEGIN SELECT raise (ABORT, 'no'); END");
  g_assert_true (drill_quiz_play_choose (play, 1));
  g_assert_true (drill_quiz_play_set_flag (play, TRUE));
  while (drill_step_saver_get_message (saver) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (drill_step_saver_get_pending (saver), ==, 2);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM attempt_event"), ==, 1);

  scratch_sql_run (fixture->scratch, "data/progress.db", "DROP TRIGGER stop");
  drill_step_saver_retry (saver);
  wait_until_saved (play);
  g_assert_null (drill_step_saver_get_message (saver));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM attempt_event"), ==, 3);
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
  static const guint8 uuid[DRILL_UUID_SIZE] = { 0, 1, 0xfe };
  guint8              parsed[DRILL_UUID_SIZE];
  g_autofree char    *hex = drill_quiz_format_uuid (uuid);
  g_autofree char    *letters = drill_quiz_format_letters (1 | 4);

  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autofree char *text = drill_quiz_format_clock (clocks[i].ms);

      g_assert_cmpstr (text, ==, clocks[i].clock);
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

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

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
