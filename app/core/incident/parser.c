/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From text to scenario.
 *
 *   text --cmark--> tree --this file--> sections --resolve--> indices --check--> scenario
 *
 * The tree's top level is walked once, block by block; a heading changes what
 * the following blocks belong to. Problems are collected and do not stop the
 * walk, so that an author sees all of them at once. Nothing is returned while
 * there is an error.
 */

#include "config.h"

#include "incident/folder.h"
#include "incident/markdown.h"
#include "incident/parser-private.h"

#include <gio/gio.h>
#include <string.h>

/* Far more than prose needs; keeps every walk over the tree shallow. */
#define MAX_DEPTH 32

/* Takes the text out of @string, NULL when there is none. */
char *
drill_parser_take (GString *string)
{
  char *text = string->len > 0 ? g_strdup (string->str) : NULL;

  g_string_truncate (string, 0);
  return text;
}

static void
add_diagnostic (DrillParser  *self,
                guint         line,
                DrillSeverity severity,
                const char   *code,
                const char   *format,
                va_list       args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);

  drill_diagnostics_add (self->diagnostics, self->scenario->name, line, 0, severity, code, "%s", text);
}

void
drill_parser_error (DrillParser *self,
                    guint        line,
                    const char  *code,
                    const char  *format,
                    ...)
{
  va_list args;

  va_start (args, format);
  add_diagnostic (self, line, DRILL_SEVERITY_ERROR, code, format, args);
  va_end (args);
}

void
drill_parser_warning (DrillParser *self,
                      guint        line,
                      const char  *code,
                      const char  *format,
                      ...)
{
  va_list args;

  va_start (args, format);
  add_diagnostic (self, line, DRILL_SEVERITY_WARNING, code, format, args);
  va_end (args);
}

static void
verb_free (gpointer data)
{
  DrillParserVerb *verb = data;

  g_free (verb->series);
  g_free (verb->file);
  g_free (verb);
}

static void
recording_free (gpointer data)
{
  if (data != NULL)
    drill_samples_unref (data);
}

static void
parser_init (DrillParser      *self,
             DrillScenario    *scenario,
             DrillDiagnostics *diagnostics,
             GBytes           *text)
{
  memset (self, 0, sizeof *self);
  self->scenario = scenario;
  self->diagnostics = diagnostics;
  self->text = text;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->briefing = g_string_new (NULL);
  self->prose = g_string_new (NULL);
  self->model_answer = g_string_new (NULL);
  self->mistakes = g_string_new (NULL);
  self->debrief = g_string_new (NULL);
  self->verbs = g_ptr_array_new_with_free_func (verb_free);
  self->recordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, recording_free);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
}

static void
parser_clear (DrillParser *self)
{
  g_free (self->group);
  g_free (self->start.text);
  g_free (self->regime.text);
  g_free (self->errors.text);
  g_free (self->rate.text);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->anchors);
  g_string_free (self->briefing, TRUE);
  g_string_free (self->prose, TRUE);
  g_string_free (self->model_answer, TRUE);
  g_string_free (self->mistakes, TRUE);
  g_string_free (self->debrief, TRUE);
  g_ptr_array_unref (self->verbs);
  g_hash_table_unref (self->recordings);
  g_checksum_free (self->checksum);
}

static gboolean
check_depth (DrillParser *self,
             cmark_node  *document)
{
  cmark_iter *iter = cmark_iter_new (document);
  guint       depth = 0;
  guint       line = 0;
  gboolean    good = TRUE;

  for (cmark_event_type event = cmark_iter_next (iter); event != CMARK_EVENT_DONE && good; event = cmark_iter_next (iter))
    {
      cmark_node *node = cmark_iter_get_node (iter);

      /* Leaves are entered and never left. */
      if (cmark_node_first_child (node) == NULL)
        continue;
      if (cmark_node_get_start_line (node) > 0)
        line = drill_markdown_line (node);
      depth += event == CMARK_EVENT_ENTER ? 1 : -1;
      good = depth <= MAX_DEPTH;
    }
  cmark_iter_free (iter);

  if (!good)
    drill_parser_error (self, line, "S001", "The text is nested more than %d levels deep", MAX_DEPTH);
  return good;
}

static void
read_document (DrillParser *self)
{
  cmark_node *document;
  gsize       size;
  const char *text = g_bytes_get_data (self->text, &size);

  g_checksum_update (self->checksum, (const guchar *) text, size);
  document = cmark_parse_document (text, size, CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8);
  if (check_depth (self, document))
    {
      drill_parser_links (self, document);
      for (cmark_node *block = cmark_node_first_child (document); block != NULL; block = cmark_node_next (block))
        drill_parser_block (self, block);
      drill_parser_end_section (self);
      self->scenario->briefing = drill_parser_take (self->briefing);
      self->scenario->debrief = drill_parser_take (self->debrief);
      if (self->scenario->title == NULL)
        drill_parser_error (self, 1, "S002", "The title is missing; start with a level-1 heading");
      drill_parser_resolve (self);
      drill_parser_recordings (self);
      drill_parser_check (self);
      drill_parser_check_flow (self);
    }
  cmark_node_free (document);
}

/**
 * drill_scenario_parse:
 * @folder: where the files beside the text are
 * @name: what the file is called in diagnostics
 * @diagnostics: takes every problem; warnings do not keep the scenario from loading
 *
 * Reads the recordings as well, so call it in a worker thread.
 *
 * Returns: (transfer full): the scenario, or %NULL with
 *   %DRILL_INCIDENT_ERROR_INVALID when @diagnostics got errors
 */
DrillScenario *
drill_scenario_parse (const char       *folder,
                      const char       *name,
                      const char       *text,
                      gsize             length,
                      DrillDiagnostics *diagnostics,
                      GError          **error)
{
  g_autoptr (DrillScenario) scenario = NULL;
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (GBytes) bytes = NULL;
  DrillParser parser;
  guint       errors;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (diagnostics != NULL, NULL);

  scenario = drill_scenario_new (name, folder);
  bytes = g_bytes_new (text, length);
  parser_init (&parser, scenario, found, bytes);
  if (length > DRILL_SCENARIO_MAX_BYTES)
    drill_parser_error (&parser, 0, "S001", "The file is over 256 KiB; split it into two scenarios");
  else
    read_document (&parser);
  scenario->hash = g_strdup (g_checksum_get_string (parser.checksum));
  parser_clear (&parser);

  errors = drill_diagnostics_count (found, DRILL_SEVERITY_ERROR);
  drill_diagnostics_sort (found);
  drill_diagnostics_take_all (diagnostics, found);
  if (errors > 0)
    {
      g_set_error (error,
                   DRILL_INCIDENT_ERROR,
                   DRILL_INCIDENT_ERROR_INVALID,
                   errors == 1 ? "%s has %u error" : "%s has %u errors",
                   name,
                   errors);
      return NULL;
    }

  return g_steal_pointer (&scenario);
}

/**
 * drill_scenario_load:
 * @path: a scenario's folder, or its scenario.md
 * @name: (nullable): what the file is called in diagnostics, else as in @path
 *
 * Returns: (transfer full): as drill_scenario_parse(); %NULL with an error of
 *   #GIOErrorEnum when the file cannot be read
 */
DrillScenario *
drill_scenario_load (const char       *path,
                     const char       *name,
                     DrillDiagnostics *diagnostics,
                     GError          **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *file = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *text;
  gsize       size;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (diagnostics != NULL, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      folder = g_strdup (path);
      file = g_strdup ("scenario.md");
      shown = name != NULL ? g_strdup (name) : g_build_filename (path, file, NULL);
    }
  else
    {
      folder = g_path_get_dirname (path);
      file = g_path_get_basename (path);
      shown = g_strdup (name != NULL ? name : path);
    }

  /* A file that is a little too large gets a diagnostic, a huge one is not read. */
  bytes = drill_folder_read (folder, file, DRILL_SCENARIO_MAX_BYTES * 64, error);
  if (bytes == NULL)
    return NULL;

  text = g_bytes_get_data (bytes, &size);
  return drill_scenario_parse (folder, shown, text != NULL ? text : "", size, diagnostics, error);
}
