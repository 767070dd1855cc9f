/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The command line: pagerdrill [--data-dir DIR] COMMAND [--json] ...
 *
 * It uses the same libraries as the window and needs no display. Results go to
 * stdout, everything said about them to stderr, so that a pipe gets data only.
 */

#include "config.h"

#include "cli/commands.h"

#include "study/workspace.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  const char      *name;
  DrillCommandFunc run;
  const char      *synopsis;
  const char      *summary;
} Command;

static const Command commands[] = {
  { "check",
    drill_command_check,
    "PATH... | --explain CODE",
    "Check packs like a compiler; exit 1 on errors" },
  { "import", drill_command_import, "PATH...", "Load packs into the library" },
  { "list",
    drill_command_list,
    "[--kind KIND] [--pack PACK] [--topic TOPIC]",
    "List what the library holds" },
  { "search",
    drill_command_search,
    "QUERY [--limit N]",
    "List what a query finds, such as: event loop level:senior -is:suspended recall<0.8" },
  { "play",
    drill_command_play,
    "SCENARIO [--choices SLUG,...] [--answers full|none|FILE] [--random N] [--seed N]",
    "Play an incident in the terminal; SCENARIO is a folder, a file or a key" },
  { "skeleton",
    drill_command_skeleton,
    "EXPORT FOLDER [--title TITLE]",
    "Begin a scenario from a Grafana or Prometheus export of your own incident" },
  { "stamp", drill_command_stamp, "FILE...", "Give every item of your own files an id" },
  { "memory",
    drill_command_memory,
    "evaluate|optimize [--log FILE]",
    "Say how well the memory model predicts a review log, or train it on one; FILE is CSV or "
    "an Anki collection. The own log is measured with the weights in use, a file with the default ones" },
  { "export", drill_command_export, "reviews|attempts [FILE]", "Write every answer and decision, or every quiz, as CSV" },
};

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i].name, name))
        return &commands[i];
    }

  return NULL;
}

gboolean
drill_cli_is_command (const char *word)
{
  return word != NULL && find_command (word) != NULL;
}

/* Takes the options that every command has out of the arguments, wherever they
 * stand; "--" ends options. What a command has of its own stays in its place. */
gboolean
drill_cli_options_parse (DrillCliOptions *self,
                         int              argc,
                         char           **argv,
                         GError         **error)
{
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  gboolean                 only_words = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  memset (self, 0, sizeof *self);
  for (int i = 1; i < argc; i++)
    {
      const char *word = argv[i];

      if (only_words)
        g_strv_builder_add (rest, word);
      else if (g_str_equal (word, "--"))
        {
          only_words = TRUE;
          g_strv_builder_add (rest, word);
        }
      else if (g_str_equal (word, "--json"))
        self->json = TRUE;
      else if (g_str_equal (word, "--help") || g_str_equal (word, "-h"))
        self->help = TRUE;
      else if (g_str_equal (word, "--version"))
        self->version = TRUE;
      else if (g_str_has_prefix (word, "--data-dir="))
        {
          g_free (self->data_dir);
          self->data_dir = g_strdup (word + strlen ("--data-dir="));
        }
      else if (g_str_equal (word, "--data-dir") && i + 1 < argc)
        {
          g_free (self->data_dir);
          self->data_dir = g_strdup (argv[++i]);
        }
      else if (g_str_equal (word, "--data-dir"))
        {
          g_set_error_literal (error,
                               G_OPTION_ERROR,
                               G_OPTION_ERROR_BAD_VALUE,
                               "--data-dir needs a folder");
          return FALSE;
        }
      else
        g_strv_builder_add (rest, word);
    }
  self->arguments = g_strv_builder_end (rest);

  return TRUE;
}

void
drill_cli_options_clear (DrillCliOptions *self)
{
  g_clear_pointer (&self->data_dir, g_free);
  g_clear_pointer (&self->arguments, g_strfreev);
}

void
drill_cli_print_help (void)
{
  g_print ("Usage:\n"
           "  pagerdrill [--data-dir DIR]                      open the window\n"
           "  pagerdrill [--data-dir DIR] FILE...              open the window and load packs\n"
           "  pagerdrill [--data-dir DIR] COMMAND [--json] ...\n"
           "\nCommands:\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %s %s\n      %s\n", commands[i].name, commands[i].synopsis, commands[i].summary);
  g_print ("\nOptions:\n"
           "  --data-dir DIR  keep everything in DIR (or set PAGERDRILL_DATA_DIR)\n"
           "  --json          one JSON document on stdout and nothing else there\n"
           "  --version       show the version\n"
           "  --help          show this text\n"
           "\nExit codes: 0 done, 1 errors in the files, 2 wrong usage, 3 failed.\n");
}

/* Runs the command that the arguments begin with; it must be one. */
int
drill_cli_run (const DrillCliOptions *options)
{
  const Command *command;

  g_return_val_if_fail (options != NULL && options->arguments[0] != NULL, DRILL_EXIT_USAGE);

  command = find_command (options->arguments[0]);
  g_return_val_if_fail (command != NULL, DRILL_EXIT_USAGE);

  if (options->help)
    {
      g_print ("Usage: pagerdrill [--data-dir DIR] %s [--json] %s\n%s.\n",
               command->name,
               command->synopsis,
               command->summary);
      return DRILL_EXIT_OK;
    }

  return command->run (options,
                       (int) g_strv_length (options->arguments) - 1,
                       options->arguments + 1);
}

/* Returns: (transfer full) (nullable): NULL after saying on stderr why */
DrillConnection *
drill_cli_open_workspace (const DrillCliOptions *options,
                          gboolean              *library_is_new)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *folder = NULL;
  DrillConnection   *connection;

  folder = options->data_dir != NULL ? g_canonicalize_filename (options->data_dir, NULL)
                                     : drill_workspace_default_folder ();
  connection = drill_workspace_open (folder, DRILL_CONNECTION_READ_WRITE, library_is_new, &error);
  if (connection == NULL)
    drill_cli_fail (error);

  return connection;
}

int
drill_cli_fail (const GError *error)
{
  g_printerr ("pagerdrill: %s\n", error->message);

  return DRILL_EXIT_FAILED;
}

int
drill_cli_usage (const char *format,
                 ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("pagerdrill: %s\nSee pagerdrill --help.\n", text);

  return DRILL_EXIT_USAGE;
}

void
drill_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode)      root = json_builder_get_root (builder);
  g_autofree char          *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);
  text = json_generator_to_data (generator, NULL);

  /* Not g_print(), which would convert UTF-8 to the locale's encoding. */
  fputs (text, stdout);
  fputc ('\n', stdout);
}

void
drill_cli_print_problems (const DrillDiagnostics *problems)
{
  for (guint i = 0; i < drill_diagnostics_get_length (problems); i++)
    {
      g_autofree char *line = drill_diagnostic_format (drill_diagnostics_get (problems, i));

      fputs (line, stderr);
      fputc ('\n', stderr);
    }
}

static void
add_count (JsonBuilder *builder,
           const char  *name,
           guint        value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_problem (JsonBuilder           *builder,
             const DrillDiagnostic *problem)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, problem->file);
  add_count (builder, "line", problem->line);
  if (problem->column > 0)
    add_count (builder, "column", problem->column);
  json_builder_set_member_name (builder, "severity");
  json_builder_add_string_value (builder,
                                 problem->severity == DRILL_SEVERITY_ERROR ? "error" : "warning");
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, problem->code);
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, problem->text);
  json_builder_end_object (builder);
}

/* What has become of the items that were known. */
static void
add_identity (JsonBuilder             *builder,
              const DrillImportReport *report)
{
  json_builder_set_member_name (builder, "identity");
  json_builder_begin_object (builder);
  add_count (builder, "new", report->new_items);
  add_count (builder, "unchanged", report->unchanged_items);
  add_count (builder, "matched", report->matched_items);
  add_count (builder, "asked", report->asked_items);
  add_count (builder, "archived", report->archived_items);
  json_builder_end_object (builder);
}

void
drill_cli_build_report (JsonBuilder             *builder,
                        const DrillImportReport *report,
                        gboolean                 is_import)
{
  json_builder_begin_object (builder);
  add_count (builder, "files", report->files);
  add_count (builder, "questions", report->questions);
  add_count (builder, "follow_ups", report->follow_ups);
  add_count (builder, "mcqs", report->mcqs);
  add_count (builder, "options", report->options);
  add_count (builder, "transcripts", report->transcripts);
  add_count (builder, "scenarios", report->scenarios);
  if (is_import)
    add_identity (builder, report);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < drill_diagnostics_get_length (report->problems); i++)
    add_problem (builder, drill_diagnostics_get (report->problems, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
