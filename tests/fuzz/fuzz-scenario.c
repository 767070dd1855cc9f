/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Any text as a scenario, in a folder that holds a few files it may name. What
 * loads is also checked and played, undone and read back.
 */

#include "config.h"

#include "incident/lint.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static char *folder;

static void
write_file (const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (!g_file_set_contents (path, text, -1, NULL))
    abort ();
}

static void
remove_folder (void)
{
  static const char *const names[] = { "m.csv", "l.ndjson", "t.json", "h.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

static void
make_folder (void)
{
  folder = g_dir_make_tmp ("pagerdrill-fuzz-XXXXXX", NULL);
  if (folder == NULL)
    abort ();
  write_file ("m.csv", "Time,a,b,c\n0,1,2,3\n600,2,,1\n1200,9,9,9\n7200,0,1,-1\n");
  write_file ("l.ndjson", "{\"level\":30,\"msg\":\"x\"}\n");
  write_file ("t.json", "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{}]}]}]}");
  write_file ("h.csv", "class,count,retained\nMap,1,2\n");
  atexit (remove_folder);
}

static void
play (DrillScenario *scenario)
{
  g_autoptr (DrillRun) run = drill_run_new (scenario);
  g_autoptr (DrillRun) again = NULL;
  g_autoptr (DrillRunResult) result = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (DrillPoint));
  g_autofree char *text = NULL;
  guint64          random = 1;

  for (guint i = 0; i < 60 && !drill_run_is_over (run); i++)
    {
      guint targets[DRILL_SCENARIO_MAX_CHOICES];
      guint n = drill_state_offers (drill_run_get_state (run), scenario, targets);

      drill_run_answer_all (run, drill_answer_full, NULL);
      if (n == 0)
        break;
      if (!drill_run_choose (run, drill_scenario_section (scenario, targets[drill_random_next (&random) % n])->slug, NULL))
        abort ();
    }
  result = drill_run_get_result (run);
  if (!(result->score >= 0 && result->score <= 100) || !(result->impact >= 0))
    abort ();
  text = drill_run_to_text (run);
  again = drill_run_from_text (scenario, text, NULL);
  if (again == NULL
      || memcmp (drill_run_get_state (run), drill_run_get_state (again), G_STRUCT_OFFSET (DrillState, timeline)) != 0)
    abort ();
  drill_run_undo (run);
  for (guint i = 0; i < scenario->series->len; i++)
    drill_run_series (run, ((DrillScenarioSeries *) g_ptr_array_index (scenario->series, i))->key, -1e5, 1e5, points);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillScenario) scenario = NULL;
  g_autoptr (DrillLint) lint = NULL;
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    make_folder ();

  scenario = drill_scenario_parse (folder,
                                   "scenario.md",
                                   size > 0 ? (const char *) data : "",
                                   size,
                                   diagnostics,
                                   &error);
  if ((scenario == NULL) != (drill_diagnostics_count (diagnostics, DRILL_SEVERITY_ERROR) > 0))
    abort ();
  for (guint i = 0; i < drill_diagnostics_get_length (diagnostics); i++)
    {
      g_autofree char *line = drill_diagnostic_format (drill_diagnostics_get (diagnostics, i));

      if (!g_utf8_validate (line, -1, NULL))
        abort ();
    }
  if (scenario != NULL)
    {
      lint = drill_lint_new (scenario, 5, 50, diagnostics);
      play (scenario);
    }

  return 0;
}
