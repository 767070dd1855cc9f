/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * An honest clock for whoever works against time.
 *
 *   one boot of the machine     the boot clock is exact, and nobody can set it
 *   the machine was restarted   the wall clock, if it can be believed:
 *                                 less than the machine has been up since then, or
 *                                 more than a month: only that uptime is certain
 *
 * So a wall clock that is set while the machine runs changes nothing, and one that
 * is set across a restart can hide the time that the machine was off and no more.
 */

#include "config.h"

#include "study/stopwatch.h"

/* Nobody is away from a running attempt for longer; a clock that says so lies. */
#define MAX_AWAY_MS (31 * 24 * G_GINT64_CONSTANT (3600000))

/* Between two ticks of a clock that is slowly put right, and without a name for
 * the boot, this much of a difference says nothing. */
#define TOLERANCE_MS 5000

/* Readings come from a file, so nothing is certain about their size. */
static gint64
difference (gint64 from,
            gint64 to)
{
  gint64 result;

  if (__builtin_sub_overflow (to, from, &result))
    return to > from ? G_MAXINT64 : G_MININT64 + 1;

  return MAX (result, G_MININT64 + 1);
}

static gboolean
same_boot (const DrillClockReading *from,
           const DrillClockReading *to)
{
  gint64 boot, wall;

  if (from->boot != 0 || to->boot != 0)
    return from->boot == to->boot && to->boot_ms >= from->boot_ms;

  boot = difference (from->boot_ms, to->boot_ms);
  wall = difference (from->wall_ms, to->wall_ms);

  return boot >= 0 && ABS (difference (boot, wall)) <= TOLERANCE_MS;
}

/**
 * drill_stopwatch_running:
 * @suspended: whether the time that the machine was suspended counts
 *
 * Returns: the time between two readings of one process
 */
gint64
drill_stopwatch_running (const DrillClockReading *from,
                         const DrillClockReading *to,
                         gboolean                 suspended)
{
  g_return_val_if_fail (from != NULL && to != NULL, 0);

  if (suspended)
    return MAX (difference (from->boot_ms, to->boot_ms), 0);

  return MAX (difference (from->monotonic_ms, to->monotonic_ms), 0);
}

/**
 * drill_stopwatch_away:
 * @doubtful: (out): whether more may have passed than can be told
 *
 * Returns: the time between two readings of which the second is another process's
 */
gint64
drill_stopwatch_away (const DrillClockReading *from,
                      const DrillClockReading *to,
                      gboolean                *doubtful)
{
  gint64 certain, wall;

  g_return_val_if_fail (from != NULL && to != NULL && doubtful != NULL, 0);

  *doubtful = FALSE;
  if (same_boot (from, to))
    return MAX (difference (from->boot_ms, to->boot_ms), 0);

  certain = MAX (to->boot_ms, 0);
  wall = difference (from->wall_ms, to->wall_ms);
  if (wall >= certain && wall <= MAX_AWAY_MS)
    return wall;

  *doubtful = wall > MAX_AWAY_MS || wall < certain - TOLERANCE_MS;
  return certain;
}

/**
 * drill_stopwatch_notice:
 * @limit_ms: how much time there was in all
 * @before_ms: how much was left when this was asked last
 * @left_ms: how much is left now
 *
 * Returns: what is worth saying now, the last of it when several moments have gone
 *   by; each is said once, and none that the limit itself is below
 */
DrillNotice
drill_stopwatch_notice (gint64 limit_ms,
                        gint64 before_ms,
                        gint64 left_ms)
{
  const struct
  {
    DrillNotice notice;
    gint64      at_ms;
  } moments[] = {
    { DRILL_NOTICE_ONE_MINUTE, 60000 },
    { DRILL_NOTICE_FIVE_MINUTES, 5 * 60000 },
    { DRILL_NOTICE_HALF, limit_ms / 2 },
  };
  DrillNotice found = DRILL_NOTICE_NONE;
  gint64      found_ms = G_MAXINT64;

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      gint64 at_ms = moments[i].at_ms;

      if (at_ms < limit_ms && before_ms > at_ms && left_ms <= at_ms && at_ms < found_ms)
        {
          found = moments[i].notice;
          found_ms = at_ms;
        }
    }

  return left_ms > 0 ? found : DRILL_NOTICE_NONE;
}
