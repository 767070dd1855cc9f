/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * pagerdrill play SCENARIO: a scenario in the terminal.
 *
 * With --choices, --answers or --json it plays a list and prints where that
 * leads; with --random it plays at random and prints the distribution; else it
 * asks what to do next, step by step.
 */

#include "config.h"

#include "cli/commands.h"
#include "cli/play-dialogue.h"
#include "cli/play-report.h"

#include "incident/lint.h"
#include "library/item-record.h"

#include <stdio.h>

typedef struct
{
  char    *scenario;
  char    *choices;
  char    *answers;
  int      random;
  gint64   seed;
  gboolean has_seed;
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_free (self->scenario);
  g_free (self->choices);
  g_free (self->answers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static gboolean
parse_seed_cb (const char *name,
               const char *value,
               gpointer    data,
               GError    **error)
{
  Arguments *self = data;

  self->has_seed = TRUE;

  return g_ascii_string_to_signed (value, 10, G_MININT64, G_MAXINT64, &self->seed, error);
}

static gboolean
parse_arguments (Arguments *self,
                 int        argc,
                 char     **argv,
                 GError   **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GStrvBuilder)   all = g_strv_builder_new ();
  g_auto (GStrv)             words = NULL;
  g_auto (GStrv)             rest = NULL;
  GOptionGroup              *group = g_option_group_new ("play", "", "", self, NULL);
  const GOptionEntry         entries[] = {
            { "choices", 0, 0, G_OPTION_ARG_STRING, &self->choices, NULL, NULL },
            { "answers", 0, 0, G_OPTION_ARG_STRING, &self->answers, NULL, NULL },
            { "random", 0, 0, G_OPTION_ARG_INT, &self->random, NULL, NULL },
            { "seed", 0, 0, G_OPTION_ARG_CALLBACK, parse_seed_cb, NULL, NULL },
            { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &rest, NULL, NULL },
            { NULL },
  };

  g_option_group_add_entries (group, entries);
  g_option_context_set_main_group (context, group);
  g_option_context_set_help_enabled (context, FALSE);
  g_strv_builder_add (all, "play");
  for (int i = 0; i < argc; i++)
    g_strv_builder_add (all, argv[i]);
  words = g_strv_builder_end (all);
  if (!g_option_context_parse_strv (context, &words, error))
    return FALSE;

  if (rest == NULL || rest[0] == NULL || rest[1] != NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "play needs one scenario");
      return FALSE;
    }
  if (self->random < 0 || self->random > 1000000)
    {
      g_set_error_literal (error,
                           G_OPTION_ERROR,
                           G_OPTION_ERROR_BAD_VALUE,
                           "--random takes a number from 1 to 1000000");
      return FALSE;
    }
  self->scenario = g_strdup (rest[0]);

  return TRUE;
}

/* A folder, a scenario.md, or the key of a scenario in the library. */
static char *
find_path (const DrillCliOptions *options,
           const char            *name,
           GError               **error)
{
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (DrillItemRecord) record = NULL;

  if (g_file_test (name, G_FILE_TEST_EXISTS))
    return g_strdup (name);

  connection = drill_cli_open_workspace (options, NULL);
  if (connection != NULL)
    record = drill_item_record_load (connection, name, NULL);
  if (record != NULL && record->item->kind == DRILL_ITEM_SCENARIO)
    return g_strdup (record->path);

  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_NOT_FOUND,
               "%s is neither a scenario's folder or file nor the key of one in the library",
               name);
  return NULL;
}

static DrillScenario *
load_scenario (const char *path,
               GError    **error)
{
  g_autoptr (DrillDiagnostics) problems = drill_diagnostics_new ();
  DrillScenario               *scenario = drill_scenario_load (path, NULL, problems, error);

  drill_cli_print_problems (problems);

  return scenario;
}

static gboolean
play_list (DrillRun        *run,
           const Arguments *arguments,
           GError         **error)
{
  g_autoptr (GHashTable) table = NULL;
  g_autofree char       *text = NULL;
  g_auto (GStrv)         slugs = g_strsplit (arguments->choices != NULL ? arguments->choices : "", ",", -1);
  DrillAnswerFunc        answer = drill_answer_none;

  if (g_strcmp0 (arguments->answers, "full") == 0)
    answer = drill_answer_full;
  else if (arguments->answers != NULL && !g_str_equal (arguments->answers, "none"))
    {
      if (!g_file_get_contents (arguments->answers, &text, NULL, error))
        return FALSE;
      table = drill_answers_parse (drill_run_get_scenario (run), text, error);
      if (table == NULL)
        return FALSE;
      answer = drill_answer_table;
    }
  for (guint i = 0; slugs[i] != NULL; i++)
    g_strstrip (slugs[i]);

  return drill_run_play (run, (const char *const *) slugs, answer, table, NULL, error);
}

static int
play_random (const DrillCliOptions *options,
             const Arguments       *arguments,
             DrillScenario         *scenario)
{
  g_autoptr (DrillDistribution) distribution = NULL;

  distribution = drill_distribution_new (scenario,
                                         arguments->has_seed ? arguments->seed : scenario->seed,
                                         arguments->random);
  drill_play_print_distribution (scenario, distribution, options->json);

  return DRILL_EXIT_OK;
}

int
drill_command_play (const DrillCliOptions *options,
                    int                    argc,
                    char                 **argv)
{
  g_auto (Arguments)        arguments = { 0 };
  g_autoptr (DrillScenario) scenario = NULL;
  g_autoptr (DrillRun)      run = NULL;
  g_autoptr (GError)        error = NULL;
  g_autofree char          *path = NULL;
  gboolean                  scripted;

  if (!parse_arguments (&arguments, argc, argv, &error))
    return drill_cli_usage ("%s", error->message);

  path = find_path (options, arguments.scenario, &error);
  if (path != NULL)
    scenario = load_scenario (path, &error);
  if (scenario == NULL)
    return drill_cli_fail (error);

  if (arguments.random > 0)
    return play_random (options, &arguments, scenario);

  scripted = options->json || arguments.choices != NULL || arguments.answers != NULL;
  run = drill_run_new (scenario);
  if (!scripted)
    drill_play_dialogue (run);
  else if (!play_list (run, &arguments, &error))
    return drill_cli_fail (error);
  drill_play_print_result (run, options->json);

  return DRILL_EXIT_OK;
}
