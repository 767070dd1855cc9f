/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From names to indices, once everything that can be named is known.
 */

#include "config.h"

#include "incident/folder.h"
#include "incident/parser-private.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static int
find_phase (DrillParser *self,
            const char  *name)
{
  for (guint i = 0; i < self->scenario->phases->len; i++)
    {
      DrillScenarioPhase *phase = g_ptr_array_index (self->scenario->phases, i);

      if (strcmp (phase->name, name) == 0)
        return i;
    }

  return -1;
}

static int
find_regime (DrillParser *self,
             const char  *name)
{
  for (guint i = 0; i < self->scenario->regimes->len; i++)
    {
      DrillScenarioRegime *regime = g_ptr_array_index (self->scenario->regimes, i);

      if (strcmp (regime->name, name) == 0)
        return i;
    }

  return -1;
}

static guint
resolve_phase (DrillParser *self,
               const char  *name,
               guint        line)
{
  int index = find_phase (self, name);

  if (index < 0)
    drill_parser_error (self, line, "S015", "There is no phase “%s”; the header lists them", name);

  return MAX (index, 0);
}

static guint
resolve_regime (DrillParser *self,
                const char  *name,
                guint        line)
{
  int index = find_regime (self, name);

  if (index < 0)
    drill_parser_error (self, line, "S016", "There is no regime “%s”", name);

  return MAX (index, 0);
}

static guint
resolve_series (DrillParser *self,
                const char  *name,
                guint        line)
{
  int index = drill_scenario_find_series (self->scenario, name);

  if (index < 0)
    drill_parser_error (self, line, "S017", "There is no series “%s”; the header lists them", name);

  return MAX (index, 0);
}

/* A name in a condition is a section or a flag; sections win. */
static void
resolve_atom (DrillParser    *self,
              DrillCondition *condition,
              DrillAtom      *atom)
{
  int index;

  if (atom->kind == DRILL_ATOM_ABOVE || atom->kind == DRILL_ATOM_BELOW)
    {
      atom->index = resolve_series (self, atom->name, condition->line);
      return;
    }
  if (atom->name == NULL)
    return;

  index = drill_scenario_find_section (self->scenario, atom->name);
  if (index >= 0)
    {
      atom->kind = DRILL_ATOM_VISITED;
      atom->index = index;
      return;
    }

  index = drill_scenario_find_flag (self->scenario, atom->name);
  if (index >= 0)
    {
      DrillScenarioFlag *flag = g_ptr_array_index (self->scenario->flags, index);

      atom->index = index;
      if (flag->read_line == 0)
        flag->read_line = condition->line;
      if (flag->set_line > 0)
        return;
    }
  drill_parser_error (self,
                      condition->line,
                      "S025",
                      "“%s” is never set; it is neither a flag that a section sets nor a section",
                      atom->name);
}

static void
resolve_condition (DrillParser    *self,
                   DrillCondition *condition)
{
  if (condition == NULL)
    return;

  for (guint i = 0; i < condition->atoms->len; i++)
    resolve_atom (self, condition, &g_array_index (condition->atoms, DrillAtom, i));
}

static void
resolve_conditions (DrillParser *self,
                    GPtrArray   *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    resolve_condition (self, g_ptr_array_index (conditions, i));
}

static void
resolve_choices (DrillParser          *self,
                 DrillScenarioSection *section)
{
  for (guint i = 0; i < section->choices->len; i++)
    {
      DrillScenarioChoice *choice = g_ptr_array_index (section->choices, i);
      int                  target = drill_scenario_find_section (self->scenario, choice->slug);

      if (target < 0)
        drill_parser_error (self, choice->line, "S023", "No section has the anchor #%s", choice->slug);
      choice->target = MAX (target, 0);
    }
}

static void
resolve_effects (DrillParser          *self,
                 DrillScenarioSection *section)
{
  for (guint i = 0; i < section->scores->len; i++)
    {
      DrillScenarioScore *score = g_ptr_array_index (section->scores, i);

      score->id = self->scenario->n_lines++;
      score->phase = resolve_phase (self, score->phase_name, score->line);
      resolve_condition (self, score->condition);
    }
  for (guint i = 0; i < section->harms->len; i++)
    {
      DrillScenarioHarm *harm = g_ptr_array_index (section->harms, i);

      harm->id = self->scenario->n_lines++;
      resolve_condition (self, harm->condition);
    }
  for (guint i = 0; i < section->switches->len; i++)
    {
      DrillScenarioSwitch *item = g_ptr_array_index (section->switches, i);

      item->regime = resolve_regime (self, item->name, item->line);
      resolve_condition (self, item->condition);
    }
  for (guint i = 0; i < section->pulses->len; i++)
    {
      DrillScenarioPulse *pulse = g_ptr_array_index (section->pulses, i);

      pulse->series = resolve_series (self, pulse->key, pulse->line);
    }
}

static void
resolve_section (DrillParser          *self,
                 DrillScenarioSection *section)
{
  if (section->phase_name != NULL)
    section->phase = resolve_phase (self, section->phase_name, section->line);
  else if (section->answer > 0)
    drill_parser_error (self,
                        section->answer_line,
                        "S015",
                        "The answer's points belong to a phase; add a line “phase NAME” to this section");

  resolve_conditions (self, section->needs);
  resolve_conditions (self, section->when);
  resolve_effects (self, section);
  resolve_choices (self, section);

  section->neutral = section->cost == 0 && !section->once && section->when->len == 0 && section->set->len == 0
                     && section->clear->len == 0 && section->switches->len == 0 && section->pulses->len == 0
                     && section->scores->len == 0 && section->harms->len == 0 && section->answer == 0
                     && section->ending == DRILL_ENDING_NONE;
}

static void
resolve_header (DrillParser *self)
{
  DrillScenario *scenario = self->scenario;

  if (self->header_line == 0)
    drill_parser_error (self, scenario->title_line, "S010", "There is no sim block before the first section");

  if (self->start.text != NULL)
    {
      int start = drill_scenario_find_section (scenario, self->start.text);

      if (start < 0)
        drill_parser_error (self, self->start.line, "S023", "No section has the anchor #%s", self->start.text);
      scenario->start = MAX (start, 0);
    }

  if (self->regime.text != NULL)
    scenario->first_regime = resolve_regime (self, self->regime.text, self->regime.line);
  else if (scenario->series->len > 0)
    drill_parser_error (self, self->header_line, "S016", "The header does not name the regime at the start");

  if (self->errors.text != NULL)
    {
      scenario->impact_errors = resolve_series (self, self->errors.text, self->errors.line);
      scenario->impact_rate = resolve_series (self, self->rate.text, self->rate.line);
    }

  if (scenario->id == NULL)
    {
      g_autofree char *absolute = g_canonicalize_filename (scenario->folder, NULL);

      scenario->id = g_path_get_basename (absolute);
    }
}

/* Counts the files, and refuses one that could not be opened later. */
static void
resolve_evidence (DrillParser *self)
{
  g_autoptr (GHashTable) files = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->scenario->evidence->len; i++)
    {
      DrillScenarioEvidence *evidence = g_ptr_array_index (self->scenario->evidence, i);
      g_autofree char       *path = NULL;
      GStatBuf               info;
      goffset                limit = DRILL_SCENARIO_MAX_EVIDENCE_BYTES;

      if (g_hash_table_add (files, evidence->file) && g_hash_table_size (files) == DRILL_SCENARIO_MAX_FILES + 1)
        drill_parser_error (self,
                            evidence->line,
                            "S042",
                            "There are more than %d evidence files",
                            DRILL_SCENARIO_MAX_FILES);
      if (evidence->kind != DRILL_EVIDENCE_LOG && evidence->kind != DRILL_EVIDENCE_TRACE)
        limit = DRILL_SAMPLES_MAX_BYTES;
      path = drill_folder_is_inside (evidence->file)
               ? drill_folder_resolve (self->scenario->folder, evidence->file, NULL)
               : NULL;
      if (path == NULL || g_stat (path, &info) != 0)
        continue;
      if (!S_ISREG (info.st_mode))
        drill_parser_error (self, evidence->line, "S041", "“%s” is not a file", evidence->file);
      else if (info.st_size > limit)
        drill_parser_error (self,
                            evidence->line,
                            "S042",
                            "“%s” is over %d MiB",
                            evidence->file,
                            (int) (limit / 1024 / 1024));
    }
}

/* A flag and a section of one name could not be told apart in a condition. */
static void
check_flag_names (DrillParser *self)
{
  for (guint i = 0; i < self->scenario->flags->len; i++)
    {
      DrillScenarioFlag *flag = g_ptr_array_index (self->scenario->flags, i);

      if (drill_scenario_find_section (self->scenario, flag->name) >= 0)
        drill_parser_error (self,
                            MAX (flag->set_line, 1),
                            "S010",
                            "“%s” is a section, which sets its flag itself; choose another name",
                            flag->name);
    }
}

void
drill_parser_resolve (DrillParser *self)
{
  resolve_header (self);
  for (guint i = 0; i < self->scenario->sections->len; i++)
    resolve_section (self, g_ptr_array_index (self->scenario->sections, i));
  resolve_evidence (self);
  check_flag_names (self);

  if (self->scenario->n_lines > DRILL_SCENARIO_MAX_LINES)
    drill_parser_error (self,
                        0,
                        "S010",
                        "There are more than %d score and harm lines",
                        DRILL_SCENARIO_MAX_LINES);
}
