/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What a review log becomes: histories, items in order of time, and what is
 * left out.
 */

#include "config.h"

#include "memory/dataset.h"
#include "memory/training-set.h"

#include "vectors.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)

static DrillReview
review (gint64          card,
        int             day,
        int             second,
        DrillRating     rating,
        DrillReviewKind kind)
{
  return (DrillReview){ card, day * DAY_MS + second, day, rating, kind };
}

/* Two cards, out of order, with two reviews on one day. */
static void
test_items (void)
{
  const DrillReview reviews[] = {
    review (9, 4, 1, DRILL_RATING_GOOD, DRILL_REVIEW_UNSAID),
    review (7, 3, 0, DRILL_RATING_HARD, DRILL_REVIEW_UNSAID),
    review (9, 0, 0, DRILL_RATING_AGAIN, DRILL_REVIEW_UNSAID),
    review (7, 0, 0, DRILL_RATING_GOOD, DRILL_REVIEW_UNSAID),
    review (9, 0, 5, DRILL_RATING_GOOD, DRILL_REVIEW_UNSAID),
    review (7, 4, 0, DRILL_RATING_AGAIN, DRILL_REVIEW_UNSAID),
  };
  g_autoptr (DrillDataset) dataset
    = drill_dataset_new (reviews, G_N_ELEMENTS (reviews), G_MININT64);
  const DrillHistoryStep *steps = dataset->steps;

  g_assert_cmpuint (dataset->n_histories, ==, 2);
  g_assert_cmpuint (dataset->n_steps, ==, 6);
  g_assert_cmpuint (dataset->histories[0].n_steps, ==, 3);
  g_assert_cmpuint (dataset->histories[1].first, ==, 3);

  /* Card 7: Good, Hard after 3, Again after 1. */
  g_assert_cmpint (steps[0].elapsed_days, ==, 0);
  g_assert_cmpint (steps[0].item, ==, -1);
  g_assert_cmpint (steps[1].elapsed_days, ==, 3);
  g_assert_cmpint (steps[1].item, ==, 0);
  g_assert_cmpint (steps[2].elapsed_days, ==, 1);
  g_assert_cmpint (steps[2].item, ==, 1);

  /* Card 9: Again, Good on the same day, Good after 4. */
  g_assert_cmpint (steps[4].elapsed_days, ==, 0);
  g_assert_cmpint (steps[4].item, ==, -1);
  g_assert_cmpint (steps[5].elapsed_days, ==, 4);
  g_assert_cmpint (steps[5].item, ==, 2);

  g_assert_cmpuint (dataset->n_items, ==, 3);
  g_assert_cmpuint (dataset->items[2], ==, 5);
  g_assert_cmpuint (dataset->item_history[2], ==, 1);
}

/* Where each kind of row lets a history of one card begin; the answers are told
 * apart by their day. */
static void
test_beginnings (void)
{
  static const struct
  {
    DrillReviewKind kinds[6];
    gint64          cutoff_day;
    int
      first_elapsed; /* between the first two that are left; -1 when none is */
    guint n_steps;
  } rows[] = {
#define U DRILL_REVIEW_UNSAID
#define L DRILL_REVIEW_LEARNING
#define R DRILL_REVIEW_REVIEW
#define E DRILL_REVIEW_RELEARNING
#define C DRILL_REVIEW_CRAM
#define M DRILL_REVIEW_MANUAL
#define X DRILL_REVIEW_RESET
    { { U, U, U, U, U, U }, 0, 1, 6 },  { { L, R, R, E, R, R }, 0, 1, 6 },
    { { L, R, R, L, L, R }, 0, 1, 3 },  { { R, R, R, R, R, R }, 0, -1, 0 },
    { { U, U, X, U, U, U }, 0, 1, 3 },  { { L, R, X, L, R, R }, 0, 1, 3 },
    { { L, R, X, R, R, R }, 0, -1, 0 }, { { L, C, R, M, R, C }, 0, 2, 3 },
    { { U, U, U, U, U, U }, 4, 1, 2 },
#undef U
#undef L
#undef R
#undef E
#undef C
#undef M
#undef X
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      DrillReview reviews[6];
      g_autoptr (DrillDataset) dataset = NULL;

      for (int day = 0; day < 6; day++)
        reviews[day]
          = review (1, day, 0, DRILL_RATING_GOOD, rows[i].kinds[day]);
      dataset = drill_dataset_new (reviews, 6, rows[i].cutoff_day * DAY_MS);

      g_test_message ("row %u", i);
      g_assert_cmpuint (dataset->n_steps, ==, rows[i].n_steps);
      g_assert_cmpuint (dataset->n_histories, ==, rows[i].n_steps > 0);
      if (rows[i].n_steps > 0)
        {
          g_assert_cmpint (dataset->steps[0].elapsed_days, ==, 0);
          g_assert_cmpint (dataset->steps[1].elapsed_days,
                           ==,
                           rows[i].first_elapsed);
        }
    }
}

static void
test_empty_and_clock_set_back (void)
{
  const DrillReview reviews[] = {
    { 1, 100, 50, DRILL_RATING_GOOD, DRILL_REVIEW_UNSAID },
    { 1, 200, 20, DRILL_RATING_GOOD, DRILL_REVIEW_UNSAID },
  };
  g_autoptr (DrillDataset) empty = drill_dataset_new (NULL, 0, G_MININT64);
  g_autoptr (DrillDataset) back = drill_dataset_new (reviews, 2, G_MININT64);
  g_autoptr (DrillTrainingSet) set = drill_training_set_new (empty, 0);

  g_assert_cmpuint (empty->n_items, ==, 0);
  g_assert_cmpuint (set->n_items, ==, 0);
  g_assert_cmpint (back->steps[1].elapsed_days, ==, 0);
  g_assert_cmpuint (back->n_items, ==, 0);
}

static void
add_cards (GArray     *reviews,
           guint       n_cards,
           DrillRating first,
           int         elapsed)
{
  for (guint i = 0; i < n_cards; i++)
    {
      gint64      card = reviews->len;
      DrillReview rows[] = {
        review (card, 0, (int) i, first, DRILL_REVIEW_UNSAID),
        review (card, elapsed, (int) i, DRILL_RATING_GOOD, DRILL_REVIEW_UNSAID),
        review (card,
                elapsed + 500,
                (int) i,
                i % 2 == 0 ? DRILL_RATING_GOOD : DRILL_RATING_AGAIN,
                DRILL_REVIEW_UNSAID),
      };

      g_array_append_vals (reviews, rows, G_N_ELEMENTS (rows));
    }
}

/* The smallest groups go until 20 cards or a twentieth are gone; then those of
 * fewer than six cards, or with a long first interval. */
static void
test_outliers (void)
{
  g_autoptr (GArray) reviews = g_array_new (FALSE, FALSE, sizeof (DrillReview));
  g_autoptr (DrillDataset) dataset = NULL;
  g_autoptr (DrillTrainingSet) set = NULL;
  double total = 0;
  double last = 0;

  add_cards (reviews, 100, DRILL_RATING_GOOD, 3);
  add_cards (reviews, 30, DRILL_RATING_GOOD, 200); /* long */
  add_cards (reviews, 12, DRILL_RATING_GOOD, 5);   /* small */
  add_cards (reviews, 7, DRILL_RATING_GOOD, 4);    /* small: 7 and 12 are 19 */
  add_cards (reviews, 40, DRILL_RATING_EASY, 200); /* long, but Easy */
  add_cards (reviews, 19, DRILL_RATING_AGAIN, 1);  /* too few of this rating */
  dataset = drill_dataset_new ((DrillReview *) reviews->data,
                               reviews->len,
                               G_MININT64);
  set = drill_training_set_new (dataset, dataset->n_items);

  g_assert_cmpuint (dataset->n_items, ==, 2 * (100 + 30 + 12 + 7 + 40 + 19));
  g_assert_cmpuint (set->n_histories, ==, 140);
  g_assert_cmpuint (set->n_items, ==, 280);
  g_assert_cmpuint (set->n_passed, ==, 210);
  g_assert_cmpuint (set->n_groups, ==, 2);
  g_assert_cmpint (set->groups[0].elapsed_days, ==, 3);
  g_assert_cmpuint (set->groups[0].n_items, ==, 100);
  g_assert_cmpint (set->groups[1].rating, ==, DRILL_RATING_EASY);

  for (guint i = 0; i < dataset->n_items; i++)
    {
      double weight = set->weights[dataset->items[i]];

      if (weight == 0)
        continue;
      g_assert_cmpfloat (weight, >=, last);
      last = weight;
      total += weight;
    }
  assert_near (total, set->n_items, 1e-9, "mean weight");
}

/* A set of the older items knows nothing of the newer ones. */
static void
test_older_part (void)
{
  g_autoptr (GArray) reviews = g_array_new (FALSE, FALSE, sizeof (DrillReview));
  g_autoptr (DrillDataset) dataset = NULL;
  g_autoptr (DrillTrainingSet) set = NULL;

  add_cards (reviews, 50, DRILL_RATING_GOOD, 3);
  dataset = drill_dataset_new ((DrillReview *) reviews->data,
                               reviews->len,
                               G_MININT64);
  set = drill_training_set_new (dataset, 60);

  g_assert_cmpuint (set->n_items, ==, 60);
  g_assert_cmpuint (set->n_histories, ==, 50);
  for (guint i = 0; i < dataset->n_items; i++)
    g_assert_true ((set->weights[dataset->items[i]] > 0) == (i < 60));
  for (guint i = 0; i < set->n_histories; i++)
    g_assert_cmpuint (set->histories[i].n_steps,
                      ==,
                      set->histories[i].n_items + 1);
}

static void
test_real_log (void)
{
  g_autofree char *text = vectors_read_file ("pyfsrs_josh.csv");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GArray) reviews
    = drill_review_log_read_csv (text, -1, utc, 4, NULL);
  g_autoptr (DrillDataset) dataset
    = drill_dataset_new ((DrillReview *) reviews->data,
                         reviews->len,
                         G_MININT64);

  g_assert_cmpuint (dataset->n_histories, ==, 1205);
  g_assert_cmpuint (dataset->n_items, ==, 6276);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/dataset/items", test_items);
  g_test_add_func ("/memory/dataset/beginnings", test_beginnings);
  g_test_add_func ("/memory/dataset/empty-and-clock-set-back",
                   test_empty_and_clock_set_back);
  g_test_add_func ("/memory/dataset/outliers", test_outliers);
  g_test_add_func ("/memory/dataset/older-part", test_older_part);
  g_test_add_func ("/memory/dataset/real-log", test_real_log);

  return g_test_run ();
}
