/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What came of a play, for people and for programs. */

#include "config.h"

#include "cli/play-report.h"

#include "cli/commands.h"

#include "incident/result.h"

#include <stdio.h>

static void
add_double (JsonBuilder *builder,
            const char  *name,
            double       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static const char *
ending_word (const DrillRunResult *result)
{
  return result->ending != DRILL_ENDING_NONE ? drill_ending_to_word (result->ending) : NULL;
}

static void
add_phases (JsonBuilder          *builder,
            const DrillRunResult *result)
{
  json_builder_set_member_name (builder, "phases");
  json_builder_begin_object (builder);
  for (guint i = 0; i < result->phases->len; i++)
    {
      const DrillResultPhase *phase = &g_array_index (result->phases, DrillResultPhase, i);

      json_builder_set_member_name (builder, phase->name);
      json_builder_begin_object (builder);
      add_double (builder, "score", phase->score);
      add_int (builder, "max", phase->max);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_harms (JsonBuilder          *builder,
           const DrillRunResult *result)
{
  json_builder_set_member_name (builder, "harm");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->harms->len; i++)
    {
      const DrillResultHarm *harm = &g_array_index (result->harms, DrillResultHarm, i);

      json_builder_begin_object (builder);
      add_string (builder, "severity", drill_harm_to_word (harm->severity));
      add_string (builder, "reason", harm->reason);
      add_string (builder, "section", harm->section);
      add_int (builder, "clock_s", harm->clock);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_milestones (JsonBuilder          *builder,
                const DrillRunResult *result)
{
  json_builder_set_member_name (builder, "milestones");
  json_builder_begin_object (builder);
  add_int (builder, "acknowledged_s", result->milestones.acknowledged);
  add_int (builder, "localised_s", result->milestones.localised);
  add_int (builder, "contained_s", result->milestones.contained);
  add_int (builder, "recovered_s", result->milestones.recovered);
  json_builder_end_object (builder);
}

/* The members that a run and the reference run have in common. */
static void
add_result (JsonBuilder          *builder,
            const DrillRunResult *result)
{
  add_double (builder, "score", result->score);
  add_int (builder, "max", result->max);
  json_builder_set_member_name (builder, "passed");
  json_builder_add_boolean_value (builder, result->passed);
  add_phases (builder, result);
  add_harms (builder, result);
  add_int (builder, "clock_s", result->clock);
  add_string (builder, "ending", ending_word (result));
  json_builder_set_member_name (builder, "impact");
  json_builder_begin_object (builder);
  add_string (builder, "label", result->impact_label);
  add_double (builder, "value", result->impact);
  json_builder_end_object (builder);
  add_milestones (builder, result);
}

/* Returns: (transfer full) (nullable): NULL when the scenario has none that plays */
static DrillRunResult *
play_reference (DrillScenario *scenario)
{
  const DrillScenarioRun  *reference = drill_scenario_reference (scenario);
  g_autoptr (DrillRun)     run = NULL;
  g_autoptr (GStrvBuilder) slugs = g_strv_builder_new ();
  g_auto (GStrv)           list = NULL;

  if (reference == NULL)
    return NULL;

  for (guint i = 0; i < reference->stops->len; i++)
    g_strv_builder_add (slugs, ((DrillScenarioStop *) g_ptr_array_index (reference->stops, i))->slug);
  list = g_strv_builder_end (slugs);
  run = drill_run_new (scenario);
  if (!drill_run_play (run, (const char *const *) list, drill_answer_full, NULL, NULL, NULL))
    return NULL;

  return drill_run_get_result (run);
}

static void
print_json (const DrillRunResult *result,
            const DrillRunResult *reference)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_result (builder, result);
  json_builder_set_member_name (builder, "offered");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->offered->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (result->offered, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "reference");
  if (reference != NULL)
    {
      json_builder_begin_object (builder);
      add_result (builder, reference);
      json_builder_end_object (builder);
    }
  else
    {
      json_builder_add_null_value (builder);
    }
  json_builder_end_object (builder);
  drill_cli_print_json (builder);
}

static void
print_text (const DrillRunResult *result,
            const DrillRunResult *reference)
{
  printf ("\n%.1f of %u points", result->score, result->max);
  if (reference != NULL)
    printf (" (reference %.1f)", reference->score);
  printf (", %s after %" G_GINT64_FORMAT " min\n",
          result->ending != DRILL_ENDING_NONE ? drill_ending_to_word (result->ending) : "not ended",
          result->clock / 60);
  for (guint i = 0; i < result->phases->len; i++)
    {
      const DrillResultPhase *phase = &g_array_index (result->phases, DrillResultPhase, i);

      printf ("  %-14s %5.1f of %u\n", phase->name, phase->score, phase->max);
    }
  for (guint i = 0; i < result->harms->len; i++)
    {
      const DrillResultHarm *harm = &g_array_index (result->harms, DrillResultHarm, i);

      printf ("  %s harm at %" G_GINT64_FORMAT " min: %s\n",
              drill_harm_to_word (harm->severity),
              harm->clock / 60,
              harm->reason);
    }
  if (result->impact_label != NULL)
    {
      printf ("%s: %.0f", result->impact_label, result->impact);
      if (reference != NULL)
        printf (" (reference %.0f)", reference->impact);
      printf ("\n");
    }
}

void
drill_play_print_result (DrillRun *run,
                         gboolean  json)
{
  g_autoptr (DrillRunResult) result = drill_run_get_result (run);
  g_autoptr (DrillRunResult) reference = play_reference (drill_run_get_scenario (run));

  if (json)
    print_json (result, reference);
  else
    print_text (result, reference);
}

static void
print_distribution_json (DrillScenario           *scenario,
                         const DrillDistribution *distribution)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_int (builder, "runs", distribution->scores->len);
  add_double (builder, "min", drill_distribution_quantile (distribution, 0));
  add_double (builder, "p25", drill_distribution_quantile (distribution, 0.25));
  add_double (builder, "median", drill_distribution_quantile (distribution, 0.5));
  add_double (builder, "p75", drill_distribution_quantile (distribution, 0.75));
  add_double (builder, "max", drill_distribution_quantile (distribution, 1));
  add_double (builder, "mean", distribution->mean);
  add_int (builder, "passed", distribution->passed);
  json_builder_set_member_name (builder, "endings");
  json_builder_begin_object (builder);
  for (guint i = DRILL_ENDING_RESOLVED; i <= DRILL_ENDING_FAILED; i++)
    add_int (builder, drill_ending_to_word (i), distribution->endings[i]);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "never_seen");
  json_builder_begin_array (builder);
  for (guint i = 0; i < scenario->sections->len; i++)
    {
      if (distribution->seen[i] == 0)
        json_builder_add_string_value (builder, drill_scenario_section (scenario, i)->slug);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  drill_cli_print_json (builder);
}

void
drill_play_print_distribution (DrillScenario           *scenario,
                               const DrillDistribution *distribution,
                               gboolean                 json)
{
  if (json)
    {
      print_distribution_json (scenario, distribution);
      return;
    }

  printf ("%u runs: min %.1f, median %.1f, mean %.1f, max %.1f; %u passed\n",
          distribution->scores->len,
          drill_distribution_quantile (distribution, 0),
          drill_distribution_quantile (distribution, 0.5),
          distribution->mean,
          drill_distribution_quantile (distribution, 1),
          distribution->passed);
}
