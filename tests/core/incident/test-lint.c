/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "incident/lint.h"
#include "support.h"

#include <string.h>

/* The fixture is clean: its written runs come out as promised and random play
 * lies between them. */
static void
test_fixture (void)
{
  g_autoptr (DrillScenario) scenario = test_load_fixture ("leak");
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillLint) lint = drill_lint_new (scenario, DRILL_LINT_RUNS, DRILL_SEARCH_MAX_STATES, diagnostics);
  const DrillLintRun *reference = g_ptr_array_index (lint->runs, 0);
  const DrillLintRun *trap = g_ptr_array_index (lint->runs, 2);
  double              median = drill_distribution_quantile (lint->distribution, 0.5);

  g_assert_cmpuint (drill_diagnostics_count (diagnostics, DRILL_SEVERITY_ERROR), ==, 0);
  g_assert_cmpuint (lint->runs->len, ==, 3);
  g_assert_true (reference->run->reference);
  g_assert_cmpfloat (reference->result->score, ==, 100);
  g_assert_true (reference->result->passed);
  g_assert_cmpfloat (trap->result->score, <, 50);
  g_assert_cmpfloat (median, >, trap->result->score);
  g_assert_cmpfloat (median, <, reference->result->score);
  g_assert_cmpuint (lint->distribution->stuck + lint->distribution->circles, ==, 0);
  g_assert_true (lint->search->partial);
  g_assert_cmpuint (lint->search->n_states, ==, DRILL_SEARCH_MAX_STATES);
}

/* The same seed plays the same runs, another one does not. */
static void
test_seed (void)
{
  g_autoptr (DrillScenario) scenario = test_load_fixture ("leak");
  g_autoptr (DrillDistribution) one = drill_distribution_new (scenario, 7, 200);
  g_autoptr (DrillDistribution) two = drill_distribution_new (scenario, 7, 200);
  g_autoptr (DrillDistribution) other = drill_distribution_new (scenario, 8, 200);

  g_assert_cmpmem (one->scores->data, 200 * sizeof (double), two->scores->data, 200 * sizeof (double));
  g_assert_cmpint (memcmp (one->scores->data, other->scores->data, 200 * sizeof (double)), !=, 0);
  g_assert_cmpmem (one->seen, sizeof one->seen, two->seen, sizeof two->seen);
}

static void
test_quantiles (void)
{
  DrillDistribution distribution = { .scores = g_array_new (FALSE, FALSE, sizeof (double)) };
  double            scores[] = { 10, 20, 40, 80 };

  g_assert_cmpfloat (drill_distribution_quantile (&distribution, 0.5), ==, 0);
  g_array_append_vals (distribution.scores, scores, G_N_ELEMENTS (scores));
  g_assert_cmpfloat (drill_distribution_quantile (&distribution, 0), ==, 10);
  g_assert_cmpfloat (drill_distribution_quantile (&distribution, 0.5), ==, 30);
  g_assert_cmpfloat (drill_distribution_quantile (&distribution, 1), ==, 80);
  g_array_unref (distribution.scores);
}

/* The search merges states that nothing can tell apart, and finds what can
 * happen although nobody would find it by chance. */
static void
test_search (void)
{
  static const struct
  {
    const char *name;
    const char *find;
    const char *replacement;
    const char *seen;
    guint       n_locks;
  } cases[] = {
    { "as it is", "format 1", "format 1", "too-late", 0 },
    { "deep", "when after 30m", "when after 58m", "too-late", 0 },
    { "lock", "- [Back](#desk)\n\n## Too", "- [Fix](#fix)\n\n## Too", "panic", 1 },
    { "series", "when after 30m", "when lag > 150ms", "too-late", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char            *folder = test_folder_new ();
      g_autofree char *text = test_replace (test_small_scenario, cases[i].find, cases[i].replacement);
      g_autoptr (DrillScenario) scenario = test_parse (folder, text);
      g_autoptr (DrillSearch) search = drill_search_new (scenario, DRILL_SEARCH_MAX_STATES);
      g_autoptr (DrillSearch) cut = drill_search_new (scenario, 2);

      g_test_message ("%s: %u states", cases[i].name, search->n_states);
      g_assert_false (search->partial);
      g_assert_true (cut->partial);
      g_assert_cmpuint (cut->n_states, ==, 2);
      g_assert_true (drill_bit_get (search->seen, drill_scenario_find_section (scenario, cases[i].seen)));
      g_assert_cmpuint (search->locks->len, ==, cases[i].n_locks);
      if (cases[i].n_locks > 0)
        g_assert_cmpstr (((DrillSearchLock *) g_ptr_array_index (search->locks, 0))->path, ==, "desk -> panic");
      test_folder_free (folder);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/incident/lint/fixture", test_fixture);
  g_test_add_func ("/incident/lint/seed", test_seed);
  g_test_add_func ("/incident/lint/quantiles", test_quantiles);
  g_test_add_func ("/incident/lint/search", test_search);

  return g_test_run ();
}
