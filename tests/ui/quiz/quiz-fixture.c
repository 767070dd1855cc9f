/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "quiz-fixture.h"

#include "study/workspace.h"

static const char pack[] = "<!-- pack: quiz; format: 1 -->\n# Quiz\n\n## MCQ Section\n\n"
                           "### 1. First?\n<!-- id: first -->\n\n- A. yes\n- B. no\n\n**Correct Answer:** A\n\n"
                           "### 2. Second?\n<!-- id: second -->\n\n- A. yes\n- B. no\n- C. so\n\n**Correct Answers:** A, B\n";

static DrillConnection *
open_workspace (DrillConnectionMode mode,
                gpointer            data,
                GError            **error)
{
  return drill_workspace_open (data, mode, NULL, error);
}

void
quiz_fixture_keep_result_cb (GObject      *source,
                             GAsyncResult *result,
                             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

void
quiz_fixture_wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

void
quiz_fixture_set_up (QuizFixture  *fixture,
                     gconstpointer data)
{
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
  drill_database_open_async (fixture->database, NULL, quiz_fixture_keep_result_cb, &opened);
  quiz_fixture_wait_for (&opened);
  g_assert_true (drill_database_open_finish (fixture->database, opened, &error));

  fixture->library = drill_library_new (fixture->database);
  path = scratch_path (fixture->scratch, "pack");
  paths[0] = path;
  drill_library_import_async (fixture->library, paths, NULL, quiz_fixture_keep_result_cb, &imported);
  quiz_fixture_wait_for (&imported);
  report = drill_library_import_finish (fixture->library, imported, &error);
  g_assert_no_error (error);

  fixture->clock = drill_clock_new_fake (G_GINT64_CONSTANT (1700000000000));
  fixture->study = drill_study_new (fixture->database, fixture->clock);
  fixture->heard = g_string_new (NULL);
}

void
quiz_fixture_tear_down (QuizFixture  *fixture,
                        gconstpointer data)
{
  g_clear_object (&fixture->study);
  g_clear_object (&fixture->library);
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
moved_cb (QuizFixture *fixture)
{
  g_string_append_c (fixture->heard, 'm');
}

static void
ended_cb (QuizFixture *fixture)
{
  g_string_append_c (fixture->heard, 'e');
}

static void
notice_cb (QuizFixture *fixture,
           int      notice)
{
  g_string_append_c (fixture->heard, (char) ('0' + notice));
}

/* @setup: (transfer full) */
DrillQuizPlay *
quiz_fixture_start (QuizFixture    *fixture,
                    DrillQuizSetup *setup)
{
  g_autoptr (DrillQuizSetup) own = setup;
  g_autoptr (GAsyncResult)   result = NULL;
  g_autoptr (GError)         error = NULL;
  DrillQuizPlay             *play;
  DrillQuiz                 *quiz;

  own->shuffle_questions = FALSE;
  drill_study_start_quiz_async (fixture->study, "Mine", own, NULL, quiz_fixture_keep_result_cb, &result);
  quiz_fixture_wait_for (&result);
  quiz = drill_study_start_quiz_finish (fixture->study, result, &error);
  g_assert_no_error (error);
  play = drill_quiz_play_new (fixture->study, quiz, FALSE);
  g_signal_connect_swapped (play, "moved", G_CALLBACK (moved_cb), fixture);
  g_signal_connect_swapped (play, "ended", G_CALLBACK (ended_cb), fixture);
  g_signal_connect_swapped (play, "notice", G_CALLBACK (notice_cb), fixture);

  return play;
}

void
quiz_fixture_wait_until_saved (DrillQuizPlay *play)
{
  while (drill_step_saver_get_pending (drill_quiz_play_get_saver (play)) > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Lets time pass, and the quiz see it. */
void
quiz_fixture_pass (QuizFixture   *fixture,
                   DrillQuizPlay *play,
                   gint64         ms)
{
  drill_clock_advance_fake (fixture->clock, ms);
  drill_quiz_play_tick (play);
}

/* What @sql says of progress.db. */
gint64
quiz_fixture_ask (QuizFixture *fixture,
                  const char  *sql)
{
  return scratch_sql_int (fixture->scratch, "data/progress.db", sql);
}
