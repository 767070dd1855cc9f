/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The parts of a simulation and the time that passes between them.
 *
 *   an action --> play --changed--> conversation and actions, at once
 *                                   clock and charts, moving from the time
 *                                   before to the time after
 *
 * The run itself has moved on at once: the movement only shows it. Any key ends
 * it, and the next action may be chosen while it lasts.
 *
 * Under time pressure a ticker lets time pass by itself. Clock and charts then
 * follow step by step, without movement, and nothing that the player is at is
 * taken away: neither focus nor page nor scroll position.
 */

#include "config.h"

#include "ui/incident/play-view.h"

#include "ui/incident/actions-view.h"
#include "ui/incident/conversation-view.h"
#include "ui/incident/dashboard.h"
#include "ui/incident/incident-panes.h"
#include "ui/incident/status-bar.h"
#include "ui/incident/ticker.h"
#include "ui/widgets/key-shortcut.h"

#include <glib/gi18n.h>

/* How long a simulated minute takes to pass, and the bounds of the whole. */
#define MS_A_MINUTE 150
#define LEAST_MS 250
#define MOST_MS 1400

struct _DrillPlayView
{
  AdwBin                 parent_instance;

  DrillPlay             *play;
  DrillTicker           *ticker;
  DrillStatusBar        *status;
  DrillConversationView *conversation;
  DrillDashboard        *dashboard;
  DrillActionsView      *actions;
  DrillIncidentPanes    *panes;
  AdwAnimation          *animation; /* (nullable): while time passes */
};

G_DEFINE_FINAL_TYPE (DrillPlayView, drill_play_view, ADW_TYPE_BIN)

static void
show_time (double   time,
           gpointer data)
{
  DrillPlayView *self = data;

  drill_status_bar_set_time (self->status, time);
  drill_dashboard_set_time (self->dashboard, time);
}

static void
end_movement (DrillPlayView *self)
{
  if (self->animation != NULL)
    adw_animation_skip (self->animation);
  g_clear_object (&self->animation);
}

static void
passed_cb (DrillPlayView *self)
{
  drill_conversation_view_refresh (self->conversation);
  drill_actions_view_update (self->actions);
  /* A movement that is going on ends where the clock is by then. */
  if (self->animation != NULL)
    return;

  drill_dashboard_refresh (self->dashboard);
  show_time (drill_run_get_clock (drill_play_get_run (self->play)), self);
}

static void
arrived_cb (DrillPlayView *self)
{
  g_clear_object (&self->animation);
  if (drill_play_get_pace (self->play) > 0)
    passed_cb (self);
}

static void
move_time (DrillPlayView *self,
           gint64         from,
           gint64         to)
{
  AdwAnimationTarget *target;
  gint64              duration = CLAMP ((to - from) * MS_A_MINUTE / 60, LEAST_MS, MOST_MS);

  if (to <= from || !gtk_widget_get_mapped (GTK_WIDGET (self)) || !adw_get_enable_animations (GTK_WIDGET (self)))
    {
      show_time (to, self);
      return;
    }

  target = adw_callback_animation_target_new (show_time, self, NULL);
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), from, to, (guint) duration, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_object (self->animation, "done", G_CALLBACK (arrived_cb), self, G_CONNECT_SWAPPED);
  adw_animation_play (self->animation);
}

static void
focus_actions (DrillPlayView *self)
{
  if (drill_incident_panes_get_narrow (self->panes))
    gtk_widget_child_focus (GTK_WIDGET (self->conversation), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->actions));
}

/* The player may be in the middle of a word. @had_focus: it was on the actions,
 * which are new now. */
static void
tell_interruption (DrillPlayView *self,
                   gboolean       had_focus)
{
  drill_incident_panes_set_news (self->panes, DRILL_PANE_TALK,
                                 drill_incident_panes_get_shown (self->panes) != DRILL_PANE_TALK);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->actions));
}

/* Where the player goes on is a question that has just been asked, else the
 * actions. */
static void
changed_cb (DrillPlayView *self,
            gint64         clock)
{
  DrillQuestionView *before = drill_conversation_view_get_question (self->conversation);
  DrillQuestionView *after;
  gboolean           had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->panes)) == GTK_WIDGET (self->actions);
  guint              n_new;

  end_movement (self);
  drill_conversation_view_refresh (self->conversation);
  drill_actions_view_refresh (self->actions);
  n_new = drill_dashboard_refresh (self->dashboard);
  drill_incident_panes_set_news (self->panes, DRILL_PANE_DASHBOARD, n_new > 0);
  move_time (self, clock, drill_run_get_clock (drill_play_get_run (self->play)));
  if (drill_play_is_passing (self->play))
    {
      tell_interruption (self, had_focus);
      return;
    }

  /* In a narrow window what happened is read before the next action. */
  drill_incident_panes_show (self->panes, DRILL_PANE_TALK);
  after = drill_conversation_view_get_question (self->conversation);
  if (after != NULL && after != before)
    drill_question_view_focus (after);
  else
    focus_actions (self);
}

static void
chosen_cb (DrillPlayView *self,
           const char    *slug)
{
  drill_play_act (self->play, slug);
}

static void
narrow_cb (DrillPlayView *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->panes)) == GTK_WIDGET (self->actions);

  drill_actions_view_set_narrow (self->actions, drill_incident_panes_get_narrow (self->panes));
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->actions));
}

static gboolean
key_pressed_cb (DrillPlayView *self)
{
  end_movement (self);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
action_key_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   data)
{
  DrillPlayView *self = DRILL_PLAY_VIEW (widget);

  return drill_key_shortcut_applies (widget) &&
         drill_actions_view_press (self->actions, g_variant_get_uint32 (args));
}

static gboolean
pause_key_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   data)
{
  DrillPlayView *self = DRILL_PLAY_VIEW (widget);

  if (drill_play_get_pace (self->play) == 0)
    return GDK_EVENT_PROPAGATE;

  drill_ticker_set_paused (self->ticker, !drill_ticker_get_paused (self->ticker));

  return GDK_EVENT_STOP;
}

static gboolean
undo_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  return drill_key_shortcut_applies (widget) &&
         gtk_widget_activate_action (widget, "incident.undo", NULL);
}

static void
drill_play_view_dispose (GObject *object)
{
  DrillPlayView *self = DRILL_PLAY_VIEW (object);

  if (self->animation != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->animation, self);
      adw_animation_reset (self->animation);
    }
  g_clear_object (&self->animation);
  g_clear_object (&self->ticker);
  if (self->play != NULL)
    drill_play_save_rest (self->play);
  g_clear_object (&self->play);

  G_OBJECT_CLASS (drill_play_view_parent_class)->dispose (object);
}

static void
drill_play_view_class_init (DrillPlayViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_play_view_dispose;
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_p, GDK_CONTROL_MASK, pause_key_cb, NULL);
}

static void
drill_play_view_init (DrillPlayView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  for (const guint *key = drill_actions_view_get_keys (); *key != 0; key++)
    drill_key_shortcut_add (GTK_WIDGET (self), *key, action_key_cb, g_variant_new_uint32 (*key));
  drill_key_shortcut_add (GTK_WIDGET (self), GDK_KEY_u, undo_key_cb, NULL);
}

GtkWidget *
drill_play_view_new (DrillPlay *play)
{
  DrillPlayView *self;
  GtkWidget     *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gint64         clock;

  g_return_val_if_fail (DRILL_IS_PLAY (play), NULL);

  self = g_object_new (DRILL_TYPE_PLAY_VIEW, NULL);
  self->play = g_object_ref (play);
  self->ticker = drill_ticker_new (play, GTK_WIDGET (self));
  self->status = DRILL_STATUS_BAR (drill_status_bar_new (play, self->ticker));
  self->conversation = DRILL_CONVERSATION_VIEW (drill_conversation_view_new (play));
  self->dashboard = DRILL_DASHBOARD (drill_dashboard_new (play));
  self->actions = DRILL_ACTIONS_VIEW (drill_actions_view_new (play));
  self->panes = DRILL_INCIDENT_PANES (drill_incident_panes_new (GTK_WIDGET (self->conversation),
                                                                GTK_WIDGET (self->dashboard),
                                                                GTK_WIDGET (self->actions)));
  gtk_widget_set_vexpand (GTK_WIDGET (self->panes), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->panes));
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_object (play, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (play, "passed", G_CALLBACK (passed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actions, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);

  clock = drill_run_get_clock (drill_play_get_run (play));
  drill_dashboard_refresh (self->dashboard);
  show_time (clock, self);

  return GTK_WIDGET (self);
}

/* Goes to the panel of an evidence that was opened. */
void
drill_play_view_show_evidence (DrillPlayView *self,
                               guint          evidence)
{
  g_return_if_fail (DRILL_IS_PLAY_VIEW (self));

  drill_incident_panes_show (self->panes, DRILL_PANE_DASHBOARD);
  drill_dashboard_reveal (self->dashboard, evidence);
}

/* Puts the focus where the player goes on: an open question, else the actions. */
void
drill_play_view_focus (DrillPlayView *self)
{
  DrillQuestionView *question;

  g_return_if_fail (DRILL_IS_PLAY_VIEW (self));

  question = drill_conversation_view_get_question (self->conversation);
  if (question != NULL)
    drill_question_view_focus (question);
  else
    focus_actions (self);
}

/* Whether the time that an action took is still passing on screen. */
gboolean
drill_play_view_is_moving (DrillPlayView *self)
{
  g_return_val_if_fail (DRILL_IS_PLAY_VIEW (self), FALSE);

  return self->animation != NULL;
}

/* Returns: (transfer none): what lets the clock go on under time pressure */
DrillTicker *
drill_play_view_get_ticker (DrillPlayView *self)
{
  g_return_val_if_fail (DRILL_IS_PLAY_VIEW (self), NULL);

  return self->ticker;
}
