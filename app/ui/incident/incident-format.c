/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What the engine says in numbers, as words for people. */

#include "config.h"

#include "ui/incident/incident-format.h"

#include "ui/format/format.h"

#include <glib/gi18n.h>
#include <math.h>

#define MINUTE 60
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

/* @seconds: since the start of the run. Returns: "03:31" */
char *
drill_incident_format_clock (const DrillScenario *scenario,
                             double               seconds)
{
  gint64 time;

  g_return_val_if_fail (scenario != NULL, NULL);

  time = (scenario->clock + (gint64) floor (seconds)) % DAY;
  if (time < 0)
    time += DAY;

  return g_strdup_printf ("%02d:%02d", (int) (time / HOUR), (int) (time % HOUR / MINUTE));
}

/* Returns: "30 s", "8 min", "1 h 20 min" */
char *
drill_incident_format_duration (gint64 seconds)
{
  if (seconds < MINUTE)
    return g_strdup_printf (_("%d s"), (int) seconds);
  if (seconds < HOUR && seconds % MINUTE != 0)
    /* Translators: minutes and seconds */
    return g_strdup_printf (_("%d min %d s"), (int) (seconds / MINUTE), (int) (seconds % MINUTE));
  if (seconds < HOUR)
    return g_strdup_printf (_("%d min"), (int) (seconds / MINUTE));
  if (seconds % HOUR < MINUTE)
    return g_strdup_printf (_("%d h"), (int) (seconds / HOUR));

  /* Translators: hours and minutes */
  return g_strdup_printf (_("%d h %d min"), (int) (seconds / HOUR), (int) (seconds % HOUR / MINUTE));
}

/* When a milestone was reached. @seconds: since the start, -1 for never */
char *
drill_incident_format_reached (gint64 seconds)
{
  return seconds < 0 ? g_strdup (_("not reached")) : drill_incident_format_duration (seconds);
}

static char *
print_points (double      points,
              const char *sign)
{
  double rounded = round (points * 10) / 10;

  if (rounded == floor (rounded))
    return g_strdup_printf ("%s%.0f", sign, rounded);

  return g_strdup_printf ("%s%.1f", sign, rounded);
}

/* Returns: the number with its sign: "+4", "−2.5" */
char *
drill_incident_format_points (double points)
{
  return points < 0 ? print_points (-points, "−") : print_points (points, "+");
}

/* Returns: the number with at most one decimal, thousands grouped */
char *
drill_incident_format_number (double number)
{
  if (fabs (number) < 1000)
    return print_points (number, "");

  return g_strdup_printf ("%'.0f", number);
}

/* @name: as the author wrote it. The usual phases have translated names. */
char *
drill_incident_format_phase (const char *name)
{
  static const struct
  {
    const char *name;
    const char *label;
  } known[] = {
    { "assess", N_("Assess") },
    { "gather", N_("Gather") },
    { "localize", N_("Localize") },
    { "localise", N_("Localize") },
    { "hypothesize", N_("Hypothesize") },
    { "hypothesise", N_("Hypothesize") },
    { "mitigate", N_("Mitigate") },
    { "communicate", N_("Communicate") },
    { "root-cause", N_("Root cause") },
  };
  g_autofree char *words = NULL;
  g_autofree char *first = NULL;
  gunichar         initial;

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (g_str_equal (known[i].name, name))
        return g_strdup (_(known[i].label));
    }
  if (*name == '\0')
    return g_strdup ("");

  words = g_strdelimit (g_strdup (name), "-_", ' ');
  initial = g_unichar_toupper (g_utf8_get_char (words));
  first = g_new0 (char, 7);
  g_unichar_to_utf8 (initial, first);

  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

/* Returns: "Senior, Staff"; "" when nothing was said */
char *
drill_incident_format_levels (const DrillScenario *scenario)
{
  guint levels = 0;

  g_return_val_if_fail (scenario != NULL, NULL);

  for (guint i = 0; i < scenario->levels->len; i++)
    levels |= drill_level_from_word (g_ptr_array_index (scenario->levels, i));

  return drill_format_levels (levels);
}

/* @ms: since 1970. Returns: the local day and time in the locale's short form */
char *
drill_incident_format_date (gint64 ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (ms / 1000);

  /* Translators: a day and a time of day, as in strftime */
  return time != NULL ? g_date_time_format (time, _("%e %b %Y, %H:%M")) : g_strdup ("");
}

const char *
drill_incident_format_ending (DrillEnding ending,
                              gboolean    timed_out)
{
  switch (ending)
    {
    case DRILL_ENDING_RESOLVED:
      return _("Resolved");
    case DRILL_ENDING_MITIGATED:
      return _("Mitigated");
    case DRILL_ENDING_FAILED:
      return timed_out ? _("Out of time") : _("Failed");
    case DRILL_ENDING_NONE:
    default:
      return _("Not finished");
    }
}

/* @ending: (nullable): the word that a record keeps */
const char *
drill_incident_format_word (const char *ending)
{
  for (DrillEnding known = DRILL_ENDING_RESOLVED; known <= DRILL_ENDING_FAILED; known++)
    {
      if (g_strcmp0 (drill_ending_to_word (known), ending) == 0)
        return drill_incident_format_ending (known, FALSE);
    }

  return drill_incident_format_ending (DRILL_ENDING_NONE, FALSE);
}

const char *
drill_incident_format_harm (DrillHarmSeverity severity)
{
  switch (severity)
    {
    case DRILL_HARM_MINOR:
      return _("Minor harm");
    case DRILL_HARM_MAJOR:
      return _("Major harm");
    case DRILL_HARM_CRITICAL:
    default:
      return _("Critical harm");
    }
}

/* @level: of a log line, in pino's numbers */
const char *
drill_incident_format_severity (guint level)
{
  if (level >= 60)
    return C_("log level", "fatal");
  if (level >= 50)
    return C_("log level", "error");
  if (level >= 40)
    return C_("log level", "warning");
  if (level >= 30)
    return C_("log level", "info");
  if (level >= 20)
    return C_("log level", "debug");
  if (level >= 10)
    return C_("log level", "trace");

  return "";
}
