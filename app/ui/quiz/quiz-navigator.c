/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 *    1    2    3    4        number
 *    ●    ○    ⚑●   ·        answered, seen, flagged and answered, not seen yet
 *
 * The signs say it without colour; a screen reader hears it in words.
 */

#include "config.h"

#include "ui/quiz/quiz-navigator.h"

#include <glib/gi18n.h>

struct _DrillQuizNavigator
{
  AdwBin          parent_instance;

  GtkFlowBox     *box;
  GtkAdjustment  *adjustment;
  guint           n_questions;
  guint           current;
};

enum
{
  GO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillQuizNavigator, drill_quiz_navigator, ADW_TYPE_BIN)

static void
activated_cb (DrillQuizNavigator *self,
              GtkFlowBoxChild    *child)
{
  g_signal_emit (self, signals[GO], 0, (guint) gtk_flow_box_child_get_index (child));
}

static const char *
state_in_words (const DrillAttemptEntry *entry)
{
  if (entry->chosen != 0)
    return entry->flagged ? _("answered, flagged") : _("answered");
  if (entry->seen)
    return entry->flagged ? _("not answered, flagged") : _("not answered");

  return entry->flagged ? _("not seen, flagged") : _("not seen");
}

static void
update_child (GtkFlowBoxChild         *child,
              guint                    number,
              const DrillAttemptEntry *entry,
              gboolean                 is_current)
{
  GtkWidget       *sign = gtk_widget_get_last_child (gtk_flow_box_child_get_child (child));
  g_autofree char *signs = NULL;
  g_autofree char *name = NULL;

  signs = g_strdup_printf ("%s%s", entry->flagged ? "⚑" : "", entry->chosen != 0 ? "●" : entry->seen ? "○" : "·");
  gtk_label_set_label (GTK_LABEL (sign), signs);
  if (is_current)
    gtk_widget_add_css_class (GTK_WIDGET (child), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (child), "current");

  /* Translators: the number of a question, then how it stands */
  name = g_strdup_printf (is_current ? _("Question %u, %s, on screen") : _("Question %u, %s"), number, state_in_words (entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Moves what is on screen into sight. */
static void
scroll_to_current (DrillQuizNavigator *self)
{
  double width = gtk_adjustment_get_upper (self->adjustment) / self->n_questions;

  gtk_adjustment_clamp_page (self->adjustment, width * (self->current - 0.5), width * (self->current + 1.5));
}

static void
drill_quiz_navigator_class_init (DrillQuizNavigatorClass *klass)
{
  signals[GO] = g_signal_new ("go", DRILL_TYPE_QUIZ_NAVIGATOR, G_SIGNAL_RUN_LAST, 0,
                              NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
drill_quiz_navigator_init (DrillQuizNavigator *self)
{
}

static GtkWidget *
child_new (guint number)
{
  GtkWidget       *child = gtk_flow_box_child_new ();
  GtkWidget       *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkWidget       *label = gtk_label_new (text);
  GtkWidget       *sign = gtk_label_new ("·");

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (sign, "caption");
  gtk_box_append (GTK_BOX (column), label);
  gtk_box_append (GTK_BOX (column), sign);
  gtk_widget_set_size_request (column, 34, -1);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), column);

  return child;
}

GtkWidget *
drill_quiz_navigator_new (guint n_questions)
{
  DrillQuizNavigator *self = g_object_new (DRILL_TYPE_QUIZ_NAVIGATOR, NULL);
  GtkWidget          *scroller = gtk_scrolled_window_new ();

  self->n_questions = n_questions;
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_activate_on_single_click (self->box, TRUE);
  gtk_flow_box_set_homogeneous (self->box, TRUE);
  gtk_flow_box_set_min_children_per_line (self->box, n_questions);
  gtk_flow_box_set_max_children_per_line (self->box, n_questions);
  gtk_widget_set_halign (GTK_WIDGET (self->box), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "quiz-navigator");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Questions"), -1);
  for (guint i = 0; i < n_questions; i++)
    gtk_flow_box_append (self->box, child_new (i + 1));
  g_signal_connect_object (self->box, "child-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->box));
  gtk_widget_set_focusable (scroller, FALSE);
  self->adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_flow_box_set_hadjustment (self->box, self->adjustment);
  g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (scroll_to_current), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), scroller);

  return GTK_WIDGET (self);
}

void
drill_quiz_navigator_update (DrillQuizNavigator *self,
                             const DrillAttempt *attempt)
{
  g_return_if_fail (DRILL_IS_QUIZ_NAVIGATOR (self));
  g_return_if_fail (attempt != NULL && drill_attempt_get_n_questions (attempt) == self->n_questions);

  self->current = drill_attempt_get_current (attempt);
  for (guint i = 0; i < self->n_questions; i++)
    update_child (gtk_flow_box_get_child_at_index (self->box, (int) i),
                  i + 1,
                  drill_attempt_get_entry (attempt, i),
                  i == self->current);
  scroll_to_current (self);
}
