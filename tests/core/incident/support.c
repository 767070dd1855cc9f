/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "support.h"

#include <glib/gstdio.h>
#include <string.h>

const char *const test_small_samples = "Time,lag,errors,rate\n"
                                       "1700000000,0.01,0,100\n"
                                       "1700000600,0.02,0.01,100\n"
                                       "1700001200,0.08,0.02,100\n"
                                       "1700003600,0.20,0.04,100\n";

const char *const test_small_scenario = "# The loop is late\n"
                                        "\n"
                                        "You are on call.\n"
                                        "\n"
                                        "```sim\n"
                                        "format 1\n"
                                        "scenario late-loop\n"
                                        "start desk\n"
                                        "clock 09:30\n"
                                        "limit 60m\n"
                                        "history 10m\n"
                                        "regime late\n"
                                        "series lag \"Loop lag\" seconds slo 50ms nodejs_eventloop_lag_p99_seconds\n"
                                        "series errors \"Errors\" ratio http_errors_ratio\n"
                                        "series rate \"Requests\" per-second http_requests_per_second\n"
                                        "phase look 40\n"
                                        "phase mitigate 60\n"
                                        "impact errors rate \"Failed requests\"\n"
                                        "```\n"
                                        "\n"
                                        "```regime late\n"
                                        "* play metrics/late.csv\n"
                                        "```\n"
                                        "\n"
                                        "```regime calm\n"
                                        "lag hold\n"
                                        "errors ramp 0 over 2m\n"
                                        "* play metrics/late.csv\n"
                                        "```\n"
                                        "\n"
                                        "## Desk\n"
                                        "\n"
                                        "> **Lead:** What do you see?\n"
                                        "\n"
                                        "- [Look](#look \"two minutes\") at the lag\n"
                                        "- [Fix](#fix)\n"
                                        "- [Panic](#panic)\n"
                                        "\n"
                                        "## Look\n"
                                        "\n"
                                        "The lag rises.\n"
                                        "\n"
                                        "- [Lag](metrics/late.csv \"chart lag\")\n"
                                        "\n"
                                        "```sim\n"
                                        "phase look\n"
                                        "cost 2m\n"
                                        "set knows\n"
                                        "answer 20\n"
                                        "score look +20 by 10m : You looked first.\n"
                                        "```\n"
                                        "\n"
                                        "**Key points:**\n"
                                        "\n"
                                        "- The loop is blocked `blocked|late`\n"
                                        "- Requests wait `wait|queue`\n"
                                        "\n"
                                        "**Model answer:** The loop is late, so requests wait.\n"
                                        "\n"
                                        "**Choices:**\n"
                                        "\n"
                                        "- [Back](#desk)\n"
                                        "\n"
                                        "## Fix\n"
                                        "\n"
                                        "```sim\n"
                                        "phase mitigate\n"
                                        "cost 5m\n"
                                        "needs knows\n"
                                        "regime calm\n"
                                        "pulse errors 50% for 1m\n"
                                        "score mitigate +60 : The cause is gone.\n"
                                        "ending resolved\n"
                                        "```\n"
                                        "\n"
                                        "## Panic\n"
                                        "\n"
                                        "```sim\n"
                                        "cost 3m\n"
                                        "harm major : Everyone restarted something.\n"
                                        "```\n"
                                        "\n"
                                        "- [Back](#desk)\n"
                                        "\n"
                                        "## Too late\n"
                                        "\n"
                                        "```sim\n"
                                        "when after 30m\n"
                                        "ending failed\n"
                                        "```\n"
                                        "\n"
                                        "## Debrief\n"
                                        "\n"
                                        "Look before you leap.\n"
                                        "\n"
                                        "**Reference run:**\n"
                                        "\n"
                                        "1. [Look](#look)\n"
                                        "2. [Fix](#fix)\n"
                                        "\n"
                                        "**Trap run:** `below 50`\n"
                                        "\n"
                                        "1. [Panic](#panic)\n"
                                        "2. [Panic](#panic)\n";

DrillScenario *
test_load_fixture (const char *name)
{
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (FIXTURES, name, NULL);
  DrillScenario   *scenario = drill_scenario_load (path, NULL, diagnostics, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (drill_diagnostics_get_length (diagnostics), ==, 0);

  return scenario;
}

/* A new folder with the small scenario's recordings in it. */
char *
test_folder_new (void)
{
  char *folder = g_dir_make_tmp ("pagerdrill-XXXXXX", NULL);

  g_assert_nonnull (folder);
  test_folder_write (folder, "metrics/late.csv", test_small_samples);

  return folder;
}

void
test_folder_write (const char *folder,
                   const char *file,
                   const char *text)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Removes a folder that a test made, and frees its name. */
void
test_folder_free (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        {
          test_folder_free (path);
          continue;
        }
      g_assert_cmpint (g_remove (path), ==, 0);
      g_free (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

/* Replaces the first @find, which must be there, in a copy of @text. */
char *
test_replace (const char *text,
              const char *find,
              const char *replacement)
{
  const char      *at = strstr (text, find);
  g_autofree char *before = NULL;

  g_assert_nonnull (at);
  before = g_strndup (text, at - text);

  return g_strconcat (before, replacement, at + strlen (find), NULL);
}

/* Parses a text that must have no error. */
DrillScenario *
test_parse (const char *folder,
            const char *text)
{
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  DrillScenario *scenario = drill_scenario_parse (folder, "scenario.md", text, strlen (text), diagnostics, &error);

  for (guint i = 0; scenario == NULL && i < drill_diagnostics_get_length (diagnostics); i++)
    {
      g_autofree char *line = drill_diagnostic_format (drill_diagnostics_get (diagnostics, i));

      g_test_message ("%s", line);
    }
  g_assert_no_error (error);

  return scenario;
}
