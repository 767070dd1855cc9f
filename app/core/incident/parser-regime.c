/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Regime blocks: what each series does while a regime lasts, and the
 * recordings that they play. Reading a block only notes what was written;
 * which series "*" stands for is known when the header is complete.
 */

#include "config.h"

#include "incident/folder.h"
#include "incident/parser-private.h"
#include "incident/value.h"

#include <gio/gio.h>
#include <string.h>

static const char *
read_verb (DrillParserVerb *verb,
           char            *rest)
{
  const char *word = drill_parser_next_word (&rest);

  if (strcmp (word, "hold") == 0)
    {
      verb->kind = DRILL_VERB_HOLD;
    }
  else if (strcmp (word, "ramp") == 0)
    {
      verb->kind = DRILL_VERB_RAMP;
      if (!drill_value_parse_number (drill_parser_next_word (&rest), &verb->target)
          || strcmp (drill_parser_next_word (&rest), "over") != 0
          || !drill_value_parse_duration (drill_parser_next_word (&rest), &verb->over)
          || verb->over == 0)
        return "write SERIES ramp 120ms over 4m";
    }
  else if (strcmp (word, "play") == 0)
    {
      verb->kind = DRILL_VERB_PLAY;
      verb->file = g_strdup (drill_parser_next_word (&rest));
      if (*verb->file == '\0')
        return "write SERIES play metrics/FILE.csv";
      word = drill_parser_next_word (&rest);
      if (strcmp (word, "from") == 0
            ? !drill_value_parse_duration (drill_parser_next_word (&rest), &verb->from)
            : *word != '\0')
        return "only “from 5m” may follow the file";
    }
  else
    {
      return "after the series comes play, hold or ramp";
    }

  return *rest != '\0' ? "there is more on the line than the verb takes" : NULL;
}

static void
read_line (DrillParser *self,
           char        *line,
           guint        number)
{
  DrillParserVerb *verb = g_new0 (DrillParserVerb, 1);
  char            *rest = line;
  const char      *problem;

  verb->regime = self->scenario->regimes->len - 1;
  verb->line = number;
  verb->from = -1;
  verb->series = g_strdup (drill_parser_next_word (&rest));
  problem = read_verb (verb, rest);
  g_ptr_array_add (self->verbs, verb);

  if (problem != NULL)
    {
      drill_parser_error (self, number, "S026", "The line cannot be read: %s", problem);
      verb->series[0] = '\0';
    }
}

void
drill_parser_regime (DrillParser *self,
                     cmark_node  *block,
                     const char  *name)
{
  guint line = cmark_node_get_start_line (block);

  if (!drill_value_is_word (name))
    {
      drill_parser_error (self, line, "S026", "The regime needs a name of letters, digits and hyphens");
      return;
    }
  if (self->scenario->regimes->len == DRILL_SCENARIO_MAX_REGIMES)
    {
      drill_parser_error (self, line, "S026", "There are more than %d regimes", DRILL_SCENARIO_MAX_REGIMES);
      return;
    }
  for (guint i = 0; i < self->scenario->regimes->len; i++)
    {
      DrillScenarioRegime *other = g_ptr_array_index (self->scenario->regimes, i);

      if (strcmp (other->name, name) == 0)
        drill_parser_error (self, line, "S026", "A regime “%s” already stands on line %u", name, other->line);
    }

  g_ptr_array_add (self->scenario->regimes, drill_scenario_regime_new (name, line));
  drill_parser_each_line (self, block, read_line);
}

/* Reads a recording once, whichever lines play it. Returns: (transfer none) (nullable) */
static DrillSamples *
find_recording (DrillParser *self,
                const char  *file,
                guint        line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *shown = NULL;
  DrillSamples    *samples = NULL;
  const char      *data;
  gsize            size;

  if (g_hash_table_lookup_extended (self->recordings, file, NULL, (gpointer *) &samples))
    return samples;

  if (!drill_folder_is_inside (file))
    {
      drill_parser_error (self, line, "S040", "“%s” is not a file inside the scenario's folder", file);
      g_hash_table_insert (self->recordings, g_strdup (file), NULL);
      return NULL;
    }

  bytes = drill_folder_read (self->scenario->folder, file, DRILL_SAMPLES_MAX_BYTES, &error);
  if (bytes == NULL)
    {
      const char *code = "S041";

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
        code = "S040";
      else if (g_error_matches (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_TOO_LARGE))
        code = "S042";
      drill_parser_error (self, line, code, "%s", error->message);
      g_hash_table_insert (self->recordings, g_strdup (file), NULL);
      return NULL;
    }

  data = g_bytes_get_data (bytes, &size);
  g_checksum_update (self->checksum, (const guchar *) data, size);
  folder = g_path_get_dirname (self->scenario->name);
  shown = strcmp (folder, ".") == 0 ? g_strdup (file) : g_build_filename (folder, file, NULL);
  samples = drill_samples_parse (shown, data != NULL ? data : "", size, self->diagnostics, &error);
  if (samples == NULL)
    drill_parser_error (self, line, "S042", "“%s” cannot be played: %s", file, error->message);
  g_hash_table_insert (self->recordings, g_strdup (file), samples);

  return samples;
}

static void
resolve_verb (DrillParser         *self,
              DrillParserVerb     *raw,
              DrillScenarioRegime *regime,
              guint                index)
{
  DrillScenarioSeries *series = g_ptr_array_index (self->scenario->series, index);
  DrillScenarioVerb   *verb = &regime->verbs[index];
  DrillSamples        *samples;
  int                  column;

  verb->kind = raw->kind;
  verb->from = raw->from;
  verb->target = raw->target;
  verb->over = raw->over;
  if (raw->kind != DRILL_VERB_PLAY)
    return;

  samples = find_recording (self, raw->file, raw->line);
  if (samples == NULL)
    return;
  column = drill_samples_find_column (samples, series->key);
  if (column < 0)
    column = drill_samples_match_metric (samples, series->metric);
  if (column < 0)
    {
      drill_parser_error (self, raw->line, "S028", "“%s” has no column “%s”", raw->file, series->key);
      return;
    }
  verb->samples = drill_samples_ref (samples);
  verb->column = column;
}

/* Gives every series of regime @index its verb. */
static void
resolve_regime (DrillParser *self,
                guint        index)
{
  DrillScenarioRegime *regime = g_ptr_array_index (self->scenario->regimes, index);
  DrillParserVerb     *covering[DRILL_SCENARIO_MAX_SERIES] = { NULL };
  DrillParserVerb     *rest = NULL;

  for (guint i = 0; i < self->verbs->len; i++)
    {
      DrillParserVerb  *verb = g_ptr_array_index (self->verbs, i);
      DrillParserVerb **place = &rest;

      if (verb->regime != index || *verb->series == '\0')
        continue;
      if (strcmp (verb->series, "*") != 0)
        {
          int series = drill_scenario_find_series (self->scenario, verb->series);

          if (series < 0)
            {
              drill_parser_error (self, verb->line, "S017", "There is no series “%s”", verb->series);
              continue;
            }
          place = &covering[series];
        }
      if (*place != NULL)
        drill_parser_error (self, verb->line, "S026", "“%s” already has a line in this regime", verb->series);
      *place = verb;
    }

  for (guint i = 0; i < self->scenario->series->len; i++)
    {
      DrillScenarioSeries *series = g_ptr_array_index (self->scenario->series, i);
      DrillParserVerb     *verb = covering[i] != NULL ? covering[i] : rest;

      if (verb == NULL)
        drill_parser_error (self,
                            regime->line,
                            "S027",
                            "The regime says nothing about “%s”; add a line for it or for *",
                            series->key);
      else
        resolve_verb (self, verb, regime, i);
      if (verb != NULL && verb->kind != DRILL_VERB_PLAY && (int) index == self->scenario->first_regime)
        drill_parser_error (self,
                            verb->line,
                            "S026",
                            "The first regime must play a recording: there is nothing yet to hold or to ramp from");
    }
}

void
drill_parser_recordings (DrillParser *self)
{
  for (guint i = 0; i < self->scenario->regimes->len; i++)
    resolve_regime (self, i);
}
