/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 *   +---------------------------------------+
 *   |  question                             |   while it is paused: nothing of it
 *   |  options                              |
 *   |---------------------------------------|
 *   |  1 2 3 [4] 5 ...                      |
 *   |  [ ] unsure  [ ] flag     [Next]      |
 *   +---------------------------------------+
 *
 * The last button is what Enter does: check what was chosen, go on, or hand in.
 */

#include "config.h"

#include "ui/quiz/quiz-take-view.h"

#include "ui/quiz/quiz-navigator.h"
#include "ui/quiz/quiz-question-view.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/key-shortcut.h"

#include <glib/gi18n.h>

/* As wide as the texts above it, which have margins within their column. */
#define BAR_WIDTH 684

struct _DrillQuizTakeView
{
  AdwBin                 parent_instance;

  DrillQuizPlay         *play;
  DrillQuizQuestionView *question; /* (nullable): while it is paused */
  GtkStack              *states;
  AdwBin                *place;
  GtkWidget             *resume_button;
  DrillQuizNavigator    *navigator;
  GtkWidget             *bar;
  GtkCheckButton        *unsure;
  GtkCheckButton        *flag;
  GtkButton             *next;
  gboolean               updating;
};

G_DEFINE_FINAL_TYPE (DrillQuizTakeView, drill_quiz_take_view, ADW_TYPE_BIN)

typedef enum
{
  STEP_CHECK,
  STEP_NEXT,
  STEP_HAND_IN,
} NextStep;

static const DrillAttempt *
get_attempt (DrillQuizTakeView *self)
{
  return drill_quiz_play_get_quiz (self->play)->attempt;
}

/* The next question that takes an answer; in practice simply the next one. */
static gboolean
find_next (DrillQuizTakeView *self,
           guint             *question)
{
  const DrillAttempt *attempt = get_attempt (self);

  for (guint i = drill_attempt_get_current (attempt) + 1; i < drill_attempt_get_n_questions (attempt); i++)
    {
      if (!drill_attempt_get_rules (attempt)->exam || !drill_attempt_get_entry (attempt, i)->closed)
        {
          *question = i;
          return TRUE;
        }
    }

  return FALSE;
}

static NextStep
get_next_step (DrillQuizTakeView *self)
{
  const DrillAttempt      *attempt = get_attempt (self);
  const DrillAttemptEntry *entry = drill_attempt_get_entry (attempt, drill_attempt_get_current (attempt));
  guint                    question;

  if (!drill_attempt_get_rules (attempt)->exam && !entry->closed && entry->chosen != 0)
    return STEP_CHECK;

  return find_next (self, &question) ? STEP_NEXT : STEP_HAND_IN;
}

static void
update (DrillQuizTakeView *self)
{
  const DrillAttempt      *attempt = get_attempt (self);
  const DrillAttemptEntry *entry = drill_attempt_get_entry (attempt, drill_attempt_get_current (attempt));
  NextStep                 step = get_next_step (self);
  gboolean                 paused = drill_attempt_get_phase (attempt) == DRILL_ATTEMPT_PAUSED;

  self->updating = TRUE;
  gtk_check_button_set_active (self->unsure, entry->unsure);
  gtk_check_button_set_active (self->flag, entry->flagged);
  gtk_widget_set_sensitive (GTK_WIDGET (self->unsure), !entry->closed);
  self->updating = FALSE;
  gtk_button_set_label (self->next,
                        step == STEP_CHECK  ? _("_Check")
                        : step == STEP_NEXT ? _("_Next")
                        : drill_attempt_get_rules (attempt)->exam ? _("_Hand In")
                                                                  : _("_Finish"));
  drill_quiz_navigator_update (self->navigator, attempt);
  gtk_stack_set_visible_child_name (self->states, paused ? "paused" : "question");
  gtk_widget_set_visible (self->bar, !paused);
  if (self->question != NULL && entry->closed && !drill_attempt_get_rules (attempt)->exam &&
      !drill_quiz_question_view_get_revealed (self->question))
    {
      drill_quiz_question_view_reveal (self->question);
      gtk_widget_grab_focus (GTK_WIDGET (self->next));
    }
}

static void
chosen_cb (DrillQuizTakeView *self,
           guint              options)
{
  drill_quiz_play_choose (self->play, options);
}

static void
show_question (DrillQuizTakeView *self)
{
  const DrillQuiz *quiz = drill_quiz_play_get_quiz (self->play);
  guint            current = drill_attempt_get_current (quiz->attempt);

  self->question = DRILL_QUIZ_QUESTION_VIEW (
      drill_quiz_question_view_new (drill_quiz_get_question (quiz, current),
                                    drill_quiz_play_get_chosen (self->play, current)));
  g_signal_connect_object (self->question, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->place, GTK_WIDGET (self->question));
}

static void
changed_cb (DrillQuizTakeView *self)
{
  gboolean paused = drill_attempt_get_phase (get_attempt (self)) == DRILL_ATTEMPT_PAUSED;

  /* What is paused is not to be read, by a screen reader either. */
  if (paused && self->question != NULL)
    {
      self->question = NULL;
      adw_bin_set_child (self->place, NULL);
      update (self);
      gtk_widget_grab_focus (self->resume_button);
    }
  else if (!paused && self->question == NULL)
    {
      show_question (self);
      update (self);
      drill_quiz_take_view_focus (self);
    }
  else
    {
      update (self);
    }
}

static void
moved_cb (DrillQuizTakeView *self)
{
  show_question (self);
  update (self);
  drill_quiz_take_view_focus (self);
}

static void
go_cb (DrillQuizTakeView *self,
       guint              question)
{
  drill_quiz_play_go (self->play, question);
}

static void
unsure_toggled_cb (DrillQuizTakeView *self)
{
  if (!self->updating)
    drill_quiz_play_set_unsure (self->play, gtk_check_button_get_active (self->unsure));
}

static void
flag_toggled_cb (DrillQuizTakeView *self)
{
  if (!self->updating)
    drill_quiz_play_set_flag (self->play, gtk_check_button_get_active (self->flag));
}

static void
next_clicked_cb (DrillQuizTakeView *self)
{
  drill_quiz_take_view_next (self);
}

/* Enter goes on once something is chosen; before that it chooses the option it is on. */
static gboolean
key_pressed_cb (DrillQuizTakeView *self,
                guint              key,
                guint              code,
                GdkModifierType    state)
{
  const DrillAttempt *attempt = get_attempt (self);
  guint               current = drill_attempt_get_current (attempt);

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0 || self->question == NULL ||
      !drill_quiz_question_view_has_focused_option (self->question) ||
      (drill_attempt_get_entry (attempt, current)->chosen == 0 &&
       !drill_attempt_get_entry (attempt, current)->closed))
    return GDK_EVENT_PROPAGATE;

  drill_quiz_take_view_next (self);

  return GDK_EVENT_STOP;
}

static gboolean
unsure_key_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  if (!drill_key_shortcut_applies (widget))
    return GDK_EVENT_PROPAGATE;

  drill_quiz_take_view_toggle_unsure (DRILL_QUIZ_TAKE_VIEW (widget));

  return GDK_EVENT_STOP;
}

static gboolean
flag_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  DrillQuizTakeView *self = DRILL_QUIZ_TAKE_VIEW (widget);
  guint              current = drill_attempt_get_current (get_attempt (self));

  if (!drill_key_shortcut_applies (widget))
    return GDK_EVENT_PROPAGATE;

  /* With six options F is one of them. */
  if (drill_attempt_get_question (get_attempt (self), current)->n_options > GDK_KEY_f - GDK_KEY_a)
    return GDK_EVENT_PROPAGATE;
  drill_quiz_play_set_flag (self->play, !drill_attempt_get_entry (get_attempt (self), current)->flagged);

  return GDK_EVENT_STOP;
}

static void
drill_quiz_take_view_dispose (GObject *object)
{
  DrillQuizTakeView *self = DRILL_QUIZ_TAKE_VIEW (object);

  self->question = NULL;
  if (self->play != NULL)
    g_signal_handlers_disconnect_by_data (self->play, self);
  /* The views show what belongs to the quiz. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->play);

  G_OBJECT_CLASS (drill_quiz_take_view_parent_class)->dispose (object);
}

static void
drill_quiz_take_view_class_init (DrillQuizTakeViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_quiz_take_view_dispose;
}

static GtkWidget *
paused_new (GtkWidget **button)
{
  GtkWidget *page = adw_status_page_new ();

  *button = gtk_button_new_with_mnemonic (_("_Go On"));
  gtk_widget_set_halign (*button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (*button, "pill");
  gtk_widget_add_css_class (*button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (*button), "quiz.pause");
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "media-playback-pause-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Paused"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("The clock stands still, and the question is out of sight."));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), *button);

  return page;
}

static void
drill_quiz_take_view_init (DrillQuizTakeView *self)
{
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget          *clamp = adw_clamp_new ();
  GtkWidget          *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->states = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->states), TRUE);
  self->place = ADW_BIN (adw_bin_new ());
  gtk_stack_add_named (self->states, GTK_WIDGET (self->place), "question");
  gtk_stack_add_named (self->states, paused_new (&self->resume_button), "paused");

  self->unsure = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("_Unsure")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->unsure), _("I am not sure of this answer (U)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unsure), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Unsure"), -1);
  g_signal_connect_swapped (self->unsure, "toggled", G_CALLBACK (unsure_toggled_cb), self);
  self->flag = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("_Flag")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->flag), _("Flag for later (F)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flag), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Flag for later"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->flag), TRUE);
  g_signal_connect_swapped (self->flag, "toggled", G_CALLBACK (flag_toggled_cb), self);
  self->next = GTK_BUTTON (gtk_button_new_with_mnemonic (_("_Next")));
  gtk_widget_add_css_class (GTK_WIDGET (self->next), "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->next), "pill");
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (next_clicked_cb), self);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->unsure));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->flag));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->next));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), BAR_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), row);

  self->bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->bar, "quiz-bar");
  gtk_box_append (GTK_BOX (self->bar), clamp);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->states));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), self->bar);
  adw_bin_set_child (ADW_BIN (self), box);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  drill_key_shortcut_add (GTK_WIDGET (self), GDK_KEY_u, unsure_key_cb, NULL);
  drill_key_shortcut_add (GTK_WIDGET (self), GDK_KEY_question, unsure_key_cb, NULL);
  drill_key_shortcut_add (GTK_WIDGET (self), GDK_KEY_f, flag_key_cb, NULL);
}

GtkWidget *
drill_quiz_take_view_new (DrillQuizPlay *play)
{
  DrillQuizTakeView *self;
  const DrillQuiz   *quiz;

  g_return_val_if_fail (DRILL_IS_QUIZ_PLAY (play), NULL);

  self = g_object_new (DRILL_TYPE_QUIZ_TAKE_VIEW, NULL);
  self->play = g_object_ref (play);
  quiz = drill_quiz_play_get_quiz (play);
  self->navigator = DRILL_QUIZ_NAVIGATOR (drill_quiz_navigator_new (quiz->questions->len));
  gtk_box_prepend (GTK_BOX (self->bar), GTK_WIDGET (self->navigator));
  g_signal_connect_object (self->navigator, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (play, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (play, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  if (drill_attempt_get_phase (quiz->attempt) != DRILL_ATTEMPT_PAUSED)
    show_question (self);
  update (self);
  drill_clean_button_names (GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

void
drill_quiz_take_view_focus (DrillQuizTakeView *self)
{
  g_return_if_fail (DRILL_IS_QUIZ_TAKE_VIEW (self));

  if (self->question == NULL)
    gtk_widget_grab_focus (self->resume_button);
  else if (drill_quiz_question_view_get_revealed (self->question))
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
  else
    drill_quiz_question_view_focus (self->question);
}

/* Checks, goes on, or asks to hand in. */
void
drill_quiz_take_view_next (DrillQuizTakeView *self)
{
  guint question;

  g_return_if_fail (DRILL_IS_QUIZ_TAKE_VIEW (self));

  switch (get_next_step (self))
    {
    case STEP_CHECK:
      drill_quiz_play_check (self->play);
      break;
    case STEP_NEXT:
      if (find_next (self, &question))
        drill_quiz_play_go (self->play, question);
      break;
    case STEP_HAND_IN:
    default:
      gtk_widget_activate_action (GTK_WIDGET (self), "quiz.hand-in", NULL);
      break;
    }
}

void
drill_quiz_take_view_previous (DrillQuizTakeView *self)
{
  guint current;

  g_return_if_fail (DRILL_IS_QUIZ_TAKE_VIEW (self));

  current = drill_attempt_get_current (get_attempt (self));
  if (current > 0)
    drill_quiz_play_go (self->play, current - 1);
}

void
drill_quiz_take_view_toggle_unsure (DrillQuizTakeView *self)
{
  g_return_if_fail (DRILL_IS_QUIZ_TAKE_VIEW (self));

  if (gtk_widget_get_sensitive (GTK_WIDGET (self->unsure)))
    gtk_check_button_set_active (self->unsure, !gtk_check_button_get_active (self->unsure));
}
