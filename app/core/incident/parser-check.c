/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Checks of the finished scenario that look at one thing at a time: phases,
 * questions, flags. parser-check-flow.c looks at the ways between sections.
 */

#include "config.h"

#include "incident/markdown.h"
#include "incident/parser-private.h"

#include <string.h>

static void
check_phases (DrillParser *self)
{
  DrillScenarioPhase *first = self->scenario->phases->len > 0 ? g_ptr_array_index (self->scenario->phases, 0) : NULL;
  guint               sum = 0;

  for (guint i = 0; i < self->scenario->phases->len; i++)
    sum += ((DrillScenarioPhase *) g_ptr_array_index (self->scenario->phases, i))->max;

  if (sum != 100)
    drill_parser_error (self,
                        first != NULL ? first->line : self->header_line,
                        "S014",
                        "The maxima of the phases add up to %u, not to 100",
                        sum);
}

static void
check_question (DrillParser          *self,
                DrillScenarioSection *section)
{
  if (section->answer > 0 && (section->key_points->len == 0 || section->model_answer == NULL))
    drill_parser_error (self,
                        section->answer_line,
                        "S021",
                        "A question needs both “**Key points:**” with a list and “**Model answer:**”");
  if (section->answer == 0 && section->key_points->len > 0)
    drill_parser_warning (self,
                          ((DrillScenarioKeyPoint *) g_ptr_array_index (section->key_points, 0))->line,
                          "S121",
                          "There are key points but no “answer N”, so nobody is asked");
  if (section->key_points->len > DRILL_SCENARIO_MAX_KEY_POINTS)
    drill_parser_error (self,
                        section->line,
                        "S021",
                        "There are more than %d key points",
                        DRILL_SCENARIO_MAX_KEY_POINTS);
}

/* The model answer is what the learner compares with, so it must say every
 * point; only points with words can be checked. */
static void
check_model_answer (DrillParser          *self,
                    DrillScenarioSection *section)
{
  guint suggested;

  if (section->model_answer == NULL || section->key_points->len > DRILL_SCENARIO_MAX_KEY_POINTS)
    return;

  suggested = drill_key_points_suggest (section, section->model_answer);
  for (guint i = 0; i < section->key_points->len; i++)
    {
      DrillScenarioKeyPoint *point = g_ptr_array_index (section->key_points, i);

      if (point->words->len > 0 && (suggested & (1u << i)) == 0)
        drill_parser_warning (self,
                              point->line,
                              "S123",
                              "The model answer does not contain the words of this key point");
    }
}

/* The milestones that the debrief reads are flags which need no reader. */
static gboolean
is_milestone (const char *name)
{
  static const char *const names[] = { "acknowledged", "localised", "localized", "contained", "recovered", NULL };

  return g_strv_contains (names, name);
}

static void
check_flags (DrillParser *self)
{
  for (guint i = 0; i < self->scenario->flags->len; i++)
    {
      DrillScenarioFlag *flag = g_ptr_array_index (self->scenario->flags, i);

      if (flag->set_line > 0 && flag->read_line == 0 && !is_milestone (flag->name))
        drill_parser_warning (self, flag->set_line, "S125", "Nothing reads the flag “%s”", flag->name);
    }
}

static void
check_ending (DrillParser *self)
{
  gboolean ending = FALSE;

  for (guint i = 0; i < self->scenario->sections->len; i++)
    ending |= drill_scenario_section (self->scenario, i)->ending != DRILL_ENDING_NONE;

  if (self->scenario->sections->len == 0)
    drill_parser_error (self, self->scenario->title_line, "S032", "There is no section to start in");
  else if (!ending)
    drill_parser_error (self,
                        self->scenario->title_line,
                        "S032",
                        "No section has an “ending”; the story could only run out of time");
}

static void
check_debrief (DrillParser *self)
{
  if (self->scenario->debrief_line == 0)
    drill_parser_error (self,
                        self->scenario->title_line,
                        "S031",
                        "There is no “## Debrief”; add one with a “**Reference run:**”");
  else if (drill_scenario_reference (self->scenario) == NULL)
    drill_parser_error (self,
                        self->scenario->debrief_line,
                        "S053",
                        "The debrief has no “**Reference run:**” with an ordered list of links");

  for (guint i = 0; i < self->scenario->runs->len; i++)
    {
      DrillScenarioRun *run = g_ptr_array_index (self->scenario->runs, i);

      if (run->stops->len == 0)
        drill_parser_error (self, run->line, "S012", "The list of links is missing below “%s”", run->label);
    }
}

void
drill_parser_check (DrillParser *self)
{
  check_phases (self);
  for (guint i = 0; i < self->scenario->sections->len; i++)
    {
      DrillScenarioSection *section = g_ptr_array_index (self->scenario->sections, i);

      check_question (self, section);
      check_model_answer (self, section);
    }
  check_flags (self);
  check_ending (self);
  check_debrief (self);
}
