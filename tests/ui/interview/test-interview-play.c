/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* An interview between the clock and the disk, and its values in words and on paper. */

#include "config.h"

#include "scratch.h"

#include "library/library.h"
#include "study/workspace.h"
#include "ui/interview/interview-document.h"
#include "ui/interview/interview-format.h"
#include "ui/interview/interview-play.h"
#include "ui/widgets/document.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)

static const char pack[] = "<!-- pack: mock; format: 1 -->\n# Mock\n\n## Core Interview Questions\n\n"
                           "### 1. What now & then?\n<!-- id: what -->\n\n**A:** This.\n\n**Key Points:**\n\n"
                           "- (must) Impact and severity come *first*.\n- (good) The flag is rolled back.\n\n"
                           "**Follow-up:** Why is that the cause?\n<!-- id: what-why -->\n\n- **A:** So.\n\n"
                           "## MCQ Section\n\n"
                           "### 1. Which?\n<!-- id: which -->\n\n- A. yes\n- B. no\n\n**Correct Answer:** A\n";

typedef struct
{
  Scratch       *scratch;
  char          *folder;
  DrillDatabase *database;
  DrillClock    *clock;
  DrillStudy    *study;
  GString       *heard; /* what an interview said, a letter for each */
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
  scratch_write (fixture->scratch, "pack/mock.md", pack);
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
time_up_cb (Fixture *fixture)
{
  g_string_append_c (fixture->heard, 't');
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

static DrillInterviewPlay *
listen_to (Fixture            *fixture,
           DrillInterviewPlay *play)
{
  g_signal_connect_swapped (play, "moved", G_CALLBACK (moved_cb), fixture);
  g_signal_connect_swapped (play, "time-up", G_CALLBACK (time_up_cb), fixture);
  g_signal_connect_swapped (play, "ended", G_CALLBACK (ended_cb), fixture);
  g_signal_connect_swapped (play, "notice", G_CALLBACK (notice_cb), fixture);

  return play;
}

static DrillInterviewPlay *
start (Fixture *fixture)
{
  static const char *const keys[] = { "mock/what", "mock/what-why", "mock/which", NULL };
  DrillMockSetup           setup = { DRILL_LEVEL_SENIOR, 20 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError)       error = NULL;
  DrillMock               *mock;

  drill_study_start_mock_async (fixture->study, &setup, keys, keep_result_cb, &result);
  wait_for (&result);
  mock = drill_study_start_mock_finish (fixture->study, result, &error);
  g_assert_no_error (error);

  return listen_to (fixture, drill_interview_play_new (fixture->study, mock, FALSE));
}

static void
wait_until_saved (DrillInterviewPlay *play)
{
  while (drill_step_saver_get_pending (drill_interview_play_get_saver (play)) > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
pass (Fixture            *fixture,
      DrillInterviewPlay *play,
      gint64              ms)
{
  drill_clock_advance_fake (fixture->clock, ms);
  drill_interview_play_look (play);
}

static gint64
ask (Fixture    *fixture,
     const char *sql)
{
  return scratch_sql_int (fixture->scratch, "data/progress.db", sql);
}

/* Half, five minutes, one minute, the end: each is said once, what was typed until then is
 * taken, and what was said can still be marked. */
static void
test_time_runs_out (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (DrillInterviewPlay) play = start (fixture);

  pass (fixture, play, 10 * MINUTE_MS);
  pass (fixture, play, 1000);
  g_assert_cmpstr (fixture->heard->str, ==, "1");
  pass (fixture, play, 5 * MINUTE_MS);
  pass (fixture, play, 4 * MINUTE_MS);
  g_assert_cmpstr (fixture->heard->str, ==, "123");
  pass (fixture, play, MINUTE_MS);
  g_assert_cmpstr (fixture->heard->str, ==, "123t");
  g_assert_true (drill_interview_play_write (play, "until then"));
  g_assert_false (drill_interview_play_write (play, "until then")); /* nothing new */
  g_assert_true (drill_interview_play_tick_points (play, 1));
  g_assert_true (drill_interview_play_next (play));
  g_assert_cmpstr (fixture->heard->str, ==, "123te");
  wait_until_saved (play);
  g_assert_cmpint (ask (fixture, "SELECT phase FROM attempt"), ==, DRILL_MOCK_OUT_OF_TIME);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM review WHERE kind = 3"), ==, 1);
}

/* The clock stands still while one marks, and a crash gives back no more than seconds. */
static void
test_anchors (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (DrillInterviewPlay) play = start (fixture);
  g_autoptr (GAsyncResult)       result = NULL;
  g_autoptr (GError)             error = NULL;
  g_autoptr (DrillInterviewPlay) again = NULL;
  DrillMock                     *mock;

  for (guint i = 0; i < 100; i++)
    pass (fixture, play, 1000);
  wait_until_saved (play);

  drill_clock_advance_fake (fixture->clock, 60 * MINUTE_MS);
  drill_study_load_mock_async (fixture->study, drill_interview_play_get_mock (play)->uuid, NULL, keep_result_cb, &result);
  wait_for (&result);
  mock = drill_study_load_mock_finish (fixture->study, result, &error);
  g_assert_no_error (error);
  again = drill_interview_play_new (fixture->study, mock, TRUE);
  g_assert_cmpint (drill_mock_run_get_elapsed_ms (drill_interview_play_get_now (again)), >=, 85000);
  g_assert_cmpint (drill_mock_run_get_elapsed_ms (drill_interview_play_get_now (again)), <=, 100000);
  g_assert_cmpuint (drill_mock_run_get_interruptions (mock->run), ==, 1);
  g_assert_cmpint (drill_mock_run_get_away_ms (mock->run), >=, 60 * MINUTE_MS);

  drill_interview_play_done (again);
  pass (fixture, again, 30 * MINUTE_MS);
  g_assert_cmpint (drill_mock_run_get_phase (drill_interview_play_get_now (again)), ==, DRILL_MOCK_MARKING);
  wait_until_saved (again);
}

static void
test_the_document (Fixture      *fixture,
                   gconstpointer data)
{
  static const char *const       expected[] = { "Mock interview: Senior", "Missing (good): The flag is rolled back.",
                                                "☑ Impact and severity come *first*.", "☐ The flag is rolled back.",
                                                "\\<b\\>bold\\</b\\>", "What now \\& then\\?", "your answer, wrong",
                                                "Ended early" };
  g_autoptr (DrillInterviewPlay) play = start (fixture);
  g_autoptr (DrillScorecard)     card = NULL;
  g_autoptr (GPtrArray)          document = NULL;
  g_autofree char               *markdown = NULL;
  const DrillMockStep           *mcq;

  drill_interview_play_write (play, "<b>bold</b>");
  drill_interview_play_done (play);
  drill_interview_play_tick_points (play, 1);
  drill_interview_play_next (play);
  drill_interview_play_skip (play);
  g_assert_cmpstr (fixture->heard->str, ==, "mm");
  mcq = drill_interview_play_get_step (play);
  g_assert_true (drill_interview_play_choose (play, drill_option_order_to_shown (&mcq->order, 2)));
  g_assert_cmphex (drill_interview_play_get_entry (play)->chosen, ==, 2);
  g_assert_cmphex (drill_option_order_from_shown (&mcq->order, drill_interview_play_get_chosen (play)), ==, 2);
  drill_interview_play_hand_in (play);
  g_assert_cmpstr (fixture->heard->str, ==, "mme");
  wait_until_saved (play);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM review WHERE kind = 3"), ==, 3);

  card = drill_scorecard_new (drill_interview_play_get_mock (play));
  document = drill_interview_document_new (drill_interview_play_get_mock (play), card);
  markdown = drill_document_to_markdown (document);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      if (strstr (markdown, expected[i]) == NULL)
        g_test_message ("%s\nis not in\n%s", expected[i], markdown);
      g_assert_nonnull (strstr (markdown, expected[i]));
    }
}

static void
test_format (void)
{
  DrillMockMark    half = { 250, 500 };
  DrillMockMark    nothing = { 0, 0 };
  guint8           uuid[DRILL_UUID_SIZE] = { 0, 255, 16 };
  guint8           parsed[DRILL_UUID_SIZE];
  g_autofree char *text = drill_interview_format_uuid (uuid);
  g_autofree char *mark = drill_interview_format_mark (&half);
  g_autofree char *none = drill_interview_format_mark (&nothing);
  g_autofree char *left = drill_interview_format_step (60000, 150000);
  g_autofree char *over = drill_interview_format_step (190000, 150000);

  g_assert_cmpstr (mark, ==, "2.5 of 5 · 50 %");
  g_assert_cmpstr (none, ==, "not asked");
  g_assert_cmpstr (left, ==, "1:30 for this question");
  g_assert_cmpstr (over, ==, "0:40 over for this question");
  g_assert_true (drill_interview_parse_uuid (text, parsed));
  g_assert_cmpmem (uuid, sizeof uuid, parsed, sizeof parsed);
  g_assert_false (drill_interview_parse_uuid ("00", parsed));
  g_assert_false (drill_interview_parse_uuid ("zz000000000000000000000000000000", parsed));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/interview/time-runs-out", test_time_runs_out);
  ADD ("/interview/anchors", test_anchors);
  ADD ("/interview/the-document", test_the_document);
#undef ADD
  g_test_add_func ("/interview/format", test_format);

  return g_test_run ();
}
