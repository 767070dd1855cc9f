/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The result of a quiz: score, confidence, topics, levels, and every question with its
 * reasons; and what one does with it.
 */

#include "config.h"

#include "ui/quiz/quiz-result-page.h"

#include "study/attempt-export.h"
#include "ui/compat/open-files.h"
#include "ui/item/item-sections.h"
#include "ui/quiz/quiz-document.h"
#include "ui/quiz/quiz-result-sections.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/document-print.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

struct _DrillQuizResultPage
{
  AdwBin         parent_instance;

  DrillStudy    *study;
  DrillQuizPlay *play;
  GPtrArray     *missed; /* keys, with a NULL at the end */
  GtkWidget     *add_button;
};

G_DEFINE_FINAL_TYPE (DrillQuizResultPage, drill_quiz_result_page, ADW_TYPE_BIN)

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DrillQuizResultPage) self = data;
  g_autoptr (GError)              error = NULL;

  if (!drill_study_mark_all_finish (DRILL_STUDY (source), result, &error))
    {
      gtk_widget_set_sensitive (self->add_button, TRUE);
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_button_set_label (GTK_BUTTON (self->add_button), _("Added to Review"));
}

/* What was missed is due today, whatever the schedule thought: one step, all or none. */
static void
add_clicked_cb (DrillQuizResultPage *self)
{
  gint64                now = drill_clock_wall_ms (drill_study_get_clock (self->study));
  int                   today = drill_rules_day (drill_study_get_rules (self->study), now);
  g_autoptr (DrillMark) mark = drill_mark_new (g_ptr_array_index (self->missed, 0), DRILL_MARK_DUE, today, now);

  gtk_widget_set_sensitive (self->add_button, FALSE);
  drill_study_mark_all_async (self->study, mark, (const char *const *) self->missed->pdata, marked_cb, g_object_ref (self));
}

static void
drill_quiz_result_page_dispose (GObject *object)
{
  DrillQuizResultPage *self = DRILL_QUIZ_RESULT_PAGE (object);

  /* The sections show what belongs to the quiz. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->play);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (drill_quiz_result_page_parent_class)->dispose (object);
}

static void
drill_quiz_result_page_finalize (GObject *object)
{
  g_clear_pointer (&DRILL_QUIZ_RESULT_PAGE (object)->missed, g_ptr_array_unref);

  G_OBJECT_CLASS (drill_quiz_result_page_parent_class)->finalize (object);
}

static void
drill_quiz_result_page_class_init (DrillQuizResultPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = drill_quiz_result_page_dispose;
  object_class->finalize = drill_quiz_result_page_finalize;
}

static void
drill_quiz_result_page_init (DrillQuizResultPage *self)
{
}

/* In a narrow window the buttons go below each other. */
static GtkWidget *
buttons_new (DrillQuizResultPage *self)
{
  GtkWidget *box = gtk_flow_box_new ();
  GtkWidget *again = gtk_button_new_with_mnemonic (_("_Ask Again, Shuffled"));

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (box, "quiz-next");
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 9);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 9);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What to do next"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (again), "quiz.again");
  self->add_button = gtk_button_new_with_mnemonic (_("Add _Missed to Review"));
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_clicked_cb), self);

  if (self->missed->len > 1)
    {
      GtkWidget *practise = gtk_button_new_with_mnemonic (_("_Practise the Missed"));

      gtk_widget_add_css_class (practise, "suggested-action");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (practise), "win.study-keys");
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (practise),
                                              g_variant_new_strv ((const char *const *) self->missed->pdata, -1));
      gtk_flow_box_append (GTK_FLOW_BOX (box), practise);
      gtk_flow_box_append (GTK_FLOW_BOX (box), self->add_button);
    }
  else
    {
      g_object_ref_sink (self->add_button);
      g_clear_object (&self->add_button);
    }
  gtk_flow_box_append (GTK_FLOW_BOX (box), again);

  /* The buttons take the focus, not what lies around them. */
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);

  return box;
}

GtkWidget *
drill_quiz_result_page_new (DrillStudy    *study,
                            DrillQuizPlay *play)
{
  DrillQuizResultPage  *self;
  const DrillQuiz      *quiz;
  g_autoptr (GPtrArray) topics = NULL;
  g_autoptr (GPtrArray) levels = NULL;
  GtkWidget            *scroller;
  GtkBox               *column;

  g_return_val_if_fail (DRILL_IS_STUDY (study), NULL);
  g_return_val_if_fail (DRILL_IS_QUIZ_PLAY (play), NULL);

  self = g_object_new (DRILL_TYPE_QUIZ_RESULT_PAGE, NULL);
  self->study = g_object_ref (study);
  self->play = g_object_ref (play);
  quiz = drill_quiz_play_get_quiz (play);
  self->missed = drill_quiz_get_missed (quiz);
  topics = drill_quiz_get_topics (quiz);
  levels = drill_quiz_get_levels (quiz);

  scroller = drill_item_column_new (&column);
  drill_item_append (column, drill_quiz_score_new (quiz));
  drill_item_append (column, buttons_new (self));
  drill_item_append (column, drill_quiz_confidence_new (quiz));
  drill_item_append (column, drill_quiz_parts_new (_("By Topic"), topics));
  drill_item_append (column, drill_quiz_parts_new (_("By Level"), levels));
  drill_item_append (column, drill_quiz_questions_new (quiz));
  drill_clean_button_names (scroller);
  adw_bin_set_child (ADW_BIN (self), scroller);

  return GTK_WIDGET (self);
}

/* Writes the result to @path. */
gboolean
drill_quiz_result_page_write (DrillQuizResultPage *self,
                              DrillQuizFile        file,
                              const char          *path,
                              GError             **error)
{
  g_autoptr (GPtrArray) document = NULL;
  g_autoptr (GString)   text = NULL;

  g_return_val_if_fail (DRILL_IS_QUIZ_RESULT_PAGE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (file == DRILL_QUIZ_FILE_PDF)
    {
      document = drill_quiz_document_new (drill_quiz_play_get_quiz (self->play));
      return drill_document_print_to_pdf (document,
                                          NULL,
                                          GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                          path,
                                          error);
    }

  text = g_string_new (NULL);
  drill_attempt_export_header (text);
  drill_attempt_export_quiz (text, drill_quiz_play_get_quiz (self->play));

  return g_file_set_contents (path, text->str, (gssize) text->len, error);
}

static void
file_chosen (DrillQuizResultPage *self,
             GAsyncResult        *result,
             DrillQuizFile        kind)
{
  g_autoptr (GFile)  file = drill_save_file_finish (result, NULL);
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;

  if (g_file_peek_path (file) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.report-error", "s",
                                _("The result can only be saved on this machine"));
  else if (!drill_quiz_result_page_write (self, kind, g_file_peek_path (file), &error))
    drill_report_error (GTK_WIDGET (self), error);
}

static void
pdf_chosen_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (DrillQuizResultPage) self = data;

  file_chosen (self, result, DRILL_QUIZ_FILE_PDF);
}

static void
csv_chosen_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (DrillQuizResultPage) self = data;

  file_chosen (self, result, DRILL_QUIZ_FILE_CSV);
}

/* Asks where to write, and writes. */
void
drill_quiz_result_page_save (DrillQuizResultPage *self,
                             DrillQuizFile        file)
{
  g_return_if_fail (DRILL_IS_QUIZ_RESULT_PAGE (self));

  drill_save_file_async (GTK_WIDGET (self), _("Save the Result"), file == DRILL_QUIZ_FILE_PDF ? "quiz.pdf" : "quiz.csv", NULL,
                         file == DRILL_QUIZ_FILE_PDF ? pdf_chosen_cb : csv_chosen_cb,
                         g_object_ref (self));
}
