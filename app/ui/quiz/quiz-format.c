/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Quizzes in words. */

#include "config.h"

#include "ui/quiz/quiz-format.h"

#include "ui/format/format.h"

#include <glib/gi18n.h>
#include <string.h>

const char *
drill_quiz_format_preset (DrillQuizPreset preset)
{
  switch (preset)
    {
    case DRILL_QUIZ_PRESET_EXAM:
      /* Translators: forty questions in fifty minutes */
      return _("Exam 40 in 50");
    case DRILL_QUIZ_PRESET_WEAK:
      return _("Weak Spots");
    case DRILL_QUIZ_PRESET_TEN:
    default:
      /* Translators: ten questions in ten minutes */
      return _("10 in 10");
    }
}

const char *
drill_quiz_format_pool (DrillQuizPool pool)
{
  switch (pool)
    {
    case DRILL_QUIZ_POOL_WEAK:
      return _("Weak ones");
    case DRILL_QUIZ_POOL_MISSED:
      return _("Missed last time");
    case DRILL_QUIZ_POOL_NEW:
      return _("New ones");
    case DRILL_QUIZ_POOL_ALL:
    default:
      return _("All");
    }
}

/* The same within a line. */
static const char *
format_pool_inline (DrillQuizPool pool)
{
  switch (pool)
    {
    case DRILL_QUIZ_POOL_WEAK:
      return _("weak ones");
    case DRILL_QUIZ_POOL_MISSED:
      return _("missed last time");
    case DRILL_QUIZ_POOL_NEW:
      return _("new ones");
    case DRILL_QUIZ_POOL_ALL:
    default:
      return _("all");
    }
}

/* In a line: "40 questions · 50 min · exam · pass at 70 %" */
char *
drill_quiz_format_setup (const DrillQuizSetup *setup)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (setup != NULL, NULL);

  g_string_append_printf (text, ngettext ("%u question", "%u questions", setup->count), setup->count);
  if (setup->pool != DRILL_QUIZ_POOL_ALL)
    g_string_append_printf (text, " · %s", format_pool_inline (setup->pool));
  g_string_append (text, " · ");
  if (setup->timing == DRILL_QUIZ_TIME_FOR_ALL)
    g_string_append_printf (text, ngettext ("%u minute", "%u minutes", setup->minutes), setup->minutes);
  else if (setup->timing == DRILL_QUIZ_TIME_FOR_EACH)
    g_string_append_printf (text, ngettext ("%u second each", "%u seconds each", setup->seconds), setup->seconds);
  else
    g_string_append (text, _("no clock"));
  g_string_append_printf (text, " · %s", setup->exam ? _("exam") : _("practice"));
  if (setup->pass_percent > 0)
    {
      g_string_append (text, " · ");
      /* Translators: the share of points that is needed */
      g_string_append_printf (text, _("pass at %u %%"), setup->pass_percent);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The same of one that was taken: with as many questions as there were. */
char *
drill_quiz_format_asked (const DrillQuiz *quiz)
{
  g_autoptr (DrillQuizSetup) asked = NULL;

  g_return_val_if_fail (quiz != NULL, NULL);

  asked = drill_quiz_setup_copy (quiz->setup);
  asked->count = quiz->questions->len;

  return drill_quiz_format_setup (asked);
}

/* What a quiz is called: by its setup, or by what it is. */
char *
drill_quiz_format_name (const char           *name,
                        const DrillQuizSetup *setup)
{
  g_return_val_if_fail (name != NULL && setup != NULL, NULL);

  if (*name != '\0')
    return g_strdup (name);

  return g_strdup (setup->exam ? _("Exam") : _("Practice"));
}

/* "41:12" or "1:02:03": seconds that have begun count, so 0:00 is the end. */
char *
drill_quiz_format_clock (gint64 ms)
{
  gint64 seconds = (MAX (ms, 0) + 999) / 1000;

  if (seconds >= 3600)
    return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d:%02d", seconds / 3600, (int) (seconds / 60 % 60), (int) (seconds % 60));

  return g_strdup_printf ("%d:%02d", (int) (seconds / 60), (int) (seconds % 60));
}

/* To be said: "5 minutes left" */
char *
drill_quiz_format_left (gint64 ms)
{
  guint seconds = (guint) ((MAX (ms, 0) + 999) / 1000);
  guint minutes = (seconds + 30) / 60;

  if (seconds < 60)
    return g_strdup_printf (ngettext ("%u second left", "%u seconds left", seconds), seconds);

  return g_strdup_printf (ngettext ("%u minute left", "%u minutes left", minutes), minutes);
}

/* How one is doing against an even pace; "" while that is as good as even. */
char *
drill_quiz_format_pace (gint64 ahead_ms)
{
  g_autofree char *clock = drill_quiz_format_clock (ABS (ahead_ms));

  if (ABS (ahead_ms) < 15000)
    return g_strdup (_("On pace"));

  return g_strdup_printf (ahead_ms > 0 ? _("%s ahead") : _("%s behind"), clock);
}

/* Hundredths of a point: "28", "27.5" or "27.25" */
char *
drill_quiz_format_points (int points)
{
  int   rest = ABS (points) % DRILL_POINT;
  char *text;

  if (rest == 0)
    return g_strdup_printf ("%d", points / DRILL_POINT);

  text = g_strdup_printf ("%s%d.%02d", points < 0 ? "-" : "", ABS (points) / DRILL_POINT, rest);
  if (rest % 10 == 0)
    text[strlen (text) - 1] = '\0';

  return text;
}

/* "28 of 40 · 70 %" */
char *
drill_quiz_format_score (const DrillScore *score)
{
  g_autofree char *points = drill_quiz_format_points (score->points);
  g_autofree char *max = drill_quiz_format_points (score->max);

  /* Translators: points, best points, and the first as a share of the second */
  return g_strdup_printf (_("%s of %s · %d %%"), points, max, drill_score_get_percent (score));
}

/* "A, C"; a dash for none */
char *
drill_quiz_format_letters (guint shown)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; shown >> i != 0; i++)
    {
      if ((shown >> i & 1) != 0)
        g_string_append_printf (text, "%s%c", text->len > 0 ? ", " : "", 'A' + i);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : g_strdup ("–");
}

char *
drill_quiz_format_date (gint64 wall_ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (wall_ms / 1000);

  /* Translators: a date and a time, see the manual of strftime */
  return time != NULL ? g_date_time_format (time, _("%e %B %Y, %H:%M")) : g_strdup ("–");
}

/* What a list says of a quiz below its name. */
char *
drill_quiz_format_row (const DrillQuizRow *row)
{
  g_autofree char *date = g_strstrip (drill_quiz_format_date (row->started_ms));
  g_autofree char *score = NULL;
  g_autofree char *left = NULL;
  g_autofree char *time = NULL;

  if (row->ended_ms == 0)
    {
      left = row->phase == DRILL_ATTEMPT_OUT_OF_TIME ? g_strdup (_("the time is over"))
             : row->left_ms >= 0                     ? drill_quiz_format_left (row->left_ms)
                                                     : g_strdup (_("no clock"));
      /* Translators: answered questions, all questions, the time left, when it began */
      return g_strdup_printf (_("%u of %u answered · %s · %s"), row->answered, row->questions, left, date);
    }

  score = drill_quiz_format_score (&row->score);
  time = drill_format_duration (row->elapsed_ms);
  if (row->setup->pass_percent > 0)
    return g_strdup_printf ("%s · %s · %s · %s", score, row->score.passed ? _("passed") : _("not passed"), time, date);

  return g_strdup_printf ("%s · %s · %s", score, time, date);
}

char *
drill_quiz_format_uuid (const guint8 uuid[DRILL_UUID_SIZE])
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < DRILL_UUID_SIZE; i++)
    g_string_append_printf (text, "%02x", uuid[i]);

  return g_string_free (text, FALSE);
}

gboolean
drill_quiz_parse_uuid (const char *text,
                       guint8      uuid[DRILL_UUID_SIZE])
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) != 2 * DRILL_UUID_SIZE)
    return FALSE;
  for (guint i = 0; i < DRILL_UUID_SIZE; i++)
    {
      int high = g_ascii_xdigit_value (text[2 * i]);
      int low = g_ascii_xdigit_value (text[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      uuid[i] = (guint8) (high << 4 | low);
    }

  return TRUE;
}
