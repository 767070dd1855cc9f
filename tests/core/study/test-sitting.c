/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Undo and redo within a sitting, what is left of it, and its report. */

#include "config.h"

#include "study/session.h"

#include <string.h>

#define START_MS G_GINT64_CONSTANT (1728043200000)
#define N_CARDS  12

static DrillRules *
new_rules (void)
{
  DrillRules *rules = drill_rules_new ();

  g_time_zone_unref (rules->time_zone);
  rules->time_zone = g_time_zone_new_utc ();

  return rules;
}

static DrillQueueEntry *
new_entry (guint number)
{
  DrillQueueEntry *entry = g_new0 (DrillQueueEntry, 1);

  entry->key = g_strdup_printf ("p/c%u", number);
  entry->topic = g_strdup (number % 2 == 0 ? "even" : "odd");

  return entry;
}

static DrillSession *
new_session (guint n_cards)
{
  g_autoptr (DrillRules) rules = new_rules ();
  GPtrArray             *entries;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_queue_entry_free);
  for (guint i = 0; i < n_cards; i++)
    g_ptr_array_add (entries, new_entry (i));

  return drill_session_new (entries, rules);
}

/* Everything that can be seen of a sitting. */
static char *
describe (DrillSession *session)
{
  const DrillQueueEntry *current = drill_session_get_current (session);
  DrillSessionSummary    summary = drill_session_get_summary (session);
  GString               *text = g_string_new (NULL);

  g_string_append_printf (text,
                          "done %u left %u return %" G_GINT64_FORMAT
                          " answers %u (%u %u %u %u) cards %u time %" G_GINT64_FORMAT,
                          drill_session_get_done (session),
                          drill_session_get_remaining (session),
                          drill_session_get_return_ms (session),
                          summary.answers,
                          summary.ratings[0],
                          summary.ratings[1],
                          summary.ratings[2],
                          summary.ratings[3],
                          summary.cards,
                          summary.duration_ms);
  if (current != NULL)
    g_string_append_printf (text,
                            " asks %s%s state %d step %u S %a D %a reps %u",
                            current->key,
                            drill_session_is_returning (session) ? " again" : "",
                            current->card.state,
                            current->card.step,
                            current->card.memory.stability,
                            current->card.memory.difficulty,
                            current->card.reps);

  return g_string_free (text, FALSE);
}

static void
name_step (guint  number,
           guint8 uuid[DRILL_UUID_SIZE])
{
  memset (uuid, 0, DRILL_UUID_SIZE);
  uuid[0] = number & 0xff;
  uuid[1] = number >> 8;
}

/* A long random sitting, all the way back, and forth again. */
static void
test_back_and_forth (void)
{
  const guint              n_steps = 150;
  g_autoptr (DrillSession) session = new_session (N_CARDS);
  g_autoptr (GPtrArray)    before = g_ptr_array_new_with_free_func (g_free);
  gint64                   now_ms = START_MS;
  guint8                   uuid[DRILL_UUID_SIZE];
  guint8                   expected[DRILL_UUID_SIZE];
  guint                    n = 0;
  g_autofree char         *last = NULL;

  while (n < n_steps)
    {
      now_ms += g_test_rand_int_range (1000, 400000);
      if (!drill_session_advance (session, now_ms))
        drill_session_ask_next (session, new_entry (100 + n));
      if (drill_session_get_current (session) == NULL)
        drill_session_advance (session, now_ms);
      g_ptr_array_add (before, describe (session));
      name_step (n, uuid);
      if (g_test_rand_int_range (0, 8) == 0)
        drill_session_leave (session, drill_session_get_current (session)->key, uuid);
      else
        drill_session_answer_as (session,
                                 uuid,
                                 g_test_rand_int_range (DRILL_RATING_AGAIN, DRILL_RATING_EASY + 1),
                                 now_ms,
                                 5000);
      n++;
    }
  g_assert_false (drill_session_can_redo (session));
  last = describe (session);

  for (guint round = 0; round < 2; round++)
    {
      g_autofree char *end = NULL;

      for (guint i = n; i > 0; i--)
        {
          g_autofree char *now = NULL;

          g_assert_true (drill_session_undo (session, uuid, NULL));
          name_step (i - 1, expected);
          g_assert_cmpmem (uuid, sizeof uuid, expected, sizeof expected);
          now = describe (session);
          g_assert_cmpstr (now, ==, g_ptr_array_index (before, i - 1));
        }
      g_assert_false (drill_session_can_undo (session));
      g_assert_false (drill_session_undo (session, uuid, NULL));
      for (guint i = 0; i < n; i++)
        g_assert_true (drill_session_redo (session, NULL));
      g_assert_false (drill_session_redo (session, NULL));
      end = describe (session);
      g_assert_cmpstr (end, ==, last);
    }
}

/* What followed from an answer goes with it. */
static void
test_follow_up_goes_too (void)
{
  g_autoptr (DrillSession) session = new_session (2);
  g_autofree char         *before = NULL;
  g_autofree char         *after = NULL;

  drill_session_advance (session, START_MS);
  before = describe (session);
  drill_session_answer (session, DRILL_RATING_EASY, START_MS, 1000);
  drill_session_ask_next (session, new_entry (7));
  drill_session_advance (session, START_MS);
  g_assert_cmpstr (drill_session_get_current (session)->key, ==, "p/c7");
  g_assert_true (drill_session_undo (session, NULL, NULL));
  after = describe (session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_answer_ends_redo (void)
{
  g_autoptr (DrillSession) session = new_session (3);

  drill_session_advance (session, START_MS);
  drill_session_answer (session, DRILL_RATING_EASY, START_MS, 1000);
  drill_session_undo (session, NULL, NULL);
  g_assert_true (drill_session_can_redo (session));
  drill_session_answer (session, DRILL_RATING_AGAIN, START_MS, 1000);
  g_assert_false (drill_session_can_redo (session));
}

static void
test_steps_are_bounded (void)
{
  g_autoptr (DrillSession) session = new_session (DRILL_SESSION_STEPS + 20);
  guint                    n_undone = 0;

  while (drill_session_advance (session, START_MS))
    drill_session_answer (session, DRILL_RATING_EASY, START_MS, 1000);
  while (drill_session_undo (session, NULL, NULL))
    n_undone++;
  g_assert_cmpuint (n_undone, ==, DRILL_SESSION_STEPS);
}

/* A step from before the sitting is taken back and done again. */
static void
test_return_and_settle (void)
{
  g_autoptr (DrillSession) session = new_session (2);
  g_autoptr (DrillSession) other = new_session (1);
  DrillQueueEntry         *older = new_entry (9);
  DrillCard                learning = { .state = DRILL_CARD_LEARNING, .due_ms = START_MS + 60000 };
  DrillCard                known = { .state = DRILL_CARD_REVIEW, .due_day = 30000 };

  drill_session_advance (session, START_MS);
  drill_session_return_to (session, older);
  g_assert_cmpstr (drill_session_get_current (session)->key, ==, "p/c9");
  g_assert_cmpuint (drill_session_get_remaining (session), ==, 3);
  g_assert_cmpstr (drill_session_peek (session, START_MS), ==, "p/c0");

  drill_session_settle (session, "p/c9", &learning);
  g_assert_null (drill_session_get_current (session));
  g_assert_cmpint (drill_session_get_return_ms (session), ==, START_MS + 60000);
  drill_session_advance (session, START_MS);
  g_assert_cmpstr (drill_session_get_current (session)->key, ==, "p/c0");

  /* One that is here already only moves, and takes its new state. */
  older = new_entry (9);
  older->flag = 4;
  drill_session_return_to (session, older);
  g_assert_cmpuint (drill_session_get_current (session)->flag, ==, 4);
  g_assert_cmpuint (drill_session_get_remaining (session), ==, 3);
  drill_session_settle (session, "p/c9", &known);
  g_assert_cmpuint (drill_session_get_remaining (session), ==, 2);
  g_assert_cmpuint (drill_session_get_done (session), ==, 1);

  /* What is not of this sitting changes nothing. */
  drill_session_settle (other, "p/c77", &known);
  g_assert_cmpuint (drill_session_get_done (other), ==, 0);
}

static void
test_flag_is_a_step (void)
{
  g_autoptr (DrillSession) session = new_session (2);
  guint8                   uuid[DRILL_UUID_SIZE];
  guint8                   taken_back[DRILL_UUID_SIZE];
  DrillRating              rating = DRILL_RATING_EASY;

  name_step (3, uuid);
  drill_session_advance (session, START_MS);
  drill_session_flag (session, uuid, 5);
  g_assert_cmpuint (drill_session_get_current (session)->flag, ==, 5);
  g_assert_true (drill_session_undo (session, taken_back, &rating));
  g_assert_cmpmem (taken_back, sizeof taken_back, uuid, sizeof uuid);
  g_assert_cmpint (rating, ==, DRILL_RATING_MANUAL);
  g_assert_cmpuint (drill_session_get_current (session)->flag, ==, 0);
  g_assert_true (drill_session_redo (session, NULL));
  g_assert_cmpuint (drill_session_get_current (session)->flag, ==, 5);
}

/* A card that waits can be put aside while another one is asked. */
static void
test_leave_another (void)
{
  g_autoptr (DrillSession) session = new_session (2);
  g_autofree char         *before = NULL;
  g_autofree char         *after = NULL;

  drill_session_advance (session, START_MS);
  drill_session_answer (session, DRILL_RATING_AGAIN, START_MS, 1000);
  drill_session_advance (session, START_MS);
  before = describe (session);
  drill_session_leave (session, "p/c0", NULL);
  g_assert_cmpuint (drill_session_get_remaining (session), ==, 1);
  g_assert_cmpstr (drill_session_get_current (session)->key, ==, "p/c1");
  drill_session_undo (session, NULL, NULL);
  after = describe (session);
  g_assert_cmpstr (after, ==, before);
}

static void
test_forget_redo (void)
{
  g_autoptr (DrillSession) session = new_session (1);

  drill_session_advance (session, START_MS);
  drill_session_answer (session, DRILL_RATING_EASY, START_MS, 1000);
  drill_session_undo (session, NULL, NULL);
  drill_session_forget_redo (session);
  g_assert_false (drill_session_redo (session, NULL));
}

static void
test_time_left (void)
{
  g_autoptr (DrillSession) session = new_session (10);
  gint64                   slow;

  /* A new card takes its two learning steps. */
  drill_session_set_pace (session, 10000);
  g_assert_cmpint (drill_session_get_left_ms (session, START_MS), ==, 10 * 2 * 10000);
  slow = drill_session_get_left_ms (session, START_MS);
  drill_session_advance (session, START_MS);
  g_assert_cmpint (drill_session_get_left_ms (session, START_MS), ==, slow);
  drill_session_answer (session, DRILL_RATING_EASY, START_MS, 1000);
  g_assert_cmpint (drill_session_get_left_ms (session, START_MS), <, slow * 9 / 10);
  while (drill_session_advance (session, START_MS))
    drill_session_answer (session, DRILL_RATING_EASY, START_MS, 1000);
  g_assert_cmpint (drill_session_get_left_ms (session, START_MS), ==, 0);
}

static void
test_report (void)
{
  static const DrillRating      ratings[] = { DRILL_RATING_EASY, DRILL_RATING_AGAIN,
                                              DRILL_RATING_EASY, DRILL_RATING_HARD };
  g_autoptr (DrillSession)       session = new_session (4);
  g_autoptr (DrillSessionReport) report = NULL;
  const DrillHardCard           *hard;
  const DrillTopicMove          *move;

  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    {
      drill_session_advance (session, START_MS);
      drill_session_answer (session, ratings[i], START_MS, 1000);
    }
  report = drill_session_report (session, START_MS);
  g_assert_cmpuint (report->hard->len, ==, 2);
  hard = g_ptr_array_index (report->hard, 0);
  g_assert_cmpstr (hard->key, ==, "p/c1");
  g_assert_cmpuint (hard->again, ==, 1);
  hard = g_ptr_array_index (report->hard, 1);
  g_assert_cmpstr (hard->key, ==, "p/c3");
  g_assert_cmpuint (hard->hard, ==, 1);

  /* Easy moves more than Again and Hard do; nothing was known before. */
  g_assert_cmpuint (report->moves->len, ==, 2);
  move = g_ptr_array_index (report->moves, 0);
  g_assert_cmpstr (move->slug, ==, "even");
  g_assert_cmpuint (move->cards, ==, 2);
  g_assert_cmpfloat (move->before, ==, 0);
  g_assert_cmpfloat (move->after, >, 0.85);

  /* The two that were not easy are still being learned. */
  g_assert_cmpuint (report->tomorrow, ==, 2);

  /* What is taken back is in no report. */
  g_clear_pointer (&report, drill_session_report_free);
  while (drill_session_undo (session, NULL, NULL))
    ;
  report = drill_session_report (session, START_MS);
  g_assert_cmpuint (report->hard->len + report->moves->len + report->tomorrow, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/study/sitting/back-and-forth", test_back_and_forth);
  g_test_add_func ("/study/sitting/follow-up", test_follow_up_goes_too);
  g_test_add_func ("/study/sitting/answer-ends-redo", test_answer_ends_redo);
  g_test_add_func ("/study/sitting/bounded", test_steps_are_bounded);
  g_test_add_func ("/study/sitting/return-and-settle", test_return_and_settle);
  g_test_add_func ("/study/sitting/flag", test_flag_is_a_step);
  g_test_add_func ("/study/sitting/leave-another", test_leave_another);
  g_test_add_func ("/study/sitting/forget-redo", test_forget_redo);
  g_test_add_func ("/study/sitting/time-left", test_time_left);
  g_test_add_func ("/study/sitting/report", test_report);

  return g_test_run ();
}
