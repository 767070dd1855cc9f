/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 *   +--------------------------------------------------+
 *   | <      7 of 40   41:12             (hand in) (||) |
 *   |        2:10 behind · 5 minutes left              |
 *   +--------------------------------------------------+
 *
 * The time changes every second and is never announced; the notice is a live region,
 * so that a screen reader says it when there is a pause.
 */

#include "config.h"

#include "ui/quiz/quiz-header.h"

#include "ui/quiz/quiz-format.h"

#include <glib/gi18n.h>

struct _DrillQuizHeader
{
  AdwBin         parent_instance;

  DrillQuizPlay *play; /* (nullable) */
  GtkLabel      *position;
  GtkLabel      *clock;
  GtkLabel      *pace;
  GtkLabel      *notice;
  GtkWidget     *line;
  GtkWidget     *pause;
  GtkWidget     *hand_in;
  GtkWidget     *save;
};

G_DEFINE_FINAL_TYPE (DrillQuizHeader, drill_quiz_header, ADW_TYPE_BIN)

static void
update_clock (DrillQuizHeader *self)
{
  const DrillAttempt *now = drill_quiz_play_get_now (self->play);
  gint64              left = drill_attempt_get_left_ms (now);
  gint64              question_left = drill_attempt_get_question_left_ms (now);
  gint64              shown = left >= 0 ? left : question_left;
  g_autofree char    *clock = NULL;
  g_autofree char    *pace = NULL;
  g_autofree char    *spoken = NULL;

  if (shown < 0)
    shown = drill_attempt_get_elapsed_ms (now);
  clock = drill_quiz_format_clock (shown);
  gtk_label_set_label (self->clock, clock);
  if (left >= 0 || question_left >= 0)
    spoken = drill_quiz_format_left (shown);
  else
    spoken = g_strdup_printf (_("%s so far"), clock);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clock), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->clock), spoken);

  pace = left >= 0 ? drill_quiz_format_pace (drill_attempt_get_ahead_ms (now)) : g_strdup ("");
  gtk_label_set_label (self->pace, pace);
  gtk_widget_set_visible (GTK_WIDGET (self->pace), *pace != '\0');
  gtk_widget_set_visible (self->line, *pace != '\0' || *gtk_label_get_label (self->notice) != '\0');
}

static void
update (DrillQuizHeader *self)
{
  const DrillAttempt *attempt = drill_quiz_play_get_quiz (self->play)->attempt;
  guint               current = drill_attempt_get_current (attempt);
  gboolean            paused = drill_attempt_get_phase (attempt) == DRILL_ATTEMPT_PAUSED;
  g_autofree char    *position = NULL;

  /* Translators: "7 of 40" questions */
  position = g_strdup_printf (_("%u of %u"), current + 1, drill_attempt_get_n_questions (attempt));
  gtk_label_set_label (self->position, position);
  gtk_widget_set_visible (self->pause, !drill_attempt_get_rules (attempt)->exam && !paused);
  gtk_widget_set_visible (self->hand_in, TRUE);
  update_clock (self);
}

static void
notice_cb (DrillQuizHeader *self,
           int              notice)
{
  const DrillAttempt *now = drill_quiz_play_get_now (self->play);
  gint64              left = drill_attempt_get_left_ms (now);
  g_autofree char    *text = drill_quiz_format_left (left >= 0 ? left : drill_attempt_get_question_left_ms (now));
  g_autofree char    *half = NULL;

  if (notice == DRILL_NOTICE_HALF)
    /* Translators: the time left, as in "25 minutes left" */
    half = g_strdup_printf (_("Half of the time is over: %s"), text);
  drill_quiz_header_announce (self, half != NULL ? half : text);
}

static void
drill_quiz_header_dispose (GObject *object)
{
  drill_quiz_header_set_play (DRILL_QUIZ_HEADER (object), NULL);

  G_OBJECT_CLASS (drill_quiz_header_parent_class)->dispose (object);
}

static void
drill_quiz_header_class_init (DrillQuizHeaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_quiz_header_dispose;
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

  g_menu_append (menu, _("As _PDF…"), "quiz.save-pdf");
  g_menu_append (menu, _("As _CSV…"), "quiz.save-csv");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-save-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("Save the Result"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Save the Result"), -1);

  return button;
}

static void
drill_quiz_header_init (DrillQuizHeader *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->position = GTK_LABEL (gtk_label_new (_("Quiz")));
  gtk_label_set_ellipsize (self->position, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->position), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->position), "title");
  self->clock = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_TIMER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->clock), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->clock), "heading");
  gtk_box_append (GTK_BOX (title), GTK_WIDGET (self->position));
  gtk_box_append (GTK_BOX (title), GTK_WIDGET (self->clock));

  self->pause = icon_button_new ("media-playback-pause-symbolic", _("Pause"), "quiz.pause");
  self->hand_in = icon_button_new ("document-send-symbolic", _("Hand In"), "quiz.hand-in");
  self->save = save_button_new ();

  adw_header_bar_pack_start (ADW_HEADER_BAR (header), icon_button_new ("go-previous-symbolic", _("Leave the Quiz"), "win.end-session"));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), title);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->pause);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->hand_in);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);

  self->pace = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->pace), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->pace), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->pace), "numeric");
  self->notice = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_label_set_wrap (self->notice, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->notice), "caption-heading");
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_halign (self->line, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->line, "quiz-line");
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->pace));
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->notice));

  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->line);
  adw_bin_set_child (ADW_BIN (self), box);
  drill_quiz_header_show_title (self, _("Quiz"), FALSE);
}

GtkWidget *
drill_quiz_header_new (void)
{
  return g_object_new (DRILL_TYPE_QUIZ_HEADER, NULL);
}

/* @play: (nullable): the quiz whose time runs */
void
drill_quiz_header_set_play (DrillQuizHeader *self,
                            DrillQuizPlay   *play)
{
  g_return_if_fail (DRILL_IS_QUIZ_HEADER (self));

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
  gtk_widget_set_visible (GTK_WIDGET (self->clock), TRUE);
  update (self);
}

/* Instead of place and time. @result: whether there is something to save */
void
drill_quiz_header_show_title (DrillQuizHeader *self,
                              const char      *title,
                              gboolean         result)
{
  g_return_if_fail (DRILL_IS_QUIZ_HEADER (self));

  drill_quiz_header_set_play (self, NULL);
  gtk_label_set_label (self->position, title);
  gtk_widget_set_visible (GTK_WIDGET (self->clock), FALSE);
  gtk_widget_set_visible (self->pause, FALSE);
  gtk_widget_set_visible (self->hand_in, FALSE);
  gtk_widget_set_visible (self->save, result);
  gtk_widget_set_visible (self->line, FALSE);
}

/* Says something once, politely. */
void
drill_quiz_header_announce (DrillQuizHeader *self,
                            const char      *message)
{
  g_return_if_fail (DRILL_IS_QUIZ_HEADER (self));

  gtk_label_set_label (self->notice, message);
  gtk_widget_set_visible (self->line, TRUE);
}
