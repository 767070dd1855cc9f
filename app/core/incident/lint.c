/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Checks that play the scenario: the runs that its author wrote down must come
 * out as promised, random play must reach an ending, and no state may leave the
 * player without a choice.
 */

#include "config.h"

#include "incident/evidence.h"
#include "incident/lint.h"

static void
report (DrillDiagnostics *diagnostics,
        DrillScenario    *scenario,
        guint             line,
        DrillSeverity     severity,
        const char       *code,
        const char       *text)
{
  drill_diagnostics_add (diagnostics, scenario->name, line, 0, severity, code, "%s", text);
}

/* The score as a person would write it: whole, or with one digit. */
static char *
format_score (double score)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (score == (int) score)
    return g_strdup_printf ("%d", (int) score);

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.1f", score));
}

static void
check_reference (DrillScenario          *scenario,
                 const DrillScenarioRun *run,
                 const DrillRunResult   *result,
                 DrillDiagnostics       *diagnostics)
{
  if (result->ending == DRILL_ENDING_NONE)
    report (diagnostics,
            scenario,
            run->line,
            DRILL_SEVERITY_ERROR,
            "S051",
            "The reference run does not reach an ending");

  for (guint i = 0; i < result->phases->len; i++)
    {
      const DrillResultPhase *phase = &g_array_index (result->phases, DrillResultPhase, i);
      g_autofree char        *score = format_score (phase->score);
      g_autofree char        *text = NULL;

      if (phase->score >= phase->max)
        continue;
      text = g_strdup_printf ("The reference run leaves “%s” at %s of %u points", phase->name, score, phase->max);
      report (diagnostics, scenario, run->line, DRILL_SEVERITY_WARNING, "S151", text);
    }
}

static void
check_bounds (DrillScenario          *scenario,
              const DrillScenarioRun *run,
              const DrillRunResult   *result,
              DrillDiagnostics       *diagnostics)
{
  g_autofree char *score = format_score (result->score);
  g_autofree char *text = NULL;

  if (result->score < run->min)
    {
      text = g_strdup_printf ("“%s” scores %s; it must score at least %u", run->label, score, run->min);
      report (diagnostics, scenario, run->line, DRILL_SEVERITY_ERROR, "S051", text);
    }
  else if (run->below > 0 && result->score >= run->below)
    {
      text = g_strdup_printf ("“%s” scores %s; it must stay below %u", run->label, score, run->below);
      report (diagnostics, scenario, run->line, DRILL_SEVERITY_ERROR, "S052", text);
    }
}

/* Plays one written run, with every key point made: its decisions decide. */
static DrillRunResult *
play_run (DrillScenario          *scenario,
          const DrillScenarioRun *written,
          DrillDiagnostics       *diagnostics)
{
  g_autoptr (DrillRun) run = drill_run_new (scenario);
  g_autoptr (GPtrArray) slugs = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  guint failed = 0;

  for (guint i = 0; i < written->stops->len; i++)
    g_ptr_array_add (slugs, ((DrillScenarioStop *) g_ptr_array_index (written->stops, i))->slug);
  g_ptr_array_add (slugs, NULL);

  if (!drill_run_play (run, (const char *const *) slugs->pdata, drill_answer_full, NULL, &failed, &error))
    {
      const DrillScenarioStop *stop = g_ptr_array_index (written->stops, failed);
      g_autofree char *text = g_strdup_printf ("“%s” cannot be played: %s", written->label, error->message);

      report (diagnostics, scenario, stop->line, DRILL_SEVERITY_ERROR, "S050", text);
      return NULL;
    }

  return drill_run_get_result (run);
}

static void
run_free (gpointer data)
{
  DrillLintRun *run = data;

  drill_run_result_free (run->result);
  g_free (run);
}

static void
check_written_runs (DrillLint        *self,
                    DrillScenario    *scenario,
                    DrillDiagnostics *diagnostics)
{
  for (guint i = 0; i < scenario->runs->len; i++)
    {
      DrillLintRun *run = g_new0 (DrillLintRun, 1);

      run->run = g_ptr_array_index (scenario->runs, i);
      run->result = play_run (scenario, run->run, diagnostics);
      g_ptr_array_add (self->runs, run);
      if (run->result == NULL)
        continue;
      if (run->run->reference)
        check_reference (scenario, run->run, run->result, diagnostics);
      check_bounds (scenario, run->run, run->result, diagnostics);
    }
}

static void
check_search (DrillLint        *self,
              DrillScenario    *scenario,
              DrillDiagnostics *diagnostics)
{
  for (guint i = 0; i < self->search->locks->len; i++)
    {
      const DrillSearchLock *lock = g_ptr_array_index (self->search->locks, i);
      g_autofree char       *text = g_strdup_printf ("Nothing is on offer after %s", lock->path);

      report (diagnostics,
              scenario,
              drill_scenario_section (scenario, lock->section)->line,
              DRILL_SEVERITY_ERROR,
              "S033",
              text);
    }
}

/* A lock that lies too deep for the search may still turn up at random. */
static void
check_random_locks (DrillLint        *self,
                    DrillScenario    *scenario,
                    guint             n_runs,
                    DrillDiagnostics *diagnostics)
{
  for (guint i = 0; i < n_runs && self->distribution->stuck > 0 && self->search->locks->len == 0; i++)
    {
      DrillState state;
      guint      current;

      drill_random_play (scenario, scenario->seed, i, &state, NULL);
      current = state.current;
      drill_state_clear (&state);
      if (state.over)
        continue;
      report (diagnostics,
              scenario,
              drill_scenario_section (scenario, current)->line,
              DRILL_SEVERITY_ERROR,
              "S033",
              "Nothing is on offer here in a random run");
      break;
    }
}

static void
check_random (DrillLint        *self,
              DrillScenario    *scenario,
              guint             n_runs,
              DrillDiagnostics *diagnostics)
{
  if (self->distribution->circles > 0)
    {
      g_autofree char *text = g_strdup_printf ("%u of %u random runs go in circles and reach no ending; let time "
                                               "pass, or set a “limit” that it can reach",
                                               self->distribution->circles,
                                               n_runs);

      report (diagnostics,
              scenario,
              drill_scenario_section (scenario, scenario->start)->line,
              DRILL_SEVERITY_ERROR,
              "S034",
              text);
    }
  check_random_locks (self, scenario, n_runs, diagnostics);

  for (guint i = 0; i < scenario->sections->len && n_runs > 0; i++)
    {
      const DrillScenarioSection *section = drill_scenario_section (scenario, i);
      g_autofree char            *text = NULL;

      if (self->distribution->seen[i] > 0)
        continue;
      if (!self->search->partial && !drill_bit_get (self->search->seen, i))
        {
          text = g_strdup_printf ("Nothing leads to “%s”: no run can reach it", section->heading);
          report (diagnostics, scenario, section->line, DRILL_SEVERITY_ERROR, "S030", text);
        }
      else
        {
          text = g_strdup_printf ("“%s” was never seen in %u random runs", section->heading, n_runs);
          report (diagnostics, scenario, section->line, DRILL_SEVERITY_WARNING, "S130", text);
        }
    }
}

/* Reads every evidence file as what the scenario says it is. */
static void
check_evidence (DrillScenario    *scenario,
                DrillDiagnostics *diagnostics)
{
  for (guint i = 0; i < scenario->evidence->len; i++)
    {
      const DrillScenarioEvidence *evidence = g_ptr_array_index (scenario->evidence, i);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      if (drill_evidence_check (scenario, i, &error))
        continue;
      text = g_strdup_printf ("“%s” cannot be shown: %s", evidence->file, error->message);
      report (diagnostics, scenario, evidence->line, DRILL_SEVERITY_ERROR, "S042", text);
    }
}

/**
 * drill_lint_new:
 * @n_runs: how many random runs to play, usually DRILL_LINT_RUNS
 * @max_states: how far to search, usually DRILL_SEARCH_MAX_STATES
 * @diagnostics: takes what is found
 *
 * May take a second, so call it in a worker thread.
 *
 * Returns: (transfer full): what was measured on the way
 */
DrillLint *
drill_lint_new (DrillScenario    *scenario,
                guint             n_runs,
                guint             max_states,
                DrillDiagnostics *diagnostics)
{
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  DrillLint *self;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (diagnostics != NULL, NULL);

  self = g_new0 (DrillLint, 1);
  self->runs = g_ptr_array_new_with_free_func (run_free);
  self->search = drill_search_new (scenario, max_states);
  self->distribution = drill_distribution_new (scenario, scenario->seed, n_runs);

  check_evidence (scenario, found);
  check_written_runs (self, scenario, found);
  check_search (self, scenario, found);
  check_random (self, scenario, n_runs, found);
  drill_diagnostics_sort (found);
  drill_diagnostics_take_all (diagnostics, found);

  return self;
}

void
drill_lint_free (DrillLint *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->runs);
  drill_search_free (self->search);
  drill_distribution_free (self->distribution);
  g_free (self);
}
