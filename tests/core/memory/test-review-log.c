/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Reading review logs from CSV, and the line an error names.
 */

#include "config.h"

#include "memory/error.h"
#include "memory/review-log.h"

#include "vectors.h"

#include <string.h>

static GArray *
read_text (const char *text,
           gssize      length,
           GError    **error)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return drill_review_log_read_csv (text, length, utc, 4, error);
}

static void
test_read (void)
{
  static const char text[] = "review_time, review_rating,other,card_id\r\n"
                             "1970-01-02T03:59:59.250+00:00,3,x,-7\r\n"
                             "\n"
                             "1970-01-02T05:30:00+01:00,0,,9223372036854775807";
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) reviews = read_text (text, -1, &error);
  const DrillReview *first;
  const DrillReview *second;

  g_assert_no_error (error);
  g_assert_cmpuint (reviews->len, ==, 2);
  first = &g_array_index (reviews, DrillReview, 0);
  g_assert_cmpint (first->card, ==, -7);
  g_assert_cmpint (first->rating, ==, DRILL_RATING_GOOD);
  g_assert_cmpint (first->at_ms, ==, G_GINT64_CONSTANT (100799250));
  g_assert_cmpint (first->day, ==, 0);
  g_assert_true (drill_review_counts (first));

  second = &g_array_index (reviews, DrillReview, 1);
  g_assert_cmpint (second->card, ==, G_MAXINT64);
  g_assert_cmpint (second->day, ==, 1);
  g_assert_cmpint (second->kind, ==, DRILL_REVIEW_MANUAL);
  g_assert_false (drill_review_counts (second));
}

/* Fields in quotes, the kind and the day that Pagerdrill exports. */
static void
test_quotes (void)
{
  static const char text[] = "detail,card_id,review_rating,review_time,kind,study_day\n"
                             "\"{\"\"a\"\": \"\"b, c\"\"}\",1,3,1970-01-02T12:00:00.573+00:00,quiz,7\n"
                             "\"\",1,0,1970-01-03T12:00:00Z,reset,\n"
                             ",\"1\",0,1970-01-03T12:00:00Z,due,9\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) reviews = read_text (text, -1, &error);
  const DrillReview *review;

  g_assert_no_error (error);
  g_assert_cmpuint (reviews->len, ==, 3);
  review = &g_array_index (reviews, DrillReview, 0);
  g_assert_cmpint (review->day, ==, 7);
  g_assert_cmpint (review->kind, ==, DRILL_REVIEW_UNSAID);
  g_assert_cmpint (review->at_ms % 1000, ==, 573);
  review = &g_array_index (reviews, DrillReview, 1);
  g_assert_cmpint (review->kind, ==, DRILL_REVIEW_RESET);
  g_assert_cmpint (review->day, ==, 2);
  review = &g_array_index (reviews, DrillReview, 2);
  g_assert_cmpint (review->kind, ==, DRILL_REVIEW_MANUAL);
}

/* The same log as various programs write it. */
static void
test_spellings (void)
{
  static const char *const texts[] = {
    "card_id,review_rating,review_time\n7,3,2024-03-29T20:32:32.250Z\n",
    "\xef\xbb\xbf" "card_id,review_rating,review_time\r\n7,3,2024-03-29T20:32:32.250Z\r\n",
    "\"card_id\",\"review_rating\",\"review_time\"\n\"7\",\"3\",\"2024-03-29T20:32:32.250Z\"\n",
    "card_id, review_rating, review_time\n 7, 3, 2024-03-29T21:32:32.250+01:00\n \n",
    "card_id,review_rating,review_time\n7.0,3.0,2024-03-29 20:32:32.250+00:00\n",
    "review_duration,review_time,review_rating,card_id\n,1711744352250,3,7",
    "card_id,review_rating,review_time\n7,3,1711744352250.0\n\t\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) reviews = read_text (texts[i], -1, &error);
      const DrillReview *review;

      g_assert_no_error (error);
      g_assert_cmpuint (reviews->len, ==, 1);
      review = &g_array_index (reviews, DrillReview, 0);
      g_assert_cmpint (review->card, ==, 7);
      g_assert_cmpint (review->rating, ==, DRILL_RATING_GOOD);
      g_assert_cmpint (review->at_ms, ==, G_GINT64_CONSTANT (1711744352250));
    }
}

static void
test_seconds (void)
{
  g_autoptr (GArray) reviews = read_text ("card_id,review_rating,review_time\n7,3,1711744352\n", -1, NULL);

  g_assert_nonnull (reviews);
  g_assert_cmpint (g_array_index (reviews, DrillReview, 0).at_ms, ==, G_GINT64_CONSTANT (1711744352000));
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    const char *place;
  } rows[] = {
    { "", "Line 1:" },
    { "card_id,review_rating\n1,3\n", "Line 1:" },
    { "card_id,review_rating,review_time\n1,3,2024-01-01T00:00:00Z\n1,3\n",
      "Line 3:" },
    { "card_id,review_rating,review_time\n\n\nx,3,2024-01-01T00:00:00Z\n",
      "Line 4:" },
    { "card_id,review_rating,review_time\n1,5,2024-01-01T00:00:00Z\n",
      "Line 2:" },
    { "card_id,review_rating,review_time\n1,-1,2024-01-01T00:00:00Z\n",
      "Line 2:" },
    { "card_id,review_rating,review_time\n1,3,yesterday\n", "Line 2:" },
    { "card_id,review_rating,review_time\n1,3.5,2024-01-01T00:00:00Z\n", "Line 2:" },
    { "card_id,review_rating,review_time\n1,good,2024-01-01T00:00:00Z\n", "Line 2:" },
    { "card_id,review_rating,review_time\n1,3,\n", "Line 2:" },
    { "card_id;review_rating;review_time\n1;3;2024-01-01T00:00:00Z\n", "Line 1:" },
    { "card_id,review_rating,review_time\n1,3,\"2024-01-01T00:00:00Z\n", "Line 2:" },
    { "card_id,review_rating,review_time\n\"1\"x,3,2024-01-01T00:00:00Z\n", "Line 2:" },
    { "\"card_id,review_rating,review_time\n", "Line 1:" },
    { "card_id,review_rating,review_time,study_day\n1,3,2024-01-01T00:00:00Z,x\n", "Line 2:" },
    { "card_id,review_rating,review_time\n1,3,\xff\n", "Line 2:" },
    { "card_id,review_rating,review_time\n99999999999999999999,3,2024-01-01T00:"
      "00:00Z\n",
      "Line 2:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) reviews
        = read_text (rows[i].text, (gssize) strlen (rows[i].text), &error);

      g_assert_null (reviews);
      g_assert_error (error, DRILL_MEMORY_ERROR, DRILL_MEMORY_ERROR_LOG);
      g_assert_true (g_str_has_prefix (error->message, rows[i].place));
    }
}

static void
test_real_log (void)
{
  g_autofree char *text = vectors_read_file ("pyfsrs_josh.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) reviews = read_text (text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (reviews->len, ==, 12580);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/review-log/read", test_read);
  g_test_add_func ("/memory/review-log/quotes", test_quotes);
  g_test_add_func ("/memory/review-log/spellings", test_spellings);
  g_test_add_func ("/memory/review-log/seconds", test_seconds);
  g_test_add_func ("/memory/review-log/errors", test_errors);
  g_test_add_func ("/memory/review-log/real-log", test_real_log);

  return g_test_run ();
}
