/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "incident/lint.h"
#include "incident/skeleton-folder.h"
#include "incident/skeleton.h"
#include "support.h"

#include <math.h>
#include <string.h>

static void
test_guess (void)
{
  static const char text[] =
    "Time,\"process_resident_memory_bytes{job=\"\"gw\"\"}\",\"process_resident_memory_bytes{job=\"\"api\"\"}\","
    "loop lag,CPU,Requests,\"http <b>errors</b> ratio\",time of day,empty,99th\n"
    "1700000000,1 MB,2,12 ms,60%,50 req/s,0.01,1,,9\n"
    "1700003600,1 MB,2,12 ms,60%,50 req/s,0.01,1,,9\n";
  static const struct
  {
    const char *key;
    const char *label;
    DrillUnit   unit;
    const char *metric;
  } expected[] = {
    { "process_resident_memory_bytes", "process resident memory bytes job gw", DRILL_UNIT_BYTES,
      "process_resident_memory_bytes{job=\"gw\"}" },
    { "process_resident_memory_bytes_2", "process resident memory bytes job api", DRILL_UNIT_BYTES,
      "process_resident_memory_bytes{job=\"api\"}" },
    { "loop_lag", "loop lag", DRILL_UNIT_SECONDS, "loop lag" },
    { "cpu", "CPU", DRILL_UNIT_RATIO, "CPU" },
    { "requests", "Requests", DRILL_UNIT_PER_SECOND, "Requests" },
    { "http_b_errors_b_ratio", "http b errors /b ratio", DRILL_UNIT_RATIO, "http <b>errors</b> ratio" },
    { "time_of_day", "time of day", DRILL_UNIT_COUNT, "time of day" },
    { "99th", "99th", DRILL_UNIT_COUNT, "unknown" },
  };
  g_autoptr (DrillSamples) samples = drill_samples_parse_csv ("x.csv", text, strlen (text), NULL, NULL);
  g_autoptr (GPtrArray) list = drill_skeleton_guess (samples);

  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++)
    {
      const DrillSkeletonSeries *series = g_ptr_array_index (list, i);

      g_assert_cmpstr (series->key, ==, expected[i].key);
      g_assert_cmpstr (series->label, ==, expected[i].label);
      g_assert_cmpint (series->unit, ==, expected[i].unit);
      g_assert_cmpstr (series->metric, ==, expected[i].metric);
    }
}

/* Whatever was exported, the skeleton is a scenario without a fault. */
static void
test_playable (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *title;
    gboolean    counts_impact;
  } cases[] = {
    { "plain", "Time,error_ratio,request_rate\n1700000000,0.01,100\n1700007200,0.05,100\n", "Slow *checkout*", TRUE },
    { "odd names", "Time,\"a\nb\",{},\"\"\"x\"\"\",slo 4,\"`c`\"\n0,1,2,3,4,5\n60,1,2,3,4,5\n", "# ``` <b>", FALSE },
    { "one row", "Time,a\n1700000000,1\n", "", FALSE },
    { "ten days", "Time,a\n1700000000,1\n1700864000,2\n", "Long", FALSE },
    { "before the epoch", "Time,a\n-100,1\n5,2\n", "Old", FALSE },
    { "not a word of Latin", "Time,\320\277\320\260\320\274\321\217\321\202\321\214\n0,1\n60,2\n", "\320\237", FALSE },
    { "gaps", "Time,a,b\n0,1,\n60,,\n120,2,\n", "Gaps", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *folder = test_folder_new ();
      g_autoptr (DrillSamples) samples =
        drill_samples_parse_csv ("x.csv", cases[i].text, strlen (cases[i].text), NULL, NULL);
      g_autoptr (GPtrArray) list = drill_skeleton_guess (samples);
      g_autofree char *markdown = drill_skeleton_to_markdown (samples, list, "odd id!", cases[i].title,
                                                                drill_skeleton_guess_history (samples));
      g_autofree char *csv = drill_skeleton_to_csv (samples, list);
      g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
      g_autoptr (DrillScenario) scenario = NULL;
      g_autoptr (DrillLint) lint = NULL;

      g_test_message ("%s", cases[i].name);
      test_folder_write (folder, DRILL_SKELETON_SAMPLES, csv);
      scenario = test_parse (folder, markdown);
      lint = drill_lint_new (scenario, DRILL_LINT_RUNS, DRILL_SEARCH_MAX_STATES, diagnostics);
      for (guint d = 0; d < drill_diagnostics_get_length (diagnostics); d++)
        g_test_message ("%s", drill_diagnostics_get (diagnostics, d)->text);
      g_assert_cmpuint (drill_diagnostics_get_length (diagnostics), ==, 0);
      g_assert_cmpuint (scenario->series->len, ==, list->len);
      g_assert_cmpint (scenario->impact_label != NULL, ==, cases[i].counts_impact);
      g_assert_cmpfloat (((DrillLintRun *) g_ptr_array_index (lint->runs, 0))->result->score, ==, 100);
      test_folder_free (folder);
    }
}

/* What a person chose: one series with its objective and unit, and the moment at
 * which the page arrives. */
static void
test_chosen (void)
{
  static const char text[] = "Time,lag,cpu\n1700000000,0.1,1\n1700007200,0.2,2\n";
  char *folder = test_folder_new ();
  g_autofree char *target = g_build_filename (folder, "deep", "slow", NULL);
  g_autofree char *page = g_build_filename (target, "scenario.md", NULL);
  g_autoptr (DrillSamples) samples = drill_samples_parse_csv ("x.csv", text, strlen (text), NULL, NULL);
  g_autoptr (GPtrArray) guess = drill_skeleton_guess (samples);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillScenario) scenario = NULL;
  g_autoptr (GError) error = NULL;
  DrillSkeletonSeries *lag = g_ptr_array_index (guess, 0);
  const DrillScenarioSeries *series;

  g_assert_true (isnan (lag->slo));
  g_assert_cmpint (drill_skeleton_max_history (samples), ==, 120);
  g_assert_cmpint (drill_skeleton_guess_history (samples), ==, 60);
  lag->slo = 0.0125;
  lag->unit = DRILL_UNIT_COUNT;
  g_ptr_array_add (chosen, lag);
  g_assert_true (drill_skeleton_write (samples, chosen, target, "Slow", 90, &error));
  g_assert_no_error (error);
  scenario = drill_scenario_load (page, "scenario.md", diagnostics, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drill_diagnostics_get_length (diagnostics), ==, 0);
  g_assert_cmpint (scenario->history, ==, 90 * 60);
  g_assert_cmpuint (scenario->series->len, ==, 1);
  series = g_ptr_array_index (scenario->series, 0);
  g_assert_cmpfloat (series->slo, ==, 0.0125);
  g_assert_cmpint (series->unit, ==, DRILL_UNIT_COUNT);

  /* What is there is never overwritten. */
  g_assert_false (drill_skeleton_write (samples, chosen, target, "Again", 90, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  test_folder_free (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/incident/skeleton/guess", test_guess);
  g_test_add_func ("/incident/skeleton/playable", test_playable);
  g_test_add_func ("/incident/skeleton/chosen", test_chosen);

  return g_test_run ();
}
