/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Plays of scenarios, as rows. */

#include "config.h"

#include "study-fixture.h"

#include "store/error.h"
#include "study/run-record.h"

static DrillRunRecord *
save (StudyFixture *fixture,
      const char   *key,
      gint64        started_ms)
{
  g_autoptr (GError) error = NULL;
  DrillRunRecord    *run = drill_run_record_new (key, "hash", started_ms);

  drill_run_record_save (fixture->connection, run, &error);
  g_assert_no_error (error);

  return run;
}

static GPtrArray *
list (StudyFixture *fixture,
      const char   *key)
{
  g_autoptr (GError) error = NULL;
  GPtrArray         *runs = drill_run_record_list (fixture->connection, key, &error);

  g_assert_no_error (error);

  return runs;
}

static void
assert_same_run (const DrillRunRecord *run,
                 const DrillRunRecord *expected)
{
  g_assert_cmpstr (run->uuid, ==, expected->uuid);
  g_assert_cmpstr (run->key, ==, expected->key);
  g_assert_cmpstr (run->hash, ==, expected->hash);
  g_assert_cmpstr (run->parent, ==, expected->parent);
  g_assert_cmpuint (run->parent_moves, ==, expected->parent_moves);
  g_assert_cmpint (run->started_ms, ==, expected->started_ms);
  g_assert_cmpint (run->updated_ms, ==, expected->updated_ms);
  g_assert_cmpint (run->finished, ==, expected->finished);
  g_assert_cmpstr (run->moves, ==, expected->moves);
  g_assert_cmpint (run->score, ==, expected->score);
  g_assert_cmpint (run->max, ==, expected->max);
  g_assert_cmpstr (run->ending, ==, expected->ending);
  g_assert_cmpstr (run->words, ==, expected->words);
}

static void
test_round_trip (StudyFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (DrillRunRecord) parent = save (fixture, "fix/outage", 100);
  g_autoptr (DrillRunRecord) run = drill_run_record_new ("fix/outage", "hash of then", 200);
  g_autoptr (DrillRunRecord) copy = NULL;
  g_autoptr (GPtrArray)      runs = NULL;
  g_autoptr (GError)         error = NULL;

  g_assert_cmpuint (strlen (run->uuid), ==, DRILL_RUN_UUID_LENGTH);
  g_assert_cmpstr (run->uuid, !=, parent->uuid);

  run->parent = g_strdup (parent->uuid);
  run->parent_moves = 3;
  run->updated_ms = 250;
  run->finished = TRUE;
  run->score = -7;
  run->max = 100;
  run->ending = g_strdup ("resolved");
  run->words = g_strdup ("{\"page\":\"it's \\\"down\\\"\"}");
  g_free (run->moves);
  run->moves = g_strdup ("restart\nwait 5m\n");
  drill_run_record_save (fixture->connection, run, &error);
  g_assert_no_error (error);

  copy = drill_run_record_copy (run);
  runs = list (fixture, "fix/outage");
  g_assert_cmpuint (runs->len, ==, 2);
  assert_same_run (g_ptr_array_index (runs, 0), copy);
  assert_same_run (g_ptr_array_index (runs, 1), parent);
}

/* Saving goes on with the same row. */
static void
test_save_again (StudyFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (DrillRunRecord) run = save (fixture, "fix/outage", 100);
  g_autoptr (GPtrArray)      runs = NULL;

  for (guint i = 1; i <= 5; i++)
    {
      g_free (run->moves);
      run->moves = g_strdup_printf ("%u moves", i);
      run->updated_ms = 100 + i;
      run->finished = i == 5;
      g_assert_true (drill_run_record_save (fixture->connection, run, NULL));
    }
  runs = list (fixture, NULL);
  g_assert_cmpuint (runs->len, ==, 1);
  assert_same_run (g_ptr_array_index (runs, 0), run);
}

static void
test_list (StudyFixture *fixture,
           gconstpointer data)
{
  static const char *const    keys[] = { "fix/outage", "fix/other", "fix/outage", "fix/other" };
  static const gint64         started[] = { 300, 100, 200, 300 };
  static const char *const    all[] = { "fix/other", "fix/outage", "fix/outage", "fix/other" };
  g_autoptr (GPtrArray)       runs = NULL;
  g_autoptr (GPtrArray)       of_one = NULL;
  g_autoptr (GPtrArray)       none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (DrillRunRecord) run = save (fixture, keys[i], started[i]);

      g_assert_nonnull (run);
    }

  /* Newest first; of two at one instant, the one that was stored later. */
  runs = list (fixture, NULL);
  g_assert_cmpuint (runs->len, ==, G_N_ELEMENTS (all));
  for (guint i = 0; i < runs->len; i++)
    g_assert_cmpstr (((DrillRunRecord *) g_ptr_array_index (runs, i))->key, ==, all[i]);

  of_one = list (fixture, "fix/outage");
  g_assert_cmpuint (of_one->len, ==, 2);
  g_assert_cmpint (((DrillRunRecord *) g_ptr_array_index (of_one, 0))->started_ms, ==, 300);
  none = list (fixture, "fix/unknown");
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/study/run-record/round-trip", NULL, test_round_trip);
  ADD ("/study/run-record/save-again", NULL, test_save_again);
  ADD ("/study/run-record/list", NULL, test_list);

  return g_test_run ();
}
