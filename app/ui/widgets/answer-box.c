/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A text box for the learner's own words. */

#include "config.h"

#include "ui/widgets/answer-box.h"

#include <glib/gi18n.h>

#define MIN_HEIGHT 96
#define MAX_HEIGHT 320

struct _DrillAnswerBox
{
  GtkWidget    parent_instance;

  GtkWidget   *overlay;
  GtkTextView *view;
  GtkWidget   *placeholder;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SUBMITTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillAnswerBox, drill_answer_box, GTK_TYPE_WIDGET)

static void
changed_cb (DrillAnswerBox *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (buffer) == 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
key_pressed_cb (DrillAnswerBox *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (!is_enter || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[SIGNAL_SUBMITTED], 0);
  return GDK_EVENT_STOP;
}

static void
drill_answer_box_dispose (GObject *object)
{
  DrillAnswerBox *self = DRILL_ANSWER_BOX (object);

  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (drill_answer_box_parent_class)->dispose (object);
}

static void
drill_answer_box_class_init (DrillAnswerBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_answer_box_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          DRILL_TYPE_ANSWER_BOX,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);
  signals[SIGNAL_SUBMITTED] = g_signal_new ("submitted",
                                            DRILL_TYPE_ANSWER_BOX,
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
drill_answer_box_init (DrillAnswerBox *self)
{
  GtkWidget          *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_top_margin (self->view, 9);
  gtk_text_view_set_bottom_margin (self->view, 9);
  gtk_text_view_set_left_margin (self->view, 12);
  gtk_text_view_set_right_margin (self->view, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Your answer, optional"),
                                  -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view),
                           "changed",
                           G_CALLBACK (changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);

  self->placeholder = gtk_label_new (_("Your answer, optional"));
  gtk_widget_set_halign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_valign (self->placeholder, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->placeholder, 9);
  gtk_widget_set_margin_start (self->placeholder, 12);
  gtk_widget_set_can_target (self->placeholder, FALSE);
  gtk_widget_add_css_class (self->placeholder, "dim-label");

  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->placeholder);
  gtk_widget_set_overflow (self->overlay, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (self->overlay, "card");
  gtk_widget_add_css_class (self->overlay, "drill-answer-box");
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
}

GtkWidget *
drill_answer_box_new (void)
{
  return g_object_new (DRILL_TYPE_ANSWER_BOX, NULL);
}

/* Returns: (transfer full) (nullable): NULL when nothing but space was typed */
char *
drill_answer_box_dup_text (DrillAnswerBox *self)
{
  GtkTextBuffer   *buffer;
  GtkTextIter      start;
  GtkTextIter      end;
  g_autofree char *text = NULL;

  g_return_val_if_fail (DRILL_IS_ANSWER_BOX (self), NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* @text: (nullable) */
void
drill_answer_box_set_text (DrillAnswerBox *self,
                           const char     *text)
{
  g_return_if_fail (DRILL_IS_ANSWER_BOX (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text != NULL ? text : "", -1);
}

/* From here on the words can be read and compared, but not improved. */
void
drill_answer_box_freeze (DrillAnswerBox *self)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (DRILL_IS_ANSWER_BOX (self));

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_view_set_editable (self->view, FALSE);
  gtk_text_view_set_cursor_visible (self->view, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_text_buffer_get_char_count (buffer) > 0);
}
