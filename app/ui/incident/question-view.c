/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Answering in one's own words.
 *
 *   write --compare--> tick --confirm--> an answer of the run
 *
 * The key points are seen only when the own words are fixed, the model answer
 * only when the ticks are. Words can hint at a key point, and the hint is shown,
 * but a list of buzzwords would match everything: only the learner ticks.
 */

#include "config.h"

#include "ui/incident/question-view.h"

#include "ui/widgets/button-names.h"
#include "ui/widgets/checklist.h"

#include <glib/gi18n.h>

#define MIN_HEIGHT 84
#define MAX_HEIGHT 240

struct _DrillQuestionView
{
  AdwBin          parent_instance;

  DrillPlay      *play;
  guint           section;
  GtkTextView    *text;
  GtkWidget      *box;
  GtkLabel       *hint;
  GtkWidget      *button;
  DrillChecklist *checklist; /* (nullable): while words are written */
};

enum
{
  SIGNAL_GROWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillQuestionView, drill_question_view, ADW_TYPE_BIN)

static char *
dup_words (DrillQuestionView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter    start;
  GtkTextIter    end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
keep_words (DrillQuestionView *self)
{
  g_autofree char *words = dup_words (self);

  drill_play_set_words (self->play, self->section, words);
}

static const DrillScenarioSection *
get_question (DrillQuestionView *self)
{
  return drill_scenario_section (drill_play_get_scenario (self->play), self->section);
}

static void
show_key_points (DrillQuestionView *self)
{
  const DrillScenarioSection *question = get_question (self);
  g_autofree char            *words = dup_words (self);
  guint                       suggested = drill_key_points_suggest (question, words);

  self->checklist = DRILL_CHECKLIST (drill_checklist_new ());
  for (guint i = 0; i < question->key_points->len; i++)
    {
      const DrillScenarioKeyPoint *point = g_ptr_array_index (question->key_points, i);
      gboolean                     hinted = (suggested >> i) & 1;

      /* Translators: a mark beside a key point whose words occur in the answer */
      drill_checklist_append (self->checklist, point->markdown, DRILL_GRADE_NONE,
                              hinted ? _("In your words?") : NULL);
    }
  gtk_box_insert_child_after (GTK_BOX (self->box), GTK_WIDGET (self->checklist), GTK_WIDGET (self->hint));
}

static guint
get_ticks (DrillQuestionView *self)
{
  guint ticks = 0;

  for (guint i = 0; i < drill_checklist_get_n_points (self->checklist); i++)
    {
      if (drill_checklist_get_ticked (self->checklist, i))
        ticks |= 1u << i;
    }

  return ticks;
}

static void
compare (DrillQuestionView *self)
{
  keep_words (self);
  drill_play_save_rest (self->play);
  gtk_text_view_set_editable (self->text, FALSE);
  gtk_text_view_set_cursor_visible (self->text, FALSE);
  show_key_points (self);
  gtk_label_set_label (self->hint, _("Tick what your answer had. Then see the model answer."));
  gtk_button_set_label (GTK_BUTTON (self->button), _("Show the _Model Answer"));
  gtk_widget_child_focus (GTK_WIDGET (self->checklist), GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[SIGNAL_GROWN], 0);
}

static gboolean
key_pressed_cb (DrillQuestionView *self,
                guint              key,
                guint              code,
                GdkModifierType    state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  drill_question_view_advance (self);
  return GDK_EVENT_STOP;
}

static void
drill_question_view_dispose (GObject *object)
{
  g_clear_object (&DRILL_QUESTION_VIEW (object)->play);

  G_OBJECT_CLASS (drill_question_view_parent_class)->dispose (object);
}

static void
drill_question_view_class_init (DrillQuestionViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_question_view_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_GROWN] =
      g_signal_new ("grown", DRILL_TYPE_QUESTION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
text_new (DrillQuestionView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_view_set_top_margin (self->text, 9);
  gtk_text_view_set_bottom_margin (self->text, 9);
  gtk_text_view_set_left_margin (self->text, 12);
  gtk_text_view_set_right_margin (self->text, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Your answer"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->text));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_add_css_class (scroller, "drill-answer-box");

  return scroller;
}

static void
drill_question_view_init (DrillQuestionView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget          *title = gtk_label_new (_("Your answer"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  self->hint = GTK_LABEL (gtk_label_new (_("In your own words; a few sentences are enough.")));
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_label_set_xalign (self->hint, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  self->button = gtk_button_new_with_mnemonic (_("_Compare with the Key Points"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->button, "suggested-action");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (drill_question_view_advance), self);

  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), text_new (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_widget_add_css_class (self->box, "drill-question");
  drill_clean_button_names (self->box);
  adw_bin_set_child (ADW_BIN (self), self->box);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* @section: asks something that is not answered yet */
GtkWidget *
drill_question_view_new (DrillPlay *play,
                         guint      section)
{
  DrillQuestionView *self;
  const char        *words;

  g_return_val_if_fail (DRILL_IS_PLAY (play), NULL);

  self = g_object_new (DRILL_TYPE_QUESTION_VIEW, NULL);
  self->play = g_object_ref (play);
  self->section = section;
  words = drill_play_get_words (play, section);
  if (words != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), words, -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed",
                           G_CALLBACK (keep_words), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_question (self)->heading,
                                  -1);

  return GTK_WIDGET (self);
}

guint
drill_question_view_get_section (DrillQuestionView *self)
{
  g_return_val_if_fail (DRILL_IS_QUESTION_VIEW (self), 0);

  return self->section;
}

/* From writing to ticking, or from ticking to the answer of the run, which ends
 * this view's use. */
void
drill_question_view_advance (DrillQuestionView *self)
{
  g_autoptr (DrillQuestionView) keep_alive = NULL;

  g_return_if_fail (DRILL_IS_QUESTION_VIEW (self));

  keep_alive = g_object_ref (self);
  if (self->checklist == NULL)
    compare (self);
  else
    drill_play_answer (self->play, self->section, get_ticks (self));
}

/* Puts the focus where the answer goes on. */
void
drill_question_view_focus (DrillQuestionView *self)
{
  g_return_if_fail (DRILL_IS_QUESTION_VIEW (self));

  if (self->checklist != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->checklist), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
