/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A run that is played and saved: decisions, undo, branches, the disk. */

#include "config.h"

#include "incident-fixture.h"

#include "ui/incident/run-history.h"
#include "ui/incident/words.h"

static void
assert_moves (DrillPlay  *play,
              const char *expected)
{
  g_autofree char *moves = drill_run_to_text (drill_play_get_run (play));

  g_assert_cmpstr (moves, ==, expected);
}

/* The slugs of what is on offer, in order; those only of this place marked. */
static char *
list_actions (DrillPlay *play)
{
  g_autoptr (GArray) actions = drill_play_get_actions (play);
  GString           *text = g_string_new (NULL);

  for (guint i = 0; i < actions->len; i++)
    {
      const DrillAction *action = &g_array_index (actions, DrillAction, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", action->choice->slug, action->here ? "!" : "");
    }

  return g_string_free (text, FALSE);
}

static void
test_the_hub_is_everywhere (IncidentFixture *fixture,
                            gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  g_autofree char      *at_hub = list_actions (play);
  g_autofree char      *elsewhere = NULL;

  g_assert_cmpstr (at_hub, ==, "memory-panel logs first-update restart-all rolling-restart");
  g_assert_true (drill_play_is_hub (play, incident_section (play, "console")));

  incident_act (play, "memory-panel");
  elsewhere = list_actions (play);
  g_assert_cmpstr (elsewhere, ==, at_hub);
  incident_act (play, "logs");
  assert_moves (play, "memory-panel console logs");
}

static void
test_undo_takes_the_passage (IncidentFixture *fixture,
                             gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);

  g_assert_false (drill_play_can_undo (play));
  incident_act (play, "memory-panel");
  incident_act (play, "logs");
  drill_play_undo (play);
  assert_moves (play, "memory-panel");
  drill_play_undo (play);
  assert_moves (play, "");
  drill_play_undo (play);
  assert_moves (play, "");
  g_assert_cmpint (drill_run_get_clock (drill_play_get_run (play)), ==, 0);
}

static void
count_cb (DrillPlay *play,
          gint64     clock,
          gint64    *last)
{
  *last = clock;
}

static void
test_what_is_not_on_offer (IncidentFixture *fixture,
                           gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  gint64                last = -1;

  g_signal_connect (play, "changed", G_CALLBACK (count_cb), &last);
  g_assert_false (drill_play_act (play, "flag-off"));
  g_assert_false (drill_play_act (play, "no-such-section"));
  g_assert_false (drill_play_answer (play, incident_section (play, "first-update"), 1));
  g_assert_cmpint (last, ==, -1);
  assert_moves (play, "");

  incident_act (play, "memory-panel");
  g_assert_cmpint (last, ==, 0);
  incident_act (play, "logs");
  g_assert_cmpint (last, ==, 60);
}

/* After each move the disk has the whole run, and it goes on from there. */
static void
test_every_move_is_saved (IncidentFixture *fixture,
                          gconstpointer    data)
{
  const DrillScenarioRun *reference = drill_scenario_reference (fixture->scenario);
  g_autoptr (DrillPlay)   play = drill_play_new (fixture->scenario, fixture->study, fixture->key);

  for (guint i = 0; i < reference->stops->len; i++)
    {
      g_autoptr (GPtrArray)  runs = NULL;
      g_autoptr (DrillPlay)  next = NULL;
      g_autoptr (GError)     error = NULL;
      const DrillRunRecord  *record;
      g_autofree char       *moves = NULL;

      incident_act (play, ((DrillScenarioStop *) g_ptr_array_index (reference->stops, i))->slug);
      moves = drill_run_to_text (drill_play_get_run (play));
      runs = incident_fixture_list_runs (fixture, play);
      g_assert_cmpuint (runs->len, ==, 1);
      record = g_ptr_array_index (runs, 0);
      g_assert_cmpstr (record->moves, ==, moves);
      g_assert_false (record->finished);
      g_assert_true (drill_run_history_find_unfinished (runs, fixture->scenario->hash) == record);

      next = drill_play_restore (fixture->scenario, fixture->study, record, &error);
      g_assert_no_error (error);
      assert_moves (next, moves);
      g_assert_cmpstr (drill_play_get_record (next)->uuid, ==, record->uuid);
      g_set_object (&play, next);
    }
  g_assert_true (drill_run_is_over (drill_play_get_run (play)));
}

static void
test_a_finished_run (IncidentFixture *fixture,
                     gconstpointer    data)
{
  g_autoptr (DrillPlay)  play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  g_autoptr (GPtrArray)  runs = NULL;
  g_autoptr (GArray)     actions = NULL;
  g_autofree char       *text = NULL;
  const DrillRunRecord  *record;

  incident_play_reference (play);
  actions = drill_play_get_actions (play);
  g_assert_cmpuint (actions->len, ==, 0);
  drill_play_finish (play);
  runs = incident_fixture_list_runs (fixture, play);
  record = g_ptr_array_index (runs, 0);
  g_assert_true (record->finished);
  g_assert_cmpint (record->score, ==, 100);
  g_assert_cmpint (record->max, ==, 100);
  g_assert_cmpstr (record->ending, ==, "resolved");
  g_assert_null (drill_run_history_find_unfinished (runs, fixture->scenario->hash));
  text = drill_run_history_describe (record);
  g_assert_cmpstr (text, ==, "100 of 100 · Resolved");

  /* Taken up again, it is not finished any more. */
  drill_play_undo (play);
  g_assert_false (drill_play_get_record (play)->finished);
  g_assert_null (drill_play_get_record (play)->ending);
}

static void
test_a_branch (IncidentFixture *fixture,
               gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  g_autoptr (DrillPlay) branch = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  guint                 question = incident_section (play, "first-update");

  drill_play_set_words (play, question, "Customers wait.");
  incident_play_reference (play);
  branch = drill_play_branch (play, 3);
  assert_moves (branch, "first-update first-update=3 console");
  g_assert_cmpstr (drill_play_get_words (branch, question), ==, "Customers wait.");
  g_assert_cmpstr (drill_play_get_record (branch)->parent, ==, drill_play_get_record (play)->uuid);
  g_assert_cmpuint (drill_play_get_record (branch)->parent_moves, ==, 3);

  incident_act (branch, "memory-panel");
  assert_moves (branch, "first-update first-update=3 console memory-panel");
  first = incident_fixture_list_runs (fixture, play);
  runs = incident_fixture_list_runs (fixture, branch);
  g_assert_cmpuint (runs->len, ==, 2);
}

static void
test_words_are_kept (IncidentFixture *fixture,
                     gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  g_autoptr (DrillPlay) again = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  guint                 question = incident_section (play, "first-update");
  const char           *typed = "Line one\n\"quoted\" \\ back é 漢 \t end";

  incident_act (play, "first-update");
  drill_play_set_words (play, question, typed);
  drill_play_save_rest (play);
  runs = incident_fixture_list_runs (fixture, play);
  again = drill_play_restore (fixture->scenario, fixture->study, g_ptr_array_index (runs, 0), NULL);
  g_assert_cmpstr (drill_play_get_words (again, question), ==, typed);
  drill_play_set_words (again, question, "");
  g_assert_null (drill_play_get_words (again, question));
}

static void
test_an_edited_scenario (IncidentFixture *fixture,
                         gconstpointer    data)
{
  g_autoptr (DrillRunRecord) record = drill_run_record_new (fixture->key, "0000", 0);
  g_autoptr (GPtrArray)      runs = g_ptr_array_new ();
  g_autoptr (GError)         error = NULL;

  g_free (record->moves);
  record->moves = g_strdup ("memory-panel a-section-of-yesterday");
  g_ptr_array_add (runs, record);
  g_assert_null (drill_run_history_find_unfinished (runs, fixture->scenario->hash));
  g_assert_null (drill_play_restore (fixture->scenario, fixture->study, record, &error));
  g_assert_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_NOT_OFFERED);
}

static void
test_words_as_text (void)
{
  static const char *const unreadable[] = { "", "[]", "nonsense", "{\"a\":1}", "{\"a\":", "{\"a\":{}}" };
  g_autoptr (GHashTable)   words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char         *text = NULL;

  g_assert_null (drill_words_to_text (words));
  g_hash_table_insert (words, (char *) "b", (char *) "two");
  g_hash_table_insert (words, (char *) "a", (char *) "one");
  text = drill_words_to_text (words);
  g_assert_cmpstr (text, ==, "{\"a\":\"one\",\"b\":\"two\"}");

  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      g_autoptr (GHashTable) read = drill_words_from_text (unreadable[i]);

      g_assert_cmpuint (g_hash_table_size (read), ==, 0);
    }
}

/* A save that fails is told, and can be tried again. */
static void
test_a_failed_save (IncidentFixture *fixture,
                    gconstpointer    data)
{
  g_autoptr (DrillPlay)  play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  DrillRunSaver         *saver = drill_play_get_saver (play);

  drill_database_close (fixture->database);
  incident_act (play, "memory-panel");
  while (drill_run_saver_get_pending (saver))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (drill_run_saver_get_message (saver));
  drill_run_saver_retry (saver);
  g_assert_true (drill_run_saver_get_pending (saver));
  while (drill_run_saver_get_pending (saver))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (drill_run_saver_get_message (saver));
}

/* Waiting is a decision like any other as long as the clock stands still. */
static void
test_waiting (IncidentFixture *fixture,
              gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);

  incident_act (play, "memory-panel");
  incident_act (play, "wait:60s");
  incident_act (play, "wait:300s");
  assert_moves (play, "memory-panel wait:60s wait:300s");
  drill_play_undo (play);
  assert_moves (play, "memory-panel wait:60s");
  incident_act (play, "logs");
  assert_moves (play, "memory-panel wait:60s console logs");
}

static void
count_passed_cb (DrillPlay *play,
                 guint     *n_passed)
{
  ++*n_passed;
}

static void
count_interruptions_cb (DrillPlay *play,
                        gint64     clock,
                        guint     *n_interruptions)
{
  g_assert_true (drill_play_is_passing (play));
  ++*n_interruptions;
}

/* What passes by itself is one wait, saved now and then, told apart from what
 * happens, and taken back with the decision before it. */
static void
test_time_pressure (IncidentFixture *fixture,
                    gconstpointer    data)
{
  g_autoptr (DrillPlay) play = drill_play_new (fixture->scenario, fixture->study, fixture->key);
  g_autoptr (DrillPlay) again = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  gulong                handler;
  guint                 n_passed = 0;
  guint                 n_interruptions = 0;

  drill_play_set_pace (play, 30);
  g_signal_connect (play, "passed", G_CALLBACK (count_passed_cb), &n_passed);
  drill_play_pass (play, 10);
  runs = incident_fixture_list_runs (fixture, play);
  g_assert_cmpuint (runs->len, ==, 0);
  g_clear_pointer (&runs, g_ptr_array_unref);
  drill_play_pass (play, 10);
  assert_moves (play, "wait:20s");
  g_assert_false (drill_play_can_undo (play));
  runs = incident_fixture_list_runs (fixture, play);
  g_assert_cmpuint (runs->len, ==, 1);
  again = drill_play_restore (fixture->scenario, fixture->study, g_ptr_array_index (runs, 0), NULL);
  assert_moves (again, "wait:20s");

  incident_act (play, "memory-panel");
  drill_play_pass (play, 5);
  drill_play_pass (play, 1);
  assert_moves (play, "wait:20s memory-panel wait:6s");
  g_assert_cmpuint (n_passed, ==, 4);
  drill_play_undo (play);
  assert_moves (play, "wait:20s");

  /* In this scenario something happens after 13 min 21 s. */
  handler = g_signal_connect (play, "changed", G_CALLBACK (count_interruptions_cb), &n_interruptions);
  for (guint i = 0; i < 80; i++)
    drill_play_pass (play, 10);
  g_assert_cmpuint (n_interruptions, ==, 1);
  g_assert_false (drill_play_is_passing (play));
  assert_moves (play, "wait:801s wait:10s");

  /* The limit counts: the run ends by itself, and then nothing passes. */
  drill_play_pass (play, 24 * 60 * 60);
  g_assert_cmpuint (n_interruptions, ==, 2);
  g_assert_true (drill_run_is_over (drill_play_get_run (play)));
  drill_play_pass (play, 10);
  g_assert_cmpuint (n_interruptions, ==, 2);
  g_signal_handler_disconnect (play, handler);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (IncidentFixture *fixture,
                  gconstpointer    data);
  } tests[] = {
    { "/play/waiting", test_waiting },
    { "/play/time-pressure", test_time_pressure },
    { "/play/the-hub-is-everywhere", test_the_hub_is_everywhere },
    { "/play/undo-takes-the-passage", test_undo_takes_the_passage },
    { "/play/what-is-not-on-offer", test_what_is_not_on_offer },
    { "/play/every-move-is-saved", test_every_move_is_saved },
    { "/play/a-finished-run", test_a_finished_run },
    { "/play/a-branch", test_a_branch },
    { "/play/words-are-kept", test_words_are_kept },
    { "/play/an-edited-scenario", test_an_edited_scenario },
    { "/play/a-failed-save", test_a_failed_save },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/play/words-as-text", test_words_as_text);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, IncidentFixture, NULL, incident_fixture_set_up, tests[i].test, incident_fixture_tear_down);

  return g_test_run ();
}
