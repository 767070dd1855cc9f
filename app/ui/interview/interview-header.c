/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 *   +--------------------------------------------------+
 *   | <      3 of 9    31:12              (hand in)    |
 *   |     2:10 for this question · 5 minutes left      |
 *   +--------------------------------------------------+
 *
 * The times change every second and are never announced; the notice is a live region, so
 * that a screen reader says it when there is a pause.
 */

#include "config.h"

#include "ui/interview/interview-header.h"

#include "ui/interview/interview-format.h"

#include <glib/gi18n.h>

struct _DrillInterviewHeader
{
  AdwBin              parent_instance;

  DrillInterviewPlay *play; /* (nullable) */
  GtkLabel           *position;
  GtkLabel           *clock;
  GtkLabel           *step_clock;
  GtkLabel           *notice;
  GtkWidget          *line;
  GtkWidget          *hand_in;
  GtkWidget          *save;
};

G_DEFINE_FINAL_TYPE (DrillInterviewHeader, drill_interview_header, ADW_TYPE_BIN)

static void
update_clock (DrillInterviewHeader *self)
{
  const DrillMockRun   *now = drill_interview_play_get_now (self->play);
  guint                 current = drill_mock_run_get_current (now);
  const DrillMockStep  *step = drill_mock_get_step (drill_interview_play_get_mock (self->play), current);
  const DrillMockEntry *entry = drill_mock_run_get_entry (now, current);
  gint64                left = drill_mock_run_get_left_ms (now);
  g_autofree char      *clock = drill_interview_format_clock (left);
  g_autofree char      *spoken = drill_interview_format_left (left);
  g_autofree char      *of_step = drill_interview_format_step (entry->spent_ms, step->budget_ms);

  gtk_label_set_label (self->clock, clock);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clock), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->clock), spoken);
  gtk_label_set_label (self->step_clock,
                       drill_mock_run_get_phase (now) == DRILL_MOCK_MARKING ? _("The clock stands still") : of_step);
}

static void
update (DrillInterviewHeader *self)
{
  const DrillMockRun *run = drill_interview_play_get_mock (self->play)->run;
  g_autofree char    *position = NULL;

  /* Translators: "3 of 9" questions */
  position = g_strdup_printf (_("%u of %u"), drill_mock_run_get_current (run) + 1, drill_mock_run_get_n_steps (run));
  gtk_label_set_label (self->position, position);
  update_clock (self);
}

static void
notice_cb (DrillInterviewHeader *self,
           int                   notice)
{
  g_autofree char *left = drill_interview_format_left (drill_mock_run_get_left_ms (drill_interview_play_get_now (self->play)));
  g_autofree char *half = NULL;

  if (notice == DRILL_NOTICE_HALF)
    /* Translators: the time left, as in "25 minutes left" */
    half = g_strdup_printf (_("Half of the time is over: %s"), left);
  gtk_label_set_label (self->notice, half != NULL ? half : left);
}

static void
time_up_cb (DrillInterviewHeader *self)
{
  gtk_label_set_label (self->notice, _("The time is over. Mark what you said."));
}

static void
drill_interview_header_dispose (GObject *object)
{
  drill_interview_header_set_play (DRILL_INTERVIEW_HEADER (object), NULL);

  G_OBJECT_CLASS (drill_interview_header_parent_class)->dispose (object);
}

static void
drill_interview_header_class_init (DrillInterviewHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_interview_header_dispose;
}

static GtkWidget *
icon_button_new (const char *icon_name,
                 const char *name,
                 const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
save_button_new (void)
{
  GtkWidget        *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("As _PDF…"), "interview.save-pdf");
  g_menu_append (menu, _("As _Markdown…"), "interview.save-markdown");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-save-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("Save the Scorecard"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Save the Scorecard"), -1);

  return button;
}

static void
drill_interview_header_init (DrillInterviewHeader *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->position = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->position, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->position), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->position), "title");
  self->clock = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_TIMER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->clock), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->clock), "heading");
  gtk_box_append (GTK_BOX (title), GTK_WIDGET (self->position));
  gtk_box_append (GTK_BOX (title), GTK_WIDGET (self->clock));

  self->hand_in = icon_button_new ("document-send-symbolic", _("End the Interview"), "interview.hand-in");
  self->save = save_button_new ();
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             icon_button_new ("go-previous-symbolic", _("Leave the Interview"), "win.end-session"));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), title);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->hand_in);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);

  self->step_clock = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->step_clock), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->step_clock), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->step_clock), "numeric");
  self->notice = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_label_set_wrap (self->notice, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->notice), "caption-heading");
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_halign (self->line, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->line, "interview-line");
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->step_clock));
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->notice));

  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->line);
  adw_bin_set_child (ADW_BIN (self), box);
  drill_interview_header_show_title (self, _("Interview"), FALSE);
}

GtkWidget *
drill_interview_header_new (void)
{
  return g_object_new (DRILL_TYPE_INTERVIEW_HEADER, NULL);
}

/* @play: (nullable): the interview whose time runs */
void
drill_interview_header_set_play (DrillInterviewHeader *self,
                                 DrillInterviewPlay   *play)
{
  g_return_if_fail (DRILL_IS_INTERVIEW_HEADER (self));

  if (self->play == play)
    return;
  if (self->play != NULL)
    g_signal_handlers_disconnect_by_data (self->play, self);
  g_set_object (&self->play, play);
  if (play == NULL)
    return;

  g_signal_connect_object (play, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (play, "tick", G_CALLBACK (update_clock), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (play, "notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (play, "time-up", G_CALLBACK (time_up_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->clock), TRUE);
  gtk_widget_set_visible (self->line, TRUE);
  gtk_widget_set_visible (self->hand_in, TRUE);
  gtk_widget_set_visible (self->save, FALSE);
  if (drill_mock_run_is_time_over (drill_interview_play_get_now (play)))
    time_up_cb (self);
  update (self);
}

/* Instead of place and time. @result: whether there is something to save */
void
drill_interview_header_show_title (DrillInterviewHeader *self,
                                   const char           *title,
                                   gboolean              result)
{
  g_return_if_fail (DRILL_IS_INTERVIEW_HEADER (self));

  drill_interview_header_set_play (self, NULL);
  gtk_label_set_label (self->position, title);
  gtk_widget_set_visible (GTK_WIDGET (self->clock), FALSE);
  gtk_widget_set_visible (self->hand_in, FALSE);
  gtk_widget_set_visible (self->save, result);
  gtk_widget_set_visible (self->line, FALSE);
}
