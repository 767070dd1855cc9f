/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A question of a quiz. The letters that its texts name are put right before they are
 * shown, because the options may stand in another order than in the pack.
 */

#include "config.h"

#include "ui/quiz/quiz-question-view.h"

#include "ui/item/item-sections.h"
#include "ui/widgets/markdown-view.h"
#include "ui/widgets/option-list.h"

#include <glib/gi18n.h>

struct _DrillQuizQuestionView
{
  AdwBin                   parent_instance;

  const DrillQuizQuestion *question; /* of a quiz that outlives the view */
  GtkBox                  *column;
  GtkWidget               *options;
  GtkWidget               *hint;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DrillQuizQuestionView, drill_quiz_question_view, ADW_TYPE_BIN)

static gboolean
is_multiple (const DrillQuizQuestion *question)
{
  return (question->correct & (question->correct - 1)) != 0;
}

GtkWidget *
drill_quiz_options_new (const DrillQuizQuestion *question,
                        guint                    chosen)
{
  GtkWidget       *list = drill_option_list_new ();
  const DrillItem *item = question->record->item;

  drill_option_list_set_multiple (DRILL_OPTION_LIST (list), is_multiple (question));
  for (guint i = 0; i < question->order.n_options; i++)
    {
      const DrillOption *option = g_ptr_array_index (item->options, question->order.source[i]);
      g_autofree char   *text = drill_option_order_translate (&question->order, item, option->markdown, TRUE);

      drill_option_list_append (DRILL_OPTION_LIST (list), text);
    }
  drill_option_list_set_chosen (DRILL_OPTION_LIST (list), chosen);

  return list;
}

static GtkWidget *
explanation_new (const DrillQuizQuestion *question)
{
  const DrillItem *item = question->record->item;

  for (guint i = 0; i < item->parts->len; i++)
    {
      const DrillPart *part = g_ptr_array_index (item->parts, i);
      g_autofree char *text = NULL;

      if (part->role != DRILL_PART_EXPLANATION)
        continue;
      text = drill_option_order_translate (&question->order, item, part->markdown, FALSE);
      return drill_markdown_view_new (text);
    }

  return NULL;
}

void
drill_quiz_options_reveal (GtkWidget               *options,
                           const DrillQuizQuestion *question,
                           GtkBox                  *column)
{
  const DrillItem      *item = question->record->item;
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
  GtkWidget            *explanation = explanation_new (question);

  for (guint i = 0; i < question->order.n_options; i++)
    {
      const DrillOption *option = g_ptr_array_index (item->options, question->order.source[i]);

      g_ptr_array_add (reasons,
                       option->reason != NULL ? drill_option_order_translate (&question->order, item, option->reason, FALSE)
                                              : NULL);
    }
  drill_option_list_reveal (DRILL_OPTION_LIST (options),
                            drill_option_order_to_shown (&question->order, question->correct),
                            (const char *const *) reasons->pdata);
  drill_item_append (column, explanation != NULL ? drill_item_section_new (_("Explanation"), explanation) : NULL);
  drill_item_append (column, drill_item_section_new (_("Where This Comes From"), drill_item_references_new (question->record)));
}

static void
chosen_cb (DrillQuizQuestionView *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, drill_option_list_get_chosen (DRILL_OPTION_LIST (self->options)));
}

static void
drill_quiz_question_view_class_init (DrillQuizQuestionViewClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", DRILL_TYPE_QUIZ_QUESTION_VIEW, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
drill_quiz_question_view_init (DrillQuizQuestionView *self)
{
}

/* @question: has to live as long as the view. @chosen: options on screen */
GtkWidget *
drill_quiz_question_view_new (const DrillQuizQuestion *question,
                              guint                    chosen)
{
  DrillQuizQuestionView *self = g_object_new (DRILL_TYPE_QUIZ_QUESTION_VIEW, NULL);
  GtkWidget             *scroller = drill_item_column_new (&self->column);

  self->question = question;
  self->options = drill_quiz_options_new (question, chosen);
  g_signal_connect_object (self->options, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->hint = gtk_label_new (is_multiple (question) ? _("Choose all that are right.") : _("Choose one."));
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "dim-label");

  drill_item_append (self->column, drill_item_header_new (question->record));
  drill_item_append (self->column, drill_item_part_new (question->record, DRILL_PART_BODY));
  drill_item_append (self->column, self->hint);
  drill_item_append (self->column, self->options);
  adw_bin_set_child (ADW_BIN (self), scroller);

  return GTK_WIDGET (self);
}

/* Shows what was right and why; once. */
void
drill_quiz_question_view_reveal (DrillQuizQuestionView *self)
{
  guint chosen;

  g_return_if_fail (DRILL_IS_QUIZ_QUESTION_VIEW (self));

  if (drill_option_list_get_revealed (DRILL_OPTION_LIST (self->options)))
    return;

  chosen = drill_option_order_from_shown (&self->question->order,
                                          drill_option_list_get_chosen (DRILL_OPTION_LIST (self->options)));
  gtk_label_set_label (GTK_LABEL (self->hint), chosen == self->question->correct ? _("Right.") : _("Not this time."));
  gtk_widget_remove_css_class (self->hint, "dim-label");
  gtk_widget_add_css_class (self->hint, "heading");
  drill_quiz_options_reveal (self->options, self->question, self->column);
}

gboolean
drill_quiz_question_view_get_revealed (DrillQuizQuestionView *self)
{
  g_return_val_if_fail (DRILL_IS_QUIZ_QUESTION_VIEW (self), FALSE);

  return drill_option_list_get_revealed (DRILL_OPTION_LIST (self->options));
}

gboolean
drill_quiz_question_view_has_focused_option (DrillQuizQuestionView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_widget_is_ancestor (focus, self->options);
}

/* Puts the focus on the options. */
void
drill_quiz_question_view_focus (DrillQuizQuestionView *self)
{
  g_return_if_fail (DRILL_IS_QUIZ_QUESTION_VIEW (self));

  gtk_widget_child_focus (self->options, GTK_DIR_TAB_FORWARD);
}
