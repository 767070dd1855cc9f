/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DrillCardTimer:
 * @since_ms: when it began to run; -1 while it stands still
 * @spent_ms: counted before that
 *
 * Time spent on the card on screen. Times are monotonic: setting the clock changes
 * nothing, and a machine that sleeps counts no time. All zeroes but for @since_ms is a
 * timer that stands still. Pure: the caller says what time it is.
 */
typedef struct
{
  gint64 since_ms;
  gint64 spent_ms;
} DrillCardTimer;

#define DRILL_CARD_TIMER_INIT { -1, 0 }

void   drill_card_timer_reset  (DrillCardTimer       *self);
void   drill_card_timer_run    (DrillCardTimer       *self,
                                gboolean              runs,
                                gint64                now_ms);
gint64 drill_card_timer_get_ms (const DrillCardTimer *self,
                                gint64                now_ms,
                                gint64                most_ms);

G_END_DECLS
