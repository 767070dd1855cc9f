/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Study days. Memory is measured in days as the learner lives them: a day ends
 * when its night does, at the roll-over hour of the local clock.
 *
 *     number = floor ((local time - roll-over) / 24 h),  0 = 1970-01-01
 *
 * where local time is the wall clock plus the zone's offset at that instant.
 * A day may thus last 23 or 25 hours, or 4, or not exist at all where a zone
 * crossed the date line; numbers stay the calendar's.
 *
 * Where the clock is put back across the roll-over, local time passes it twice.
 * A day that has begun is not unbegun: the first passing counts.
 */

#include "config.h"

#include "memory/study-day.h"

#define HOUR_MS (G_GINT64_CONSTANT (3600) * 1000)
#define DAY_MS (24 * HOUR_MS)

/* No zone is farther than this from UTC, in seconds; with a margin. */
#define OFFSET_MAX (G_GINT64_CONSTANT (26) * 3600)

/* The years 1 to 9999 in ms; times beyond mean nothing to a calendar. */
#define TIME_MIN (G_GINT64_CONSTANT (-62135596800) * 1000)
#define TIME_MAX (G_GINT64_CONSTANT (253402300799) * 1000)

static gint64
floor_divide (gint64 a,
              gint64 b)
{
  gint64 quotient = a / b;

  return a % b < 0 ? quotient - 1 : quotient;
}

static int
interval_at (GTimeZone *time_zone,
             gint64     utc_seconds)
{
  return g_time_zone_find_interval (time_zone,
                                    G_TIME_TYPE_UNIVERSAL,
                                    utc_seconds);
}

static gint64
offset_ms_at (GTimeZone *time_zone,
              gint64     utc_ms)
{
  int interval = interval_at (time_zone, floor_divide (utc_ms, 1000));

  return g_time_zone_get_offset (time_zone, interval)
         * G_GINT64_CONSTANT (1000);
}

/* The first second in [low, high] at which the zone is in @interval or a later
 * one. GTimeZone numbers its intervals in order of time but does not say when
 * they begin. */
static gint64
find_interval_start (GTimeZone *time_zone,
                     int        interval,
                     gint64     low,
                     gint64     high)
{
  while (low < high)
    {
      gint64 middle = low + (high - low) / 2;

      if (interval_at (time_zone, middle) >= interval)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/**
 * drill_study_day_start:
 * @rollover_hour: from 0 to 23
 *
 * Returns: the first instant, in ms since 1970 UTC, at which the local clock
 *   has reached the roll-over of @day. When a change of the clock leaps over
 *   it, that is the instant of the change.
 */
gint64
drill_study_day_start (int        day,
                       GTimeZone *time_zone,
                       int        rollover_hour)
{
  gint64 boundary = day * DAY_MS + rollover_hour * HOUR_MS;
  gint64 low = floor_divide (boundary, 1000) - OFFSET_MAX;
  gint64 high = low + 2 * OFFSET_MAX;
  int    last;

  g_return_val_if_fail (time_zone != NULL, 0);
  g_return_val_if_fail (rollover_hour >= 0 && rollover_hour < 24, 0);

  last = interval_at (time_zone, high);
  for (int i = interval_at (time_zone, low); i < last; i++)
    {
      gint64 begin = find_interval_start (time_zone, i, low, high);
      gint64 end = find_interval_start (time_zone, i + 1, low, high);
      gint64 offset = g_time_zone_get_offset (time_zone, i);
      gint64 reached = MAX (begin * 1000, boundary - offset * 1000);

      if (reached < end * 1000)
        return reached;
    }

  return MAX (find_interval_start (time_zone, last, low, high) * 1000,
              boundary
                - g_time_zone_get_offset (time_zone, last)
                    * G_GINT64_CONSTANT (1000));
}

/**
 * drill_study_day_number:
 * @wall_ms: ms since 1970, UTC
 * @rollover_hour: from 0 to 23
 *
 * Returns: the number of the local study day; it never falls while time goes on
 */
int
drill_study_day_number (gint64     wall_ms,
                        GTimeZone *time_zone,
                        int        rollover_hour)
{
  gint64 offset;
  int    day;

  g_return_val_if_fail (time_zone != NULL, 0);
  g_return_val_if_fail (rollover_hour >= 0 && rollover_hour < 24, 0);

  wall_ms = CLAMP (wall_ms, TIME_MIN, TIME_MAX);
  offset = offset_ms_at (time_zone, wall_ms);
  day = (int) floor_divide (wall_ms + offset - rollover_hour * HOUR_MS, DAY_MS);

  /* Only a clock that was put back within the last day can have passed the
   * roll-over before. */
  if (offset < offset_ms_at (time_zone, wall_ms - DAY_MS)
      && drill_study_day_start (day + 1, time_zone, rollover_hour) <= wall_ms)
    day++;

  return day;
}

/* Days between two reviews; 0 when the clock was set back in between. */
int
drill_study_day_elapsed (int last_day,
                         int today)
{
  return today > last_day ? today - last_day : 0;
}

/* Returns: from 0 for Monday to 6 for Sunday, as the night still belongs to the
 * day before */
int
drill_study_day_weekday (int day)
{
  /* Day 0 was a Thursday. */
  int weekday = (day % 7 + 3) % 7;

  return weekday < 0 ? weekday + 7 : weekday;
}
