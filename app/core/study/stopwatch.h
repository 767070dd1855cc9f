/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/clock.h"

G_BEGIN_DECLS

/* How much time lies between two readings of the clocks; never below 0. Pure. */

gint64 drill_stopwatch_running (const DrillClockReading *from,
                                const DrillClockReading *to,
                                gboolean                 suspended);
gint64 drill_stopwatch_away    (const DrillClockReading *from,
                                const DrillClockReading *to,
                                gboolean                *doubtful);

/* Moments at which one is told how much time is left. */
typedef enum
{
  DRILL_NOTICE_NONE,
  DRILL_NOTICE_HALF,
  DRILL_NOTICE_FIVE_MINUTES,
  DRILL_NOTICE_ONE_MINUTE,
} DrillNotice;

DrillNotice drill_stopwatch_notice (gint64 limit_ms,
                                    gint64 before_ms,
                                    gint64 left_ms);

G_END_DECLS
