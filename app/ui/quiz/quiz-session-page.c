/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The session page of a quiz.
 *
 *   loading --> taking --handed in, time up--> result
 *      |                                         ^
 *      +---------- one that has ended -----------+
 *
 * Its parts ask for each other by actions:
 *
 *   quiz.hand-in    asks first, and says what is not answered yet
 *   quiz.pause      and goes on again; practice only
 *   quiz.next, quiz.previous
 *   quiz.again      the same questions, shuffled anew
 *   quiz.save-pdf, quiz.save-csv
 */

#include "config.h"

#include "ui/quiz/quiz-session-page.h"

#include "ui/compat/confirm.h"
#include "ui/quiz/quiz-format.h"
#include "ui/quiz/quiz-header.h"
#include "ui/quiz/quiz-result-page.h"
#include "ui/quiz/quiz-take-view.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

struct _DrillQuizSessionPage
{
  AdwBin           parent_instance;

  DrillStudy      *study;
  GCancellable    *cancellable;
  DrillQuizPlay   *play; /* (nullable): until it is loaded */
  gboolean         asking; /* whether to hand in */

  DrillQuizHeader *header;
  GtkInfoBar      *failure_bar;
  GtkLabel        *failure_label;
  AdwBin          *place;
};

G_DEFINE_FINAL_TYPE (DrillQuizSessionPage, drill_quiz_session_page, ADW_TYPE_BIN)

static void start (DrillQuizSessionPage *self,
                   const char           *name,
                   const DrillQuizSetup *setup,
                   const char *const    *keys);

static void
update_actions (DrillQuizSessionPage *self)
{
  gboolean taking = self->play != NULL && !drill_attempt_has_ended (drill_quiz_play_get_quiz (self->play)->attempt);
  gboolean practice = taking && !drill_quiz_play_get_quiz (self->play)->setup->exam;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quiz.hand-in", taking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quiz.pause", practice);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quiz.next", taking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quiz.previous", taking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quiz.again", self->play != NULL && !taking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quiz.save-pdf", self->play != NULL && !taking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "quiz.save-csv", self->play != NULL && !taking);
}

static void
show_failure (DrillQuizSessionPage *self,
              const GError         *error)
{
  GtkWidget       *page = adw_status_page_new ();
  GtkWidget       *button = gtk_button_new_with_mnemonic (_("_Back"));
  gboolean         nothing = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), nothing ? "edit-find-symbolic" : "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), nothing ? _("No Question Fits") : _("This Quiz Cannot Be Opened"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   nothing ? _("Choose more topics, other levels, or all questions instead of some.") : escaped);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.end-session");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  drill_clean_button_names (button);
  adw_bin_set_child (self->place, page);
  gtk_widget_grab_focus (button);
}

static void
show_result (DrillQuizSessionPage *self)
{
  const DrillQuiz *quiz = drill_quiz_play_get_quiz (self->play);
  g_autofree char *name = drill_quiz_format_name (quiz->name, quiz->setup);
  GtkWidget       *page = drill_quiz_result_page_new (self->study, self->play);

  drill_quiz_header_show_title (self->header, name, TRUE);
  adw_bin_set_child (self->place, page);
  update_actions (self);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
failed_cb (DrillQuizSessionPage *self)
{
  const char      *message = drill_step_saver_get_message (drill_quiz_play_get_saver (self->play));
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
failure_response_cb (DrillQuizSessionPage *self)
{
  if (self->play != NULL)
    drill_step_saver_retry (drill_quiz_play_get_saver (self->play));
}

static void
begin (DrillQuizSessionPage *self,
       DrillQuiz            *quiz,
       gboolean              resumed)
{
  GtkWidget *view;

  g_clear_object (&self->play);
  if (drill_attempt_has_ended (quiz->attempt))
    resumed = FALSE;
  self->play = drill_quiz_play_new (self->study, quiz, resumed);
  g_signal_connect_object (drill_quiz_play_get_saver (self->play), "notify::message",
                           G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  if (drill_attempt_has_ended (quiz->attempt))
    {
      show_result (self);
      return;
    }

  g_signal_connect_object (self->play, "ended", G_CALLBACK (show_result), self, G_CONNECT_SWAPPED);
  view = drill_quiz_take_view_new (self->play);
  drill_quiz_header_set_play (self->header, self->play);
  adw_bin_set_child (self->place, view);
  update_actions (self);
  drill_quiz_take_view_focus (DRILL_QUIZ_TAKE_VIEW (view));
}

static gboolean
is_quiet (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

/* What was started cannot be cancelled; when the page is gone by then, the quiz waits in
 * the list. */
static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (DrillQuizSessionPage) self = data;
  g_autoptr (GError)               error = NULL;
  DrillQuiz                       *quiz = drill_study_start_quiz_finish (DRILL_STUDY (source), result, &error);

  if (quiz == NULL && !is_quiet (error) && self->study != NULL)
    show_failure (self, error);
  else if (quiz != NULL && self->study != NULL)
    begin (self, quiz, FALSE);
  else
    drill_quiz_free (quiz);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError)    error = NULL;
  DrillQuiz            *quiz = drill_study_load_quiz_finish (DRILL_STUDY (source), result, &error);
  DrillQuizSessionPage *self = data;

  if (quiz != NULL)
    begin (self, quiz, TRUE);
  else if (!is_quiet (error))
    show_failure (self, error);
}

static void
start (DrillQuizSessionPage *self,
       const char           *name,
       const DrillQuizSetup *setup,
       const char *const    *keys)
{
  drill_study_start_quiz_async (self->study, name, setup, keys, started_cb, g_object_ref (self));
}

static void
confirmed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  DrillQuizSessionPage *self = data;
  g_autoptr (GError)    error = NULL;
  gboolean              agreed = drill_confirm_finish (result, &error);

  if (error != NULL)
    return; /* the page is gone, or the time was over first */

  self->asking = FALSE;
  if (agreed)
    drill_quiz_play_hand_in (self->play);
}

/* In practice all that is answered has been explained: nothing is lost by the end. */
static void
hand_in_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DrillQuizSessionPage *self = DRILL_QUIZ_SESSION_PAGE (widget);
  const DrillAttempt   *attempt = drill_quiz_play_get_quiz (self->play)->attempt;
  guint                 unanswered = drill_attempt_get_n_questions (attempt) - drill_attempt_get_n_answered (attempt);
  guint                 flagged = drill_attempt_get_n_flagged (attempt);
  g_autoptr (GString)   body = g_string_new (NULL);

  if (self->asking)
    return;
  if (!drill_attempt_get_rules (attempt)->exam && unanswered == 0)
    {
      drill_quiz_play_hand_in (self->play);
      return;
    }

  if (unanswered > 0)
    g_string_append_printf (body, ngettext ("%u question has no answer yet.", "%u questions have no answer yet.", unanswered),
                            unanswered);
  else
    g_string_append (body, _("All questions are answered."));
  if (flagged > 0)
    {
      g_string_append_c (body, ' ');
      g_string_append_printf (body, ngettext ("%u is flagged.", "%u are flagged.", flagged), flagged);
    }
  self->asking = TRUE;
  drill_confirm_async (widget,
                       drill_attempt_get_rules (attempt)->exam ? _("Hand In the Exam?") : _("Finish the Quiz?"),
                       body->str,
                       drill_attempt_get_rules (attempt)->exam ? _("_Hand In") : _("_Finish"),
                       DRILL_CONFIRM_SUGGESTED,
                       self->cancellable,
                       confirmed_cb,
                       self);
}

static void
pause_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  DrillQuizSessionPage *self = DRILL_QUIZ_SESSION_PAGE (widget);

  if (!drill_quiz_play_pause (self->play))
    drill_quiz_play_resume (self->play);
}

static void
step_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GtkWidget *view = adw_bin_get_child (DRILL_QUIZ_SESSION_PAGE (widget)->place);

  if (!DRILL_IS_QUIZ_TAKE_VIEW (view))
    return;
  if (g_str_equal (name, "quiz.next"))
    drill_quiz_take_view_next (DRILL_QUIZ_TAKE_VIEW (view));
  else
    drill_quiz_take_view_previous (DRILL_QUIZ_TAKE_VIEW (view));
}

static void
again_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  DrillQuizSessionPage      *self = DRILL_QUIZ_SESSION_PAGE (widget);
  const DrillQuiz           *quiz = drill_quiz_play_get_quiz (self->play);
  g_autoptr (DrillQuizSetup) setup = drill_quiz_setup_copy (quiz->setup);
  g_autoptr (GPtrArray)      keys = g_ptr_array_new ();

  setup->shuffle_questions = TRUE;
  setup->shuffle_options = TRUE;
  for (guint i = 0; i < quiz->questions->len; i++)
    g_ptr_array_add (keys, drill_quiz_get_question (quiz, i)->record->key);
  g_ptr_array_add (keys, NULL);
  start (self, quiz->name, setup, (const char *const *) keys->pdata);
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GtkWidget *page = adw_bin_get_child (DRILL_QUIZ_SESSION_PAGE (widget)->place);

  if (DRILL_IS_QUIZ_RESULT_PAGE (page))
    drill_quiz_result_page_save (DRILL_QUIZ_RESULT_PAGE (page),
                                 g_str_equal (name, "quiz.save-pdf") ? DRILL_QUIZ_FILE_PDF : DRILL_QUIZ_FILE_CSV);
}

static void
drill_quiz_session_page_dispose (GObject *object)
{
  DrillQuizSessionPage *self = DRILL_QUIZ_SESSION_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->play != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->play, self);
      drill_quiz_play_leave (self->play);
      adw_bin_set_child (self->place, NULL);
      drill_quiz_header_set_play (self->header, NULL);
    }
  g_clear_object (&self->play);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (drill_quiz_session_page_parent_class)->dispose (object);
}

static void
drill_quiz_session_page_class_init (DrillQuizSessionPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_quiz_session_page_dispose;

  gtk_widget_class_install_action (widget_class, "quiz.hand-in", NULL, hand_in_cb);
  gtk_widget_class_install_action (widget_class, "quiz.pause", NULL, pause_cb);
  gtk_widget_class_install_action (widget_class, "quiz.next", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "quiz.previous", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "quiz.again", NULL, again_cb);
  gtk_widget_class_install_action (widget_class, "quiz.save-pdf", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "quiz.save-csv", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "quiz.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "quiz.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "quiz.hand-in", NULL);
}

static void
drill_quiz_session_page_init (DrillQuizSessionPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *spinner = gtk_spinner_new ();

  self->cancellable = g_cancellable_new ();
  self->header = DRILL_QUIZ_HEADER (drill_quiz_header_new ());
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

static DrillQuizSessionPage *
page_new (DrillStudy *study)
{
  DrillQuizSessionPage *self = g_object_new (DRILL_TYPE_QUIZ_SESSION_PAGE, NULL);

  self->study = g_object_ref (study);

  return self;
}

/* A new quiz. @keys: (nullable): to ask just these */
GtkWidget *
drill_quiz_session_page_new_start (DrillStudy           *study,
                                   const char           *name,
                                   const DrillQuizSetup *setup,
                                   const char *const    *keys)
{
  DrillQuizSessionPage *self;

  g_return_val_if_fail (DRILL_IS_STUDY (study), NULL);
  g_return_val_if_fail (name != NULL && setup != NULL, NULL);

  self = page_new (study);
  start (self, name, setup, keys);

  return GTK_WIDGET (self);
}

/* One that was begun before: it goes on, or its result is shown. */
GtkWidget *
drill_quiz_session_page_new_open (DrillStudy  *study,
                                  const guint8 uuid[DRILL_UUID_SIZE])
{
  DrillQuizSessionPage *self;

  g_return_val_if_fail (DRILL_IS_STUDY (study), NULL);

  self = page_new (study);
  drill_study_load_quiz_async (study, uuid, self->cancellable, loaded_cb, self);

  return GTK_WIDGET (self);
}
