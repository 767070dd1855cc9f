/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* From an answer to a durable fact, and from facts to states. */

#include "config.h"

#include "study-fixture.h"

#include "store/error.h"
#include "study/workspace.h"

static void
test_record (StudyFixture *fixture,
             gconstpointer data)
{
  g_autoptr (DrillAnswer) answer = NULL;
  g_autoptr (GError)      error = NULL;
  g_autofree char        *fact = NULL;
  g_autofree char        *detail = NULL;
  DrillCard               blank = { 0 };
  DrillCard               expected;
  DrillCard               card;
  DrillCard               loaded;

  answer = drill_answer_new ("fix/q1", DRILL_OCCASION_QUIZ, DRILL_RATING_GOOD, NOON (TODAY), 4321);
  answer->chosen = g_strsplit ("This|\"That\"", "|", -1);
  answer->met = g_strsplit ("point", "|", -1);
  answer->words = g_strdup ("In my\nown words");
  g_assert_true (drill_answer_record (fixture->connection, fixture->rules, answer, &card, &error));
  g_assert_no_error (error);

  expected = drill_scheduler_answer (&fixture->rules->scheduler,
                                     &blank,
                                     DRILL_RATING_GOOD,
                                     NOON (TODAY),
                                     TODAY,
                                     drill_fuzz_seed ("fix/q1"));
  assert_same_card (&card, &expected);
  g_assert_true (drill_answer_load_card (fixture->connection, "fix/q1", &loaded, &error));
  assert_same_card (&loaded, &expected);

  fact = scratch_sql_dump (fixture->scratch,
                           "data/progress.db",
                           "SELECT key, kind, rating, at_ms, day, duration_ms "
                           "FROM review JOIN card ON card.id = review.card");
  g_assert_cmpstr (fact, ==, " fix/q1 2 3 1728043200000 20000 4321\n");
  detail = scratch_sql_text (fixture->scratch, "data/progress.db", "SELECT detail FROM review");
  g_assert_cmpstr (detail,
                   ==,
                   "{\"chosen\":[\"This\",\"\\\"That\\\"\"],\"met\":[\"point\"],"
                   "\"words\":\"In my\\nown words\"}");
  g_assert_cmpint (study_int (fixture,
                              "SELECT count(*) FROM review JOIN device "
                              "ON device.uuid = review.device"),
                   ==,
                   1);
}

static void
test_without_detail (StudyFixture *fixture,
                     gconstpointer data)
{
  study_record (fixture, "fix/q1", DRILL_RATING_EASY, NOON (TODAY));
  g_assert_cmpint (study_int (fixture, "SELECT count(*) FROM review WHERE detail IS NULL"), ==, 1);
}

static void
test_same_fact_twice (StudyFixture *fixture,
                      gconstpointer data)
{
  g_autoptr (DrillAnswer) answer = NULL;
  g_autoptr (DrillAnswer) copy = NULL;
  g_autoptr (GError)      error = NULL;
  g_autofree char        *states = NULL;
  g_autofree char        *later = NULL;
  DrillCard               first;
  DrillCard               second;

  answer = drill_answer_new ("fix/q1", DRILL_OCCASION_REVIEW, DRILL_RATING_HARD, NOON (TODAY), 1);
  copy = drill_answer_copy (answer);
  g_assert_true (drill_answer_record (fixture->connection, fixture->rules, answer, &first, &error));
  states = study_states (fixture);
  g_assert_true (drill_answer_record (fixture->connection, fixture->rules, copy, &second, &error));
  g_assert_no_error (error);

  assert_same_card (&second, &first);
  g_assert_cmpint (study_int (fixture, "SELECT count(*) FROM review"), ==, 1);
  later = study_states (fixture);
  g_assert_cmpstr (later, ==, states);
}

static void
test_answers_differ (StudyFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (DrillAnswer) a = NULL;
  g_autoptr (DrillAnswer) b = NULL;

  a = drill_answer_new ("fix/q1", DRILL_OCCASION_REVIEW, DRILL_RATING_HARD, 1, -5);
  b = drill_answer_new ("fix/q1", DRILL_OCCASION_REVIEW, DRILL_RATING_HARD, 1, -5);
  g_assert_cmpint (memcmp (a->uuid, b->uuid, DRILL_UUID_SIZE), !=, 0);
  g_assert_cmpint (a->duration_ms, ==, 0);
}

static void
test_broken_rule (StudyFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (DrillAnswer) answer = NULL;
  g_autoptr (GError)      error = NULL;
  DrillCard               card;

  answer = drill_answer_new ("fix/q1", DRILL_OCCASION_REVIEW, DRILL_RATING_EASY + 1, 1, 1);
  g_assert_false (drill_answer_record (fixture->connection, fixture->rules, answer, &card, &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  answer->rating = DRILL_RATING_EASY;
  answer->duration_ms = -1;
  g_assert_false (drill_answer_record (fixture->connection, fixture->rules, answer, &card, &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (study_int (fixture, "SELECT count(*) FROM card"), ==, 0);

  /* The connection is not left inside a transaction. */
  study_record (fixture, "fix/q1", DRILL_RATING_EASY, 1);
}

static void
test_read_only (StudyFixture *fixture,
                gconstpointer data)
{
  g_autoptr (DrillConnection) reader = NULL;
  g_autoptr (DrillAnswer)     answer = NULL;
  g_autoptr (GError)          error = NULL;
  DrillCard                   card;

  reader = drill_workspace_open (fixture->folder, DRILL_CONNECTION_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  answer = drill_answer_new ("fix/q1", DRILL_OCCASION_REVIEW, DRILL_RATING_EASY, 1, 1);
  g_assert_false (drill_answer_record (reader, fixture->rules, answer, &card, &error));
  g_assert_error (error, DRILL_STORE_ERROR, DRILL_STORE_ERROR_READ_ONLY);
}

static void
test_no_history (StudyFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  DrillCard          blank = { 0 };
  DrillCard          card;

  memset (&card, 0xff, sizeof card);
  g_assert_true (drill_answer_load_card (fixture->connection, "fix/q2", &card, &error));
  assert_same_card (&card, &blank);
}

/* Answers to items that the library does not know are kept as well. */
static void
test_unknown_item (StudyFixture *fixture,
                   gconstpointer data)
{
  study_record (fixture, "gone/item", DRILL_RATING_GOOD, NOON (TODAY));
  g_assert_cmpint (study_int (fixture, "SELECT count(*) FROM card_state"), ==, 1);
}

#define N_ANSWERS 1000
#define N_KEYS    12

/* Any history: the stored state is the scheduler's own after each answer, and a
 * replay of all facts gives every state again. */
static void
test_replay (StudyFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *stored = NULL;
  g_autofree char   *replayed = NULL;
  DrillCard          cards[N_KEYS] = { { 0 } };
  gint64             now_ms = NOON (TODAY);

  for (guint i = 0; i < N_ANSWERS; i++)
    {
      int             n = g_test_rand_int_range (0, N_KEYS);
      DrillRating     rating = g_test_rand_int_range (DRILL_RATING_AGAIN, DRILL_RATING_EASY + 1);
      g_autofree char *key = g_strdup_printf ("fix/random-%d", n);
      DrillCard       card;

      /* Minutes or weeks pass, and now and then a clock is put back. */
      now_ms += g_test_rand_int_range (0, 2) == 0 ? g_test_rand_int_range (0, 20 * 60 * 1000)
                                                  : g_test_rand_int_range (-1, 20) * DAY_MS / 2;
      card = study_record (fixture, key, rating, now_ms);
      cards[n] = drill_scheduler_answer (&fixture->rules->scheduler,
                                         &cards[n],
                                         rating,
                                         now_ms,
                                         drill_rules_day (fixture->rules, now_ms),
                                         drill_fuzz_seed (key));
      assert_same_card (&card, &cards[n]);
      drill_answer_load_card (fixture->connection, key, &card, &error);
      g_assert_no_error (error);
      assert_same_card (&card, &cards[n]);
    }

  stored = study_states (fixture);
  drill_answer_replay_all (fixture->connection, fixture->rules, &error);
  g_assert_no_error (error);
  replayed = study_states (fixture);
  g_assert_cmpstr (replayed, ==, stored);
}

/* The study day is part of the fact: whoever moves keeps their past. */
static void
test_replay_in_another_time_zone (StudyFixture *fixture,
                                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *stored = NULL;
  g_autofree char   *replayed = NULL;

  for (guint i = 0; i < 10; i++)
    study_record (fixture, "fix/q1", DRILL_RATING_GOOD, NOON (TODAY) + i * 2 * DAY_MS);
  stored = study_states (fixture);

  g_time_zone_unref (fixture->rules->time_zone);
  fixture->rules->time_zone = g_time_zone_new_offset (10 * 3600);
  g_assert_true (drill_answer_replay_all (fixture->connection, fixture->rules, &error));
  replayed = study_states (fixture);
  g_assert_cmpstr (replayed, ==, stored);
}

/* States that were lost or spoilt come back from the facts. */
static void
test_replay_repairs (StudyFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *stored = NULL;
  g_autofree char   *replayed = NULL;

  study_record (fixture, "fix/q1", DRILL_RATING_GOOD, NOON (TODAY));
  study_record (fixture, "fix/q2", DRILL_RATING_AGAIN, NOON (TODAY));
  study_record (fixture, "fix/q3", DRILL_RATING_EASY, NOON (TODAY));
  stored = study_states (fixture);
  scratch_sql_run (fixture->scratch,
                   "data/progress.db",
                   "UPDATE card_state SET stability = 1 WHERE card = 1;"
                   "DELETE FROM card_state WHERE card = 2;");
  g_assert_true (drill_answer_replay_all (fixture->connection, fixture->rules, &error));
  replayed = study_states (fixture);
  g_assert_cmpstr (replayed, ==, stored);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/study/answer/record", NULL, test_record);
  ADD ("/study/answer/without-detail", NULL, test_without_detail);
  ADD ("/study/answer/same-fact-twice", NULL, test_same_fact_twice);
  ADD ("/study/answer/differ", NULL, test_answers_differ);
  ADD ("/study/answer/broken-rule", NULL, test_broken_rule);
  ADD ("/study/answer/read-only", NULL, test_read_only);
  ADD ("/study/answer/no-history", NULL, test_no_history);
  ADD ("/study/answer/unknown-item", NULL, test_unknown_item);
  ADD ("/study/answer/replay", NULL, test_replay);
  ADD ("/study/answer/replay-elsewhere", NULL, test_replay_in_another_time_zone);
  ADD ("/study/answer/replay-repairs", NULL, test_replay_repairs);

  return g_test_run ();
}
