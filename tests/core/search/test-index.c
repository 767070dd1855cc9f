/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The index of items is always what the databases say, however it came there. */

#include "config.h"

#include "shelf.h"

#include "study/fold.h"
#include "study/item-index.h"
#include "study/item-set.h"
#include "study/undo.h"
#include "study/workspace.h"

#include <gio/gio.h>
#include <string.h>

static char *
describe (const DrillItemIndex *index)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < index->n_items; i++)
    {
      const DrillIndexItem *item = &index->items[i];

      g_string_append_printf (text,
                              "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                              " %u %u %d %u %d %d %d %d %.17g %.17g %u %u "
                              "%u %d %d %d %u %u %u %u %" G_GINT64_FORMAT "\n",
                              item->id,
                              item->card,
                              item->pack,
                              item->n_topics,
                              item->kind,
                              item->levels,
                              item->state,
                              item->suspended,
                              item->last_day,
                              item->due_day,
                              item->stability,
                              item->difficulty,
                              item->reps,
                              item->lapses,
                              item->tally.answers,
                              item->tally.last_day,
                              item->tally.last_rating,
                              item->tally.last_occasion,
                              item->tally.quiz_answers,
                              item->tally.quiz_wrong,
                              item->tally.last_missed,
                              item->flag,
                              item->lesson_ms);
      for (guint j = 0; j < item->n_topics; j++)
        g_string_append_printf (text,
                                " %s",
                                ((DrillIndexName *)
                                   g_ptr_array_index (index->topics,
                                                      g_array_index (index->item_topics,
                                                                     guint,
                                                                     item->first_topic + j)))
                                  ->slug);
    }

  return g_string_free (text, FALSE);
}

/* What the reader keeps and updates is what one that begins anew reads. */
static void
assert_current (Shelf           *shelf,
                DrillConnection *reader)
{
  g_autoptr (DrillConnection) fresh = NULL;
  g_autoptr (GError)          error = NULL;
  g_autofree char            *kept = NULL;
  g_autofree char            *read = NULL;

  fresh = drill_workspace_open (shelf->folder, DRILL_CONNECTION_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  kept = describe (drill_item_index_get (reader, &error));
  g_assert_no_error (error);
  read = describe (drill_item_index_get (fresh, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, read);
}

static void
random_change (Shelf *shelf,
               int    day)
{
  static const char *const keys[]
    = { "shelf/loop", "shelf/gc", "shelf/keep", "shelf/mcq", "shelf/loop-more" };
  const char *key = keys[g_test_rand_int_range (0, G_N_ELEMENTS (keys))];

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      shelf_mark (shelf,
                  key,
                  g_test_rand_int_range (DRILL_MARK_SUSPEND, DRILL_MARK_DUE + 1),
                  TODAY + 3);
      break;
    case 1:
    case 2:
      drill_undo_free (drill_undo_run (shelf->connection, shelf->rules, NULL, NOON (day), NULL));
      break;
    case 3:
      drill_undo_free (drill_redo_run (shelf->connection, shelf->rules, NOON (day), NULL));
      break;
    case 4:
      g_assert_true (drill_fold_all (shelf->connection, shelf->rules, NULL));
      break;
    default:
      shelf_answer (shelf,
                    key,
                    g_test_rand_int_range (DRILL_OCCASION_REVIEW, DRILL_OCCASION_INCIDENT + 1),
                    g_test_rand_int_range (DRILL_RATING_AGAIN, DRILL_RATING_EASY + 1),
                    day);
      break;
    }
}

static void
test_changes (Shelf        *shelf,
              gconstpointer data)
{
  g_autoptr (DrillConnection) reader = NULL;
  g_autoptr (GError)          error = NULL;

  reader = drill_workspace_open (shelf->folder, DRILL_CONNECTION_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  assert_current (shelf, reader);
  for (int i = 0; i < 120; i++)
    {
      random_change (shelf, TODAY + i);
      if (g_test_rand_bit ())
        assert_current (shelf, reader);
    }
  assert_current (shelf, reader);
}

static void
test_other_weights (Shelf        *shelf,
                    gconstpointer data)
{
  g_autoptr (DrillConnection) reader = NULL;

  shelf_answer (shelf, "shelf/loop", DRILL_OCCASION_REVIEW, DRILL_RATING_GOOD, TODAY - 9);
  reader = drill_workspace_open (shelf->folder, DRILL_CONNECTION_READ_ONLY, NULL, NULL);
  assert_current (shelf, reader);
  shelf->rules->scheduler.desired_retention = 0.7;
  g_assert_true (drill_fold_all (shelf->connection, shelf->rules, NULL));
  assert_current (shelf, reader);
}

static void
test_library_changes (Shelf        *shelf,
                      gconstpointer data)
{
  g_autoptr (DrillConnection) reader = NULL;
  const DrillItemIndex       *index;
  guint                       before;

  shelf_answer (shelf, "shelf/gc", DRILL_OCCASION_REVIEW, DRILL_RATING_GOOD, TODAY);
  reader = drill_workspace_open (shelf->folder, DRILL_CONNECTION_READ_ONLY, NULL, NULL);
  index = drill_item_index_get (reader, NULL);
  before = index->n_items;

  scratch_write (shelf->scratch,
                 "pack/more.md",
                 "<!-- pack: shelf; version: 1; format: 1 -->\n# More\n\n## Core Interview "
                 "Questions\n\n"
                 "### 1. Another?\n<!-- id: another; topics: zz -->\n\n**A:** Yes.\n");
  shelf_import (shelf);
  index = drill_item_index_get (reader, NULL);
  g_assert_cmpuint (index->n_items, ==, before + 1);
  assert_current (shelf, reader);
}

/* Without a change nothing is read again. */
static void
test_kept (Shelf        *shelf,
           gconstpointer data)
{
  g_autoptr (DrillConnection) reader = NULL;
  const DrillItemIndex       *index;
  const DrillIndexItem       *items;

  reader = drill_workspace_open (shelf->folder, DRILL_CONNECTION_READ_ONLY, NULL, NULL);
  index = drill_item_index_get (reader, NULL);
  items = index->items;
  shelf_answer (shelf, "shelf/gc", DRILL_OCCASION_REVIEW, DRILL_RATING_GOOD, TODAY);
  g_assert_true (drill_item_index_get (reader, NULL) == index);
  g_assert_true (index->items == items);
}

static void
test_set (void)
{
  for (guint length = 0; length < 200; length += 1 + length / 7)
    {
      g_autoptr (DrillItemSet) set = drill_item_set_new (length);
      g_autoptr (DrillItemSet) all = NULL;
      guint expected = 0;
      guint walked = 0;

      for (guint place = 0; place < length; place += 3)
        {
          drill_item_set_add (set, place);
          expected++;
        }
      g_assert_cmpuint (drill_item_set_count (set), ==, expected);
      for (guint place = drill_item_set_next (set, 0); place < length;
           place = drill_item_set_next (set, place + 1))
        {
          g_assert_cmpuint (place % 3, ==, 0);
          walked++;
        }
      g_assert_cmpuint (walked, ==, expected);

      all = drill_item_set_copy (set);
      drill_item_set_invert (all);
      g_assert_cmpuint (drill_item_set_count (all), ==, length - expected);
      drill_item_set_intersect (all, set);
      g_assert_cmpuint (drill_item_set_count (all), ==, 0);
      drill_item_set_invert (all);
      drill_item_set_unite (all, set);
      g_assert_cmpuint (drill_item_set_count (all), ==, length);
      drill_item_set_fill (set);
      g_assert_cmpuint (drill_item_set_count (set), ==, length);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/index/set", test_set);
  ADD ("/search/index/changes", test_changes);
  ADD ("/search/index/other-weights", test_other_weights);
  ADD ("/search/index/library-changes", test_library_changes);
  ADD ("/search/index/kept", test_kept);

  return g_test_run ();
}
