/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Study days across zones, changes of the clock and the date line.
 */

#include "config.h"

#include "memory/study-day.h"

#define HOUR_MS G_GINT64_CONSTANT (3600000)
#define DAY_MS (24 * HOUR_MS)

static gint64
utc_ms (const char *iso)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, utc);

  g_assert_nonnull (time);

  return g_date_time_to_unix (time) * 1000;
}

static int
calendar_day (const char *date)
{
  g_autofree char *iso = g_strconcat (date, "T00:00:00Z", NULL);

  return (int) (utc_ms (iso) / DAY_MS);
}

static GTimeZone *
zone (const char *name)
{
  GTimeZone *time_zone = g_time_zone_new_identifier (name);

  g_assert_nonnull (time_zone);

  return time_zone;
}

/* An instant and the calendar date that its study day has. */
static void
test_number (void)
{
  static const struct
  {
    const char *zone;
    int         rollover;
    const char *instant;
    const char *day;
  } rows[] = {
    { "UTC", 0, "1970-01-01T00:00:00Z", "1970-01-01" },
    { "UTC", 4, "2026-01-05T03:59:59Z", "2026-01-04" },
    { "UTC", 4, "2026-01-05T04:00:00Z", "2026-01-05" },
    { "Europe/Berlin", 4, "2026-01-05T02:59:59Z", "2026-01-04" },
    { "Europe/Berlin", 4, "2026-01-05T03:00:00Z", "2026-01-05" },
    { "Europe/Berlin", 4, "2026-07-05T01:59:59Z", "2026-07-04" },
    { "Europe/Berlin", 4, "2026-07-05T02:00:00Z", "2026-07-05" },
    /* The clock leaps from 2 to 3 at 01:00 UTC, over a roll-over at 2. */
    { "Europe/Berlin", 2, "2026-03-29T00:59:59Z", "2026-03-28" },
    { "Europe/Berlin", 2, "2026-03-29T01:00:00Z", "2026-03-29" },
    { "Europe/Berlin", 3, "2026-03-29T00:59:59Z", "2026-03-28" },
    { "Europe/Berlin", 3, "2026-03-29T01:00:00Z", "2026-03-29" },
    /* It falls from 3 to 2 at 01:00 UTC; 2 o'clock has been before. */
    { "Europe/Berlin", 2, "2026-10-24T23:59:59Z", "2026-10-24" },
    { "Europe/Berlin", 2, "2026-10-25T00:00:00Z", "2026-10-25" },
    { "Europe/Berlin", 2, "2026-10-25T01:00:00Z", "2026-10-25" },
    { "Europe/Berlin", 3, "2026-10-25T00:59:59Z", "2026-10-24" },
    { "Europe/Berlin", 3, "2026-10-25T01:59:59Z", "2026-10-24" },
    { "Europe/Berlin", 3, "2026-10-25T02:00:00Z", "2026-10-25" },
    { "America/New_York", 4, "2026-01-05T08:59:59Z", "2026-01-04" },
    { "America/New_York", 4, "2026-01-05T09:00:00Z", "2026-01-05" },
    { "America/New_York", 2, "2026-03-08T06:59:59Z", "2026-03-07" },
    { "America/New_York", 2, "2026-03-08T07:00:00Z", "2026-03-08" },
    { "America/New_York", 1, "2026-11-01T04:59:59Z", "2026-10-31" },
    { "America/New_York", 1, "2026-11-01T05:00:00Z", "2026-11-01" },
    { "America/New_York", 1, "2026-11-01T06:30:00Z", "2026-11-01" },
    { "America/New_York", 2, "2026-11-01T06:59:59Z", "2026-10-31" },
    { "America/New_York", 2, "2026-11-01T07:00:00Z", "2026-11-01" },
    { "Asia/Kolkata", 4, "2026-01-04T22:29:59Z", "2026-01-04" },
    { "Asia/Kolkata", 4, "2026-01-04T22:30:00Z", "2026-01-05" },
    /* Half an hour: +11 to +10:30 at 2 o'clock, and back. */
    { "Australia/Lord_Howe", 2, "2026-04-04T14:59:59Z", "2026-04-04" },
    { "Australia/Lord_Howe", 2, "2026-04-04T15:29:59Z", "2026-04-04" },
    { "Australia/Lord_Howe", 2, "2026-04-04T15:30:00Z", "2026-04-05" },
    { "Australia/Lord_Howe", 2, "2026-10-03T15:29:59Z", "2026-10-03" },
    { "Australia/Lord_Howe", 2, "2026-10-03T15:30:00Z", "2026-10-04" },
    /* Samoa went from the 29th to the 31st of December 2011 at midnight. */
    { "Pacific/Apia", 4, "2011-12-30T09:59:59Z", "2011-12-29" },
    { "Pacific/Apia", 4, "2011-12-30T10:00:00Z", "2011-12-30" },
    { "Pacific/Apia", 4, "2011-12-30T13:59:59Z", "2011-12-30" },
    { "Pacific/Apia", 4, "2011-12-30T14:00:00Z", "2011-12-31" },
    { "Pacific/Apia", 0, "2011-12-30T09:59:59Z", "2011-12-29" },
    { "Pacific/Apia", 0, "2011-12-30T10:00:00Z", "2011-12-31" },
    /* Newfoundland fell back one minute after midnight: the new day, once
     * begun, goes on. */
    { "America/St_Johns", 0, "2010-11-07T02:29:59Z", "2010-11-06" },
    { "America/St_Johns", 0, "2010-11-07T02:30:30Z", "2010-11-07" },
    { "America/St_Johns", 0, "2010-11-07T02:31:00Z", "2010-11-07" },
    { "America/St_Johns", 0, "2010-11-07T03:29:00Z", "2010-11-07" },
    { "America/St_Johns", 0, "2010-11-07T03:31:00Z", "2010-11-07" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) time_zone = zone (rows[i].zone);

      g_test_message ("%s, %d, %s",
                      rows[i].zone,
                      rows[i].rollover,
                      rows[i].instant);
      g_assert_cmpint (drill_study_day_number (utc_ms (rows[i].instant),
                                               time_zone,
                                               rows[i].rollover),
                       ==,
                       calendar_day (rows[i].day));
    }
}

static void
test_start (void)
{
  static const struct
  {
    const char *zone;
    int         rollover;
    const char *day;
    const char *instant;
  } rows[] = {
    { "UTC", 4, "2026-01-05", "2026-01-05T04:00:00Z" },
    { "Europe/Berlin", 4, "2026-01-05", "2026-01-05T03:00:00Z" },
    { "Europe/Berlin", 2, "2026-03-29", "2026-03-29T01:00:00Z" },
    { "Europe/Berlin", 4, "2026-03-29", "2026-03-29T02:00:00Z" },
    { "Europe/Berlin", 2, "2026-10-25", "2026-10-25T00:00:00Z" },
    { "Europe/Berlin", 3, "2026-10-25", "2026-10-25T02:00:00Z" },
    { "America/New_York", 2, "2026-03-08", "2026-03-08T07:00:00Z" },
    { "America/New_York", 1, "2026-11-01", "2026-11-01T05:00:00Z" },
    { "Asia/Kolkata", 4, "2026-01-05", "2026-01-04T22:30:00Z" },
    { "Australia/Lord_Howe", 2, "2026-04-05", "2026-04-04T15:30:00Z" },
    { "Australia/Lord_Howe", 2, "2026-10-04", "2026-10-03T15:30:00Z" },
    { "Pacific/Apia", 4, "2011-12-30", "2011-12-30T10:00:00Z" },
    { "Pacific/Apia", 4, "2011-12-31", "2011-12-30T14:00:00Z" },
    { "Pacific/Apia", 0, "2011-12-30", "2011-12-30T10:00:00Z" },
    { "Pacific/Apia", 0, "2011-12-31", "2011-12-30T10:00:00Z" },
    { "America/St_Johns", 0, "2010-11-07", "2010-11-07T02:30:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) time_zone = zone (rows[i].zone);

      g_test_message ("%s, %d, %s",
                      rows[i].zone,
                      rows[i].rollover,
                      rows[i].day);
      g_assert_cmpint (drill_study_day_start (calendar_day (rows[i].day),
                                              time_zone,
                                              rows[i].rollover),
                       ==,
                       utc_ms (rows[i].instant));
    }
}

/* In any zone: numbers never fall, a day is in force from its start on, and the
 * millisecond before belongs to an earlier one. */
static void
test_properties (void)
{
  static const char *const names[] = {
    "Europe/Berlin",     "America/New_York",    "Pacific/Apia",
    "Asia/Kolkata",      "Australia/Lord_Howe", "America/St_Johns",
    "Africa/Casablanca",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GTimeZone) time_zone = zone (names[i]);

      for (guint n = 0; n < 300; n++)
        {
          int    rollover = g_test_rand_int_range (0, 24);
          int    day = g_test_rand_int_range (7000, 24000);
          gint64 start = drill_study_day_start (day, time_zone, rollover);
          gint64 later
            = start
              + g_test_rand_int_range (0, 90000) * G_GINT64_CONSTANT (1000);

          g_assert_cmpint (drill_study_day_number (start, time_zone, rollover),
                           >=,
                           day);
          g_assert_cmpint (drill_study_day_number (start - 1,
                                                   time_zone,
                                                   rollover),
                           <,
                           day);
          g_assert_cmpint (drill_study_day_number (later, time_zone, rollover),
                           >=,
                           day);
          g_assert_cmpint (start,
                           <=,
                           drill_study_day_start (day + 1,
                                                  time_zone,
                                                  rollover));
        }
    }
}

static void
test_elapsed_and_weekday (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  g_assert_cmpint (drill_study_day_elapsed (10, 17), ==, 7);
  g_assert_cmpint (drill_study_day_elapsed (10, 10), ==, 0);
  g_assert_cmpint (drill_study_day_elapsed (17, 10), ==, 0);

  g_assert_cmpint (drill_study_day_weekday (0), ==, 3);
  g_assert_cmpint (drill_study_day_weekday (-3), ==, 0);
  g_assert_cmpint (drill_study_day_weekday (calendar_day ("2026-11-22")),
                   ==,
                   6);

  /* A clock gone mad is no reason to stop. */
  g_assert_cmpint (drill_study_day_number (G_MAXINT64, utc, 4), >, 0);
  g_assert_cmpint (drill_study_day_number (G_MININT64, utc, 4), <, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/study-day/number", test_number);
  g_test_add_func ("/memory/study-day/start", test_start);
  g_test_add_func ("/memory/study-day/properties", test_properties);
  g_test_add_func ("/memory/study-day/elapsed-and-weekday",
                   test_elapsed_and_weekday);

  return g_test_run ();
}
