/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Checks a scenario and prints what its runs score. For authors of the bundled
 * scenarios, while they write; built, but not installed.
 *
 *   scenario-lint FOLDER
 *   scenario-lint FOLDER slug,slug,...     plays these choices and prints the log
 */

#include "config.h"

#include "incident/lint.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static void
print_diagnostics (const DrillDiagnostics *diagnostics)
{
  for (guint i = 0; i < drill_diagnostics_get_length (diagnostics); i++)
    {
      g_autofree char *text = drill_diagnostic_format (drill_diagnostics_get (diagnostics, i));

      g_print ("%s\n", text);
    }
}

static void
print_result (const char           *label,
              const DrillRunResult *result)
{
  g_print ("%s: %g of %u, %s%s, %" G_GINT64_FORMAT " min",
           label,
           result->score,
           result->max,
           result->ending != DRILL_ENDING_NONE ? drill_ending_to_word (result->ending) : "no ending",
           result->timed_out ? " (time ran out)" : result->passed ? ", passed" : "",
           result->clock / 60);
  if (result->impact_label != NULL)
    g_print (", %s %.0f", result->impact_label, result->impact);
  g_print ("\n  milestones (s): acknowledged %" G_GINT64_FORMAT ", localised %" G_GINT64_FORMAT
           ", contained %" G_GINT64_FORMAT ", recovered %" G_GINT64_FORMAT "\n  ",
           result->milestones.acknowledged,
           result->milestones.localised,
           result->milestones.contained,
           result->milestones.recovered);
  for (guint i = 0; i < result->phases->len; i++)
    {
      const DrillResultPhase *phase = &g_array_index (result->phases, DrillResultPhase, i);

      g_print ("%s %g/%u  ", phase->name, phase->score, phase->max);
    }
  g_print ("\n");
  for (guint i = 0; i < result->harms->len; i++)
    {
      const DrillResultHarm *harm = &g_array_index (result->harms, DrillResultHarm, i);

      g_print ("  harm %s in %s: %s\n", drill_harm_to_word (harm->severity), harm->section, harm->reason);
    }
}

static void
print_lint (DrillScenario   *scenario,
            const DrillLint *lint)
{
  const DrillDistribution *random = lint->distribution;

  for (guint i = 0; i < lint->runs->len; i++)
    {
      const DrillLintRun *run = g_ptr_array_index (lint->runs, i);

      if (run->result != NULL)
        print_result (run->run->label, run->result);
    }

  g_print ("%u random runs: min %g, quartile %g, median %g, quartile %g, max %g, mean %.1f; "
           "%u resolved, %u mitigated, %u failed (%u by the limit), %u passed\n",
           random->scores->len,
           drill_distribution_quantile (random, 0),
           drill_distribution_quantile (random, 0.25),
           drill_distribution_quantile (random, 0.5),
           drill_distribution_quantile (random, 0.75),
           drill_distribution_quantile (random, 1),
           random->mean,
           random->endings[DRILL_ENDING_RESOLVED],
           random->endings[DRILL_ENDING_MITIGATED],
           random->endings[DRILL_ENDING_FAILED],
           random->timed_out,
           random->passed);
  g_print ("search: %u states, %s\n", lint->search->n_states, lint->search->partial ? "partial" : "complete");
}

static void
print_step (DrillScenario      *scenario,
            const DrillRunStep *step)
{
  g_print ("%4" G_GINT64_FORMAT " s  %s%s\n",
           step->end,
           step->kind == DRILL_STEP_ANSWERED ? "answer to "
           : step->automatic                 ? "event "
                                             : "",
           drill_scenario_section (scenario, step->section)->slug);
  if (step->kind == DRILL_STEP_ANSWERED)
    g_print ("        %+g\n", step->points);
  for (guint i = 0; i < step->credits->len; i++)
    {
      const DrillRunCredit *credit = &g_array_index (step->credits, DrillRunCredit, i);

      g_print ("        %s %+g%s: %s\n",
               credit->line->phase_name,
               credit->points,
               credit->late ? " (late)" : "",
               credit->line->reason);
    }
  if (step->regime >= 0)
    g_print ("        regime %s\n",
             ((DrillScenarioRegime *) g_ptr_array_index (scenario->regimes, step->regime))->name);
}

static gboolean
play (DrillScenario *scenario,
      const char    *choices)
{
  g_autoptr (DrillRun) run = drill_run_new (scenario);
  g_autoptr (DrillRunResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) slugs = g_strsplit (choices, ",", -1);
  gboolean   good = drill_run_play (run, (const char *const *) slugs, drill_answer_full, NULL, NULL, &error);
  GPtrArray *log = drill_run_get_log (run);

  for (guint i = 0; i < log->len; i++)
    print_step (scenario, g_ptr_array_index (log, i));
  if (!good)
    g_print ("stopped: %s\n", error->message);

  result = drill_run_get_result (run);
  print_result ("This run", result);
  g_print ("offered:");
  for (guint i = 0; i < result->offered->len; i++)
    g_print (" %s", (const char *) g_ptr_array_index (result->offered, i));
  g_print ("\n");

  return good;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillScenario) scenario = NULL;
  g_autoptr (DrillLint) lint = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  if (argc < 2 || argc > 3)
    {
      g_printerr ("Usage: scenario-lint FOLDER [slug,slug,...]\n");
      return 2;
    }

  scenario = drill_scenario_load (argv[1], NULL, diagnostics, &error);
  if (scenario != NULL && argc == 3)
    return play (scenario, argv[2]) ? 0 : 1;
  if (scenario != NULL)
    lint = drill_lint_new (scenario, DRILL_LINT_RUNS, DRILL_SEARCH_MAX_STATES, diagnostics);

  print_diagnostics (diagnostics);
  if (scenario == NULL)
    g_printerr ("%s\n", error->message);
  if (lint != NULL)
    print_lint (scenario, lint);

  return scenario != NULL && drill_diagnostics_count (diagnostics, DRILL_SEVERITY_ERROR) == 0 ? 0 : 1;
}
