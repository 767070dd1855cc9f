/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The review log of an Anki collection: table "revlog" of collection.anki2.
 *
 *   id       instant of the answer, ms since 1970; unique
 *   cid      card
 *   ease     button, 1 to 4; 0 where none was pressed
 *   type     0 learning, 1 review, 2 relearning, 3 a filtered deck, 4 and 5 by hand
 *   factor   0 for a filtered deck that does not reschedule, and for a card that was
 *            made new again
 *
 * The file belongs to another program: it is opened for reading only, and rows that
 * make no sense are passed over.
 */

#include "config.h"

#include "study/anki-log.h"

#include "memory/study-day.h"
#include "store/connection.h"

#include <stdio.h>
#include <string.h>

#define SQLITE_HEADER      "SQLite format 3"
#define SQLITE_HEADER_SIZE 16

enum
{
  TYPE_LEARNING = 0,
  TYPE_REVIEW = 1,
  TYPE_RELEARNING = 2,
  TYPE_FILTERED = 3,
  TYPE_MANUAL = 4,
  TYPE_RESCHEDULED = 5,
};

/* Whether the file looks like a database, to be told from CSV. */
gboolean
drill_anki_log_is_collection (const char *path)
{
  char     header[SQLITE_HEADER_SIZE];
  FILE    *file;
  gboolean is_database;

  g_return_val_if_fail (path != NULL, FALSE);

  file = fopen (path, "rb");
  if (file == NULL)
    return FALSE;

  is_database = fread (header, 1, sizeof header, file) == sizeof header &&
                memcmp (header, SQLITE_HEADER, sizeof header) == 0;
  fclose (file);

  return is_database;
}

static DrillReviewKind
kind_of (gint64 type,
         gint64 factor)
{
  switch (type)
    {
    case TYPE_LEARNING:
      return DRILL_REVIEW_LEARNING;
    case TYPE_REVIEW:
      return DRILL_REVIEW_REVIEW;
    case TYPE_RELEARNING:
      return DRILL_REVIEW_RELEARNING;
    case TYPE_FILTERED:
      return factor == 0 ? DRILL_REVIEW_CRAM : DRILL_REVIEW_REVIEW;
    case TYPE_MANUAL:
      return factor == 0 ? DRILL_REVIEW_RESET : DRILL_REVIEW_MANUAL;
    case TYPE_RESCHEDULED:
    default:
      return DRILL_REVIEW_MANUAL;
    }
}

/**
 * drill_anki_log_load:
 * @path: of a collection; it is not changed
 * @time_zone: where the learner lives, for the study day of each answer
 *
 * Returns: (transfer full) (element-type DrillReview): oldest first, or %NULL with
 *   an error when the file has no such log
 */
GArray *
drill_anki_log_load (const char *path,
                     GTimeZone  *time_zone,
                     int         rollover_hour,
                     GError    **error)
{
  g_autoptr (DrillConnection) connection = NULL;
  g_autoptr (DrillStatement)  row = NULL;
  g_autoptr (GArray)          reviews = NULL;
  DrillStep                   step;

  g_return_val_if_fail (path != NULL && time_zone != NULL, NULL);

  connection = drill_connection_open (path, DRILL_CONNECTION_READ_ONLY, error);
  if (connection == NULL)
    return NULL;

  reviews = g_array_new (FALSE, TRUE, sizeof (DrillReview));
  row = drill_connection_statement (connection, "anki/revlog");
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      gint64      ease = drill_statement_int (row, 2);
      DrillReview review = {
        .at_ms = drill_statement_int (row, 0),
        .card = drill_statement_int (row, 1),
        .kind = kind_of (drill_statement_int (row, 3), drill_statement_int (row, 4)),
      };

      if (ease < DRILL_RATING_MANUAL || ease > DRILL_RATING_EASY)
        continue;
      review.rating = (DrillRating) ease;
      review.day = drill_study_day_number (review.at_ms, time_zone, rollover_hour);
      g_array_append_val (reviews, review);
    }
  if (step == DRILL_STEP_ERROR)
    {
      g_prefix_error (error, "No review log of Anki could be read: ");
      return NULL;
    }

  return g_steal_pointer (&reviews);
}
