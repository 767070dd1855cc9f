/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "support.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

static void
test_header (void)
{
  g_autoptr (DrillScenario) scenario = test_load_fixture ("leak");
  const DrillScenarioSeries *series = g_ptr_array_index (scenario->series, 3);
  const DrillScenarioPhase  *phase = g_ptr_array_index (scenario->phases, 1);

  g_assert_cmpstr (scenario->id, ==, "leak");
  g_assert_cmpstr (scenario->title, ==, "Gateway memory climbs");
  g_assert_cmpstr (g_ptr_array_index (scenario->levels, 0), ==, "senior");
  g_assert_cmpstr (g_ptr_array_index (scenario->topics, 0), ==, "memory-gc");
  g_assert_cmpint (scenario->clock, ==, 3 * 3600 + 14 * 60);
  g_assert_cmpint (scenario->limit, ==, 3600);
  g_assert_cmpint (scenario->history, ==, 3600);
  g_assert_cmpint (scenario->seed, ==, 7);
  g_assert_cmpuint (scenario->pass, ==, 70);
  g_assert_cmpstr (scenario->impact_label, ==, "Failed requests");
  g_assert_true (g_str_has_prefix (scenario->briefing, "You are on call"));
  g_assert_true (g_str_has_prefix (scenario->debrief, "The cause was"));
  g_assert_cmpuint (strlen (scenario->hash), ==, 64);

  g_assert_cmpuint (scenario->series->len, ==, 4);
  g_assert_cmpstr (series->key, ==, "p99");
  g_assert_cmpstr (series->label, ==, "Latency p99");
  g_assert_cmpint (series->unit, ==, DRILL_UNIT_SECONDS);
  g_assert_cmpfloat (series->slo, ==, 0.5);
  g_assert_cmpstr (series->metric, ==, "http_request_duration_p99");
  g_assert_true (isnan (((DrillScenarioSeries *) g_ptr_array_index (scenario->series, 0))->slo));
  g_assert_cmpuint (scenario->phases->len, ==, 3);
  g_assert_cmpstr (phase->name, ==, "mitigate");
  g_assert_cmpuint (phase->max, ==, 50);
}

static const DrillScenarioSection *
find (DrillScenario *scenario,
      const char    *slug)
{
  int index = drill_scenario_find_section (scenario, slug);

  g_assert_cmpint (index, >=, 0);
  return drill_scenario_section (scenario, index);
}

static void
test_choices (void)
{
  g_autoptr (DrillScenario) scenario = test_load_fixture ("leak");
  const DrillScenarioSection *console = find (scenario, "console");
  const DrillScenarioChoice  *first = g_ptr_array_index (console->choices, 0);
  const DrillScenarioChoice  *second = g_ptr_array_index (console->choices, 1);
  const DrillScenarioBeat    *speech = g_ptr_array_index (console->beats, 0);

  g_assert_cmpuint (console->choices->len, ==, 7);
  g_assert_cmpstr (first->text, ==, "Open the memory panel");
  g_assert_cmpstr (first->tip, ==, "one minute");
  g_assert_cmpstr (first->subtitle, ==, NULL);
  g_assert_cmpstr (first->group, ==, "Look");
  g_assert_cmpstr (first->slug, ==, "memory-panel");
  g_assert_cmpstr (second->subtitle, ==, "of one instance");
  g_assert_cmpstr (second->tip, ==, NULL);
  g_assert_cmpstr (((DrillScenarioChoice *) g_ptr_array_index (console->choices, 6))->group, ==, "Change");

  g_assert_true (console->neutral);
  g_assert_cmpuint (console->beats->len, ==, 1);
  g_assert_cmpint (speech->kind, ==, DRILL_BEAT_SPEECH);
  g_assert_cmpstr (speech->speaker, ==, "Interviewer");
  g_assert_cmpstr (speech->markdown, ==, "Memory is climbing. What is next?");
}

static void
test_question (void)
{
  g_autoptr (DrillScenario) scenario = test_load_fixture ("leak");
  const DrillScenarioSection  *update = find (scenario, "first-update");
  const DrillScenarioKeyPoint *point = g_ptr_array_index (update->key_points, 1);

  g_assert_cmpuint (update->answer, ==, 20);
  g_assert_cmpuint (update->key_points->len, ==, 2);
  g_assert_cmpstr (point->markdown, ==, "When the next update comes");
  g_assert_cmpuint (point->words->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (point->words, 0), ==, "next update|minutes");
  g_assert_true (g_str_has_prefix (update->model_answer, "Customers see"));
  g_assert_cmpstr (update->mistakes, ==, "Guessing a cause aloud.");
  g_assert_cmpuint (update->choices->len, ==, 1);
}

static void
test_evidence (void)
{
  g_autoptr (DrillScenario) scenario = test_load_fixture ("leak");
  const DrillScenarioEvidence *chart = g_ptr_array_index (scenario->evidence, 0);
  const DrillScenarioEvidence *heap = g_ptr_array_index (scenario->evidence, 1);
  const DrillScenarioEvidence *log = g_ptr_array_index (scenario->evidence, 2);
  const DrillScenarioEvidence *trace = g_ptr_array_index (scenario->evidence, 3);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpint (chart->kind, ==, DRILL_EVIDENCE_CHART);
  g_assert_cmpuint (chart->series->len, ==, 2);
  g_assert_cmpuint (g_array_index (chart->series, guint, 1), ==, 3);
  g_assert_cmpint (heap->kind, ==, DRILL_EVIDENCE_HEAP);
  g_assert_cmpint (log->kind, ==, DRILL_EVIDENCE_LOG);
  g_assert_cmpuint (log->min_level, ==, 40);
  g_assert_cmpint (trace->kind, ==, DRILL_EVIDENCE_TRACE);

  bytes = drill_scenario_read (scenario, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
}

static void
test_runs (void)
{
  g_autoptr (DrillScenario) scenario = test_load_fixture ("leak");
  const DrillScenarioRun *slow = g_ptr_array_index (scenario->runs, 1);
  const DrillScenarioRun *trap = g_ptr_array_index (scenario->runs, 2);

  g_assert_cmpuint (scenario->runs->len, ==, 3);
  g_assert_cmpuint (drill_scenario_reference (scenario)->min, ==, 90);
  g_assert_cmpuint (drill_scenario_reference (scenario)->stops->len, ==, 6);
  g_assert_cmpstr (slow->label, ==, "Slow run");
  g_assert_cmpuint (slow->min, ==, 70);
  g_assert_cmpuint (trap->below, ==, 50);
}

static void
test_suggest (void)
{
  static const struct
  {
    const char *answer;
    guint       ticks;
  } cases[] = {
    { "", 0 },
    { "Customers are affected.", 1 },
    { "I will look at the graphs.", 0 },
    { "USERS suffer; the NEXT UPDATE follows.", 3 },
    { "customer", 0 },
    { "In 15 minutes.", 2 },
    { "misusers", 0 },
  };
  g_autoptr (DrillScenario) scenario = test_load_fixture ("leak");
  const DrillScenarioSection *update = find (scenario, "first-update");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].answer);
      g_assert_cmpuint (drill_key_points_suggest (update, cases[i].answer), ==, cases[i].ticks);
    }
  g_assert_cmpuint (drill_key_points_suggest (update, "\xff\xfe"), ==, 0);
}

/* The order and kind of a section's beats. */
static void
test_beats (void)
{
  char *folder = test_folder_new ();
  g_autofree char *text = test_replace (test_small_scenario,
                                        "The lag rises.\n",
                                        "One.\n\nTwo:\n\n- a\n- b\n\n> plain quote\n\n**Note:** three.\n\n"
                                        "<!-- nothing to see -->\n\n#### Four\n");
  g_autoptr (DrillScenario) scenario = test_parse (folder, text);
  const DrillScenarioSection *look = find (scenario, "look");
  static const struct
  {
    DrillBeatKind kind;
    const char   *markdown;
  } beats[] = {
    { DRILL_BEAT_PROSE, "One.\n\nTwo:\n\n  - a\n  - b" },
    { DRILL_BEAT_SPEECH, "plain quote" },
    { DRILL_BEAT_PROSE, "**Note:** three.\n\n#### Four" },
    { DRILL_BEAT_EVIDENCE, NULL },
  };

  g_assert_cmpuint (look->beats->len, ==, G_N_ELEMENTS (beats));
  for (guint i = 0; i < look->beats->len; i++)
    {
      const DrillScenarioBeat *beat = g_ptr_array_index (look->beats, i);

      g_assert_cmpint (beat->kind, ==, beats[i].kind);
      g_assert_cmpstr (beat->markdown, ==, beats[i].markdown);
    }
  test_folder_free (folder);
}

/* The hash changes with the text and with a recording, and else stays. */
static void
test_hash (void)
{
  char *folder = test_folder_new ();
  g_autofree char *other_text = test_replace (test_small_scenario, "The lag rises.", "The lag falls.");
  g_autofree char *other_samples = test_replace (test_small_samples, "0.20", "0.21");
  g_autoptr (DrillScenario) first = test_parse (folder, test_small_scenario);
  g_autoptr (DrillScenario) again = test_parse (folder, test_small_scenario);
  g_autoptr (DrillScenario) edited = test_parse (folder, other_text);
  g_autoptr (DrillScenario) recorded = NULL;

  test_folder_write (folder, "metrics/late.csv", other_samples);
  recorded = test_parse (folder, test_small_scenario);

  g_assert_cmpstr (first->hash, ==, again->hash);
  g_assert_cmpstr (first->hash, !=, edited->hash);
  g_assert_cmpstr (first->hash, !=, recorded->hash);
  test_folder_free (folder);
}

static void
test_missing (void)
{
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (drill_scenario_load ("/nonexistent/scenario", NULL, diagnostics, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/incident/scenario/header", test_header);
  g_test_add_func ("/incident/scenario/choices", test_choices);
  g_test_add_func ("/incident/scenario/question", test_question);
  g_test_add_func ("/incident/scenario/evidence", test_evidence);
  g_test_add_func ("/incident/scenario/runs", test_runs);
  g_test_add_func ("/incident/scenario/suggest", test_suggest);
  g_test_add_func ("/incident/scenario/beats", test_beats);
  g_test_add_func ("/incident/scenario/hash", test_hash);
  g_test_add_func ("/incident/scenario/missing", test_missing);

  return g_test_run ();
}
