/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where time comes from, so that a test can own it. Reference counted,
 * immutable but for drill_clock_set_fake(); safe to read from any thread. */
typedef struct _DrillClock DrillClock;

DrillClock *drill_clock_new_system (void) G_GNUC_WARN_UNUSED_RESULT;
DrillClock *drill_clock_new_fake   (gint64      wall_ms) G_GNUC_WARN_UNUSED_RESULT;
DrillClock *drill_clock_ref        (DrillClock *self);
void        drill_clock_unref      (DrillClock *self);

gint64      drill_clock_wall_ms      (DrillClock *self);
gint64      drill_clock_monotonic_ms (DrillClock *self);

void        drill_clock_advance_fake (DrillClock *self,
                                      gint64      ms);
void        drill_clock_set_fake     (DrillClock *self,
                                      gint64      wall_ms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillClock, drill_clock_unref)

G_END_DECLS
