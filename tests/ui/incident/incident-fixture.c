/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "incident-fixture.h"

#include "incident/score.h"
#include "study/workspace.h"

#include <glib/gstdio.h>

static DrillConnection *
open_workspace (DrillConnectionMode mode,
                gpointer            data,
                GError            **error)
{
  return drill_workspace_open (data, mode, NULL, error);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
import (IncidentFixture *fixture)
{
  const char *const             paths[] = { FIXTURES, NULL };
  g_autoptr (GAsyncResult)      result = NULL;
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (GError)            error = NULL;

  drill_library_import_async (fixture->library, paths, NULL, keep_result_cb, &result);
  wait_for (&result);
  report = drill_library_import_finish (fixture->library, result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
}

static void
find_key (IncidentFixture *fixture)
{
  g_autoptr (GAsyncResult)    result = NULL;
  g_autoptr (DrillItemFilter) filter = drill_item_filter_new ();
  g_autoptr (GPtrArray)       items = NULL;
  g_autoptr (GError)          error = NULL;

  filter->kind = DRILL_ITEM_SCENARIO;
  drill_library_query_async (fixture->library, filter, NULL, keep_result_cb, &result);
  wait_for (&result);
  items = drill_library_query_finish (fixture->library, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 1);
  fixture->key = g_strdup (drill_item_summary_get_key (g_ptr_array_index (items, 0)));
}

void
incident_fixture_set_up (IncidentFixture *fixture,
                         gconstpointer    data)
{
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (GAsyncResult)     result = NULL;
  g_autoptr (GError)           error = NULL;

  fixture->folder = g_dir_make_tmp ("incident-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->database = drill_database_new (open_workspace, fixture->folder, NULL);
  drill_database_open_async (fixture->database, NULL, keep_result_cb, &result);
  wait_for (&result);
  g_assert_true (drill_database_open_finish (fixture->database, result, &error));
  g_assert_no_error (error);

  fixture->clock = drill_clock_new_fake (G_GINT64_CONSTANT (1700000000000));
  fixture->library = drill_library_new (fixture->database);
  fixture->study = drill_study_new (fixture->database, fixture->clock);
  import (fixture);
  find_key (fixture);
  fixture->scenario = drill_scenario_load (FIXTURES "/leak/scenario.md", "scenario.md", diagnostics, &error);
  g_assert_no_error (error);
}

void
incident_fixture_tear_down (IncidentFixture *fixture,
                            gconstpointer    data)
{
  const char *const files[] = { "progress.db", "progress.db-wal", "progress.db-shm",
                                "library.db", "library.db-wal", "library.db-shm" };

  g_clear_pointer (&fixture->scenario, drill_scenario_unref);
  g_clear_object (&fixture->study);
  g_clear_object (&fixture->library);
  drill_database_close (fixture->database);
  g_clear_object (&fixture->database);
  g_clear_pointer (&fixture->clock, drill_clock_unref);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->key);
}

GPtrArray *
incident_fixture_list_runs (IncidentFixture *fixture,
                            DrillPlay       *play)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError)       error = NULL;
  GPtrArray               *runs;

  while (drill_run_saver_get_pending (drill_play_get_saver (play)))
    g_main_context_iteration (NULL, TRUE);
  drill_study_list_runs_async (fixture->study, fixture->key, NULL, keep_result_cb, &result);
  wait_for (&result);
  runs = drill_study_list_runs_finish (fixture->study, result, &error);
  g_assert_no_error (error);

  return runs;
}

static void
answer_all (DrillPlay *play)
{
  g_autoptr (GArray) questions = drill_run_get_questions (drill_play_get_run (play));

  for (guint i = 0; i < questions->len; i++)
    {
      guint section = g_array_index (questions, guint, i);

      g_assert_true (drill_play_answer (play, section,
                                        drill_score_all_ticks (drill_scenario_section (drill_play_get_scenario (play), section))));
    }
}

void
incident_play_reference (DrillPlay *play)
{
  const DrillScenarioRun *reference = drill_scenario_reference (drill_play_get_scenario (play));

  for (guint i = 0; i < reference->stops->len; i++)
    {
      incident_act (play, ((DrillScenarioStop *) g_ptr_array_index (reference->stops, i))->slug);
      answer_all (play);
    }
}

void
incident_act (DrillPlay  *play,
              const char *slug)
{
  if (!drill_play_act (play, slug))
    g_error ("%s is not on offer", slug);
}

guint
incident_section (DrillPlay  *play,
                  const char *slug)
{
  int index = drill_scenario_find_section (drill_play_get_scenario (play), slug);

  g_assert_cmpint (index, >=, 0);

  return (guint) index;
}
