/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Real time becomes time of the run in small steps, as long as somebody is there:
 * the clock stands still while the player has stopped it, while the page is not
 * on the screen, while the window is not the active one, and for any time in
 * which the program itself stood still (a laptop asleep, a stopped process).
 */

#include "config.h"

#include "ui/incident/ticker.h"

#define TICK_MS 250

/* A step longer than this means that the program was not running. */
#define LONGEST_STEP_MS 2000

struct _DrillTicker
{
  GObject    parent_instance;

  DrillPlay *play;
  GtkWidget *widget; /* weak: the page that the player looks at */
  guint      source;
  gint64     last_ms;
  gint64     rest_ms; /* of simulated time that is less than a second */
  gboolean   paused;
  gboolean   running;
};

enum
{
  PROP_0,
  PROP_PAUSED,
  PROP_RUNNING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DrillTicker, drill_ticker, G_TYPE_OBJECT)

static gint64
now_ms (DrillTicker *self)
{
  return drill_clock_monotonic_ms (drill_study_get_clock (drill_play_get_study (self->play)));
}

static gboolean
is_looked_at (DrillTicker *self)
{
  GtkRoot *root;

  if (self->widget == NULL || !gtk_widget_get_mapped (self->widget))
    return FALSE;

  root = gtk_widget_get_root (self->widget);

  return GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root));
}

static void
update_running (DrillTicker *self)
{
  gboolean running = drill_play_get_pace (self->play) > 0 && !self->paused && is_looked_at (self) &&
                     !drill_run_is_over (drill_play_get_run (self->play));

  if (self->running == running)
    return;

  self->running = running;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static gboolean
tick_cb (gpointer data)
{
  drill_ticker_tick (data);

  return G_SOURCE_CONTINUE;
}

static void
drill_ticker_dispose (GObject *object)
{
  DrillTicker *self = DRILL_TICKER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->play);

  G_OBJECT_CLASS (drill_ticker_parent_class)->dispose (object);
}

static void
drill_ticker_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  DrillTicker *self = DRILL_TICKER (object);

  switch (prop_id)
    {
    case PROP_PAUSED:
      g_value_set_boolean (value, self->paused);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_ticker_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_PAUSED:
      drill_ticker_set_paused (DRILL_TICKER (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
drill_ticker_class_init (DrillTickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = drill_ticker_dispose;
  object_class->get_property = drill_ticker_get_property;
  object_class->set_property = drill_ticker_set_property;

  properties[PROP_PAUSED] =
    g_param_spec_boolean ("paused", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RUNNING] =
    g_param_spec_boolean ("running", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
drill_ticker_init (DrillTicker *self)
{
}

/* @widget: stays the owner's; while it is not on the screen no time passes. A run
 * without pressure never ticks. */
DrillTicker *
drill_ticker_new (DrillPlay *play,
                  GtkWidget *widget)
{
  DrillTicker *self;

  g_return_val_if_fail (DRILL_IS_PLAY (play), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (DRILL_TYPE_TICKER, NULL);
  self->play = g_object_ref (play);
  g_set_weak_pointer (&self->widget, widget);
  self->last_ms = now_ms (self);
  if (drill_play_get_pace (play) > 0)
    self->source = g_timeout_add (TICK_MS, tick_cb, self);

  return self;
}

gboolean
drill_ticker_get_paused (DrillTicker *self)
{
  g_return_val_if_fail (DRILL_IS_TICKER (self), FALSE);

  return self->paused;
}

void
drill_ticker_set_paused (DrillTicker *self,
                         gboolean     paused)
{
  g_return_if_fail (DRILL_IS_TICKER (self));

  paused = !!paused;
  if (self->paused == paused)
    return;

  /* What passed until now counts, what passes during the pause does not. */
  drill_ticker_tick (self);
  self->paused = paused;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAUSED]);
  update_running (self);
}

gboolean
drill_ticker_get_running (DrillTicker *self)
{
  g_return_val_if_fail (DRILL_IS_TICKER (self), FALSE);

  return self->running;
}

/* Passes on what the clock says. A timer calls this; a test may. */
void
drill_ticker_tick (DrillTicker *self)
{
  gint64  now;
  gint64  step;
  gint64  seconds;
  guint   pace;

  g_return_if_fail (DRILL_IS_TICKER (self));

  now = now_ms (self);
  step = now - self->last_ms;
  self->last_ms = now;
  update_running (self);
  pace = drill_play_get_pace (self->play);
  if (!self->running || step <= 0 || step > LONGEST_STEP_MS)
    return;

  self->rest_ms += step * 60 / pace;
  seconds = self->rest_ms / 1000;
  self->rest_ms %= 1000;
  if (seconds == 0)
    return;

  /* The run may end, and with it the page that owns the ticker. */
  g_object_ref (self);
  drill_play_pass (self->play, seconds);
  update_running (self);
  g_object_unref (self);
}
