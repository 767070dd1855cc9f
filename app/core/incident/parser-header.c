/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The sim block of the briefing: what holds for the whole scenario. One small
 * function a word, in one table.
 */

#include "config.h"

#include "incident/parser-private.h"
#include "incident/value.h"

#include <math.h>
#include <string.h>

static gboolean
read_format (DrillParser *self,
             char        *rest,
             guint        line)
{
  gint64 format;

  if (!drill_value_parse_integer (rest, 1, 1, &format))
    return FALSE;

  self->scenario->format = format;
  return TRUE;
}

static gboolean
read_scenario (DrillParser *self,
               char        *rest,
               guint        line)
{
  if (!drill_value_is_word (rest))
    return FALSE;

  g_free (self->scenario->id);
  self->scenario->id = g_strdup (rest);
  return TRUE;
}

static gboolean
read_level (DrillParser *self,
            char        *rest,
            guint        line)
{
  static const char *const known[] = {
    "junior", "mid", "mid-level", "senior", "staff", "principal", "lead", "architect", "any", NULL,
  };
  g_autofree char *lower = g_ascii_strdown (rest, -1);

  if (!drill_parser_list (lower, self->scenario->levels))
    return FALSE;
  for (guint i = 0; i < self->scenario->levels->len; i++)
    {
      if (!g_strv_contains (known, g_ptr_array_index (self->scenario->levels, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_topics (DrillParser *self,
             char        *rest,
             guint        line)
{
  return drill_parser_list (rest, self->scenario->topics);
}

static gboolean
read_seed (DrillParser *self,
           char        *rest,
           guint        line)
{
  return drill_value_parse_integer (rest, 0, G_MAXINT64, &self->scenario->seed);
}

static gboolean
read_start (DrillParser *self,
            char        *rest,
            guint        line)
{
  if (*rest == '#')
    rest++;
  drill_parser_name (&self->start, rest, line);

  return *rest != '\0';
}

static gboolean
read_pass (DrillParser *self,
           char        *rest,
           guint        line)
{
  gint64 pass;

  if (!drill_value_parse_integer (rest, 1, 100, &pass))
    return FALSE;

  self->scenario->pass = pass;
  return TRUE;
}

static gboolean
read_clock (DrillParser *self,
            char        *rest,
            guint        line)
{
  return drill_value_parse_clock (rest, &self->scenario->clock);
}

static gboolean
read_limit (DrillParser *self,
            char        *rest,
            guint        line)
{
  return drill_value_parse_duration (rest, &self->scenario->limit) && self->scenario->limit > 0;
}

static gboolean
read_history (DrillParser *self,
              char        *rest,
              guint        line)
{
  return drill_value_parse_duration (rest, &self->scenario->history);
}

static gboolean
read_regime (DrillParser *self,
             char        *rest,
             guint        line)
{
  drill_parser_name (&self->regime, rest, line);

  return drill_value_is_word (rest);
}

static gboolean
read_unit (const char *word,
           DrillUnit  *unit)
{
  static const struct
  {
    const char *word;
    DrillUnit   unit;
  } units[] = {
    { "bytes", DRILL_UNIT_BYTES },
    { "seconds", DRILL_UNIT_SECONDS },
    { "ratio", DRILL_UNIT_RATIO },
    { "per-second", DRILL_UNIT_PER_SECOND },
    { "per_second", DRILL_UNIT_PER_SECOND },
    { "/s", DRILL_UNIT_PER_SECOND },
    { "rate", DRILL_UNIT_PER_SECOND },
    { "count", DRILL_UNIT_COUNT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (strcmp (word, units[i].word) == 0)
        {
          *unit = units[i].unit;
          return TRUE;
        }
    }

  return FALSE;
}

/* Fills @series from what follows the word; returns what is wrong, or NULL. */
static const char *
parse_series (DrillParser         *self,
              DrillScenarioSeries *series,
              char                *rest)
{
  char *label = NULL;
  char *word;

  word = drill_parser_next_word (&rest);
  if (!drill_value_is_word (word))
    return "the key must be letters, digits, - and _";
  series->key = g_strdup (word);
  if (drill_scenario_find_series (self->scenario, word) >= 0)
    return "this key is used by another series";

  if (!drill_parser_quoted (&rest, &label))
    return "the label must follow the key, in double quotes";
  series->label = g_strdup (label);

  word = drill_parser_next_word (&rest);
  if (!read_unit (word, &series->unit))
    return "the unit must be bytes, seconds, ratio, per-second or count";

  if (g_str_has_prefix (rest, "slo ") || g_str_has_prefix (rest, "slo\t"))
    {
      drill_parser_next_word (&rest);
      if (!drill_value_parse_number (drill_parser_next_word (&rest), &series->slo))
        return "a number must follow “slo”";
    }
  if (*rest == '\0')
    return "the name of the metric is missing at the end";
  if (!g_ascii_isalpha (*rest) && strchr ("_:{", *rest) == NULL)
    return "the name of the metric must look like name or name{label=\"value\"}";
  series->metric = g_strdup (rest);

  return NULL;
}

static gboolean
read_series (DrillParser *self,
             char        *rest,
             guint        line)
{
  DrillScenarioSeries *series = g_new0 (DrillScenarioSeries, 1);
  const char          *problem;

  series->line = line;
  series->slo = NAN;
  problem = parse_series (self, series, rest);
  if (problem == NULL && self->scenario->series->len == DRILL_SCENARIO_MAX_SERIES)
    problem = "there are more than 24 series";

  if (problem == NULL)
    {
      g_ptr_array_add (self->scenario->series, series);
      return TRUE;
    }

  drill_parser_error (self,
                      line,
                      "S013",
                      "The series line cannot be read: %s; write series KEY \"Label\" UNIT [slo N] METRIC",
                      problem);
  g_free (series->key);
  g_free (series->label);
  g_free (series->metric);
  g_free (series);
  return TRUE;
}

static gboolean
read_phase (DrillParser *self,
            char        *rest,
            guint        line)
{
  const char         *name = drill_parser_next_word (&rest);
  DrillScenarioPhase *phase;
  gint64              max;

  if (!drill_value_is_word (name) || !drill_value_parse_integer (rest, 0, 100, &max))
    return FALSE;
  for (guint i = 0; i < self->scenario->phases->len; i++)
    {
      phase = g_ptr_array_index (self->scenario->phases, i);
      if (strcmp (phase->name, name) == 0)
        return FALSE;
    }
  if (self->scenario->phases->len == DRILL_SCENARIO_MAX_PHASES)
    return FALSE;

  phase = g_new0 (DrillScenarioPhase, 1);
  phase->name = g_strdup (name);
  phase->max = max;
  phase->line = line;
  g_ptr_array_add (self->scenario->phases, phase);
  return TRUE;
}

static gboolean
read_impact (DrillParser *self,
             char        *rest,
             guint        line)
{
  char *label;

  drill_parser_name (&self->errors, drill_parser_next_word (&rest), line);
  drill_parser_name (&self->rate, drill_parser_next_word (&rest), line);
  if (!drill_parser_quoted (&rest, &label) || *rest != '\0')
    return FALSE;

  g_free (self->scenario->impact_label);
  self->scenario->impact_label = g_strdup (label);
  return TRUE;
}

static const DrillParserWord words[] = {
  { "format", read_format, FALSE, "format 1" },
  { "scenario", read_scenario, FALSE, "scenario ID, with letters, digits and hyphens" },
  { "level", read_level, FALSE, "level senior, or several with commas" },
  { "topics", read_topics, FALSE, "topics memory-gc, deploy-rollback" },
  { "seed", read_seed, FALSE, "seed 7" },
  { "start", read_start, FALSE, "start SECTION" },
  { "pass", read_pass, FALSE, "pass 70" },
  { "clock", read_clock, FALSE, "clock 03:14" },
  { "limit", read_limit, FALSE, "limit 76m, at most 24h" },
  { "history", read_history, FALSE, "history 60m" },
  { "regime", read_regime, FALSE, "regime NAME" },
  { "series", read_series, TRUE, "" },
  { "phase", read_phase, TRUE, "phase NAME MAX, each name once, at most 16" },
  { "impact", read_impact, FALSE, "impact ERRORS RATE \"Failed requests\"" },
};

static void
read_line (DrillParser *self,
           char        *line,
           guint        number)
{
  drill_parser_word_line (self, words, G_N_ELEMENTS (words), "the header's sim block", line, number);
}

void
drill_parser_header (DrillParser *self,
                     cmark_node  *block)
{
  drill_parser_each_line (self, block, read_line);
}
