/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The session page of an interview.
 *
 *   loading --> taking --complete, handed in, time over--> scorecard
 *      |                                                      ^
 *      +---------------- one that has ended ------------------+
 *
 *   interview.hand-in   asks first, and says what was not asked yet
 *   interview.save-pdf, interview.save-markdown
 */

#include "config.h"

#include "ui/interview/interview-session-page.h"

#include "ui/compat/confirm.h"
#include "ui/interview/interview-card-page.h"
#include "ui/interview/interview-format.h"
#include "ui/interview/interview-header.h"
#include "ui/interview/interview-step-view.h"
#include "ui/widgets/button-names.h"

#include <glib/gi18n.h>

struct _DrillInterviewSessionPage
{
  AdwBin                parent_instance;

  DrillStudy           *study;
  GCancellable         *cancellable;
  DrillInterviewPlay   *play; /* (nullable): until it is loaded */
  gboolean              asking; /* whether to end it */

  DrillInterviewHeader *header;
  GtkInfoBar           *failure_bar;
  GtkLabel             *failure_label;
  AdwBin               *place;
};

G_DEFINE_FINAL_TYPE (DrillInterviewSessionPage, drill_interview_session_page, ADW_TYPE_BIN)

static void
update_actions (DrillInterviewSessionPage *self)
{
  gboolean taking = self->play != NULL && !drill_mock_run_has_ended (drill_interview_play_get_mock (self->play)->run);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "interview.hand-in", taking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "interview.save-pdf", self->play != NULL && !taking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "interview.save-markdown", self->play != NULL && !taking);
}

static void
show_failure (DrillInterviewSessionPage *self,
              const GError              *error)
{
  GtkWidget       *page = adw_status_page_new ();
  GtkWidget       *button = gtk_button_new_with_mnemonic (_("_Back"));
  gboolean         nothing = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), nothing ? "edit-find-symbolic" : "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), nothing ? _("Nothing to Ask") : _("This Interview Cannot Be Opened"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   nothing ? _("What was planned is not in the library any more. Plan another interview.")
                                           : escaped);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.end-session");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  drill_clean_button_names (button);
  adw_bin_set_child (self->place, page);
  gtk_widget_grab_focus (button);
}

static void
show_card (DrillInterviewSessionPage *self)
{
  g_autofree char *title = drill_interview_format_setup (&drill_interview_play_get_mock (self->play)->setup);
  GtkWidget       *page = drill_interview_card_page_new (self->play);

  drill_interview_header_show_title (self->header, title, TRUE);
  adw_bin_set_child (self->place, page);
  update_actions (self);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
show_step (DrillInterviewSessionPage *self)
{
  GtkWidget *view = drill_interview_step_view_new (self->play);

  adw_bin_set_child (self->place, view);
  drill_interview_step_view_focus (DRILL_INTERVIEW_STEP_VIEW (view));
}

static void
failed_cb (DrillInterviewSessionPage *self)
{
  const char      *message = drill_step_saver_get_message (drill_interview_play_get_saver (self->play));
  g_autofree char *text = NULL;

  if (message != NULL)
    {
      /* Translators: the reason */
      text = g_strdup_printf (_("Your last answers could not be saved yet: %s"), message);
      gtk_label_set_label (self->failure_label, text);
    }
  gtk_info_bar_set_revealed (self->failure_bar, message != NULL);
}

static void
failure_response_cb (DrillInterviewSessionPage *self)
{
  if (self->play != NULL)
    drill_step_saver_retry (drill_interview_play_get_saver (self->play));
}

static void
begin (DrillInterviewSessionPage *self,
       DrillMock                 *mock,
       gboolean                   resumed)
{
  gboolean ended = drill_mock_run_has_ended (mock->run);

  self->play = drill_interview_play_new (self->study, mock, resumed && !ended);
  g_signal_connect_object (drill_interview_play_get_saver (self->play), "notify::message",
                           G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  if (ended)
    {
      show_card (self);
      return;
    }

  g_signal_connect_object (self->play, "ended", G_CALLBACK (show_card), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->play, "moved", G_CALLBACK (show_step), self, G_CONNECT_SWAPPED);
  drill_interview_header_set_play (self->header, self->play);
  update_actions (self);
  show_step (self);
}

static gboolean
is_quiet (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

/* What was started cannot be cancelled; when the page is gone by then, the interview waits
 * in the list. */
static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DrillInterviewSessionPage) self = data;
  g_autoptr (GError)                    error = NULL;
  DrillMock                            *mock = drill_study_start_mock_finish (DRILL_STUDY (source), result, &error);

  if (mock == NULL && !is_quiet (error) && self->study != NULL)
    show_failure (self, error);
  else if (mock != NULL && self->study != NULL)
    begin (self, mock, FALSE);
  else
    drill_mock_free (mock);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError)         error = NULL;
  DrillMock                 *mock = drill_study_load_mock_finish (DRILL_STUDY (source), result, &error);
  DrillInterviewSessionPage *self = data;

  if (mock != NULL)
    begin (self, mock, TRUE);
  else if (!is_quiet (error))
    show_failure (self, error);
}

static void
confirmed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  DrillInterviewSessionPage *self = data;
  g_autoptr (GError)         error = NULL;
  gboolean                   agreed = drill_confirm_finish (result, &error);
  GtkWidget                 *view;

  if (error != NULL)
    return; /* the page is gone */

  self->asking = FALSE;
  view = adw_bin_get_child (self->place);
  if (!agreed || !DRILL_IS_INTERVIEW_STEP_VIEW (view))
    return;

  drill_interview_step_view_flush (DRILL_INTERVIEW_STEP_VIEW (view));
  drill_interview_play_hand_in (self->play);
}

static void
hand_in_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DrillInterviewSessionPage *self = DRILL_INTERVIEW_SESSION_PAGE (widget);
  const DrillMockRun        *run = drill_interview_play_get_mock (self->play)->run;
  guint                      open = drill_mock_run_get_n_steps (run) - drill_mock_run_get_n_reached (run);
  g_autofree char           *body = NULL;

  if (self->asking)
    return;

  if (open > 0)
    body = g_strdup_printf (ngettext ("%u question was not asked yet and counts as missed.",
                                      "%u questions were not asked yet and count as missed.", open),
                            open);
  else if (drill_mock_run_get_phase (run) == DRILL_MOCK_ANSWERING)
    body = g_strdup (_("The answer you are giving now is not marked."));
  self->asking = TRUE;
  drill_confirm_async (widget,
                       _("End the Interview?"),
                       body,
                       _("_End"),
                       DRILL_CONFIRM_SUGGESTED,
                       self->cancellable,
                       confirmed_cb,
                       self);
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GtkWidget *page = adw_bin_get_child (DRILL_INTERVIEW_SESSION_PAGE (widget)->place);

  if (DRILL_IS_INTERVIEW_CARD_PAGE (page))
    drill_interview_card_page_save (DRILL_INTERVIEW_CARD_PAGE (page),
                                    g_str_equal (name, "interview.save-pdf") ? DRILL_INTERVIEW_FILE_PDF
                                                                             : DRILL_INTERVIEW_FILE_MARKDOWN);
}

static void
drill_interview_session_page_dispose (GObject *object)
{
  DrillInterviewSessionPage *self = DRILL_INTERVIEW_SESSION_PAGE (object);
  GtkWidget                 *view;

  g_cancellable_cancel (self->cancellable);
  if (self->play != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->play, self);
      view = adw_bin_get_child (self->place);
      if (DRILL_IS_INTERVIEW_STEP_VIEW (view))
        drill_interview_step_view_flush (DRILL_INTERVIEW_STEP_VIEW (view));
      drill_interview_play_leave (self->play);
      adw_bin_set_child (self->place, NULL);
      drill_interview_header_set_play (self->header, NULL);
    }
  g_clear_object (&self->play);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (drill_interview_session_page_parent_class)->dispose (object);
}

static void
drill_interview_session_page_class_init (DrillInterviewSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = drill_interview_session_page_dispose;

  gtk_widget_class_install_action (widget_class, "interview.hand-in", NULL, hand_in_cb);
  gtk_widget_class_install_action (widget_class, "interview.save-pdf", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "interview.save-markdown", NULL, save_cb);
}

static void
drill_interview_session_page_init (DrillInterviewSessionPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *spinner = gtk_spinner_new ();

  self->cancellable = g_cancellable_new ();
  self->header = DRILL_INTERVIEW_HEADER (drill_interview_header_new ());
  self->failure_bar = GTK_INFO_BAR (gtk_info_bar_new ());
  self->failure_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->failure_label, TRUE);
  gtk_info_bar_add_child (self->failure_bar, GTK_WIDGET (self->failure_label));
  gtk_info_bar_add_button (self->failure_bar, _("_Try Again"), GTK_RESPONSE_OK);
  gtk_info_bar_set_message_type (self->failure_bar, GTK_MESSAGE_ERROR);
  gtk_info_bar_set_revealed (self->failure_bar, FALSE);
  g_signal_connect_swapped (self->failure_bar, "response", G_CALLBACK (failure_response_cb), self);

  self->place = ADW_BIN (adw_bin_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->place), TRUE);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Loading"), -1);
  adw_bin_set_child (self->place, spinner);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->header));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->failure_bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->place));
  drill_clean_button_names (box);
  adw_bin_set_child (ADW_BIN (self), box);
  update_actions (self);
}

static DrillInterviewSessionPage *
page_new (DrillStudy *study)
{
  DrillInterviewSessionPage *self = g_object_new (DRILL_TYPE_INTERVIEW_SESSION_PAGE, NULL);

  self->study = g_object_ref (study);

  return self;
}

/* A new interview. @keys: of its plan */
GtkWidget *
drill_interview_session_page_new_start (DrillStudy           *study,
                                        const DrillMockSetup *setup,
                                        const char *const    *keys)
{
  DrillInterviewSessionPage *self;

  g_return_val_if_fail (DRILL_IS_STUDY (study), NULL);
  g_return_val_if_fail (setup != NULL && keys != NULL, NULL);

  self = page_new (study);
  drill_study_start_mock_async (study, setup, keys, started_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

/* One that was begun before: it goes on, or its scorecard is shown. */
GtkWidget *
drill_interview_session_page_new_open (DrillStudy  *study,
                                       const guint8 uuid[DRILL_UUID_SIZE])
{
  DrillInterviewSessionPage *self;

  g_return_val_if_fail (DRILL_IS_STUDY (study), NULL);

  self = page_new (study);
  drill_study_load_mock_async (study, uuid, self->cancellable, loaded_cb, self);

  return GTK_WIDGET (self);
}
