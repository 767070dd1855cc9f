/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Quizzes as CSV:
 *
 *   attempt,started,name,mode,number,key,title,levels,topics,chosen,correct,outcome,
 *   unsure,flagged,seconds
 *
 * Letters are those that were on screen, in alphabetical order.
 */

#include "config.h"

#include "study/attempt-export.h"

#include <string.h>

static void
append_quoted (GString    *text,
               const char *value)
{
  g_string_append (text, ",\"");
  for (const char *at = value; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *at == '\n' || *at == '\r' ? ' ' : *at);
    }
  g_string_append_c (text, '"');
}

static void
append_letters (GString *text,
                guint    shown)
{
  g_string_append_c (text, ',');
  for (guint i = 0; shown >> i != 0; i++)
    {
      if ((shown >> i & 1) != 0)
        g_string_append_c (text, (char) ('A' + i));
    }
}

static const char *
outcome_to_word (DrillOutcome outcome)
{
  switch (outcome)
    {
    case DRILL_OUTCOME_RIGHT:
      return "right";
    case DRILL_OUTCOME_WRONG:
      return "wrong";
    case DRILL_OUTCOME_UNANSWERED:
    default:
      return "unanswered";
    }
}

static void
append_levels (GString *text,
               guint    levels)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint level = DRILL_LEVEL_JUNIOR; level <= DRILL_LEVEL_ANY; level <<= 1)
    {
      if ((levels & level) == 0)
        continue;
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, drill_level_to_word (level));
    }
  append_quoted (text, words->str);
}

static void
append_topics (GString         *text,
               const GPtrArray *topics)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < topics->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (topics, i));
  append_quoted (text, words->str);
}

void
drill_attempt_export_header (GString *text)
{
  g_return_if_fail (text != NULL);

  g_string_append (text,
                   "attempt,started,name,mode,number,key,title,levels,topics,chosen,correct,outcome,"
                   "unsure,flagged,seconds\n");
}

static void
append_question (GString         *text,
                 const DrillQuiz *quiz,
                 guint            index)
{
  const DrillQuizQuestion *question = drill_quiz_get_question (quiz, index);
  const DrillAttemptEntry *entry = drill_attempt_get_entry (quiz->attempt, index);

  append_quoted (text, question->record->key);
  append_quoted (text, question->record->item->title);
  append_levels (text, question->record->item->levels);
  append_topics (text, question->record->item->topics);
  append_letters (text, drill_option_order_to_shown (&question->order, entry->chosen));
  append_letters (text, drill_option_order_to_shown (&question->order, question->correct));
  g_string_append_printf (text,
                          ",%s,%d,%d,%" G_GINT64_FORMAT ".%03d\n",
                          outcome_to_word (drill_attempt_get_outcome (quiz->attempt, index)),
                          entry->unsure,
                          entry->flagged,
                          entry->spent_ms / 1000,
                          (int) (entry->spent_ms % 1000));
}

void
drill_attempt_export_quiz (GString         *text,
                           const DrillQuiz *quiz)
{
  g_autoptr (GDateTime) started = NULL;
  g_autofree char      *date = NULL;

  g_return_if_fail (text != NULL && quiz != NULL);

  /* An instant outside all calendars is in no clock; the row stays readable. */
  started = g_date_time_new_from_unix_utc (quiz->started_ms / 1000);
  if (started == NULL)
    started = g_date_time_new_from_unix_utc (0);
  date = g_date_time_format (started, "%Y-%m-%dT%H:%M:%SZ");

  for (guint i = 0; i < quiz->questions->len; i++)
    {
      for (guint b = 0; b < sizeof quiz->uuid; b++)
        g_string_append_printf (text, "%02x", quiz->uuid[b]);
      g_string_append_printf (text, ",%s", date);
      append_quoted (text, quiz->name);
      g_string_append_printf (text, ",%s,%u", quiz->setup->exam ? "exam" : "practice", i + 1);
      append_question (text, quiz, i);
    }
}

gboolean
drill_attempt_export (DrillConnection *connection,
                      DrillExportFunc  func,
                      gpointer         data,
                      GError         **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GString)   text = g_string_new (NULL);
  DrillClockReading     never = { 0 };

  g_return_val_if_fail (connection != NULL && func != NULL, FALSE);

  rows = drill_quiz_list (connection, &never, error);
  if (rows == NULL)
    return FALSE;

  drill_attempt_export_header (text);
  for (guint i = rows->len; i > 0; i--)
    {
      const DrillQuizRow   *row = g_ptr_array_index (rows, i - 1);
      g_autoptr (DrillQuiz) quiz = NULL;

      if (row->ended_ms == 0)
        continue;
      quiz = drill_quiz_load (connection, row->uuid, error);
      if (quiz == NULL)
        return FALSE;
      drill_attempt_export_quiz (text, quiz);
      if (!func (text->str, text->len, data, error))
        return FALSE;
      g_string_truncate (text, 0);
    }

  return text->len == 0 || func (text->str, text->len, data, error);
}
