/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The scorecard: the score, its sides, what was missing, and what one does about it. */

#include "config.h"

#include "ui/interview/interview-card-page.h"

#include "ui/compat/open-files.h"
#include "ui/interview/interview-card-sections.h"
#include "ui/interview/interview-document.h"
#include "ui/item/item-sections.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/document-print.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

struct _DrillInterviewCardPage
{
  AdwBin              parent_instance;

  DrillInterviewPlay *play;
  DrillScorecard     *card;
  GtkWidget          *add_button; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DrillInterviewCardPage, drill_interview_card_page, ADW_TYPE_BIN)

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DrillInterviewCardPage) self = data;
  g_autoptr (GError)                 error = NULL;

  if (self->play == NULL)
    return;
  if (!drill_study_mark_finish (DRILL_STUDY (source), result, &error))
    {
      gtk_widget_set_sensitive (self->add_button, TRUE);
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_button_set_label (GTK_BUTTON (self->add_button), _("Added to Review"));
}

/* What went badly is due today, whatever the schedule thought. */
static void
add_clicked_cb (DrillInterviewCardPage *self)
{
  DrillStudy *study = drill_interview_play_get_study (self->play);
  gint64      now = drill_clock_wall_ms (drill_study_get_clock (study));
  int         today = drill_rules_day (drill_study_get_rules (study), now);

  gtk_widget_set_sensitive (self->add_button, FALSE);
  for (guint i = 0; i < self->card->review->len; i++)
    {
      g_autoptr (DrillMark) mark = drill_mark_new (g_ptr_array_index (self->card->review, i), DRILL_MARK_DUE, today, now);

      drill_study_mark_async (study, mark, marked_cb, g_object_ref (self));
    }
}

static void
drill_interview_card_page_dispose (GObject *object)
{
  DrillInterviewCardPage *self = DRILL_INTERVIEW_CARD_PAGE (object);

  /* The sections show what belongs to the interview. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->add_button = NULL;
  g_clear_object (&self->play);

  G_OBJECT_CLASS (drill_interview_card_page_parent_class)->dispose (object);
}

static void
drill_interview_card_page_finalize (GObject *object)
{
  drill_scorecard_free (DRILL_INTERVIEW_CARD_PAGE (object)->card);

  G_OBJECT_CLASS (drill_interview_card_page_parent_class)->finalize (object);
}

static void
drill_interview_card_page_class_init (DrillInterviewCardPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = drill_interview_card_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = drill_interview_card_page_finalize;
}

static void
drill_interview_card_page_init (DrillInterviewCardPage *self)
{
}

/* Returns: (nullable): NULL when everything went well */
static GtkWidget *
buttons_new (DrillInterviewCardPage *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  GtkWidget            *box, *practise;

  if (self->card->review->len == 0)
    return NULL;

  for (guint i = 0; i < self->card->review->len; i++)
    g_ptr_array_add (keys, g_ptr_array_index (self->card->review, i));

  box = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (box), 9);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (box), 9);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What to do next"), -1);

  practise = gtk_button_new_with_mnemonic (_("_Practise These Now"));
  gtk_widget_add_css_class (practise, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (practise), "win.study-keys");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (practise),
                                          g_variant_new_strv ((const char *const *) keys->pdata, (gssize) keys->len));
  self->add_button = gtk_button_new_with_mnemonic (_("_Add to Review"));
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_flow_box_append (GTK_FLOW_BOX (box), practise);
  gtk_flow_box_append (GTK_FLOW_BOX (box), self->add_button);

  /* The buttons take the focus, not what lies around them. */
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);

  return box;
}

GtkWidget *
drill_interview_card_page_new (DrillInterviewPlay *play)
{
  DrillInterviewCardPage *self;
  const DrillMock        *mock;
  GtkWidget              *scroller;
  GtkBox                 *column;

  g_return_val_if_fail (DRILL_IS_INTERVIEW_PLAY (play), NULL);

  self = g_object_new (DRILL_TYPE_INTERVIEW_CARD_PAGE, NULL);
  self->play = g_object_ref (play);
  mock = drill_interview_play_get_mock (play);
  self->card = drill_scorecard_new (mock);

  scroller = drill_item_column_new (&column);
  drill_item_append (column, drill_interview_score_new (mock, self->card));
  drill_item_append (column, buttons_new (self));
  drill_item_append (column, drill_interview_dimensions_new (self->card));
  drill_item_append (column, drill_interview_gaps_new (mock, self->card));
  drill_item_append (column, drill_interview_review_new (mock, self->card));
  drill_item_append (column, drill_interview_steps_new (mock));
  drill_clean_button_names (scroller);
  adw_bin_set_child (ADW_BIN (self), scroller);

  return GTK_WIDGET (self);
}

/* Writes the scorecard to @path. */
gboolean
drill_interview_card_page_write (DrillInterviewCardPage *self,
                                 DrillInterviewFile      kind,
                                 const char             *path,
                                 GError                **error)
{
  g_autoptr (GPtrArray) document = NULL;
  g_autofree char      *text = NULL;

  g_return_val_if_fail (DRILL_IS_INTERVIEW_CARD_PAGE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  document = drill_interview_document_new (drill_interview_play_get_mock (self->play), self->card);
  if (kind == DRILL_INTERVIEW_FILE_PDF)
    return drill_document_print_to_pdf (document, NULL, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), path, error);

  text = drill_document_to_markdown (document);

  return g_file_set_contents (path, text, -1, error);
}

static void
file_chosen (DrillInterviewCardPage *self,
             GAsyncResult           *result,
             DrillInterviewFile      kind)
{
  g_autoptr (GFile)  file = drill_save_file_finish (result, NULL);
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->play == NULL)
    return;

  if (g_file_peek_path (file) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.report-error", "s",
                                _("The scorecard can only be saved on this machine"));
  else if (!drill_interview_card_page_write (self, kind, g_file_peek_path (file), &error))
    drill_report_error (GTK_WIDGET (self), error);
}

static void
pdf_chosen_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (DrillInterviewCardPage) self = data;

  file_chosen (self, result, DRILL_INTERVIEW_FILE_PDF);
}

static void
markdown_chosen_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (DrillInterviewCardPage) self = data;

  file_chosen (self, result, DRILL_INTERVIEW_FILE_MARKDOWN);
}

/* Asks where to write, and writes. */
void
drill_interview_card_page_save (DrillInterviewCardPage *self,
                                DrillInterviewFile      kind)
{
  g_return_if_fail (DRILL_IS_INTERVIEW_CARD_PAGE (self));

  drill_save_file_async (GTK_WIDGET (self),
                         _("Save the Scorecard"),
                         kind == DRILL_INTERVIEW_FILE_PDF ? "interview.pdf" : "interview.md",
                         NULL,
                         kind == DRILL_INTERVIEW_FILE_PDF ? pdf_chosen_cb : markdown_chosen_cb,
                         g_object_ref (self));
}
