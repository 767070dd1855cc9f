/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The learner's log as CSV, a line for each fact that counts:
 *
 *   card_id,review_rating,review_time,review_duration,study_day,uuid,key,kind,detail
 *
 * Answers that were imported from Anki come first, with negative numbers of cards.
 *
 * The first four are the columns that programs for such logs share. A mark has the
 * rating 0, and what it was for its kind; an answer has the occasion. What was taken
 * back is left out, and with it the undo itself.
 */

#include "config.h"

#include "study/review-export.h"

#include "study/answer.h"
#include "study/mark.h"

#define HEADER                                                                                    \
  "card_id,review_rating,review_time,review_duration,study_day,uuid,key,kind,detail\n"

/* Lines are handed out in pieces of about this size. */
#define PIECE 65536

#define MS_PER_SECOND 1000

/* In rows of study/export. */
enum
{
  COLUMN_CARD = 1,
  COLUMN_KEY,
  COLUMN_OCCASION,
  COLUMN_MARK,
  COLUMN_RATING,
  COLUMN_AT_MS,
  COLUMN_DAY,
  COLUMN_DURATION,
  COLUMN_UUID,
  COLUMN_DETAIL,
};

static const char *
occasion_to_word (DrillOccasion occasion)
{
  switch (occasion)
    {
    case DRILL_OCCASION_REVIEW:
      return "review";
    case DRILL_OCCASION_QUIZ:
      return "quiz";
    case DRILL_OCCASION_INTERVIEW:
      return "interview";
    case DRILL_OCCASION_INCIDENT:
      return "incident";
    default:
      return "imported";
    }
}

static void
append_time (GString *text,
             gint64   at_ms)
{
  gint64 seconds = at_ms / MS_PER_SECOND;
  int    rest = (int) (at_ms % MS_PER_SECOND);
  g_autoptr (GDateTime) time = NULL;
  g_autofree char      *date = NULL;

  if (rest < 0)
    {
      rest += MS_PER_SECOND;
      seconds--;
    }
  time = g_date_time_new_from_unix_utc (seconds);

  /* An instant outside all calendars is in no clock; the row stays readable. */
  if (time == NULL)
    {
      time = g_date_time_new_from_unix_utc (0);
      rest = 0;
    }
  date = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");
  g_string_append_printf (text, ",%s.%03d+00:00", date, rest);
}

/* In quotes, with quotes doubled. Line ends in it would end the row, so they become
 * spaces; JSON writes its own as \n. */
static void
append_quoted (GString    *text,
               const char *value)
{
  g_string_append (text, ",\"");
  for (const char *at = value; at != NULL && *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *at == '\n' || *at == '\r' ? ' ' : *at);
    }
  g_string_append_c (text, '"');
}

static void
append_row (GString        *text,
            DrillStatement *row)
{
  DrillMarkKind    mark = drill_statement_int (row, COLUMN_MARK);
  g_autofree char *uuid = g_ascii_strdown (drill_statement_text (row, COLUMN_UUID), -1);

  g_string_append_printf (text,
                          "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT,
                          drill_statement_int (row, COLUMN_CARD),
                          drill_statement_int (row, COLUMN_RATING));
  append_time (text, drill_statement_int (row, COLUMN_AT_MS));
  g_string_append_printf (text,
                          ",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%s",
                          drill_statement_int (row, COLUMN_DURATION),
                          drill_statement_int (row, COLUMN_DAY),
                          uuid);
  append_quoted (text, drill_statement_text (row, COLUMN_KEY));
  g_string_append_printf (text,
                          ",%s",
                          mark != 0
                              ? drill_mark_kind_to_word (mark)
                              : occasion_to_word (drill_statement_int (row, COLUMN_OCCASION)));
  append_quoted (text, drill_statement_text (row, COLUMN_DETAIL));
  g_string_append_c (text, '\n');
}

gboolean
drill_review_export (DrillConnection *connection,
                     DrillExportFunc  func,
                     gpointer         data,
                     GError         **error)
{
  g_autoptr (DrillStatement) row = NULL;
  g_autoptr (GString)        text = g_string_new (HEADER);
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL && func != NULL, FALSE);

  row = drill_connection_statement (connection, "study/export");
  while ((step = drill_statement_step (row, error)) == DRILL_STEP_ROW)
    {
      append_row (text, row);
      if (text->len < PIECE)
        continue;
      if (!func (text->str, text->len, data, error))
        return FALSE;
      g_string_truncate (text, 0);
    }

  return step == DRILL_STEP_DONE && func (text->str, text->len, data, error);
}
