/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Marks, undo and redo: what they do, and that the facts alone give it all again. */

#include "config.h"

#include "bank.h"

#include "study/leech.h"

#include <gio/gio.h>
#include <string.h>

#define N_KEYS 8

static const char *const keys[N_KEYS] = { "bank/q0", "bank/q1", "bank/q2", "bank/q3",
                                          "bank/q4", "bank/q5", "bank/q6", "bank/q7" };

static Bank *
new_bank (void)
{
  g_autofree char *chapter = bank_chapter (N_KEYS);

  return bank_new (chapter);
}

static void
assert_replays (Bank *bank)
{
  g_autofree char   *stored = bank_derived (bank);
  g_autofree char   *replayed = NULL;
  g_autoptr (GError) error = NULL;

  drill_answer_replay_all (bank->connection, bank->rules, &error);
  g_assert_no_error (error);
  replayed = bank_derived (bank);
  g_assert_cmpstr (replayed, ==, stored);
}

static gboolean
undo (Bank   *bank,
      gint64  now_ms,
      GError **error)
{
  g_autoptr (DrillUndo) done = drill_undo_run (bank->connection, bank->rules, NULL, now_ms, error);

  return done != NULL;
}

static gboolean
redo (Bank   *bank,
      gint64  now_ms,
      GError **error)
{
  g_autoptr (DrillUndo) done = drill_redo_run (bank->connection, bank->rules, now_ms, error);

  return done != NULL;
}

/* One random fact; time mostly passes, and sometimes the clock is set back. */
static void
random_fact (Bank    *bank,
             gint64  *now_ms,
             gboolean any_occasion)
{
  const char *key = keys[g_test_rand_int_range (0, N_KEYS)];

  *now_ms += g_test_rand_int_range (-2, 30) * HOUR_MS / 2;
  if (g_test_rand_int_range (0, 20) == 0)
    *now_ms += 25 * DAY_MS;
  if (g_test_rand_int_range (0, 3) > 0)
    {
      bank_answer_in (bank,
                      key,
                      any_occasion ? g_test_rand_int_range (DRILL_OCCASION_REVIEW, DRILL_OCCASION_INCIDENT + 1)
                                   : DRILL_OCCASION_REVIEW,
                      g_test_rand_int_range (DRILL_RATING_AGAIN, DRILL_RATING_EASY + 1),
                      *now_ms);
      return;
    }
  bank_mark (bank,
             key,
             g_test_rand_int_range (DRILL_MARK_SUSPEND, DRILL_MARK_DUE + 1),
             g_test_rand_bit () ? g_test_rand_int_range (0, 9) : TODAY + g_test_rand_int_range (-5, 90),
             *now_ms);
}

/* A fact chosen at random, old ones too. */
static void
undo_any (Bank  *bank,
          gint64 now_ms)
{
  g_autoptr (DrillUndo) done = NULL;
  g_autoptr (GError)    error = NULL;
  g_autofree char      *hex = NULL;
  guint8                uuid[DRILL_UUID_SIZE];

  hex = scratch_sql_text (bank->scratch,
                          "data/progress.db",
                          "SELECT hex (uuid) FROM (SELECT uuid FROM review UNION ALL "
                          "SELECT uuid FROM mark WHERE cause IS NULL) ORDER BY random () LIMIT 1");
  g_assert_nonnull (hex);
  for (guint i = 0; i < DRILL_UUID_SIZE; i++)
    uuid[i] = g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]);

  done = drill_undo_run (bank->connection, bank->rules, uuid, now_ms, &error);
  if (done == NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  else
    g_assert_cmpmem (done->uuid, DRILL_UUID_SIZE, uuid, DRILL_UUID_SIZE);
}

static void
test_random_sequences (void)
{
  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (Bank) bank = new_bank ();
      gint64           now_ms = NOON (TODAY);

      bank->rules->suspend_leeches = TRUE;
      bank->rules->leech_lapses = 4;
      for (guint i = 0; i < 250; i++)
        {
          int what = g_test_rand_int_range (0, 10);

          if (i < 5 || what < 6)
            random_fact (bank, &now_ms, TRUE);
          else if (what == 6)
            undo_any (bank, now_ms);
          else if (what == 7)
            redo (bank, now_ms, NULL);
          else
            undo (bank, now_ms, NULL);
          if (i % 50 == 49)
            assert_replays (bank);
        }
    }
}

/* All the way back and forth again, over restarts: each state as it was. */
static void
test_many_steps (void)
{
  const guint           n_steps = 120;
  g_autoptr (Bank)      bank = new_bank ();
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError)    error = NULL;
  gint64                now_ms = NOON (TODAY);

  g_ptr_array_add (states, NULL);
  for (guint i = 0; i < n_steps; i++)
    {
      random_fact (bank, &now_ms, FALSE);
      g_ptr_array_add (states,
                       scratch_sql_dump (bank->scratch,
                                         "data/progress.db",
                                         "SELECT * FROM card_state ORDER BY 1"));
    }

  for (guint i = n_steps; i > 0; i--)
    {
      g_autofree char *state = NULL;

      if (i % 40 == 0)
        bank_reopen (bank);
      undo (bank, now_ms, &error);
      g_assert_no_error (error);
      state = scratch_sql_dump (bank->scratch,
                                "data/progress.db",
                                "SELECT * FROM card_state ORDER BY 1");
      g_assert_cmpstr (state, ==, i > 1 ? g_ptr_array_index (states, i - 1) : "");
    }
  g_assert_cmpint (bank_int (bank, "SELECT count (*) FROM card_mark"), ==, 0);
  g_assert_cmpint (bank_int (bank, "SELECT count (*) FROM day_count"), ==, 0);
  g_assert_false (undo (bank, now_ms, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  for (guint i = 1; i <= n_steps; i++)
    {
      g_autofree char *state = NULL;

      if (i % 40 == 0)
        bank_reopen (bank);
      redo (bank, now_ms, &error);
      g_assert_no_error (error);
      state = scratch_sql_dump (bank->scratch,
                                "data/progress.db",
                                "SELECT * FROM card_state ORDER BY 1");
      g_assert_cmpstr (state, ==, g_ptr_array_index (states, i));
    }
  g_assert_false (redo (bank, now_ms, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  assert_replays (bank);

  /* Nothing was removed on the way. */
  g_assert_cmpint (bank_int (bank,
                             "SELECT (SELECT count (*) FROM review) + (SELECT count (*) FROM mark)"),
                   ==,
                   n_steps);
  g_assert_cmpint (bank_int (bank, "SELECT count (*) FROM revocation"), ==, 2 * n_steps);
}

static void
test_new_fact_ends_redo (void)
{
  g_autoptr (Bank)      bank = new_bank ();
  g_autoptr (DrillUndo) done = NULL;
  g_autoptr (GError)    error = NULL;

  bank_answer (bank, "bank/q0", DRILL_RATING_GOOD, NOON (TODAY));
  bank_answer (bank, "bank/q1", DRILL_RATING_HARD, NOON (TODAY));
  done = drill_undo_run (bank->connection, bank->rules, NULL, NOON (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (done->key, ==, "bank/q1");
  g_assert_cmpint (done->rating, ==, DRILL_RATING_HARD);
  g_assert_cmpint (done->mark, ==, 0);
  g_assert_cmpint (done->fold.card.state, ==, DRILL_CARD_NEW);

  bank_mark (bank, "bank/q2", DRILL_MARK_FLAG, 3, NOON (TODAY));
  g_assert_false (redo (bank, NOON (TODAY), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* The answer that makes a leech and the suspension that follows are one step. */
static void
test_leech_is_one_step (void)
{
  g_autoptr (Bank)      bank = new_bank ();
  g_autoptr (GPtrArray) leeches = NULL;
  g_autoptr (GError)    error = NULL;
  const DrillLeech     *leech;
  guint                 day = TODAY;
  gint64                before;

  bank->rules->suspend_leeches = TRUE;
  bank_answer (bank, "bank/q0", DRILL_RATING_EASY, NOON (day));
  for (guint lapse = 1; lapse <= 8; lapse++)
    {
      g_assert_cmpint (bank_int (bank, "SELECT count (*) FROM card_mark"), ==, 0);
      day += 30;
      bank_answer (bank, "bank/q0", DRILL_RATING_AGAIN, NOON (day));
      if (lapse < 8)
        bank_answer (bank, "bank/q0", DRILL_RATING_EASY, NOON (day) + 1);
    }
  g_assert_cmpint (bank_int (bank, "SELECT suspended FROM card_mark"), ==, 1);
  leeches = drill_leech_list (bank->connection, bank->rules, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (leeches->len, ==, 1);
  leech = g_ptr_array_index (leeches, 0);
  g_assert_cmpstr (leech->key, ==, "bank/q0");
  g_assert_cmpuint (leech->lapses, ==, 8);
  g_assert_true (leech->suspended);
  g_assert_cmpint (leech->reason, ==, DRILL_LEECH_NEVER_HELD);

  before = bank_int (bank, "SELECT count (*) FROM revocation");
  g_assert_true (undo (bank, NOON (day), &error));
  g_assert_cmpint (bank_int (bank, "SELECT count (*) FROM revocation"), ==, before + 1);
  g_assert_cmpint (bank_int (bank, "SELECT count (*) FROM card_mark"), ==, 0);
  g_assert_cmpuint (bank_card (bank, "bank/q0").lapses, ==, 7);
  g_assert_true (redo (bank, NOON (day), &error));
  g_assert_cmpint (bank_int (bank, "SELECT suspended FROM card_mark"), ==, 1);
  assert_replays (bank);
}

/* One decision about many cards is one step. */
static void
test_mark_all (void)
{
  g_autoptr (Bank)      bank = new_bank ();
  g_autoptr (DrillMark) mark = drill_mark_new ("", DRILL_MARK_SUSPEND, 0, NOON (TODAY));
  g_autoptr (DrillUndo) done = NULL;
  g_autoptr (GError)    error = NULL;
  const char           *some[] = { "bank/q1", "bank/q3", "bank/q5", NULL };

  bank_answer (bank, "bank/q3", DRILL_RATING_GOOD, NOON (TODAY));
  g_assert_true (drill_mark_record_all (bank->connection, bank->rules, mark, some, &error));
  g_assert_no_error (error);
  g_assert_cmpint (bank_int (bank, "SELECT sum (suspended) FROM card_mark"), ==, 3);
  assert_replays (bank);

  done = drill_undo_run (bank->connection, bank->rules, mark->uuid, NOON (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpint (done->mark, ==, DRILL_MARK_SUSPEND);
  g_assert_cmpint (bank_int (bank, "SELECT count (*) FROM card_mark"), ==, 0);
  g_assert_cmpint (bank_int (bank, "SELECT answers FROM card_tally"), ==, 1);
  assert_replays (bank);
  g_assert_true (redo (bank, NOON (TODAY), &error));
  g_assert_cmpint (bank_int (bank, "SELECT sum (suspended) FROM card_mark"), ==, 3);
  assert_replays (bank);
}

static void
test_leech_numbers (void)
{
  g_autoptr (DrillRules)  rules = drill_rules_new ();
  static const guint      reached[] = { 8, 12, 16, 20 };
  guint                   next = 0;

  for (guint lapses = 0; lapses <= 20; lapses++)
    {
      gboolean expected = next < G_N_ELEMENTS (reached) && reached[next] == lapses;

      g_assert_cmpint (drill_leech_reached (rules, lapses), ==, expected);
      next += expected;
    }
  rules->leech_lapses = 0;
  g_assert_false (drill_leech_reached (rules, 8));
}

static void
test_marks (void)
{
  g_autoptr (Bank)   bank = new_bank ();
  g_autoptr (GError) error = NULL;
  DrillCard          before = bank_answer (bank, "bank/q0", DRILL_RATING_EASY, NOON (TODAY));
  DrillCard          card;

  /* A date says nothing about memory. */
  bank_mark (bank, "bank/q0", DRILL_MARK_DUE, TODAY + 40, NOON (TODAY + 1));
  card = bank_card (bank, "bank/q0");
  g_assert_cmpint (card.due_day, ==, TODAY + 40);
  g_assert_cmpint (card.scheduled_days, ==, 40);
  g_assert_cmpuint (card.reps, ==, before.reps);
  g_assert_cmpfloat (card.memory.stability, ==, before.memory.stability);
  g_assert_cmpint (bank_int (bank, "SELECT count (*) FROM review"), ==, 1);

  bank_mark (bank, "bank/q0", DRILL_MARK_RESET, 0, NOON (TODAY + 2));
  card = bank_card (bank, "bank/q0");
  g_assert_cmpint (card.state, ==, DRILL_CARD_NEW);
  g_assert_cmpuint (card.reps, ==, 1);
  g_assert_cmpfloat (card.memory.stability, ==, 0);

  /* A card that was never answered stays new. */
  bank_mark (bank, "bank/q1", DRILL_MARK_DUE, TODAY + 3, NOON (TODAY));
  card = bank_card (bank, "bank/q1");
  g_assert_cmpint (card.state, ==, DRILL_CARD_NEW);
  g_assert_cmpint (card.due_day, ==, TODAY + 3);

  /* Whatever the value, nothing breaks. */
  bank_mark (bank, "bank/q2", DRILL_MARK_FLAG, 4711, NOON (TODAY));
  bank_mark (bank, "bank/q2", DRILL_MARK_BURY, G_MAXINT64, NOON (TODAY));
  bank_mark (bank, "bank/q2", DRILL_MARK_DUE, G_MININT64, NOON (TODAY));
  g_assert_cmpint (bank_int (bank, "SELECT flag FROM card_mark"), ==, DRILL_FLAG_MAX);
  bank_mark (bank, "bank/q2", DRILL_MARK_FLAG, 0, NOON (TODAY));
  bank_mark (bank, "bank/q2", DRILL_MARK_UNBURY, 0, NOON (TODAY));
  g_assert_cmpint (bank_int (bank, "SELECT count (*) FROM card_mark"), ==, 0);
  assert_replays (bank);
}

static void
test_same_mark_twice (void)
{
  g_autoptr (Bank)      bank = new_bank ();
  g_autoptr (DrillMark) mark = drill_mark_new ("bank/q0", DRILL_MARK_FLAG, 2, NOON (TODAY));
  g_autoptr (DrillMark) copy = drill_mark_copy (mark);
  g_autoptr (GError)    error = NULL;

  g_assert_true (drill_mark_record (bank->connection, bank->rules, mark, &error));
  g_assert_true (drill_mark_record (bank->connection, bank->rules, copy, &error));
  g_assert_cmpint (bank_int (bank, "SELECT count (*) FROM mark"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/study/facts/random", test_random_sequences);
  g_test_add_func ("/study/facts/many-steps", test_many_steps);
  g_test_add_func ("/study/facts/new-fact-ends-redo", test_new_fact_ends_redo);
  g_test_add_func ("/study/facts/leech-is-one-step", test_leech_is_one_step);
  g_test_add_func ("/study/facts/leech-numbers", test_leech_numbers);
  g_test_add_func ("/study/facts/mark-all", test_mark_all);
  g_test_add_func ("/study/facts/marks", test_marks);
  g_test_add_func ("/study/facts/same-mark-twice", test_same_mark_twice);

  return g_test_run ();
}
