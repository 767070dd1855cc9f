/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The pages of a quiz: what is announced, what one does with a result, how it is saved,
 * the trend, and presets in the set-up dialog. */

#include "config.h"

#include "quiz-fixture.h"
#include "ui-test.h"

#include "ui/quiz/quiz-header.h"
#include "ui/quiz/quiz-history.h"
#include "ui/quiz/quiz-result-page.h"
#include "ui/quiz/quiz-session-page.h"
#include "ui/quiz/quiz-setup-dialog.h"
#include "ui/widgets/chart/chart.h"

#include <string.h>

/* An exam of two: the first is right, the second wrong. */
static DrillQuizPlay *
take (QuizFixture *fixture)
{
  DrillQuizPlay *play = quiz_fixture_start (fixture, drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM));

  for (guint i = 0; i < 2; i++)
    {
      const DrillQuiz *quiz = drill_quiz_play_get_quiz (play);
      guint            right = drill_option_order_to_shown (&drill_quiz_get_question (quiz, i)->order,
                                                            drill_quiz_get_question (quiz, i)->correct);

      g_assert_true (i == 0 || drill_quiz_play_go (play, i));
      g_assert_true (drill_quiz_play_choose (play, i == 0 ? right : right & (right - 1)));
    }
  g_assert_true (drill_quiz_play_hand_in (play));
  quiz_fixture_wait_until_saved (play);

  return play;
}

/* The button that says @label below @widget, or NULL. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = ui_test_find (widget, GTK_TYPE_BUTTON, i)) != NULL; i++)
    {
      const char      *text = gtk_button_get_label (GTK_BUTTON (button));
      g_auto (GStrv)   parts = g_strsplit (text != NULL ? text : "", "_", -1);
      g_autofree char *plain = g_strjoinv ("", parts);

      if (g_str_equal (plain, label))
        return button;
    }

  return NULL;
}

static gboolean
shows (GtkWidget  *widget,
       const char *text)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find (widget, GTK_TYPE_LABEL, i)) != NULL; i++)
    {
      if (gtk_widget_get_mapped (label) && g_str_equal (gtk_label_get_label (GTK_LABEL (label)), text))
        return TRUE;
    }

  return FALSE;
}

/* Half, five minutes and one are said, each once and in words. */
static void
test_announcements (QuizFixture  *fixture,
                    gconstpointer data)
{
  static const struct
  {
    gint64      pass_ms;
    const char *said;
  } cases[] = {
    { 24 * MINUTE_MS, NULL },
    { MINUTE_MS, "Half of the time is over: 25 minutes left" },
    { 20 * MINUTE_MS, "5 minutes left" },
    { 4 * MINUTE_MS, "1 minute left" },
  };
  g_autoptr (DrillQuizPlay) play = quiz_fixture_start (fixture, drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM));
  GtkWidget                *header = drill_quiz_header_new ();
  GtkWidget                *window = ui_test_show (header, 600, 100);

  drill_quiz_header_set_play (DRILL_QUIZ_HEADER (header), play);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      quiz_fixture_pass (fixture, play, cases[i].pass_ms);
      ui_test_settle ();
      for (guint k = 1; k < G_N_ELEMENTS (cases); k++)
        g_assert_cmpint (shows (header, cases[k].said), ==, i == k);
    }
  g_assert_true (shows (header, "1:00"));

  /* The last second counts to its end, and what was chosen in it counts. */
  g_assert_true (drill_quiz_play_choose (play, 1));
  quiz_fixture_pass (fixture, play, MINUTE_MS - 1);
  g_assert_false (drill_attempt_has_ended (drill_quiz_play_get_quiz (play)->attempt));
  quiz_fixture_pass (fixture, play, 1);
  g_assert_true (drill_attempt_has_ended (drill_quiz_play_get_quiz (play)->attempt));
  quiz_fixture_wait_until_saved (play);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT elapsed_ms FROM attempt"), ==, 50 * MINUTE_MS);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT right + wrong FROM attempt"), ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_saved_files (QuizFixture  *fixture,
                  gconstpointer data)
{
  g_autoptr (DrillQuizPlay) play = take (fixture);
  GtkWidget                *page = drill_quiz_result_page_new (fixture->study, play);
  GtkWidget                *window = ui_test_show (page, 1000, 700);
  g_autofree char          *pdf = scratch_path (fixture->scratch, "quiz.pdf");
  g_autofree char          *csv = scratch_path (fixture->scratch, "quiz.csv");
  g_autofree char          *nowhere = scratch_path (fixture->scratch, "missing/quiz.pdf");
  g_autofree char          *contents = NULL;
  g_auto (GStrv)            lines = NULL;
  g_autoptr (GError)        error = NULL;
  gsize                     length;

  g_assert_true (drill_quiz_result_page_write (DRILL_QUIZ_RESULT_PAGE (page), DRILL_QUIZ_FILE_PDF, pdf, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (pdf, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  g_assert_cmpuint (length, >, 4000);
  g_clear_pointer (&contents, g_free);

  g_assert_true (drill_quiz_result_page_write (DRILL_QUIZ_RESULT_PAGE (page), DRILL_QUIZ_FILE_CSV, csv, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (csv, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "attempt,started,name,mode,number,"));
  g_assert_nonnull (strstr (lines[1], "\"quiz/first\""));
  g_assert_nonnull (strstr (lines[1], ",right,"));
  g_assert_nonnull (strstr (lines[2], "\"quiz/second\""));
  g_assert_nonnull (strstr (lines[2], ",wrong,"));

  g_assert_false (drill_quiz_result_page_write (DRILL_QUIZ_RESULT_PAGE (page), DRILL_QUIZ_FILE_CSV, nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
keep_parameter_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  GVariant **place = data;

  g_clear_pointer (place, g_variant_unref);
  *place = g_variant_ref (parameter);
}

/* Missed means due: today, whatever the schedule thought, and only what was missed. */
static void
test_missed (QuizFixture  *fixture,
             gconstpointer data)
{
  static const GActionEntry    entries[] = { { "study-keys", keep_parameter_cb, "as", NULL, NULL, { 0 } } };
  static const char            due[] = "SELECT count(*) FROM card_state JOIN card ON card.id = card_state.card "
                                       "WHERE card.key = 'quiz/%s' AND card_state.due_day <= 19675";
  g_autoptr (DrillQuizPlay)    play = take (fixture);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GVariant)         keys = NULL;
  g_autofree char             *first = g_strdup_printf (due, "first");
  g_autofree char             *second = g_strdup_printf (due, "second");
  GtkWidget                   *page, *window, *button;
  const char                  *key;

  /* Both came back later, by what was decided since. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DrillMark)    later = drill_mark_new (i == 0 ? "quiz/first" : "quiz/second", DRILL_MARK_DUE, 19700,
                                                       drill_clock_wall_ms (fixture->clock));
      g_autoptr (GAsyncResult) result = NULL;

      drill_study_mark_async (fixture->study, later, quiz_fixture_keep_result_cb, &result);
      quiz_fixture_wait_for (&result);
      g_assert_true (drill_study_mark_finish (fixture->study, result, NULL));
    }
  g_assert_cmpint (quiz_fixture_ask (fixture, first) + quiz_fixture_ask (fixture, second), ==, 0);

  page = drill_quiz_result_page_new (fixture->study, play);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), &keys);
  gtk_widget_insert_action_group (page, "win", G_ACTION_GROUP (actions));
  window = ui_test_show (page, 1000, 700);
  button = find_button (page, "Add Missed to Review");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  while (!g_str_equal (gtk_button_get_label (GTK_BUTTON (button)), "Added to Review"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_cmpint (quiz_fixture_ask (fixture, first), ==, 0);
  g_assert_cmpint (quiz_fixture_ask (fixture, second), ==, 1);

  g_signal_emit_by_name (find_button (page, "Practise the Missed"), "clicked");
  g_assert_nonnull (keys);
  g_assert_cmpuint (g_variant_n_children (keys), ==, 1);
  g_variant_get_child (keys, 0, "&s", &key);
  g_assert_cmpstr (key, ==, "quiz/second");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Nothing was missed: nothing is offered for it. */
static void
test_none_missed (QuizFixture  *fixture,
                  gconstpointer data)
{
  g_autoptr (DrillQuizPlay) play = quiz_fixture_start (fixture, drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM));
  const DrillQuiz          *quiz = drill_quiz_play_get_quiz (play);
  GtkWidget                *page, *window;

  for (guint i = 0; i < 2; i++)
    {
      drill_quiz_play_go (play, i);
      g_assert_true (drill_quiz_play_choose (play, drill_option_order_to_shown (&drill_quiz_get_question (quiz, i)->order,
                                                                               drill_quiz_get_question (quiz, i)->correct)));
    }
  g_assert_true (drill_quiz_play_hand_in (play));
  quiz_fixture_wait_until_saved (play);
  page = drill_quiz_result_page_new (fixture->study, play);
  window = ui_test_show (page, 350, 700);
  g_assert_cmpint (ui_test_minimum_width (page), <=, 350);
  g_assert_null (find_button (page, "Practise the Missed"));
  g_assert_null (find_button (page, "Add Missed to Review"));
  g_assert_nonnull (find_button (page, "Ask Again, Shuffled"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The same questions in a new attempt; the one before stays as it was. */
static void
test_again (QuizFixture  *fixture,
            gconstpointer data)
{
  g_autoptr (DrillQuizPlay) play = take (fixture);
  GtkWidget                *page = drill_quiz_session_page_new_open (fixture->study, drill_quiz_play_get_quiz (play)->uuid);
  GtkWidget                *window = ui_test_show (page, 1000, 700);

  while (find_button (page, "Ask Again, Shuffled") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_activate_action (page, "quiz.again", NULL));
  while (!shows (page, "1 of 2"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT count(*) FROM attempt"), ==, 2);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT count(*) FROM attempt WHERE ended_ms > 0 AND right = 1"), ==, 1);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT count(DISTINCT key) FROM attempt_question"), ==, 2);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT count(*) FROM attempt_question"), ==, 4);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT json_extract (setup, '$.\"shuffle-questions\"') FROM attempt ORDER BY id DESC LIMIT 1"), ==, 1);

  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
}

static GPtrArray *
list (QuizFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray               *rows;

  drill_study_list_quizzes_async (fixture->study, NULL, quiz_fixture_keep_result_cb, &result);
  quiz_fixture_wait_for (&result);
  rows = drill_study_list_quizzes_finish (fixture->study, result, NULL);
  g_assert_nonnull (rows);

  return rows;
}

/* Two results make a trend, with a row for each in its table; one that is not finished
 * belongs to neither, and is counted by the mark beside the page's name. */
static void
test_trend (QuizFixture  *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray)    rows = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GtkWidget               *trend, *window, *view, *chart;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DrillQuizPlay) play = take (fixture);

      g_clear_pointer (&rows, g_ptr_array_unref);
      rows = list (fixture);
      g_assert_cmpuint (rows->len, ==, i + 1);
      trend = drill_quiz_trend_new (rows);
      g_assert_cmpint (trend != NULL, ==, i == 1);
      if (trend != NULL)
        g_object_unref (g_object_ref_sink (trend));
      g_assert_null (drill_quiz_unfinished_new (rows));
      drill_clock_advance_fake (fixture->clock, 60 * MINUTE_MS);
    }
  {
    g_autoptr (DrillQuizPlay) open = quiz_fixture_start (fixture, drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM));

    quiz_fixture_wait_until_saved (open);
  }
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = list (fixture);
  g_assert_cmpuint (rows->len, ==, 3);
  drill_study_count_unfinished_async (fixture->study, NULL, quiz_fixture_keep_result_cb, &result);
  quiz_fixture_wait_for (&result);
  g_assert_cmpint (drill_study_count_unfinished_finish (fixture->study, result, NULL), ==, 1);

  trend = drill_quiz_trend_new (rows);
  window = ui_test_show (trend, 600, 400);
  chart = ui_test_find (trend, DRILL_TYPE_CHART, 0);
  g_assert_nonnull (chart);
  drill_chart_set_show_table (DRILL_CHART (chart), TRUE);
  ui_test_settle ();
  view = ui_test_find (trend, GTK_TYPE_COLUMN_VIEW, 0);
  g_assert_nonnull (view);
  g_assert_true (gtk_widget_get_mapped (view));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)))), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static DrillCatalogue *
load_catalogue (QuizFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  DrillCatalogue          *catalogue;

  drill_library_load_catalogue_async (fixture->library, NULL, quiz_fixture_keep_result_cb, &result);
  quiz_fixture_wait_for (&result);
  catalogue = drill_library_load_catalogue_finish (fixture->library, result, NULL);
  g_assert_nonnull (catalogue);

  return catalogue;
}

/* Types @name, applies it and waits for what becomes of it. */
static void
keep_as (GtkWidget  *dialog,
         const char *name)
{
  GtkWidget *entry = ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  g_signal_emit_by_name (entry, "apply");
  g_assert_false (gtk_widget_get_sensitive (entry));
  while (!gtk_widget_get_sensitive (entry))
    g_main_context_iteration (NULL, TRUE);
}

/* A preset is saved and renamed; a name that is taken is refused, and nothing is lost. */
static void
test_presets (QuizFixture  *fixture,
              gconstpointer data)
{
  g_autoptr (DrillCatalogue) catalogue = load_catalogue (fixture);
  g_autoptr (DrillQuizSetup) ten = drill_quiz_setup_new (DRILL_QUIZ_PRESET_TEN);
  g_autoptr (DrillQuizSetup) exam = drill_quiz_setup_new (DRILL_QUIZ_PRESET_EXAM);
  g_autoptr (GAsyncResult)   result = NULL;
  GtkWidget                 *root = adw_bin_new ();
  GtkWidget                 *window = ui_test_show (root, 800, 700);
  GtkWidget                 *dialog;

  drill_study_keep_setup_async (fixture->study, NULL, "Taken", exam, quiz_fixture_keep_result_cb, &result);
  quiz_fixture_wait_for (&result);
  g_assert_true (drill_study_change_setup_finish (fixture->study, result, NULL));

  dialog = drill_quiz_setup_dialog_new (root, fixture->study, catalogue, "", FALSE, ten);
  gtk_window_present (GTK_WINDOW (dialog));
  keep_as (dialog, "  Mine ");
  g_assert_true (shows (dialog, "Saved as “Mine”"));
  keep_as (dialog, "Taken");
  g_assert_true (shows (dialog, "There is another preset called “Taken”. Nothing was saved: choose another name."));
  g_assert_true (gtk_widget_has_css_class (ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, 0), "error"));
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT count(*) FROM quiz_setup"), ==, 2);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT json_extract (setup, '$.count') FROM quiz_setup WHERE name = 'Taken'"), ==, 40);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT json_extract (setup, '$.count') FROM quiz_setup WHERE name = 'Mine'"), ==, 10);
  keep_as (dialog, "Other");
  g_assert_false (gtk_widget_has_css_class (ui_test_find (dialog, ADW_TYPE_ENTRY_ROW, 0), "error"));
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT count(*) FROM quiz_setup"), ==, 2);
  g_assert_cmpint (quiz_fixture_ask (fixture, "SELECT count(*) FROM quiz_setup WHERE name = 'Other'"), ==, 1);

  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
}

#define ADD(path, test) g_test_add (path, QuizFixture, NULL, quiz_fixture_set_up, test, quiz_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ADD ("/quiz/views/announcements", test_announcements);
  ADD ("/quiz/views/saved-files", test_saved_files);
  ADD ("/quiz/views/missed", test_missed);
  ADD ("/quiz/views/none-missed", test_none_missed);
  ADD ("/quiz/views/again", test_again);
  ADD ("/quiz/views/trend", test_trend);
  ADD ("/quiz/views/presets", test_presets);

  return g_test_run ();
}
