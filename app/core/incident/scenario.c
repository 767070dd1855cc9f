/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The model of a scenario: what the parser fills in and the engine reads.
 *
 * Everything refers to everything else by index, so that a state of the engine
 * is a handful of numbers and bit sets over these arrays.
 */

#include "config.h"

#include "incident/folder.h"
#include "incident/scenario-private.h"
#include "incident/value.h"

#include <string.h>

static void
series_free (gpointer data)
{
  DrillScenarioSeries *self = data;

  g_free (self->key);
  g_free (self->label);
  g_free (self->metric);
  g_free (self);
}

static void
phase_free (gpointer data)
{
  DrillScenarioPhase *self = data;

  g_free (self->name);
  g_free (self);
}

static void
regime_free (gpointer data)
{
  DrillScenarioRegime *self = data;

  for (guint i = 0; i < DRILL_SCENARIO_MAX_SERIES; i++)
    g_clear_pointer (&self->verbs[i].samples, drill_samples_unref);
  g_free (self->verbs);
  g_free (self->name);
  g_free (self);
}

static void
flag_free (gpointer data)
{
  DrillScenarioFlag *self = data;

  g_free (self->name);
  g_free (self);
}

static void
beat_free (gpointer data)
{
  DrillScenarioBeat *self = data;

  g_free (self->markdown);
  g_free (self->speaker);
  g_free (self);
}

static void
stop_free (gpointer data)
{
  DrillScenarioStop *self = data;

  g_free (self->slug);
  g_free (self);
}

static void
run_free (gpointer data)
{
  DrillScenarioRun *self = data;

  g_free (self->label);
  g_ptr_array_unref (self->stops);
  g_free (self);
}

void
drill_scenario_choice_free (DrillScenarioChoice *self)
{
  g_free (self->text);
  g_free (self->tip);
  g_free (self->subtitle);
  g_free (self->group);
  g_free (self->slug);
  g_free (self);
}

void
drill_scenario_evidence_free (DrillScenarioEvidence *self)
{
  g_free (self->text);
  g_free (self->file);
  g_clear_pointer (&self->series, g_array_unref);
  g_free (self);
}

void
drill_scenario_key_point_free (DrillScenarioKeyPoint *self)
{
  g_free (self->markdown);
  g_ptr_array_unref (self->words);
  g_free (self);
}

void
drill_scenario_score_free (DrillScenarioScore *self)
{
  g_free (self->phase_name);
  g_free (self->reason);
  drill_condition_free (self->condition);
  g_free (self);
}

void
drill_scenario_harm_free (DrillScenarioHarm *self)
{
  g_free (self->reason);
  drill_condition_free (self->condition);
  g_free (self);
}

void
drill_scenario_switch_free (DrillScenarioSwitch *self)
{
  g_free (self->name);
  drill_condition_free (self->condition);
  g_free (self);
}

void
drill_scenario_pulse_free (DrillScenarioPulse *self)
{
  g_free (self->key);
  g_free (self);
}

void
drill_scenario_section_free (DrillScenarioSection *self)
{
  g_free (self->slug);
  g_free (self->heading);
  g_free (self->phase_name);
  g_free (self->model_answer);
  g_free (self->mistakes);
  g_ptr_array_unref (self->needs);
  g_ptr_array_unref (self->when);
  g_array_unref (self->set);
  g_array_unref (self->clear);
  g_ptr_array_unref (self->switches);
  g_ptr_array_unref (self->pulses);
  g_ptr_array_unref (self->scores);
  g_ptr_array_unref (self->harms);
  g_ptr_array_unref (self->beats);
  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->key_points);
  g_ptr_array_unref (self->teaches);
  g_free (self);
}

static GPtrArray *
owning_array (gpointer free_func)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_func);
}

DrillScenarioSection *
drill_scenario_section_new (const char *heading,
                            guint       line)
{
  DrillScenarioSection *self = g_new0 (DrillScenarioSection, 1);

  self->heading = g_strdup (heading);
  self->slug = drill_value_make_anchor (heading);
  self->line = line;
  self->phase = -1;
  self->needs = owning_array (drill_condition_free);
  self->when = owning_array (drill_condition_free);
  self->set = g_array_new (FALSE, FALSE, sizeof (guint));
  self->clear = g_array_new (FALSE, FALSE, sizeof (guint));
  self->switches = owning_array (drill_scenario_switch_free);
  self->pulses = owning_array (drill_scenario_pulse_free);
  self->scores = owning_array (drill_scenario_score_free);
  self->harms = owning_array (drill_scenario_harm_free);
  self->beats = owning_array (beat_free);
  self->choices = owning_array (drill_scenario_choice_free);
  self->key_points = owning_array (drill_scenario_key_point_free);
  self->teaches = owning_array (g_free);

  return self;
}

DrillScenarioRegime *
drill_scenario_regime_new (const char *name,
                           guint       line)
{
  DrillScenarioRegime *self = g_new0 (DrillScenarioRegime, 1);

  self->name = g_strdup (name);
  self->line = line;
  self->verbs = g_new0 (DrillScenarioVerb, DRILL_SCENARIO_MAX_SERIES);

  return self;
}

DrillScenarioRun *
drill_scenario_run_new (const char *label,
                        guint       line)
{
  DrillScenarioRun *self = g_new0 (DrillScenarioRun, 1);

  self->label = g_strdup (label);
  self->line = line;
  self->stops = owning_array (stop_free);

  return self;
}

/* Takes @markdown and @speaker. */
void
drill_scenario_beat_add (GPtrArray    *beats,
                         DrillBeatKind kind,
                         char         *markdown,
                         char         *speaker,
                         guint         evidence)
{
  DrillScenarioBeat *beat = g_new0 (DrillScenarioBeat, 1);

  beat->kind = kind;
  beat->markdown = markdown;
  beat->speaker = speaker;
  beat->evidence = evidence;
  g_ptr_array_add (beats, beat);
}

DrillScenario *
drill_scenario_new (const char *name,
                    const char *folder)
{
  DrillScenario *self = g_new0 (DrillScenario, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->folder = g_strdup (folder);
  self->format = 1;
  self->seed = 1;
  self->pass = 70;
  self->limit = DRILL_VALUE_MAX_SECONDS;
  self->first_regime = -1;
  self->levels = owning_array (g_free);
  self->topics = owning_array (g_free);
  self->series = owning_array (series_free);
  self->phases = owning_array (phase_free);
  self->regimes = owning_array (regime_free);
  self->evidence = owning_array (drill_scenario_evidence_free);
  self->sections = owning_array (drill_scenario_section_free);
  self->flags = owning_array (flag_free);
  self->runs = owning_array (run_free);

  return self;
}

DrillScenario *
drill_scenario_ref (DrillScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
drill_scenario_unref (DrillScenario *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->name);
  g_free (self->folder);
  g_free (self->hash);
  g_free (self->id);
  g_free (self->title);
  g_free (self->briefing);
  g_free (self->debrief);
  g_free (self->impact_label);
  g_ptr_array_unref (self->levels);
  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->phases);
  g_ptr_array_unref (self->regimes);
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->flags);
  g_ptr_array_unref (self->runs);
  g_free (self);
}

/* Returns the index of the section with that anchor, or -1. */
int
drill_scenario_find_section (DrillScenario *self,
                             const char    *slug)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (slug != NULL, -1);

  for (guint i = 0; i < self->sections->len; i++)
    {
      if (strcmp (drill_scenario_section (self, i)->slug, slug) == 0)
        return i;
    }

  return -1;
}

int
drill_scenario_find_series (DrillScenario *self,
                            const char    *key)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (key != NULL, -1);

  for (guint i = 0; i < self->series->len; i++)
    {
      const DrillScenarioSeries *series = g_ptr_array_index (self->series, i);

      if (strcmp (series->key, key) == 0)
        return i;
    }

  return -1;
}

int
drill_scenario_find_flag (DrillScenario *self,
                          const char    *name)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (name != NULL, -1);

  for (guint i = 0; i < self->flags->len; i++)
    {
      const DrillScenarioFlag *flag = g_ptr_array_index (self->flags, i);

      if (strcmp (flag->name, name) == 0)
        return i;
    }

  return -1;
}

/* Returns: (transfer none) */
DrillScenarioFlag *
drill_scenario_add_flag (DrillScenario *self,
                         const char    *name)
{
  DrillScenarioFlag *flag = g_new0 (DrillScenarioFlag, 1);

  flag->name = g_strdup (name);
  g_ptr_array_add (self->flags, flag);

  return flag;
}

const DrillScenarioSection *
drill_scenario_section (DrillScenario *self,
                        guint          index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->sections->len, NULL);

  return g_ptr_array_index (self->sections, index);
}

/* Returns: (transfer none) (nullable): the reference run */
const DrillScenarioRun *
drill_scenario_reference (DrillScenario *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->runs->len; i++)
    {
      const DrillScenarioRun *run = g_ptr_array_index (self->runs, i);

      if (run->reference)
        return run;
    }

  return NULL;
}

/**
 * drill_scenario_read:
 * @evidence: index into the scenario's evidence
 *
 * Blocks on the disk, so call it in a worker thread.
 *
 * Returns: (transfer full): the bytes of an evidence file
 */
GBytes *
drill_scenario_read (DrillScenario *self,
                     guint          evidence,
                     GError       **error)
{
  const DrillScenarioEvidence *item;
  gsize                        limit = DRILL_SCENARIO_MAX_EVIDENCE_BYTES;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (evidence < self->evidence->len, NULL);

  item = g_ptr_array_index (self->evidence, evidence);
  if (item->kind == DRILL_EVIDENCE_CHART || item->kind == DRILL_EVIDENCE_TABLE || item->kind == DRILL_EVIDENCE_HEAP)
    limit = DRILL_SAMPLES_MAX_BYTES;

  return drill_folder_read (self->folder, item->file, limit, error);
}

/* The word that scenarios and JSON use; %NULL while a run goes on. */
const char *
drill_ending_to_word (DrillEnding ending)
{
  static const char *const words[] = { NULL, "resolved", "mitigated", "failed" };

  g_return_val_if_fail ((guint) ending < G_N_ELEMENTS (words), NULL);

  return words[ending];
}

const char *
drill_harm_to_word (DrillHarmSeverity severity)
{
  static const char *const words[] = { "minor", "major", "critical" };

  g_return_val_if_fail ((guint) severity < G_N_ELEMENTS (words), NULL);

  return words[severity];
}
