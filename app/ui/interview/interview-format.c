/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* How the values of an interview read. */

#include "config.h"

#include "ui/interview/interview-format.h"

#include "ui/format/format.h"

#include <glib/gi18n.h>
#include <string.h>

/* "Senior · 45 minutes" */
char *
drill_interview_format_setup (const DrillMockSetup *setup)
{
  g_autofree char *minutes = NULL;

  g_return_val_if_fail (setup != NULL, NULL);

  minutes = g_strdup_printf (ngettext ("%u minute", "%u minutes", setup->minutes), setup->minutes);

  return g_strdup_printf ("%s · %s", drill_format_level (setup->level), minutes);
}

/* @count: (transfer full): "2 incidents", left out for none */
static void
append_count (GString *text,
              guint    n,
              char    *count)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", count);
  g_free (count);
}

/* What comes, without giving it away: "4 open questions · 5 follow-ups · 1 incident" */
char *
drill_interview_format_plan (const DrillMockPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint               n;

  g_return_val_if_fail (plan != NULL, NULL);

  n = drill_mock_plan_count (plan, DRILL_ITEM_QUESTION);
  append_count (text, n, g_strdup_printf (ngettext ("%u open question", "%u open questions", n), n));
  n = drill_mock_plan_count (plan, DRILL_ITEM_FOLLOW_UP);
  append_count (text, n, g_strdup_printf (ngettext ("%u follow-up", "%u follow-ups", n), n));
  n = drill_mock_plan_count (plan, DRILL_ITEM_MCQ);
  append_count (text, n, g_strdup_printf (ngettext ("%u quick question", "%u quick questions", n), n));
  n = drill_mock_plan_count (plan, DRILL_ITEM_TRANSCRIPT);
  append_count (text, n, g_strdup_printf (ngettext ("%u rehearsed talk", "%u rehearsed talks", n), n));
  n = drill_mock_plan_count (plan, DRILL_ITEM_SCENARIO);
  append_count (text, n, g_strdup_printf (ngettext ("%u incident", "%u incidents", n), n));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The topics of a plan, each once. */
char *
drill_interview_format_topics (const DrillMockPlan *plan)
{
  g_autoptr (GPtrArray) slugs = g_ptr_array_new ();

  g_return_val_if_fail (plan != NULL, NULL);

  for (guint i = 0; i < plan->entries->len; i++)
    {
      const DrillMockPlanEntry *entry = g_ptr_array_index (plan->entries, i);

      for (guint t = 0; entry->topics[t] != NULL; t++)
        {
          if (!g_ptr_array_find_with_equal_func (slugs, entry->topics[t], g_str_equal, NULL))
            g_ptr_array_add (slugs, entry->topics[t]);
        }
    }
  g_ptr_array_add (slugs, NULL);

  return drill_format_topics ((const char *const *) slugs->pdata);
}

char *
drill_interview_format_date (gint64 wall_ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (wall_ms / 1000);

  /* Translators: a date and a time, see the manual of strftime */
  return time != NULL ? g_strstrip (g_date_time_format (time, _("%e %B %Y, %H:%M"))) : g_strdup ("–");
}

/* What a list says of an interview below its name. */
char *
drill_interview_format_row (const DrillMockRow *row)
{
  g_autofree char *date = NULL;
  g_autofree char *left = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  date = drill_interview_format_date (row->started_ms);
  if (row->ended_ms == 0)
    {
      left = drill_interview_format_left (row->left_ms);
      /* Translators: which question one is at, of how many, the time left, when it began */
      return g_strdup_printf (_("at %u of %u · %s · %s"), row->reached, row->steps, left, date);
    }

  time = drill_format_duration (row->elapsed_ms);
  /* Translators: the score in percent, whether it passed, how long it took, when */
  return g_strdup_printf (_("%d %% · %s · %s · %s"), row->percent, row->passed ? _("passed") : _("not passed"), time, date);
}

/* "41:12": seconds that have begun count, so 0:00 is the end. */
char *
drill_interview_format_clock (gint64 ms)
{
  gint64 seconds = (MAX (ms, 0) + 999) / 1000;

  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d", seconds / 60, (int) (seconds % 60));
}

/* To be said: "5 minutes left" */
char *
drill_interview_format_left (gint64 ms)
{
  guint seconds = (guint) ((MAX (ms, 0) + 999) / 1000);
  guint minutes = (seconds + 30) / 60;

  if (seconds < 60)
    return g_strdup_printf (ngettext ("%u second left", "%u seconds left", seconds), seconds);

  return g_strdup_printf (ngettext ("%u minute left", "%u minutes left", minutes), minutes);
}

/* The clock of one question: what is left of its share, or how far beyond it one is. */
char *
drill_interview_format_step (gint64 spent_ms,
                             gint64 budget_ms)
{
  g_autofree char *clock = drill_interview_format_clock (ABS (budget_ms - spent_ms));

  if (spent_ms > budget_ms)
    /* Translators: how much longer than meant an answer has taken */
    return g_strdup_printf (_("%s over for this question"), clock);

  /* Translators: a time */
  return g_strdup_printf (_("%s for this question"), clock);
}

/* "12" or "12.5" */
char *
drill_interview_format_points (int hundredths)
{
  if (hundredths % 100 == 0)
    return g_strdup_printf ("%d", hundredths / 100);

  return g_strdup_printf ("%d.%d", hundredths / 100, hundredths % 100 / 10);
}

/* "12 of 16 · 75 %" */
char *
drill_interview_format_mark (const DrillMockMark *mark)
{
  g_autofree char *points = NULL;
  g_autofree char *max = NULL;

  g_return_val_if_fail (mark != NULL, NULL);

  if (mark->max == 0)
    return g_strdup (_("not asked"));

  points = drill_interview_format_points (mark->points);
  max = drill_interview_format_points (mark->max);
  /* Translators: points, best points, and the first as a share of the second */
  return g_strdup_printf (_("%s of %s · %d %%"), points, max, drill_mock_mark_get_percent (mark));
}

const char *
drill_interview_format_dimension (DrillMockDimension dimension)
{
  switch (dimension)
    {
    case DRILL_DIMENSION_STRUCTURE:
      return C_("dimension", "Structure");
    case DRILL_DIMENSION_MITIGATION:
      return C_("dimension", "Mitigation");
    case DRILL_DIMENSION_COMMUNICATION:
      return C_("dimension", "Communication");
    case DRILL_DIMENSION_ROOT_CAUSE:
      return C_("dimension", "Root cause");
    case DRILL_DIMENSION_DEPTH:
      return C_("dimension", "Depth for the level");
    case DRILL_DIMENSION_DIAGNOSIS:
    case DRILL_N_DIMENSIONS:
    default:
      return C_("dimension", "Diagnosis");
    }
}

const char *
drill_interview_format_ending (DrillMockPhase phase)
{
  switch (phase)
    {
    case DRILL_MOCK_OUT_OF_TIME:
      return _("The time was over; what was answered counts.");
    case DRILL_MOCK_HANDED_IN:
      return _("Ended early: what was not asked counts as missed.");
    case DRILL_MOCK_WAITING:
    case DRILL_MOCK_ANSWERING:
    case DRILL_MOCK_MARKING:
    case DRILL_MOCK_COMPLETE:
    default:
      return _("All questions were asked.");
    }
}

/* A key point, or what stands for one where there is no rubric; CommonMark. */
const char *
drill_interview_format_point (const DrillMockPoint *point)
{
  g_return_val_if_fail (point != NULL, NULL);

  return point->markdown != NULL ? point->markdown : _("My answer made the main points of the model answer.");
}

const char *
drill_interview_format_gap (const DrillMockGap *gap)
{
  g_return_val_if_fail (gap != NULL, NULL);

  return gap->markdown != NULL ? gap->markdown : _("The main points of the model answer.");
}

/* What was asked, in a line of plain text. */
char *
drill_interview_format_question (const DrillMockStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  if (step->turn > 0)
    /* Translators: the title of a rehearsed talk, and which turn of it */
    return g_strdup_printf (_("%s, turn %u"), step->record->item->title, step->turn);

  return g_strdup (step->record->item->title);
}

char *
drill_interview_format_uuid (const guint8 uuid[DRILL_UUID_SIZE])
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < DRILL_UUID_SIZE; i++)
    g_string_append_printf (text, "%02x", uuid[i]);

  return g_string_free (text, FALSE);
}

gboolean
drill_interview_parse_uuid (const char *text,
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
