/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Study as the main thread sees it: nothing waits, everything arrives. */

#include "config.h"

#include "study-fixture.h"

#include "store/error.h"
#include "study/study.h"
#include "study/workspace.h"

typedef struct
{
  StudyFixture   base;
  DrillDatabase *database;
  DrillClock    *clock;
  DrillStudy    *study;
  guint          changes;
} Fixture;

static DrillConnection *
open_workspace (DrillConnectionMode mode,
                gpointer            data,
                GError            **error)
{
  return drill_workspace_open (data, mode, NULL, error);
}

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *place;
}

static void
changed_cb (DrillStudy *study,
            Fixture    *fixture)
{
  fixture->changes++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError)       error = NULL;

  study_set_up (&fixture->base, NULL);
  study_close (&fixture->base);
  fixture->database = drill_database_new (open_workspace, fixture->base.folder, NULL);
  drill_database_open_async (fixture->database, NULL, store_result_cb, &opened);
  drill_database_open_finish (fixture->database, wait_for (&opened), &error);
  g_assert_no_error (error);
  fixture->clock = drill_clock_new_fake (NOON (TODAY));
  fixture->study = drill_study_new (fixture->database, fixture->clock);
  g_signal_connect (fixture->study, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  drill_database_close (fixture->database);

  /* What the lanes still held on to is let go of here. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->study);
  g_assert_finalize_object (fixture->database);
  drill_clock_unref (fixture->clock);
  study_tear_down (&fixture->base, NULL);
}

static DrillAnswer *
answer_new (guint n)
{
  g_autofree char *key = g_strdup_printf ("fix/q%u", n % 4 + 1);

  return drill_answer_new (key, DRILL_OCCASION_REVIEW, DRILL_RATING_EASY, NOON (TODAY) + n, 10000);
}

static gint64
count_facts (Fixture *fixture)
{
  return study_int (&fixture->base, "SELECT count(*) FROM review");
}

static void
test_record (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (DrillAnswer)  answer = answer_new (0);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError)       error = NULL;

  drill_study_record_async (fixture->study, answer, store_result_cb, &result);

  /* The caller's answer may go at once. */
  g_clear_pointer (&answer, drill_answer_free);
  g_assert_true (drill_study_record_finish (fixture->study, wait_for (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->changes, ==, 1);
  g_assert_cmpint (count_facts (fixture), ==, 1);
}

static void
test_failed_record (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (DrillAnswer)  answer = answer_new (0);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError)       error = NULL;

  answer->duration_ms = -1;
  drill_study_record_async (fixture->study, answer, store_result_cb, &result);
  g_assert_false (drill_study_record_finish (fixture->study, wait_for (&result), &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_CONSTRAINT);
  g_assert_cmpuint (fixture->changes, ==, 0);
}

static void
count_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  guint *saved = data;

  g_assert_true (drill_study_record_finish (DRILL_STUDY (source), result, NULL));
  (*saved)++;
}

/* Quitting right after the last answers: all of them are on the disk. */
static void
test_close_drains (Fixture      *fixture,
                   gconstpointer data)
{
  guint saved = 0;

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (DrillAnswer) answer = answer_new (i);

      drill_study_record_async (fixture->study, answer, count_saved_cb, &saved);
    }
  drill_database_close (fixture->database);
  g_assert_cmpint (count_facts (fixture), ==, 30);

  /* The callbacks come when the main loop gets round to them. */
  g_assert_cmpuint (saved, ==, 0);
  while (saved < 30)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->changes, ==, 30);
}

static void
test_after_close (Fixture      *fixture,
                  gconstpointer data)
{
  static const char *const paths[] = { "/somewhere", NULL };
  g_autoptr (DrillAnswer)  answer = answer_new (0);
  g_autoptr (GAsyncResult) recorded = NULL;
  g_autoptr (GAsyncResult) queued = NULL;
  g_autoptr (GError)       error = NULL;

  drill_database_close (fixture->database);
  drill_study_record_async (fixture->study, answer, store_result_cb, &recorded);
  g_assert_false (drill_study_record_finish (fixture->study, wait_for (&recorded), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);

  drill_study_load_queue_async (fixture->study, NULL, NULL, store_result_cb, &queued);
  g_assert_null (drill_study_load_queue_finish (fixture->study, wait_for (&queued), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  drill_study_add_sources (fixture->study, paths);
  g_assert_cmpuint (fixture->changes, ==, 0);
}

/* An answer that was reported as saved is in what is read after it. */
static void
test_read_your_answers (Fixture      *fixture,
                        gconstpointer data)
{
  static const char *const keys[] = { "fix/q2", "fix/q1", NULL };

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (DrillAnswer)     answer = answer_new (i);
      g_autoptr (GAsyncResult)    recorded = NULL;
      g_autoptr (GAsyncResult)    viewed = NULL;
      g_autoptr (GAsyncResult)    counted = NULL;
      g_autoptr (DrillStatistics) statistics = NULL;
      g_autoptr (GError)          error = NULL;
      DrillOverview               overview;

      drill_study_record_async (fixture->study, answer, store_result_cb, &recorded);
      drill_study_record_finish (fixture->study, wait_for (&recorded), &error);
      g_assert_no_error (error);

      drill_study_load_overview_async (fixture->study, NULL, store_result_cb, &viewed);
      drill_study_load_overview_finish (fixture->study, wait_for (&viewed), &overview, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (overview.answers_today, ==, i + 1);

      drill_study_load_statistics_async (fixture->study, NULL, store_result_cb, &counted);
      statistics = drill_study_load_statistics_finish (fixture->study, wait_for (&counted), &error);
      g_assert_no_error (error);
      g_assert_cmpint (statistics->days[DRILL_STATISTICS_DAYS - 1].answers, ==, i + 1);
    }

  {
    g_autoptr (GAsyncResult) queued = NULL;
    g_autoptr (GPtrArray)    entries = NULL;
    g_autofree char         *joined = NULL;

    drill_study_load_queue_async (fixture->study, keys, NULL, store_result_cb, &queued);
    entries = drill_study_load_queue_finish (fixture->study, wait_for (&queued), NULL);
    joined = join_keys (entries);
    g_assert_cmpstr (joined, ==, "q2 q1");
  }
}

static void
test_queue_follows_the_clock (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (DrillAnswer) answer = NULL;

  answer = drill_answer_new ("fix/q1",
                             DRILL_OCCASION_REVIEW,
                             DRILL_RATING_AGAIN,
                             NOON (TODAY),
                             10000);
  for (guint minute = 0; minute < 2; minute++)
    {
      g_autoptr (GAsyncResult) recorded = NULL;
      g_autoptr (GAsyncResult) queued = NULL;
      g_autoptr (GPtrArray)    entries = NULL;
      g_autofree char         *joined = NULL;

      drill_study_record_async (fixture->study, answer, store_result_cb, &recorded);
      g_assert_true (drill_study_record_finish (fixture->study, wait_for (&recorded), NULL));
      drill_study_load_queue_async (fixture->study, NULL, NULL, store_result_cb, &queued);
      entries = drill_study_load_queue_finish (fixture->study, wait_for (&queued), NULL);
      joined = join_keys (entries);
      g_assert_cmpint (g_str_has_prefix (joined, "q1"), ==, minute == 1);
      drill_clock_advance_fake (fixture->clock, 60000);
    }
}

static void
test_cancelled_read (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError)       error = NULL;
  DrillOverview            overview;

  g_cancellable_cancel (cancellable);
  drill_study_load_overview_async (fixture->study, cancellable, store_result_cb, &result);
  g_assert_false (drill_study_load_overview_finish (fixture->study,
                                                    wait_for (&result),
                                                    &overview,
                                                    &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_sources (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const paths[] = { "/packs/one", "/packs/two", NULL };

  drill_study_add_sources (fixture->study, paths);
  drill_database_close (fixture->database);
  g_assert_cmpint (study_int (&fixture->base, "SELECT count(*) FROM source"), ==, 2);
  g_assert_cmpint (study_int (&fixture->base, "SELECT min(added_ms) FROM source"), ==, NOON (TODAY));
}

static void
test_training (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GCancellable)         cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult)         result = NULL;
  g_autoptr (GAsyncResult)         cancelled = NULL;
  g_autofree DrillOptimizerResult *found = NULL;
  g_autofree DrillOptimizerResult *none = NULL;
  g_autoptr (GError)               error = NULL;

  drill_study_optimize_async (fixture->study, NULL, store_result_cb, &result);
  found = drill_study_optimize_finish (fixture->study, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (found);
  g_assert_cmpint (found->outcome, ==, DRILL_OPTIMIZER_TOO_FEW);
  g_assert_cmpuint (found->before.n_items, ==, 0);

  drill_study_optimize_async (fixture->study, cancellable, store_result_cb, &cancelled);
  g_cancellable_cancel (cancellable);
  none = drill_study_optimize_finish (fixture->study, wait_for (&cancelled), &error);
  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_log_files (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GAsyncResult) exported = NULL;
  g_autoptr (GAsyncResult) nowhere = NULL;
  g_autoptr (GAsyncResult) imported = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *path = scratch_path (fixture->base.scratch, "log.csv");

  drill_study_export_async (fixture->study, path, store_result_cb, &exported);
  g_assert_true (drill_study_export_finish (fixture->study, wait_for (&exported), &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));

  drill_study_export_async (fixture->study, "/nowhere/at/all.csv", store_result_cb, &nowhere);
  g_assert_false (drill_study_export_finish (fixture->study, wait_for (&nowhere), &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  /* No collection. */
  drill_study_import_anki_async (fixture->study, path, store_result_cb, &imported);
  g_assert_cmpint (drill_study_import_anki_finish (fixture->study, wait_for (&imported), &error), ==, -1);
  g_assert_nonnull (error);
}

#define ADD_STUDY(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_STUDY ("/study/study/record", test_record);
  ADD_STUDY ("/study/study/failed-record", test_failed_record);
  ADD_STUDY ("/study/study/close-drains", test_close_drains);
  ADD_STUDY ("/study/study/after-close", test_after_close);
  ADD_STUDY ("/study/study/read-your-answers", test_read_your_answers);
  ADD_STUDY ("/study/study/queue-follows-the-clock", test_queue_follows_the_clock);
  ADD_STUDY ("/study/study/cancelled-read", test_cancelled_read);
  ADD_STUDY ("/study/study/sources", test_sources);
  ADD_STUDY ("/study/study/training", test_training);
  ADD_STUDY ("/study/study/log-files", test_log_files);

  return g_test_run ();
}
