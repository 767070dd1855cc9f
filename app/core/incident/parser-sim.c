/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The sim block of a section: what entering it costs, needs, changes and is
 * worth. One small function a word, in one table.
 */

#include "config.h"

#include "incident/parser-private.h"
#include "incident/value.h"

#include <string.h>

/* Cuts ": reason" off @rest. Returns: (transfer none) (nullable) */
static char *
cut_reason (char *rest)
{
  char *colon = strchr (rest, ':');
  char *reason;

  if (colon == NULL)
    return NULL;

  *colon = '\0';
  reason = g_strstrip (colon + 1);
  g_strchomp (rest);

  return *reason != '\0' ? reason : NULL;
}

/* Reads "if COND" from the rest of a line, which may be empty. */
static gboolean
read_if (DrillParser     *self,
         char            *rest,
         guint            line,
         DrillCondition **condition)
{
  if (*rest == '\0')
    return TRUE;
  if (strcmp (drill_parser_next_word (&rest), "if") != 0)
    return FALSE;

  *condition = drill_parser_condition (self, rest, line);
  return TRUE;
}

static gboolean
read_phase (DrillParser *self,
            char        *rest,
            guint        line)
{
  g_free (self->section->phase_name);
  self->section->phase_name = g_strdup (rest);

  return drill_value_is_word (rest);
}

static gboolean
read_cost (DrillParser *self,
           char        *rest,
           guint        line)
{
  if (!drill_value_parse_duration (rest, &self->section->cost))
    return FALSE;
  if (self->section->cost > self->scenario->limit)
    drill_parser_error (self, line, "S020", "The cost is over the scenario's limit");

  return TRUE;
}

static gboolean
read_once (DrillParser *self,
           char        *rest,
           guint        line)
{
  self->section->once = TRUE;

  return *rest == '\0';
}

static gboolean
read_needs (DrillParser *self,
            char        *rest,
            guint        line)
{
  DrillCondition *condition = drill_parser_condition (self, rest, line);

  if (condition != NULL)
    g_ptr_array_add (self->section->needs, condition);

  return TRUE;
}

static gboolean
read_when (DrillParser *self,
           char        *rest,
           guint        line)
{
  DrillCondition *condition = drill_parser_condition (self, rest, line);

  if (condition != NULL)
    g_ptr_array_add (self->section->when, condition);

  return TRUE;
}

static gboolean
read_set (DrillParser *self,
          char        *rest,
          guint        line)
{
  return drill_parser_flags (self, rest, self->section->set, TRUE, line);
}

static gboolean
read_clear (DrillParser *self,
            char        *rest,
            guint        line)
{
  return drill_parser_flags (self, rest, self->section->clear, FALSE, line);
}

static gboolean
read_regime (DrillParser *self,
             char        *rest,
             guint        line)
{
  DrillScenarioSwitch *item = g_new0 (DrillScenarioSwitch, 1);

  item->line = line;
  item->name = g_strdup (drill_parser_next_word (&rest));
  g_ptr_array_add (self->section->switches, item);

  return drill_value_is_word (item->name) && read_if (self, rest, line, &item->condition);
}

static gboolean
read_pulse (DrillParser *self,
            char        *rest,
            guint        line)
{
  DrillScenarioPulse *item = g_new0 (DrillScenarioPulse, 1);

  item->line = line;
  item->key = g_strdup (drill_parser_next_word (&rest));
  g_ptr_array_add (self->section->pulses, item);

  return drill_value_is_word (item->key)
         && drill_value_parse_number (drill_parser_next_word (&rest), &item->value)
         && strcmp (drill_parser_next_word (&rest), "for") == 0
         && drill_value_parse_duration (rest, &item->seconds)
         && item->seconds > 0;
}

static gboolean
read_harm (DrillParser *self,
           char        *rest,
           guint        line)
{
  DrillScenarioHarm *item = g_new0 (DrillScenarioHarm, 1);
  char              *reason = cut_reason (rest);
  const char        *severity = drill_parser_next_word (&rest);
  gboolean           known = FALSE;

  item->line = line;
  item->reason = g_strdup (reason);
  for (guint i = DRILL_HARM_MINOR; i <= DRILL_HARM_CRITICAL; i++)
    {
      if (strcmp (severity, drill_harm_to_word (i)) == 0)
        {
          item->severity = i;
          known = TRUE;
        }
    }
  g_ptr_array_add (self->section->harms, item);

  if (reason == NULL)
    drill_parser_error (self, line, "S018", "The harm has no reason; write “: why it hurts” at the end");

  return known && read_if (self, rest, line, &item->condition);
}

/* "+40" or "-3"; the sign must be there, it tells credit from penalty. */
static gboolean
read_points (const char *word,
             int        *points)
{
  gint64 value;

  if ((*word != '+' && *word != '-') || !g_ascii_isdigit (word[1])
      || !drill_value_parse_integer (word, -100, 100, &value) || value == 0)
    return FALSE;

  *points = value;
  return TRUE;
}

static gboolean
read_score (DrillParser *self,
            char        *rest,
            guint        line)
{
  DrillScenarioScore *item = g_new0 (DrillScenarioScore, 1);
  char               *reason = cut_reason (rest);

  item->line = line;
  item->by = -1;
  item->reason = g_strdup (reason);
  item->phase_name = g_strdup (drill_parser_next_word (&rest));
  g_ptr_array_add (self->section->scores, item);

  if (reason == NULL)
    drill_parser_error (self, line, "S019", "The score has no reason; write “: why it counts” at the end");
  if (!drill_value_is_word (item->phase_name) || !read_points (drill_parser_next_word (&rest), &item->points))
    return FALSE;

  if (g_str_has_prefix (rest, "by "))
    {
      drill_parser_next_word (&rest);
      if (!drill_value_parse_duration (drill_parser_next_word (&rest), &item->by))
        return FALSE;
    }

  return read_if (self, rest, line, &item->condition);
}

static gboolean
read_answer (DrillParser *self,
             char        *rest,
             guint        line)
{
  gint64 points;

  self->section->answer_line = line;
  if (!drill_value_parse_integer (rest, 1, 100, &points))
    return FALSE;

  self->section->answer = points;
  return TRUE;
}

static gboolean
read_ending (DrillParser *self,
             char        *rest,
             guint        line)
{
  for (guint i = DRILL_ENDING_RESOLVED; i <= DRILL_ENDING_FAILED; i++)
    {
      if (strcmp (rest, drill_ending_to_word (i)) == 0)
        {
          self->section->ending = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_teaches (DrillParser *self,
              char        *rest,
              guint        line)
{
  return drill_parser_list (rest, self->section->teaches);
}

static const DrillParserWord words[] = {
  { "phase", read_phase, FALSE, "phase NAME" },
  { "cost", read_cost, FALSE, "cost 8m" },
  { "once", read_once, FALSE, "once, alone on its line" },
  { "needs", read_needs, TRUE, "" },
  { "when", read_when, TRUE, "" },
  { "set", read_set, TRUE, "set FLAG, FLAG" },
  { "clear", read_clear, TRUE, "clear FLAG" },
  { "regime", read_regime, TRUE, "regime NAME, or regime NAME if COND" },
  { "pulse", read_pulse, TRUE, "pulse SERIES VALUE for 2m" },
  { "harm", read_harm, TRUE, "harm minor|major|critical [if COND] : reason" },
  { "score", read_score, TRUE, "score PHASE +5 [by 20m] [if COND] : reason" },
  { "answer", read_answer, FALSE, "answer 4" },
  { "ending", read_ending, FALSE, "ending resolved, mitigated or failed" },
  { "teaches", read_teaches, TRUE, "teaches ITEM, ITEM" },
};

static void
read_line (DrillParser *self,
           char        *line,
           guint        number)
{
  drill_parser_word_line (self, words, G_N_ELEMENTS (words), "a section's sim block", line, number);
}

void
drill_parser_sim (DrillParser *self,
                  cmark_node  *block)
{
  drill_parser_each_line (self, block, read_line);
}
