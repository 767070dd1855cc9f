/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where time comes from, so that a test can own it. Reference counted,
 * immutable but for the fakes; safe to read from any thread. */
typedef struct _DrillClock DrillClock;

/**
 * DrillClockReading:
 * @boot: names the run of the machine; 0 when it cannot be told
 * @boot_ms: since the machine was started, whether it was awake or suspended
 * @monotonic_ms: since it was started, without the time it was suspended
 * @wall_ms: since 1970, UTC, as it was set at that moment
 *
 * All clocks at one moment. Two readings of one @boot tell exactly how much time
 * is between them, whatever was done to the wall clock.
 */
typedef struct
{
  guint64 boot;
  gint64  boot_ms;
  gint64  monotonic_ms;
  gint64  wall_ms;
} DrillClockReading;

DrillClock *drill_clock_new_system (void) G_GNUC_WARN_UNUSED_RESULT;
DrillClock *drill_clock_new_fake   (gint64      wall_ms) G_GNUC_WARN_UNUSED_RESULT;
DrillClock *drill_clock_ref        (DrillClock *self);
void        drill_clock_unref      (DrillClock *self);

gint64      drill_clock_wall_ms      (DrillClock *self);
gint64      drill_clock_monotonic_ms (DrillClock *self);
void        drill_clock_read         (DrillClock        *self,
                                      DrillClockReading *reading);

void        drill_clock_advance_fake (DrillClock *self,
                                      gint64      ms);
void        drill_clock_set_fake     (DrillClock *self,
                                      gint64      wall_ms);
void        drill_clock_suspend_fake (DrillClock *self,
                                      gint64      ms);
void        drill_clock_reboot_fake  (DrillClock *self,
                                      gint64      off_ms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillClock, drill_clock_unref)

G_END_DECLS
