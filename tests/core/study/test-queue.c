/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Which items the day brings, and in which order. */

#include "config.h"

#include "study-fixture.h"

#include <gio/gio.h>

static void
assert_queue (StudyFixture *fixture,
              gint64        now_ms,
              const char   *expected)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError)    error = NULL;
  g_autofree char      *keys = NULL;

  entries = drill_queue_load (fixture->connection, fixture->rules, now_ms, &error);
  g_assert_no_error (error);
  keys = join_keys (entries);
  g_assert_cmpstr (keys, ==, expected);
}

/* One of each topic before the second of any; neither follow-ups nor scenarios. */
static void
test_new_items (StudyFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray)  entries = NULL;
  const DrillQueueEntry *mcq;
  DrillCard              blank = { 0 };

  assert_queue (fixture, NOON (TODAY), "q1 q3 m1 q2 q4");

  entries = drill_queue_load (fixture->connection, fixture->rules, NOON (TODAY), NULL);
  mcq = g_ptr_array_index (entries, 2);
  g_assert_cmpint (mcq->kind, ==, DRILL_ITEM_MCQ);
  g_assert_null (mcq->parent_key);
  assert_same_card (&mcq->card, &blank);
}

/* The nearer to being forgotten, the earlier. */
static void
test_due_order (StudyFixture *fixture,
                gconstpointer data)
{
  fixture->rules->new_per_day = 0;
  study_put_card (fixture, "fix/q1", 10, TODAY - 10, TODAY);    /* elapsed 1.0 x stability */
  study_put_card (fixture, "fix/q2", 2, TODAY - 10, TODAY - 8); /* 5.0 */
  study_put_card (fixture, "fix/q3", 100, TODAY - 50, TODAY);   /* 0.5 */
  study_put_card (fixture, "fix/q4", 3, TODAY - 6, TODAY - 3);  /* 2.0 */
  study_put_card (fixture, "fix/m1", 1, TODAY - 1, TODAY + 1);  /* not due */
  assert_queue (fixture, NOON (TODAY), "q2 q4 q1 q3");
}

static void
test_caps (StudyFixture *fixture,
           gconstpointer data)
{
  study_put_card (fixture, "fix/q1", 1, TODAY - 4, TODAY);
  study_put_card (fixture, "fix/q2", 1, TODAY - 3, TODAY);
  study_put_card (fixture, "fix/q3", 1, TODAY - 2, TODAY);

  fixture->rules->reviews_per_day = 2;
  fixture->rules->new_per_day = 1;
  assert_queue (fixture, NOON (TODAY), "q1 q4 q2");
  fixture->rules->reviews_per_day = 0;
  assert_queue (fixture, NOON (TODAY), "q4");
  fixture->rules->new_per_day = 0;
  assert_queue (fixture, NOON (TODAY), "");
}

/* What was introduced earlier the same day counts; what was reviewed does not. */
static void
test_new_cap_counts_the_day (StudyFixture *fixture,
                             gconstpointer data)
{
  fixture->rules->new_per_day = 2;
  study_record (fixture, "fix/q1", DRILL_RATING_EASY, NOON (TODAY));
  study_record (fixture, "fix/q1", DRILL_RATING_EASY, NOON (TODAY) + 1);
  assert_queue (fixture, NOON (TODAY) + 2, "q2");
  study_record (fixture, "fix/q3", DRILL_RATING_EASY, NOON (TODAY) + 3);
  assert_queue (fixture, NOON (TODAY) + 4, "");

  /* The study day ends at four in the morning. */
  assert_queue (fixture, TODAY * DAY_MS + 27 * HOUR_MS, "");
  assert_queue (fixture, TODAY * DAY_MS + 28 * HOUR_MS, "q2 q4");
}

static void
test_spread (StudyFixture *fixture,
             gconstpointer data)
{
  study_put_card (fixture, "fix/q1", 1, TODAY - 4, TODAY);
  study_put_card (fixture, "fix/q3", 1, TODAY - 3, TODAY);
  study_put_card (fixture, "fix/m1", 1, TODAY - 2, TODAY);
  /* q1 and q2 are of one topic, as are q3 and q4. */
  assert_queue (fixture, NOON (TODAY), "q1 q3 q2 q4 m1");
}

static void
test_learning_steps (StudyFixture *fixture,
                     gconstpointer data)
{
  DrillCard card = study_record (fixture, "fix/q1", DRILL_RATING_GOOD, NOON (TODAY));

  g_assert_cmpint (card.state, ==, DRILL_CARD_LEARNING);
  fixture->rules->new_per_day = 0;
  assert_queue (fixture, card.due_ms - 1, "");
  assert_queue (fixture, card.due_ms, "q1");
}

static void
test_item_gone_from_the_library (StudyFixture *fixture,
                                 gconstpointer data)
{
  g_autoptr (GBytes) chapter = scratch_read (fixture->scratch, "pack/chapter.md");

  study_put_card (fixture, "fix/q1", 1, TODAY - 4, TODAY);
  fixture->rules->new_per_day = 0;
  scratch_delete (fixture->scratch, "pack/chapter.md");
  study_import (fixture);
  assert_queue (fixture, NOON (TODAY), "");

  scratch_write_bytes (fixture->scratch,
                       "pack/chapter.md",
                       g_bytes_get_data (chapter, NULL),
                       g_bytes_get_size (chapter));
  study_import (fixture);
  assert_queue (fixture, NOON (TODAY), "q1");
}

/* A follow-up that was answered comes back with the question it belongs to. */
static void
test_follow_up (StudyFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray)  entries = NULL;
  const DrillQueueEntry *entry;

  fixture->rules->new_per_day = 0;
  study_put_card (fixture, "fix/q1-more", 1, TODAY - 4, TODAY);
  entries = drill_queue_load (fixture->connection, fixture->rules, NOON (TODAY), NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->key, ==, "fix/q1-more");
  g_assert_cmpstr (entry->parent_key, ==, "fix/q1");
  g_assert_cmpint (entry->kind, ==, DRILL_ITEM_FOLLOW_UP);
  g_assert_cmpint (entry->card.last_day, ==, TODAY - 4);
}

static void
test_keys (StudyFixture *fixture,
           gconstpointer data)
{
  static const char *const known[] = { "fix/q4", "fix/q1-more", "fix/q1", "fix/q4", NULL };
  static const char *const unknown[] = { "fix/q4", "fix/nothing", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (GPtrArray)    entries = NULL;
  g_autoptr (GPtrArray)    empty = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *keys = NULL;
  const DrillQueueEntry   *entry;
  DrillCard                blank = { 0 };
  DrillCard                card = study_record (fixture, "fix/q4", DRILL_RATING_HARD, NOON (TODAY));

  entries = drill_queue_load_keys (fixture->connection, known, &error);
  g_assert_no_error (error);
  keys = join_keys (entries);
  g_assert_cmpstr (keys, ==, "q4 q1-more q1 q4");
  entry = g_ptr_array_index (entries, 0);
  assert_same_card (&entry->card, &card);
  entry = g_ptr_array_index (entries, 1);
  g_assert_cmpstr (entry->parent_key, ==, "fix/q1");
  assert_same_card (&entry->card, &blank);

  g_assert_null (drill_queue_load_keys (fixture->connection, unknown, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "fix/nothing"));
  g_clear_error (&error);

  empty = drill_queue_load_keys (fixture->connection, none, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (empty->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/study/queue/new-items", NULL, test_new_items);
  ADD ("/study/queue/due-order", NULL, test_due_order);
  ADD ("/study/queue/caps", NULL, test_caps);
  ADD ("/study/queue/new-cap", NULL, test_new_cap_counts_the_day);
  ADD ("/study/queue/spread", NULL, test_spread);
  ADD ("/study/queue/learning-steps", NULL, test_learning_steps);
  ADD ("/study/queue/item-gone", NULL, test_item_gone_from_the_library);
  ADD ("/study/queue/follow-up", NULL, test_follow_up);
  ADD ("/study/queue/keys", NULL, test_keys);

  return g_test_run ();
}
