/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The clocks of a machine in one object. The wall clock (ms since 1970, UTC) dates
 * facts; it may jump when the user or NTP sets it. The monotonic clock measures how
 * long something took; it never goes back, and stands still while suspended. The
 * boot clock goes on while suspended. The last two begin anew with the machine.
 */

#include "config.h"

#include "base/clock.h"

#include <time.h>

#define BOOT_ID_FILE   "/proc/sys/kernel/random/boot_id"
#define BOOT_ID_DIGITS 16

struct _DrillClock
{
  gatomicrefcount ref_count;
  gboolean        fake;
  GMutex          lock;
  gint64          wall_ms;
  gint64          monotonic_ms;
  gint64          boot_ms;
  guint64         boot;
};

static DrillClock *
clock_new (void)
{
  DrillClock *self = g_new0 (DrillClock, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);

  return self;
}


/* The kernel draws a name for each of its runs. The digits that fit are enough to
 * tell two runs from each other. */
static guint64
read_boot (void)
{
  g_autofree char *text = NULL;
  guint64          boot = 0;
  guint            digits = 0;

  if (!g_file_get_contents (BOOT_ID_FILE, &text, NULL, NULL))
    return 0;

  for (const char *p = text; *p != '\0' && digits < BOOT_ID_DIGITS; p++)
    {
      if (!g_ascii_isxdigit (*p))
        continue;
      boot = boot << 4 | (guint64) g_ascii_xdigit_value (*p);
      digits++;
    }

  return boot;
}

DrillClock *
drill_clock_new_system (void)
{
  DrillClock *self = clock_new ();

  self->boot = read_boot ();

  return self;
}

/* A clock that stands at @wall_ms until a test moves it. */
DrillClock *
drill_clock_new_fake (gint64 wall_ms)
{
  DrillClock *self = clock_new ();

  self->fake = TRUE;
  self->boot = 1;
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

static gint64
system_boot_ms (void)
{
#ifdef CLOCK_BOOTTIME
  struct timespec now;

  if (clock_gettime (CLOCK_BOOTTIME, &now) == 0)
    return (gint64) now.tv_sec * 1000 + now.tv_nsec / 1000000;
#endif

  return g_get_monotonic_time () / 1000;
}

/* @reading: (out caller-allocates) */
void
drill_clock_read (DrillClock        *self,
                  DrillClockReading *reading)
{
  g_return_if_fail (self != NULL && reading != NULL);

  if (self->fake)
    {
      g_mutex_lock (&self->lock);
      reading->boot = self->boot;
      reading->boot_ms = self->boot_ms;
      reading->monotonic_ms = self->monotonic_ms;
      reading->wall_ms = self->wall_ms;
      g_mutex_unlock (&self->lock);
    }
  else
    {
      reading->boot = self->boot;
      reading->boot_ms = system_boot_ms ();
      reading->monotonic_ms = g_get_monotonic_time () / 1000;
      reading->wall_ms = g_get_real_time () / 1000;
    }
}

/* Lets @ms pass on all clocks. */
void
drill_clock_advance_fake (DrillClock *self,
                          gint64      ms)
{
  g_return_if_fail (self != NULL && self->fake);
  g_return_if_fail (ms >= 0);

  g_mutex_lock (&self->lock);
  self->wall_ms += ms;
  self->monotonic_ms += ms;
  self->boot_ms += ms;
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

/* Lets @ms pass while the machine is suspended. */
void
drill_clock_suspend_fake (DrillClock *self,
                          gint64      ms)
{
  g_return_if_fail (self != NULL && self->fake);
  g_return_if_fail (ms >= 0);

  g_mutex_lock (&self->lock);
  self->wall_ms += ms;
  self->boot_ms += ms;
  g_mutex_unlock (&self->lock);
}

/* Lets @off_ms pass while the machine is switched off, and starts it anew. */
void
drill_clock_reboot_fake (DrillClock *self,
                         gint64      off_ms)
{
  g_return_if_fail (self != NULL && self->fake);
  g_return_if_fail (off_ms >= 0);

  g_mutex_lock (&self->lock);
  self->wall_ms += off_ms;
  self->boot_ms = 0;
  self->monotonic_ms = 0;
  self->boot++;
  g_mutex_unlock (&self->lock);
}
