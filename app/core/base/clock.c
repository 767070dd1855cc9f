/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Two clocks in one object. The wall clock (ms since 1970, UTC) dates facts; it
 * may jump when the user or NTP sets it. The monotonic clock measures how long
 * something took; it never goes back, and stands still while suspended.
 */

#include "config.h"

#include "base/clock.h"

struct _DrillClock
{
  gatomicrefcount ref_count;
  gboolean        fake;
  GMutex          lock;
  gint64          wall_ms;
  gint64          monotonic_ms;
};

static DrillClock *
clock_new (void)
{
  DrillClock *self = g_new0 (DrillClock, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);

  return self;
}

DrillClock *
drill_clock_new_system (void)
{
  return clock_new ();
}

/* A clock that stands at @wall_ms until a test moves it. */
DrillClock *
drill_clock_new_fake (gint64 wall_ms)
{
  DrillClock *self = clock_new ();

  self->fake = TRUE;
  self->wall_ms = wall_ms;

  return self;
}

DrillClock *
drill_clock_ref (DrillClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
drill_clock_unref (DrillClock *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    {
      g_mutex_clear (&self->lock);
      g_free (self);
    }
}

static gint64
read_fake (DrillClock   *self,
           const gint64 *field)
{
  gint64 value;

  g_mutex_lock (&self->lock);
  value = *field;
  g_mutex_unlock (&self->lock);

  return value;
}

gint64
drill_clock_wall_ms (DrillClock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fake ? read_fake (self, &self->wall_ms) : g_get_real_time () / 1000;
}

gint64
drill_clock_monotonic_ms (DrillClock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fake ? read_fake (self, &self->monotonic_ms) : g_get_monotonic_time () / 1000;
}

/* Lets @ms pass on both clocks. */
void
drill_clock_advance_fake (DrillClock *self,
                          gint64      ms)
{
  g_return_if_fail (self != NULL && self->fake);
  g_return_if_fail (ms >= 0);

  g_mutex_lock (&self->lock);
  self->wall_ms += ms;
  self->monotonic_ms += ms;
  g_mutex_unlock (&self->lock);
}

/* Sets the wall clock, back or forward, as a user can; no time passes. */
void
drill_clock_set_fake (DrillClock *self,
                      gint64      wall_ms)
{
  g_return_if_fail (self != NULL && self->fake);

  g_mutex_lock (&self->lock);
  self->wall_ms = wall_ms;
  g_mutex_unlock (&self->lock);
}
