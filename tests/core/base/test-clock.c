/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "base/clock.h"

static void
test_fake_stands_still (void)
{
  g_autoptr (DrillClock) clock = drill_clock_new_fake (1700000000000);

  g_assert_cmpint (drill_clock_wall_ms (clock), ==, 1700000000000);
  g_assert_cmpint (drill_clock_wall_ms (clock), ==, 1700000000000);
  g_assert_cmpint (drill_clock_monotonic_ms (clock), ==, 0);
}

static void
test_fake_advances_both (void)
{
  g_autoptr (DrillClock) clock = drill_clock_new_fake (5000);

  drill_clock_advance_fake (clock, 250);
  g_assert_cmpint (drill_clock_wall_ms (clock), ==, 5250);
  g_assert_cmpint (drill_clock_monotonic_ms (clock), ==, 250);
}

static void
test_fake_wall_jumps_alone (void)
{
  g_autoptr (DrillClock) clock = drill_clock_new_fake (5000);

  drill_clock_advance_fake (clock, 100);
  drill_clock_set_fake (clock, 1000);
  g_assert_cmpint (drill_clock_wall_ms (clock), ==, 1000);
  g_assert_cmpint (drill_clock_monotonic_ms (clock), ==, 100);
}

static void
test_fake_suspends (void)
{
  g_autoptr (DrillClock) clock = drill_clock_new_fake (5000);
  DrillClockReading      reading;

  drill_clock_advance_fake (clock, 100);
  drill_clock_suspend_fake (clock, 50);
  drill_clock_read (clock, &reading);
  g_assert_cmpuint (reading.boot, ==, 1);
  g_assert_cmpint (reading.boot_ms, ==, 150);
  g_assert_cmpint (reading.monotonic_ms, ==, 100);
  g_assert_cmpint (reading.wall_ms, ==, 5150);
}

static void
test_fake_reboots (void)
{
  g_autoptr (DrillClock) clock = drill_clock_new_fake (5000);
  DrillClockReading      reading;

  drill_clock_advance_fake (clock, 100);
  drill_clock_reboot_fake (clock, 50);
  drill_clock_advance_fake (clock, 7);
  drill_clock_read (clock, &reading);
  g_assert_cmpuint (reading.boot, ==, 2);
  g_assert_cmpint (reading.boot_ms, ==, 7);
  g_assert_cmpint (reading.monotonic_ms, ==, 7);
  g_assert_cmpint (reading.wall_ms, ==, 5157);
}

/* Each way of asking gives one truth, and a second look is not earlier. */
static void
test_system_reads_all (void)
{
  g_autoptr (DrillClock) clock = drill_clock_new_system ();
  g_autoptr (DrillClock) again = drill_clock_new_system ();
  DrillClockReading      first, second;

  drill_clock_read (clock, &first);
  drill_clock_read (again, &second);
  g_assert_cmpuint (second.boot, ==, first.boot);
  g_assert_cmpint (second.boot_ms, >=, first.boot_ms);
  g_assert_cmpint (second.monotonic_ms, >=, first.monotonic_ms);
  g_assert_cmpint (first.boot_ms, >=, first.monotonic_ms - 1);
  g_assert_cmpint (drill_clock_monotonic_ms (clock), >=, second.monotonic_ms);
}

static void
test_system_follows_glib (void)
{
  g_autoptr (DrillClock) clock = drill_clock_new_system ();
  gint64                 before = g_get_real_time () / 1000;
  gint64                 wall = drill_clock_wall_ms (clock);
  gint64                 first = drill_clock_monotonic_ms (clock);

  g_assert_cmpint (wall, >=, before);
  g_assert_cmpint (wall, <=, g_get_real_time () / 1000);
  g_assert_cmpint (drill_clock_monotonic_ms (clock), >=, first);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/fake/stands-still", test_fake_stands_still);
  g_test_add_func ("/clock/fake/advances-both", test_fake_advances_both);
  g_test_add_func ("/clock/fake/wall-jumps-alone", test_fake_wall_jumps_alone);
  g_test_add_func ("/clock/fake/suspends", test_fake_suspends);
  g_test_add_func ("/clock/fake/reboots", test_fake_reboots);
  g_test_add_func ("/clock/system/reads-all", test_system_reads_all);
  g_test_add_func ("/clock/system/follows-glib", test_system_follows_glib);

  return g_test_run ();
}
