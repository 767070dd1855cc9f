/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A watch that is stopped whenever the learner looks elsewhere. */

#include "config.h"

#include "ui/review/card-timer.h"

/* Back to nothing, and standing still. */
void
drill_card_timer_reset (DrillCardTimer *self)
{
  g_return_if_fail (self != NULL);

  *self = (DrillCardTimer) DRILL_CARD_TIMER_INIT;
}

/* Saying the same twice changes nothing. */
void
drill_card_timer_run (DrillCardTimer *self,
                      gboolean        runs,
                      gint64          now_ms)
{
  g_return_if_fail (self != NULL);

  if (runs == (self->since_ms >= 0))
    return;

  if (runs)
    {
      self->since_ms = MAX (now_ms, 0);
      return;
    }
  self->spent_ms += MAX (now_ms - self->since_ms, 0);
  self->since_ms = -1;
}

/* @most_ms: whoever takes longer was not thinking about the card any more */
gint64
drill_card_timer_get_ms (const DrillCardTimer *self,
                         gint64                now_ms,
                         gint64                most_ms)
{
  gint64 running;

  g_return_val_if_fail (self != NULL, 0);

  running = self->since_ms >= 0 ? MAX (now_ms - self->since_ms, 0) : 0;

  return CLAMP (self->spent_ms + running, 0, most_ms);
}
