/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Logs that come and go: Anki's review log, and the own one as CSV and back. */

#include "config.h"

#include "bank.h"

#include "memory/dataset.h"
#include "study/anki-import.h"
#include "study/anki-log.h"
#include "study/queue.h"
#include "study/review-export.h"
#include "study/review-history.h"

#define CREATE_REVLOG \
  "CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer, " \
  "ease integer not null, ivl integer, lastIvl integer, factor integer not null, " \
  "time integer, type integer not null);"

/* The instants of the rows below, a day apart. */
#define AT(day) (G_GINT64_CONSTANT (1700000000000) + (day) * DAY_MS)

static const struct
{
  gint64          at_ms;
  gint64          card;
  int             ease;
  int             type;
  int             factor;
  DrillReviewKind kind;
} anki_rows[] = {
  { AT (0), 5, 3, 0, 0, DRILL_REVIEW_LEARNING },
  { AT (1), 5, 1, 1, 2500, DRILL_REVIEW_REVIEW },
  { AT (1) + 1, 5, 3, 2, 2300, DRILL_REVIEW_RELEARNING },
  { AT (2), 5, 3, 3, 0, DRILL_REVIEW_CRAM },
  { AT (3), 5, 4, 3, 2300, DRILL_REVIEW_REVIEW },
  { AT (4), 5, 0, 4, 2300, DRILL_REVIEW_MANUAL },
  { AT (5), 5, 0, 4, 0, DRILL_REVIEW_RESET },
  { AT (6), 5, 0, 5, 0, DRILL_REVIEW_MANUAL },
  { AT (7), 9, 2, 0, 0, DRILL_REVIEW_LEARNING },
};

static void
test_anki (void)
{
  g_autoptr (Scratch)   scratch = scratch_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GArray)    reviews = NULL;
  g_autoptr (GError)    error = NULL;
  g_autofree char      *path = scratch_path (scratch, "collection.anki2");
  g_autoptr (GBytes)    bytes = NULL;
  g_autoptr (GBytes)    again = NULL;

  scratch_sql_run (scratch, "collection.anki2", CREATE_REVLOG);
  for (guint i = 0; i < G_N_ELEMENTS (anki_rows); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("INSERT INTO revlog VALUES (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT
                           ", -1, %d, 3, 1, %d, 9000, %d)",
                           anki_rows[i].at_ms,
                           anki_rows[i].card,
                           anki_rows[i].ease,
                           anki_rows[i].factor,
                           anki_rows[i].type);

      scratch_sql_run (scratch, "collection.anki2", sql);
    }

  /* Rows that no program writes are passed over. */
  scratch_sql_run (scratch,
                   "collection.anki2",
                   "INSERT INTO revlog VALUES (1, 5, -1, 77, 3, 1, 0, 0, 1), (2, 5, -1, -2, 3, 1, 0, 0, 1)");

  bytes = scratch_read (scratch, "collection.anki2");
  g_assert_true (drill_anki_log_is_collection (path));
  reviews = drill_anki_log_load (path, utc, 4, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reviews->len, ==, G_N_ELEMENTS (anki_rows));
  for (guint i = 0; i < reviews->len; i++)
    {
      const DrillReview *review = &g_array_index (reviews, DrillReview, i);

      g_assert_cmpint (review->at_ms, ==, anki_rows[i].at_ms);
      g_assert_cmpint (review->card, ==, anki_rows[i].card);
      g_assert_cmpint (review->rating, ==, anki_rows[i].ease);
      g_assert_cmpint (review->kind, ==, anki_rows[i].kind);
      g_assert_cmpint (review->day, ==, (anki_rows[i].at_ms - 4 * HOUR_MS) / DAY_MS);
    }

  /* The file is as it was. */
  again = scratch_read (scratch, "collection.anki2");
  g_assert_true (g_bytes_equal (bytes, again));
}

/* Imported once, they are facts: training learns from them, and nothing else counts
 * them. Importing again adds nothing. */
static void
test_anki_import (void)
{
  g_autofree char        *chapter = bank_chapter (3);
  g_autoptr (Bank)        bank = bank_new (chapter);
  g_autoptr (GArray)      reviews = NULL;
  g_autoptr (GError)      error = NULL;
  g_autoptr (GPtrArray)   queue = NULL;
  g_autofree char        *path = scratch_path (bank->scratch, "collection.anki2");
  g_autofree char        *text = scratch_path (bank->scratch, "log.csv");
  guint                   n_new = 77;

  scratch_sql_run (bank->scratch, "collection.anki2", CREATE_REVLOG);
  for (guint i = 0; i < G_N_ELEMENTS (anki_rows); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("INSERT INTO revlog VALUES (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT
                           ", -1, %d, 3, 1, %d, 9000, %d)",
                           anki_rows[i].at_ms,
                           anki_rows[i].card,
                           anki_rows[i].ease,
                           anki_rows[i].factor,
                           anki_rows[i].type);

      scratch_sql_run (bank->scratch, "collection.anki2", sql);
    }

  drill_anki_import_run (bank->connection, bank->rules, path, &n_new, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_new, ==, G_N_ELEMENTS (anki_rows));
  g_assert_true (drill_anki_import_run (bank->connection, bank->rules, path, &n_new, &error));
  g_assert_cmpuint (n_new, ==, 0);

  reviews = drill_review_history_load (bank->connection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reviews->len, ==, G_N_ELEMENTS (anki_rows));
  for (guint i = 0; i < reviews->len; i++)
    g_assert_cmpint (g_array_index (reviews, DrillReview, i).card, <, 0);
  queue = drill_queue_load (bank->connection, bank->rules, AT (30), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (queue->len, ==, 3);

  /* What is no collection changes nothing. */
  scratch_write (bank->scratch, "log.csv", "card_id\n");
  g_assert_false (drill_anki_import_run (bank->connection, bank->rules, text, &n_new, &error));
  g_assert_nonnull (error);
}

static void
test_no_collection (void)
{
  g_autoptr (Scratch)   scratch = scratch_new ();
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GError)    error = NULL;
  g_autofree char      *text = scratch_path (scratch, "log.csv");
  g_autofree char      *other = scratch_path (scratch, "other.db");
  g_autofree char      *broken = scratch_path (scratch, "broken.db");

  scratch_write (scratch, "log.csv", "card_id\n");
  g_assert_false (drill_anki_log_is_collection (text));
  g_assert_false (drill_anki_log_is_collection ("/nowhere/at/all"));

  scratch_sql_run (scratch, "other.db", "CREATE TABLE notes (id)");
  g_assert_true (drill_anki_log_is_collection (other));
  g_assert_null (drill_anki_log_load (other, utc, 4, &error));
  g_assert_nonnull (strstr (error->message, "revlog"));
  g_clear_error (&error);

  scratch_write_bytes (scratch, "broken.db", "SQLite format 3\0and nothing more", 33);
  g_assert_true (drill_anki_log_is_collection (broken));
  g_assert_null (drill_anki_log_load (broken, utc, 4, &error));
  g_assert_nonnull (error);
}

static gboolean
append_cb (const char *text,
           gsize       length,
           gpointer    data,
           GError    **error)
{
  g_string_append_len (data, text, length);

  return TRUE;
}

static gboolean
refuse_cb (const char *text,
           gsize       length,
           gpointer    data,
           GError    **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");

  return FALSE;
}

static int
compare_reviews (gconstpointer a,
                 gconstpointer b)
{
  const DrillReview *left = a;
  const DrillReview *right = b;

  if (left->card != right->card)
    return left->card < right->card ? -1 : 1;

  return (left->at_ms > right->at_ms) - (left->at_ms < right->at_ms);
}

/* What is read again from the export is what the optimizer reads from the database. */
static void
test_export_and_back (void)
{
  static const int       kinds[] = { DRILL_MARK_RESET, DRILL_MARK_DUE, DRILL_MARK_FLAG };
  g_autofree char       *chapter = bank_chapter (5);
  g_autoptr (Bank)       bank = bank_new (chapter);
  g_autoptr (DrillAnswer) worded = NULL;
  g_autoptr (GString)    text = g_string_new (NULL);
  g_autoptr (GArray)     own = NULL;
  g_autoptr (GArray)     read = NULL;
  g_autoptr (GError)     error = NULL;
  gint64                 now_ms = NOON (TODAY) + 7;
  guint                  n = 0;
  DrillCard              card;

  /* Study days are not those of UTC here. */
  g_time_zone_unref (bank->rules->time_zone);
  bank->rules->time_zone = g_time_zone_new_offset (-9 * 3600);
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *key = g_strdup_printf ("bank/q%d", g_test_rand_int_range (0, 5));

      now_ms += g_test_rand_int_range (1, 40000000);
      if (i % 10 == 9)
        bank_mark (bank, key, kinds[i / 10 % G_N_ELEMENTS (kinds)], TODAY + 100, now_ms);
      else
        bank_answer (bank, key, g_test_rand_int_range (1, 5), now_ms);
      if (i % 17 == 16)
        drill_undo_free (drill_undo_run (bank->connection, bank->rules, NULL, now_ms, &error));
    }
  worded = drill_answer_new ("bank/q0", DRILL_OCCASION_QUIZ, DRILL_RATING_HARD, now_ms + 1, 1);
  worded->words = g_strdup ("\"quoted\", with a comma\r\nand a line");
  drill_answer_record (bank->connection, bank->rules, worded, &card, &error);
  g_assert_no_error (error);

  g_assert_true (drill_review_export (bank->connection, append_cb, text, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text->str, ",quiz,"));
  g_assert_nonnull (strstr (text->str, "with a comma"));
  read = drill_review_log_read_csv (text->str, text->len, bank->rules->time_zone, 0, &error);
  g_assert_no_error (error);
  own = drill_review_history_load (bank->connection, &error);
  g_assert_no_error (error);

  g_array_sort (read, compare_reviews);
  g_array_sort (own, compare_reviews);
  for (guint i = 0; i < read->len; i++)
    {
      const DrillReview *review = &g_array_index (read, DrillReview, i);
      const DrillReview *same;

      /* Decisions that do not touch the history are in the export alone. */
      if (review->kind == DRILL_REVIEW_MANUAL)
        continue;
      same = &g_array_index (own, DrillReview, n++);
      g_assert_cmpint (review->card, ==, same->card);
      g_assert_cmpint (review->at_ms, ==, same->at_ms);
      g_assert_cmpint (review->day, ==, same->day);
      g_assert_cmpint (review->rating, ==, same->rating);
      g_assert_cmpint (review->kind, ==, same->kind);
    }
  g_assert_cmpuint (n, ==, own->len);
  g_assert_cmpuint (n, >, 90);

  g_assert_false (drill_review_export (bank->connection, refuse_cb, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/study/logs/anki", test_anki);
  g_test_add_func ("/study/logs/no-collection", test_no_collection);
  g_test_add_func ("/study/logs/anki-import", test_anki_import);
  g_test_add_func ("/study/logs/export-and-back", test_export_and_back);

  return g_test_run ();
}
