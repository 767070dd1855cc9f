/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "incident/timeline.h"
#include "support.h"

#include <math.h>
#include <string.h>

/* lag in the small scenario's recording: 10 ms at 0 min, 20 at 10, 80 at 20,
 * 200 at 60. The history is 10 minutes, so the run starts at 20 ms. */

static DrillScenario *
load (const char *regimes)
{
  char            *folder = test_folder_new ();
  g_autofree char *text = test_replace (test_small_scenario, "```regime calm\n", regimes);
  DrillScenario   *scenario = test_parse (folder, text);

  test_folder_free (folder);
  return scenario;
}

static void
assert_sample (const DrillTimeline *timeline,
               DrillScenario       *scenario,
               guint                series,
               double               time,
               double               value)
{
  double sample = drill_timeline_sample (timeline, scenario, series, time);

  g_test_message ("%g s: %g", time, sample);
  if (isnan (value))
    g_assert_true (isnan (sample));
  else
    g_assert_cmpfloat_with_epsilon (sample, value, 1e-12);
}

static void
test_play (void)
{
  g_autoptr (DrillScenario) scenario = load ("```regime calm\n");
  DrillTimeline timeline = { 0 };

  drill_timeline_start (&timeline, scenario);
  assert_sample (&timeline, scenario, 0, -601, NAN);
  assert_sample (&timeline, scenario, 0, -600, 0.010);
  assert_sample (&timeline, scenario, 0, -300, 0.015);
  assert_sample (&timeline, scenario, 0, 0, 0.020);
  assert_sample (&timeline, scenario, 0, 300, 0.050);
  assert_sample (&timeline, scenario, 0, 3000, 0.200);
  assert_sample (&timeline, scenario, 0, 9000, 0.200);
  drill_timeline_clear (&timeline);
}

static void
test_hold_and_ramp (void)
{
  g_autoptr (DrillScenario) scenario = load ("```regime calm\n");
  DrillTimeline timeline = { 0 };

  drill_timeline_start (&timeline, scenario);
  drill_timeline_switch (&timeline, scenario, 300, 1);
  assert_sample (&timeline, scenario, 0, 299, 0.0499);
  assert_sample (&timeline, scenario, 0, 300, 0.050);
  assert_sample (&timeline, scenario, 0, 2000, 0.050);
  /* Errors were at 1.5 % and fall to nothing in two minutes. */
  assert_sample (&timeline, scenario, 1, 300, 0.015);
  assert_sample (&timeline, scenario, 1, 360, 0.0075);
  assert_sample (&timeline, scenario, 1, 420, 0);
  assert_sample (&timeline, scenario, 1, 2000, 0);

  /* Back to playing: each series goes on where it was left. */
  drill_timeline_switch (&timeline, scenario, 900, 0);
  assert_sample (&timeline, scenario, 0, 900, 0.050);
  assert_sample (&timeline, scenario, 0, 1200, 0.080);
  assert_sample (&timeline, scenario, 1, 1200, 0.020);
  g_assert_cmpint (drill_timeline_regime (&timeline), ==, 0);
  drill_timeline_clear (&timeline);
}

static void
test_from (void)
{
  g_autoptr (DrillScenario) scenario = load ("```regime again\n* play metrics/late.csv from 10m\n```\n\n```regime calm\n");
  DrillTimeline timeline = { 0 };

  drill_timeline_start (&timeline, scenario);
  drill_timeline_switch (&timeline, scenario, 600, 1);
  assert_sample (&timeline, scenario, 0, 599.999, 0.0799999);
  assert_sample (&timeline, scenario, 0, 600, 0.020);
  assert_sample (&timeline, scenario, 0, 1200, 0.080);
  drill_timeline_clear (&timeline);
}

static void
test_pulse (void)
{
  g_autoptr (DrillScenario) scenario = load ("```regime calm\n");
  DrillTimeline timeline = { 0 };
  double        min;
  double        max;

  drill_timeline_start (&timeline, scenario);
  drill_timeline_pulse (&timeline, 60, 120, 0, 9);
  drill_timeline_pulse (&timeline, 120, 30, 0, 11);
  assert_sample (&timeline, scenario, 0, 59, 0.0259);
  assert_sample (&timeline, scenario, 0, 60, 9);
  assert_sample (&timeline, scenario, 0, 120, 11);
  assert_sample (&timeline, scenario, 0, 150, 9);
  assert_sample (&timeline, scenario, 0, 180, 0.038);
  assert_sample (&timeline, scenario, 1, 60, 0.011);

  g_assert_true (drill_timeline_range (&timeline, scenario, 0, 0, 300, &min, &max));
  g_assert_cmpfloat_with_epsilon (min, 0.020, 1e-12);
  g_assert_cmpfloat (max, ==, 11);
  g_assert_false (drill_timeline_range (&timeline, scenario, 0, -900, -700, &min, &max));
  drill_timeline_clear (&timeline);
}

static void
collect (double   time,
         double   value,
         gpointer user_data)
{
  DrillPoint point = { time, value };

  g_array_append_val ((GArray *) user_data, point);
}

/* Points come in order, jumps as two points of one time, and the line through
 * them is what sampling says. */
static void
test_walk (void)
{
  g_autoptr (DrillScenario) scenario = load ("```regime again\n* play metrics/late.csv from 0m\n```\n\n```regime calm\n");
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (DrillPoint));
  DrillTimeline timeline = { 0 };
  guint         jumps = 0;

  drill_timeline_start (&timeline, scenario);
  drill_timeline_pulse (&timeline, 100, 50, 0, 3);
  drill_timeline_switch (&timeline, scenario, 900, 1);
  drill_timeline_walk (&timeline, scenario, 0, -700, 900, collect, points);

  for (guint i = 1; i < points->len; i++)
    {
      const DrillPoint *a = &g_array_index (points, DrillPoint, i - 1);
      const DrillPoint *b = &g_array_index (points, DrillPoint, i);

      g_assert_cmpfloat (a->time, <=, b->time);
      if (a->time == b->time)
        jumps++;
      else if (!isnan (a->value) && !isnan (b->value))
        g_assert_cmpfloat_with_epsilon ((a->value + b->value) / 2,
                                        drill_timeline_sample (&timeline, scenario, 0, (a->time + b->time) / 2),
                                        1e-9);
    }
  /* The history begins, the pulse begins and ends, the regime changes. */
  g_assert_cmpuint (jumps, ==, 4);
  g_assert_true (isnan (g_array_index (points, DrillPoint, 0).value));
  g_assert_cmpfloat_with_epsilon (g_array_index (points, DrillPoint, points->len - 1).value, 0.010, 1e-12);
  drill_timeline_clear (&timeline);
}

/* A copy and its original go separate ways and share their past. */
static void
test_copy (void)
{
  g_autoptr (DrillScenario) scenario = load ("```regime calm\n");
  g_autoptr (GArray) changes = NULL;
  DrillTimeline one = { 0 };
  DrillTimeline two;

  drill_timeline_start (&one, scenario);
  drill_timeline_switch (&one, scenario, 60, 1);
  drill_timeline_copy (&two, &one);
  drill_timeline_switch (&two, scenario, 120, 0);
  drill_timeline_pulse (&two, 120, 60, 2, 0);
  drill_timeline_clear (&one);

  changes = drill_timeline_switches (&two);
  g_assert_cmpuint (changes->len, ==, 3);
  g_assert_cmpint (g_array_index (changes, DrillRegimeChange, 0).time, ==, -600);
  g_assert_cmpint (g_array_index (changes, DrillRegimeChange, 1).time, ==, 60);
  g_assert_cmpint (g_array_index (changes, DrillRegimeChange, 2).time, ==, 120);
  assert_sample (&two, scenario, 2, 130, 0);
  drill_timeline_clear (&two);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/incident/timeline/play", test_play);
  g_test_add_func ("/incident/timeline/hold-and-ramp", test_hold_and_ramp);
  g_test_add_func ("/incident/timeline/from", test_from);
  g_test_add_func ("/incident/timeline/pulse", test_pulse);
  g_test_add_func ("/incident/timeline/walk", test_walk);
  g_test_add_func ("/incident/timeline/copy", test_copy);

  return g_test_run ();
}
