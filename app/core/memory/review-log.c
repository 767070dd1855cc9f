/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * One row of a review log, and the reading of logs that were exported as CSV:
 *
 *     card_id,review_rating,review_time,review_duration
 *     1711684180217,1,2024-03-29T20:32:32.250000+00:00,25060
 *
 * The first line names the columns, in any order; further columns are passed
 * over. A field may stand in quotes, with quotes in it doubled, but ends on its
 * line. Numbers may have spaces around or end in ".0", and a time may be a number of
 * seconds or milliseconds since 1970, as programs for tables write them. Two columns need not be there, and are in what Pagerdrill exports: "kind",
 * where "reset" says that the card was made new again, and "study_day", which is
 * then not computed from the time.
 */

#include "config.h"

#include "memory/review-log.h"

#include "memory/error.h"
#include "memory/study-day.h"

#include <string.h>

enum
{
  COLUMN_CARD,
  COLUMN_RATING,
  COLUMN_TIME,
  N_NEEDED,
  COLUMN_KIND = N_NEEDED,
  COLUMN_DAY,
  N_COLUMNS,
};

/* A day outside is not one of any log. */
#define LAST_DAY 1000000

/* The year 9999. As seconds, the first of these would be in the year 5138. */
#define LAST_INSTANT_MS G_GINT64_CONSTANT (253402300799999)
#define FIRST_MS        G_GINT64_CONSTANT (100000000000)

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static const char *const column_names[N_COLUMNS] = {
  "card_id",
  "review_rating",
  "review_time",
  "kind",
  "study_day",
};

/* Whether an answer says something about memory. */
gboolean
drill_review_counts (const DrillReview *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->rating < DRILL_RATING_AGAIN || self->rating > DRILL_RATING_EASY)
    return FALSE;

  return self->kind <= DRILL_REVIEW_RELEARNING;
}

static gboolean
fail (GError    **error,
      guint       line,
      const char *what)
{
  g_set_error (error,
               DRILL_MEMORY_ERROR,
               DRILL_MEMORY_ERROR_LOG,
               "Line %u: %s",
               line,
               what);

  return FALSE;
}

/* Returns: (transfer full) (nullable): the fields of a line; NULL when a quote is not
 * closed or not followed by a comma */
static GStrv
split_row (const char *row)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();
  g_autoptr (GString)      field = g_string_new (NULL);

  for (const char *at = row;; at++)
    {
      gboolean quoted = *at == '"' && field->len == 0;

      if (quoted)
        {
          for (at++; *at != '\0' && (*at != '"' || at[1] == '"'); at++)
            {
              g_string_append_c (field, *at);
              at += *at == '"';
            }
          if (*at == '\0')
            return NULL;
          at++;
          if (*at != ',' && *at != '\0')
            return NULL;
        }
      if (*at != ',' && *at != '\0')
        {
          g_string_append_c (field, *at);
          continue;
        }
      g_strv_builder_add (fields, field->str);
      g_string_truncate (field, 0);
      if (*at == '\0')
        return g_strv_builder_end (fields);
    }
}

static gboolean
find_columns (const char *header,
              int         columns[N_COLUMNS],
              GError    **error)
{
  g_auto (GStrv) names = split_row (header);

  if (names == NULL)
    return fail (error, 1, "a quote is not closed");

  for (int column = 0; column < N_COLUMNS; column++)
    {
      columns[column] = -1;
      for (int i = 0; names[i] != NULL; i++)
        {
          if (g_str_equal (g_strstrip (names[i]), column_names[column]))
            columns[column] = i;
        }

      if (columns[column] < 0 && column < N_NEEDED)
        {
          g_autofree char *what
            = g_strdup_printf ("there is no column “%s”", column_names[column]);

          return fail (error, 1, what);
        }
    }

  return TRUE;
}

static gboolean
parse_time (const char *text,
            gint64     *ms)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, utc);

  if (time == NULL)
    return FALSE;

  /* Seconds are read as a fraction, which may be a little less than what was
   * written. */
  *ms = g_date_time_to_unix (time) * 1000
        + (g_date_time_get_microsecond (time) + 500) / 1000;

  return TRUE;
}

/* Numbers as programs for tables write them: with spaces around, or as "3.0". */
static gboolean
parse_whole (const char *text,
             gint64      least,
             gint64      most,
             gint64     *value)
{
  g_autofree char *number = g_strstrip (g_strdup (text));
  char            *point = strchr (number, '.');

  if (point != NULL && point != number && strspn (point + 1, "0") == strlen (point + 1))
    *point = '\0';

  return g_ascii_string_to_signed (number, 10, least, most, value, NULL);
}

/* ISO 8601, or a number: of seconds since 1970, or of milliseconds when it is too large
 * for that. */
static gboolean
parse_instant (const char *text,
               gint64     *ms)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gint64           number;

  if (!parse_whole (trimmed, 0, LAST_INSTANT_MS, &number))
    return parse_time (trimmed, ms);

  *ms = number < FIRST_MS ? number * 1000 : number;
  return TRUE;
}

/* @review->day: set when the row says it, else left as it is */
static gboolean
parse_row (const char  *row,
           const int    columns[N_COLUMNS],
           guint        line,
           DrillReview *review,
           gboolean    *says_day,
           GError     **error)
{
  g_auto (GStrv) fields = split_row (row);
  int    n_fields;
  gint64 rating;

  if (fields == NULL)
    return fail (error, line, "a quote is not closed");

  n_fields = (int) g_strv_length (fields);
  for (int column = 0; column < N_COLUMNS; column++)
    {
      if (columns[column] >= n_fields)
        return fail (error, line, "there are fewer fields than columns");
    }

  if (!parse_whole (fields[columns[COLUMN_CARD]], G_MININT64, G_MAXINT64, &review->card))
    return fail (error, line, "the card is not a number");
  if (!parse_whole (fields[columns[COLUMN_RATING]],
                    DRILL_RATING_MANUAL,
                    DRILL_RATING_EASY,
                    &rating))
    return fail (error, line, "the rating is not a number from 0 to 4");
  if (!parse_instant (fields[columns[COLUMN_TIME]], &review->at_ms))
    return fail (error, line, "the time is neither in ISO 8601 nor a number of seconds or milliseconds");

  review->rating = (DrillRating) rating;
  review->kind
    = rating == DRILL_RATING_MANUAL ? DRILL_REVIEW_MANUAL : DRILL_REVIEW_UNSAID;
  if (columns[COLUMN_KIND] >= 0 && rating == DRILL_RATING_MANUAL
      && g_str_equal (fields[columns[COLUMN_KIND]], "reset"))
    review->kind = DRILL_REVIEW_RESET;

  *says_day = columns[COLUMN_DAY] >= 0 && *fields[columns[COLUMN_DAY]] != '\0';
  if (*says_day)
    {
      gint64 day;

      if (!parse_whole (fields[columns[COLUMN_DAY]], -LAST_DAY, LAST_DAY, &day))
        return fail (error, line, "the study day is not a number");
      review->day = (int) day;
    }

  return TRUE;
}

/* The line at @cursor, without its end; moves @cursor behind it. */
static char *
next_line (const char **cursor,
           const char  *end)
{
  const char *start = *cursor;
  const char *stop = memchr (start, '\n', end - start);
  gsize       length = (stop != NULL ? stop : end) - start;

  *cursor = stop != NULL ? stop + 1 : end;
  if (length > 0 && start[length - 1] == '\r')
    length--;

  return g_strndup (start, length);
}

/**
 * drill_review_log_read_csv:
 * @length: bytes of @text, or -1 when it ends with a NUL
 * @time_zone: where the learner lives, for the study day of each row
 *
 * Fails with %DRILL_MEMORY_ERROR_LOG, naming the line, at the first row that
 * cannot be read. Empty lines are passed over.
 *
 * Returns: (transfer full) (element-type DrillReview): in the order of the file
 */
GArray *
drill_review_log_read_csv (const char *text,
                           gssize      length,
                           GTimeZone  *time_zone,
                           int         rollover_hour,
                           GError    **error)
{
  g_autoptr (GArray) reviews = g_array_new (FALSE, TRUE, sizeof (DrillReview));
  g_autofree char *header = NULL;
  const char      *cursor = text;
  const char      *end;
  int              columns[N_COLUMNS];

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (time_zone != NULL, NULL);

  end = text + (length < 0 ? strlen (text) : (gsize) length);
  if (end - cursor >= (gssize) strlen (BYTE_ORDER_MARK) && g_str_has_prefix (cursor, BYTE_ORDER_MARK))
    cursor += strlen (BYTE_ORDER_MARK);
  header = next_line (&cursor, end);
  if (!find_columns (header, columns, error))
    return NULL;

  for (guint line = 2; cursor < end; line++)
    {
      g_autofree char *row = next_line (&cursor, end);
      DrillReview      review = { 0 };
      gboolean         says_day;

      if (row[strspn (row, " \t")] == '\0')
        continue;
      if (!parse_row (row, columns, line, &review, &says_day, error))
        return NULL;

      if (!says_day)
        review.day
          = drill_study_day_number (review.at_ms, time_zone, rollover_hour);
      g_array_append_val (reviews, review);
    }

  return g_steal_pointer (&reviews);
}
