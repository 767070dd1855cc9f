/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Numbers of the engine as words. */

#include "config.h"

#include "ui/incident/incident-format.h"

static void
test_clock (void)
{
  static const struct
  {
    gint64      clock;
    double      seconds;
    const char *expected;
  } cases[] = {
    { 3 * 3600 + 14 * 60, 0, "03:14" },
    { 3 * 3600 + 14 * 60, 59.9, "03:14" },
    { 3 * 3600 + 14 * 60, 60, "03:15" },
    { 23 * 3600 + 50 * 60, 900, "00:05" },
    { 600, -1200, "23:50" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DrillScenario    scenario = { .clock = cases[i].clock };
      g_autofree char *text = drill_incident_format_clock (&scenario, cases[i].seconds);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_durations (void)
{
  static const struct
  {
    gint64      seconds;
    const char *expected;
  } cases[] = {
    { 0, "0 s" },       { 30, "30 s" },           { 60, "1 min" },   { 90, "1 min 30 s" },
    { 480, "8 min" },   { 3600, "1 h" },          { 3659, "1 h" },   { 4800, "1 h 20 min" },
    { 86400, "24 h" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = drill_incident_format_duration (cases[i].seconds);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_never_reached (void)
{
  g_autofree char *never = drill_incident_format_reached (-1);
  g_autofree char *at_once = drill_incident_format_reached (0);

  g_assert_cmpstr (never, ==, "not reached");
  g_assert_cmpstr (at_once, ==, "0 s");
}

static void
test_points (void)
{
  static const struct
  {
    double      points;
    const char *expected;
  } cases[] = {
    { 4, "+4" }, { 2.5, "+2.5" }, { -5, "−5" }, { 0, "+0" }, { 3.333, "+3.3" }, { 9.97, "+10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = drill_incident_format_points (cases[i].points);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_phases (void)
{
  static const struct
  {
    const char *name;
    const char *expected;
  } cases[] = {
    { "gather", "Gather" },
    { "root-cause", "Root cause" },
    { "localise", "Localize" },
    { "clean_up-later", "Clean up later" },
    { "überblick", "Überblick" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = drill_incident_format_phase (cases[i].name);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_endings (void)
{
  g_assert_cmpstr (drill_incident_format_ending (DRILL_ENDING_FAILED, TRUE), ==, "Out of time");
  g_assert_cmpstr (drill_incident_format_ending (DRILL_ENDING_FAILED, FALSE), ==, "Failed");
  g_assert_cmpstr (drill_incident_format_word ("mitigated"), ==, "Mitigated");
  g_assert_cmpstr (drill_incident_format_word (NULL), ==, "Not finished");
  g_assert_cmpstr (drill_incident_format_word ("of another version"), ==, "Not finished");
}

static void
test_log_levels (void)
{
  g_assert_cmpstr (drill_incident_format_severity (0), ==, "");
  g_assert_cmpstr (drill_incident_format_severity (30), ==, "info");
  g_assert_cmpstr (drill_incident_format_severity (45), ==, "warning");
  g_assert_cmpstr (drill_incident_format_severity (60), ==, "fatal");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/incident-format/clock", test_clock);
  g_test_add_func ("/incident-format/durations", test_durations);
  g_test_add_func ("/incident-format/never-reached", test_never_reached);
  g_test_add_func ("/incident-format/points", test_points);
  g_test_add_func ("/incident-format/phases", test_phases);
  g_test_add_func ("/incident-format/endings", test_endings);
  g_test_add_func ("/incident-format/log-levels", test_log_levels);

  return g_test_run ();
}
