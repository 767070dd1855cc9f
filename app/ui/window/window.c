/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * The main window.
 *
 *   toasts > states > sessions (page stack)
 *                       root: split view
 *                               sidebar: destinations
 *                               content: details (page stack)
 *                                          root: pages, one per destination
 *                                          over it: an item that was opened
 *                       over it: a running session
 *
 * Features do not know each other: they ask for each other through the window's
 * actions, which are listed in window-actions.c.
 */

#include "config.h"

#include "ui/window/window-private.h"

#include "ui/compat/page-stack.h"
#include "ui/compat/split-view.h"
#include "ui/card/card-page.h"
#include "ui/incident/incident-list-page.h"
#include "ui/incident/incident-page.h"
#include "ui/library/item-page.h"
#include "ui/interview/interview-page.h"
#include "ui/interview/interview-session-page.h"
#include "ui/library/library-page.h"
#include "ui/memory/memory-page.h"
#include "ui/progress/progress-page.h"
#include "ui/quiz/quiz-page.h"
#include "ui/quiz/quiz-session-page.h"
#include "ui/review/review-page.h"
#include "ui/today/today-page.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/toast.h"
#include "ui/window/destination-list.h"
#include "ui/window/page-frame.h"

#include <glib/gi18n.h>

#define PROGRESS_INTERVAL_MS 100

struct _DrillWindow
{
  AdwApplicationWindow  parent_instance;

  DrillLibrary         *library;
  DrillStudy           *study;
  DrillItemSearch      *search;
  guint                 progress_source;

  AdwToastOverlay      *toasts;
  GtkStack             *states;
  AdwStatusPage        *fatal_page;
  DrillPageStack       *sessions;
  DrillSplitView       *split_view;
  DrillDestinationList *destinations;
  DrillPageStack       *details;
  GtkStack             *pages;
  GtkProgressBar       *import_progress;
  DrillTodayPage       *today;
  DrillLibraryPage     *library_page; /* (nullable): until it is shown */
  DrillProgressPage    *progress;     /* (nullable): until it is shown */
  DrillQuizPage        *quiz;         /* (nullable): until it is shown */
  DrillIncidentListPage *incidents;   /* (nullable): until it is shown */
  DrillInterviewPage   *interview;    /* (nullable): until it is shown */
};

G_DEFINE_FINAL_TYPE (DrillWindow, drill_window, ADW_TYPE_APPLICATION_WINDOW)

static void
selected_cb (DrillWindow *self,
             const char  *name)
{
  drill_window_show_page (self, name);
}

static void
due_changed_cb (DrillWindow *self)
{
  guint due;

  g_object_get (self->today, "due", &due, NULL);
  drill_destination_list_set_count (self->destinations, "today", due);
}

static GtkWidget *
today_new (DrillWindow *self)
{
  self->today = DRILL_TODAY_PAGE (drill_today_page_new ());
  g_signal_connect_swapped (self->today, "notify::due", G_CALLBACK (due_changed_cb), self);
  if (self->study != NULL)
    drill_today_page_start (self->today, self->study, self->search);

  return GTK_WIDGET (self->today);
}

static GtkWidget *
library_new (DrillWindow *self)
{
  self->library_page = DRILL_LIBRARY_PAGE (drill_library_page_new ());
  if (self->library != NULL)
    drill_library_page_start (self->library_page, self->library, self->search);

  return GTK_WIDGET (self->library_page);
}

static GtkWidget *
incidents_new (DrillWindow *self)
{
  self->incidents = DRILL_INCIDENT_LIST_PAGE (drill_incident_list_page_new ());
  if (self->library != NULL)
    drill_incident_list_page_start (self->incidents, self->library, self->study);

  return GTK_WIDGET (self->incidents);
}

static GtkWidget *
quiz_new (DrillWindow *self)
{
  self->quiz = DRILL_QUIZ_PAGE (drill_quiz_page_new ());
  if (self->library != NULL)
    drill_quiz_page_start (self->quiz, self->library, self->study);

  return GTK_WIDGET (self->quiz);
}

static GtkWidget *
interview_new (DrillWindow *self)
{
  self->interview = DRILL_INTERVIEW_PAGE (drill_interview_page_new ());
  if (self->library != NULL)
    drill_interview_page_start (self->interview, self->library, self->study);

  return GTK_WIDGET (self->interview);
}

static GtkWidget *
progress_new (DrillWindow *self)
{
  self->progress = DRILL_PROGRESS_PAGE (drill_progress_page_new ());
  if (self->study != NULL)
    drill_progress_page_start (self->progress, self->study);

  return GTK_WIDGET (self->progress);
}

/* The destinations. A page is made when it is first shown: the window is on the
 * screen sooner, and who only reviews never pays for the rest. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GtkWidget *(*create) (DrillWindow *self);
} destinations[] = {
  { "today", N_("Today"), "alarm-symbolic", today_new },
  { "library", N_("Library"), "accessories-dictionary-symbolic", library_new },
  { "quiz", N_("Quiz"), "document-edit-symbolic", quiz_new },
  { "incidents", N_("Incidents"), "dialog-warning-symbolic", incidents_new },
  { "interview", N_("Interview"), "avatar-default-symbolic", interview_new },
  { "progress", N_("Progress"), "power-profile-performance-symbolic", progress_new },
};

static void
ensure_page (DrillWindow *self,
             const char  *name)
{
  GtkWidget *frame;

  if (gtk_stack_get_child_by_name (self->pages, name) != NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (destinations); i++)
    {
      if (!g_str_equal (destinations[i].name, name))
        continue;
      frame = drill_page_frame_new (_(destinations[i].title), destinations[i].create (self));
      drill_page_frame_set_narrow (DRILL_PAGE_FRAME (frame),
                                   drill_split_view_get_folded (self->split_view));
      drill_clean_button_names (frame);
      gtk_stack_add_named (self->pages, frame, name);
    }
}

static void
folded_cb (DrillWindow *self)
{
  gboolean   folded = drill_split_view_get_folded (self->split_view);
  GtkWidget *page;

  for (page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    drill_page_frame_set_narrow (DRILL_PAGE_FRAME (page), folded);
}

/* The page below may show numbers that the session has changed. */
static void
quizzes_counted_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (DrillWindow) self = data;
  int                     unfinished = drill_study_count_unfinished_finish (DRILL_STUDY (source), result, NULL);

  /* The page tells of errors; here they leave the mark as it is. */
  if (unfinished >= 0 && self->study != NULL)
    drill_destination_list_set_count (self->destinations, "quiz", (guint) unfinished);
}

static void
count_quizzes (DrillWindow *self)
{
  if (self->study != NULL)
    drill_study_count_unfinished_async (self->study, NULL, quizzes_counted_cb, g_object_ref (self));
}

static void
session_popped_cb (DrillWindow *self)
{
  drill_today_page_refresh (self->today);
  count_quizzes (self);

  /* Over an opened item the stack has put the focus back where it was. */
  if (drill_page_stack_get_depth (self->sessions) == 1 &&
      drill_page_stack_get_depth (self->details) == 1)
    drill_window_focus_page (self);
}

static gboolean
show_progress_cb (gpointer data)
{
  DrillWindow *self = data;

  gtk_progress_bar_set_fraction (self->import_progress,
                                 drill_library_get_import_progress (self->library));

  return G_SOURCE_CONTINUE;
}

static void
import_started_cb (DrillWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->import_progress), TRUE);
  if (self->progress_source == 0)
    self->progress_source = g_timeout_add (PROGRESS_INTERVAL_MS, show_progress_cb, self);
}

static void
import_ended_cb (DrillWindow *self)
{
  if (drill_library_is_importing (self->library))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->import_progress), FALSE);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  drill_window_settle (self);
}

static void
library_changed_cb (DrillWindow *self)
{
  drill_today_page_refresh (self->today);
  if (self->progress != NULL)
    drill_progress_page_refresh (self->progress);
}

static void
drill_window_dispose (GObject *object)
{
  DrillWindow *self = DRILL_WINDOW (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->library);
  g_clear_object (&self->study);
  g_clear_object (&self->search);

  G_OBJECT_CLASS (drill_window_parent_class)->dispose (object);
}

static void
drill_window_class_init (DrillWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_window_dispose;

  g_type_ensure (DRILL_TYPE_PAGE_STACK);
  g_type_ensure (DRILL_TYPE_SPLIT_VIEW);
  g_type_ensure (DRILL_TYPE_DESTINATION_LIST);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_ROOT "/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, DrillWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DrillWindow, states);
  gtk_widget_class_bind_template_child (widget_class, DrillWindow, fatal_page);
  gtk_widget_class_bind_template_child (widget_class, DrillWindow, sessions);
  gtk_widget_class_bind_template_child (widget_class, DrillWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, DrillWindow, destinations);
  gtk_widget_class_bind_template_child (widget_class, DrillWindow, details);
  gtk_widget_class_bind_template_child (widget_class, DrillWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, DrillWindow, import_progress);
  drill_window_install_actions (widget_class);
}

static void
drill_window_init (DrillWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  drill_page_stack_push (self->sessions, GTK_WIDGET (self->split_view));
  drill_page_stack_push (self->details, GTK_WIDGET (self->pages));

  for (guint i = 0; i < G_N_ELEMENTS (destinations); i++)
    drill_destination_list_append (self->destinations,
                                   destinations[i].name,
                                   _(destinations[i].title),
                                   destinations[i].icon_name);

  g_signal_connect_swapped (self->destinations, "selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->split_view, "notify::folded", G_CALLBACK (folded_cb), self);
  g_signal_connect_swapped (self->sessions, "popped", G_CALLBACK (session_popped_cb), self);
  folded_cb (self);
  drill_window_show_page (self, "today");
  drill_clean_button_names (GTK_WIDGET (self));
}

DrillWindow *
drill_window_new (AdwApplication *application)
{
  return g_object_new (DRILL_TYPE_WINDOW, "application", application, NULL);
}

/* Gives the window what it shows, once the databases are open. */
void
drill_window_start (DrillWindow     *self,
                    DrillLibrary    *library,
                    DrillStudy      *study,
                    DrillItemSearch *search)
{
  g_return_if_fail (DRILL_IS_WINDOW (self) && self->library == NULL);

  self->library = g_object_ref (library);
  self->study = g_object_ref (study);
  self->search = g_object_ref (search);
  g_signal_connect_object (library, "import-started", G_CALLBACK (import_started_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "import-ended", G_CALLBACK (import_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  drill_today_page_start (self->today, study, search);
  count_quizzes (self);
  if (self->library_page != NULL)
    drill_library_page_start (self->library_page, library, search);
  if (self->quiz != NULL)
    drill_quiz_page_start (self->quiz, library, study);
  if (self->incidents != NULL)
    drill_incident_list_page_start (self->incidents, library, study);
  if (self->interview != NULL)
    drill_interview_page_start (self->interview, library, study);
  if (self->progress != NULL)
    drill_progress_page_start (self->progress, study);
}

/* No packs are on their way: what is empty now is really empty. */
void
drill_window_settle (DrillWindow *self)
{
  g_return_if_fail (DRILL_IS_WINDOW (self));

  drill_today_page_set_waiting (self->today, FALSE);
}

gboolean
drill_window_is_started (DrillWindow *self)
{
  return self->library != NULL;
}

void
drill_window_show_page (DrillWindow *self,
                        const char  *name)
{
  ensure_page (self, name);
  drill_page_stack_pop_to_root (self->details);
  gtk_stack_set_visible_child_name (self->pages, name);
  drill_destination_list_select (self->destinations, name);
  drill_split_view_set_show_content (self->split_view, TRUE);
}

/* Puts the focus where one would begin on what is shown: an item that is open, or
 * the page. */
void
drill_window_focus_page (DrillWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *content;

  if (drill_page_stack_get_depth (self->details) > 1)
    content = drill_page_stack_get_visible_page (self->details);
  else
    content = drill_page_frame_get_content (DRILL_PAGE_FRAME (gtk_stack_get_visible_child (self->pages)));

  /* From inside the page this would go on to the next widget. A page that is still
   * empty leaves the focus in front of it. */
  if ((focus == NULL || !gtk_widget_is_ancestor (focus, content)) &&
      !gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD))
    drill_destination_list_focus (self->destinations);
}

void
drill_window_show_sidebar (DrillWindow *self)
{
  drill_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_child_focus (drill_split_view_get_sidebar (self->split_view), GTK_DIR_TAB_FORWARD);
}

void
drill_window_search (DrillWindow *self)
{
  drill_window_show_page (self, "library");
  drill_library_page_focus_search (self->library_page);
}

/* Shows what @query finds. */
void
drill_window_search_for (DrillWindow *self,
                         const char  *query)
{
  drill_window_show_page (self, "library");
  drill_library_page_show_query (self->library_page, query);
  drill_library_page_focus_search (self->library_page);
}

void
drill_window_push_detail (DrillWindow *self,
                          GtkWidget   *page)
{
  drill_clean_button_names (page);
  drill_page_stack_push (self->details, page);
}

/* Over a running session a page covers that, and leads back to it. */
static void
push_over (DrillWindow *self,
           GtkWidget   *page)
{
  if (drill_page_stack_get_depth (self->sessions) > 1)
    {
      drill_clean_button_names (page);
      drill_page_stack_push (self->sessions, page);
      return;
    }

  drill_split_view_set_show_content (self->split_view, TRUE);
  drill_window_push_detail (self, page);
}

void
drill_window_open_item (DrillWindow *self,
                        const char  *key)
{
  push_over (self, drill_item_page_new (self->library, key));
}

void
drill_window_show_card (DrillWindow *self,
                        const char  *key)
{
  push_over (self, drill_card_page_new (self->library, self->study, key));
}

void
drill_window_show_memory (DrillWindow *self)
{
  if (drill_page_stack_get_depth (self->sessions) == 1)
    push_over (self, drill_memory_page_new (self->library, self->study));
}

/* @keys: (nullable): what to study; NULL for what is due */
void
drill_window_study (DrillWindow       *self,
                    const char *const *keys)
{
  GtkWidget *running = drill_page_stack_get_visible_page (self->sessions);

  /* One session at a time; only from a debrief, a result or a scorecard one practises
   * what was missed. */
  if (drill_page_stack_get_depth (self->sessions) > 1 &&
      (keys == NULL || !(DRILL_IS_INCIDENT_PAGE (running) || DRILL_IS_QUIZ_SESSION_PAGE (running) ||
                        DRILL_IS_INTERVIEW_SESSION_PAGE (running) || DRILL_IS_ITEM_PAGE (running))))
    return;

  drill_page_stack_push (self->sessions, drill_review_page_new (self->library, self->study, keys));
}

/* @resume: go on with an unfinished run at once */
void
drill_window_play_incident (DrillWindow *self,
                            const char  *key,
                            gboolean     resume)
{
  /* An interview asks for one in its middle, and goes on behind it. */
  if (drill_page_stack_get_depth (self->sessions) > 1 &&
      !DRILL_IS_INTERVIEW_SESSION_PAGE (drill_page_stack_get_visible_page (self->sessions)))
    return;

  drill_page_stack_push (self->sessions, drill_incident_page_new (self->library, self->study, key, resume));
}

/* @setup: as text. @keys: (nullable): to ask just these */
void
drill_window_start_quiz (DrillWindow       *self,
                         const char        *name,
                         const char        *setup,
                         const char *const *keys)
{
  g_autoptr (DrillQuizSetup) parsed = drill_quiz_setup_from_text (setup);

  if (drill_page_stack_get_depth (self->sessions) > 1)
    return;

  drill_page_stack_push (self->sessions, drill_quiz_session_page_new_start (self->study, name, parsed, keys));
}

/* Goes on with a quiz, or shows its result. */
void
drill_window_open_quiz (DrillWindow  *self,
                        const guint8 *uuid)
{
  if (drill_page_stack_get_depth (self->sessions) > 1)
    return;

  drill_page_stack_push (self->sessions, drill_quiz_session_page_new_open (self->study, uuid));
}

/* @keys: of a plan */
void
drill_window_start_interview (DrillWindow          *self,
                              const DrillMockSetup *setup,
                              const char *const    *keys)
{
  if (drill_page_stack_get_depth (self->sessions) > 1)
    return;

  drill_page_stack_push (self->sessions, drill_interview_session_page_new_start (self->study, setup, keys));
}

/* Goes on with an interview, or shows its scorecard. */
void
drill_window_open_interview (DrillWindow  *self,
                             const guint8 *uuid)
{
  if (drill_page_stack_get_depth (self->sessions) > 1)
    return;

  drill_page_stack_push (self->sessions, drill_interview_session_page_new_open (self->study, uuid));
}

void
drill_window_end_session (DrillWindow *self)
{
  if (drill_page_stack_get_depth (self->sessions) > 1)
    drill_page_stack_pop (self->sessions);
}

void
drill_window_pop_detail (DrillWindow *self)
{
  GtkWidget *top = drill_page_stack_get_visible_page (self->sessions);

  if (DRILL_IS_ITEM_PAGE (top) || DRILL_IS_CARD_PAGE (top))
    {
      drill_page_stack_pop (self->sessions);
      return;
    }
  if (drill_page_stack_get_depth (self->details) > 1)
    drill_page_stack_pop (self->details);
}

/* (nullable): until the databases are open. */
DrillLibrary *
drill_window_get_library (DrillWindow *self)
{
  return self->library;
}

/* (nullable): until the databases are open. */
DrillStudy *
drill_window_get_study (DrillWindow *self)
{
  return self->study;
}

DrillItemSearch *
drill_window_get_search (DrillWindow *self)
{
  return self->search;
}

/* Takes the toast. */
void
drill_window_add_toast (DrillWindow *self,
                        AdwToast    *toast)
{
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Something went wrong, but one can go on. */
void
drill_window_show_error (DrillWindow *self,
                         const char  *message)
{
  AdwToast *toast;

  g_return_if_fail (DRILL_IS_WINDOW (self));

  toast = drill_toast_new (message);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  drill_window_add_toast (self, toast);
}

/* The data cannot be used: nothing else can be done in this window. */
void
drill_window_show_fatal (DrillWindow *self,
                         const char  *message)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (DRILL_IS_WINDOW (self));

  escaped = g_markup_escape_text (message, -1);
  adw_status_page_set_description (self->fatal_page, escaped);
  gtk_stack_set_visible_child_name (self->states, "fatal");
}
