/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What caps, marks, siblings and an interview make of the day's queue. */

#include "config.h"

#include "bank.h"

#include "study/queue.h"

#define N_QUESTIONS 12

static const char variants[] = "<!-- pack: bank; version: 1; format: 1 -->\n"
                               "# Bank\n\n"
                               "## Core Interview Questions\n\n"
                               "### 1. One?\n<!-- id: load-shed-1; topics: aa -->\n\n**A:** Yes.\n\n"
                               "### 2. Two?\n<!-- id: load-shed-2; topics: bb -->\n\n**A:** Yes.\n\n"
                               "### 3. Three?\n<!-- id: other; topics: cc -->\n\n**A:** Yes.\n";

static GPtrArray *
load (Bank             *bank,
      gint64            now_ms,
      DrillQueueCounts *counts)
{
  g_autoptr (GError) error = NULL;
  GPtrArray         *entries;

  entries = drill_queue_load_counted (bank->connection, bank->rules, now_ms, counts, &error);
  g_assert_no_error (error);

  return entries;
}

static gboolean
holds (GPtrArray  *entries,
       const char *key)
{
  for (guint i = 0; i < entries->len; i++)
    {
      if (g_str_equal (((DrillQueueEntry *) g_ptr_array_index (entries, i))->key, key))
        return TRUE;
    }

  return FALSE;
}

static gboolean
asks (Bank       *bank,
      gint64      now_ms,
      const char *key)
{
  g_autoptr (GPtrArray) entries = load (bank, now_ms, NULL);

  return holds (entries, key);
}

/* All questions answered well twenty days ago, so that they are overdue. */
static Bank *
new_overdue_bank (void)
{
  g_autofree char *chapter = bank_chapter (N_QUESTIONS);
  Bank            *bank = bank_new (chapter);

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autofree char *key = g_strdup_printf ("bank/q%u", i);

      bank_answer (bank, key, DRILL_RATING_EASY, NOON (TODAY - 20));
    }
  bank->rules->new_per_day = 0;

  return bank;
}

/* A backlog comes in portions: what was done today is taken off its share. */
static void
test_backlog_in_portions (void)
{
  g_autoptr (Bank) bank = new_overdue_bank ();

  bank->rules->reviews_per_day = 5;
  for (guint done = 0; done <= 6; done++)
    {
      DrillQueueCounts      counts;
      g_autoptr (GPtrArray) entries = load (bank, NOON (TODAY) + done, &counts);

      g_assert_cmpuint (entries->len, ==, done < 5 ? 5 - done : 0);
      g_assert_cmpuint (counts.due, ==, entries->len);
      g_assert_cmpuint (counts.overdue, ==, entries->len);
      g_assert_cmpuint (counts.later, ==, N_QUESTIONS - done - entries->len);
      if (entries->len == 0)
        break;
      bank_answer (bank,
                   ((DrillQueueEntry *) g_ptr_array_index (entries, 0))->key,
                   DRILL_RATING_GOOD,
                   NOON (TODAY) + done);
    }
  g_assert_cmpint (bank_int (bank, "SELECT count (*) FROM review WHERE day = 20000"), ==, 5);
}

/* A card in its learning steps comes, cap or not. */
static void
test_steps_have_no_cap (void)
{
  g_autoptr (Bank)      bank = new_overdue_bank ();
  g_autoptr (GPtrArray) entries = NULL;
  DrillQueueCounts      counts;

  bank->rules->reviews_per_day = 1;
  bank_answer (bank, "bank/q3", DRILL_RATING_AGAIN, NOON (TODAY));
  entries = load (bank, NOON (TODAY) + HOUR_MS, &counts);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_true (holds (entries, "bank/q3"));
  g_assert_cmpuint (counts.learning, ==, 1);
}

static void
test_marks (void)
{
  g_autoptr (Bank) bank = new_overdue_bank ();
  gint64           now_ms = NOON (TODAY);

  g_assert_true (asks (bank, now_ms, "bank/q0"));
  bank_mark (bank, "bank/q0", DRILL_MARK_SUSPEND, 0, now_ms);
  g_assert_false (asks (bank, now_ms, "bank/q0"));
  bank_mark (bank, "bank/q0", DRILL_MARK_UNSUSPEND, 0, now_ms);
  g_assert_true (asks (bank, now_ms, "bank/q0"));

  bank_mark (bank, "bank/q0", DRILL_MARK_BURY, TODAY + 1, now_ms);
  g_assert_false (asks (bank, now_ms, "bank/q0"));
  g_assert_true (asks (bank, NOON (TODAY + 1), "bank/q0"));

  bank_mark (bank, "bank/q1", DRILL_MARK_DUE, TODAY + 4, now_ms);
  g_assert_false (asks (bank, NOON (TODAY + 3), "bank/q1"));
  g_assert_true (asks (bank, NOON (TODAY + 4), "bank/q1"));

  /* A card that is new again waits for its turn among the new ones. */
  bank_mark (bank, "bank/q2", DRILL_MARK_RESET, 0, now_ms);
  g_assert_false (asks (bank, now_ms, "bank/q2"));
  bank->rules->new_per_day = 5;
  g_assert_true (asks (bank, now_ms, "bank/q2"));
}

static void
test_marks_of_new_cards (void)
{
  g_autofree char  *chapter = bank_chapter (3);
  g_autoptr (Bank)  bank = bank_new (chapter);

  bank_mark (bank, "bank/q0", DRILL_MARK_SUSPEND, 0, NOON (TODAY));
  bank_mark (bank, "bank/q1", DRILL_MARK_DUE, TODAY + 2, NOON (TODAY));
  g_assert_false (asks (bank, NOON (TODAY), "bank/q0"));
  g_assert_false (asks (bank, NOON (TODAY), "bank/q1"));
  g_assert_true (asks (bank, NOON (TODAY), "bank/q2"));
  bank->rules->new_per_day = 0;
  g_assert_true (asks (bank, NOON (TODAY + 2), "bank/q1"));
  g_assert_false (asks (bank, NOON (TODAY + 2), "bank/q2"));
}

/* Two of one fact are not introduced on the same day, over sessions either. */
static void
test_siblings_on_different_days (void)
{
  g_autoptr (Bank) bank = bank_new (variants);

  g_assert_true (asks (bank, NOON (TODAY), "bank/load-shed-1"));
  g_assert_false (asks (bank, NOON (TODAY), "bank/load-shed-2"));
  g_assert_true (asks (bank, NOON (TODAY), "bank/other"));

  bank_answer (bank, "bank/load-shed-1", DRILL_RATING_EASY, NOON (TODAY));
  g_assert_false (asks (bank, NOON (TODAY) + 1, "bank/load-shed-2"));
  g_assert_true (asks (bank, NOON (TODAY + 1), "bank/load-shed-2"));
}

/* In the last days everything comes once, due or not, and again only the day after. */
static void
test_interview_sweep (void)
{
  g_autofree char      *chapter = bank_chapter (N_QUESTIONS);
  g_autoptr (Bank)      bank = bank_new (chapter);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const int             interview = TODAY + 3;

  for (guint i = 0; i < N_QUESTIONS - 3; i++)
    {
      g_autofree char *key = g_strdup_printf ("bank/q%u", i);

      bank_answer (bank, key, DRILL_RATING_EASY, NOON (TODAY - 2));
    }
  bank->rules->interview_day = interview;
  bank->rules->new_per_day = 1;
  for (int day = TODAY; day < interview; day++)
    {
      g_autoptr (GPtrArray) entries = load (bank, NOON (day), NULL);

      /* Three of the known ones, and one that was never seen. */
      g_assert_cmpuint (entries->len, ==, 4);
      for (guint i = 0; i < entries->len; i++)
        {
          const DrillQueueEntry *entry = g_ptr_array_index (entries, i);

          g_assert_true (g_hash_table_add (seen, g_strdup (entry->key)));
          bank_answer (bank, entry->key, DRILL_RATING_EASY, NOON (day) + i);
        }
      g_clear_pointer (&entries, g_ptr_array_unref);
      entries = load (bank, NOON (day) + HOUR_MS, NULL);
      g_assert_cmpuint (entries->len, ==, 0);
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, N_QUESTIONS);
}

static void
test_interview_cuts (void)
{
  g_autoptr (Bank)      bank = new_overdue_bank ();
  g_autoptr (GPtrArray) entries = NULL;
  DrillQueueCounts      counts;
  gint64                day = TODAY - 20;

  /* One card is known very well by now. */
  for (guint i = 0; i < 6; i++)
    {
      DrillCard known = bank_card (bank, "bank/q0");

      day = known.due_day;
      bank_answer (bank, "bank/q0", DRILL_RATING_EASY, NOON (day));
    }
  day = bank_card (bank, "bank/q0").due_day;
  bank->rules->interview_day = (int) day + 30;
  entries = load (bank, NOON (day), &counts);
  g_assert_cmpuint (counts.cut, ==, 1);
  g_assert_cmpuint (entries->len, ==, N_QUESTIONS - 1);
  g_assert_false (holds (entries, "bank/q0"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/study/queue-rules/portions", test_backlog_in_portions);
  g_test_add_func ("/study/queue-rules/steps", test_steps_have_no_cap);
  g_test_add_func ("/study/queue-rules/marks", test_marks);
  g_test_add_func ("/study/queue-rules/marks-of-new-cards", test_marks_of_new_cards);
  g_test_add_func ("/study/queue-rules/siblings", test_siblings_on_different_days);
  g_test_add_func ("/study/queue-rules/interview-sweep", test_interview_sweep);
  g_test_add_func ("/study/queue-rules/interview-cuts", test_interview_cuts);

  return g_test_run ();
}
