/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A review session.
 *
 *   queue -> session -> current entry -> its record -> face -> grade -> saver
 *               ^                                               |
 *               +-----------------------------------------------+
 *
 * The session decides what is next and is told the grade at once; the answer is
 * stored beside that, and the next card does not wait for the disk.
 */

#include "config.h"

#include "ui/review/review-page.h"

#include "study/session.h"
#include "ui/format/format.h"
#include "ui/review/answer-saver.h"
#include "ui/review/card-face.h"
#include "ui/review/session-summary.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/grade-bar.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

/* Whoever is away longer than this was not thinking about the card. */
#define MAX_CARD_MS (5 * 60 * 1000)

struct _DrillReviewPage
{
  AdwBin            parent_instance;

  DrillLibrary     *library;
  DrillStudy       *study;
  DrillSession     *session; /* (nullable): until the queue is loaded */
  DrillAnswerSaver *saver;
  GCancellable     *cancellable;
  DrillCardFace    *face;    /* (nullable): the card on screen, owned by its parent */
  gint64            shown_ms; /* monotonic */
  gboolean          answered; /* the card on screen; the next one is being read */

  GtkLabel         *position_label;
  GtkProgressBar   *progress_bar;
  GtkLabel         *saved_label;
  GtkInfoBar       *failure_bar;
  GtkLabel         *failure_label;
  AdwBin           *place;
  GtkWidget        *bar_area;
  GtkStack         *bar;
  GtkButton        *action_button;
  DrillGradeBar    *grade_bar;
};

G_DEFINE_FINAL_TYPE (DrillReviewPage, drill_review_page, ADW_TYPE_BIN)

static void show_next (DrillReviewPage *self);

static gint64
wall_ms (DrillReviewPage *self)
{
  return drill_clock_wall_ms (drill_study_get_clock (self->study));
}

static gint64
monotonic_ms (DrillReviewPage *self)
{
  return drill_clock_monotonic_ms (drill_study_get_clock (self->study));
}

static void
show_position (DrillReviewPage *self)
{
  guint            done = drill_session_get_done (self->session);
  guint            seen = drill_session_get_summary (self->session).cards;
  guint            total = done + drill_session_get_remaining (self->session);
  g_autofree char *text = NULL;

  /* Translators: "3 of 12" cards */
  text = g_strdup_printf (_("%u of %u"),
                          seen + !drill_session_is_returning (self->session),
                          total);
  gtk_label_set_label (self->position_label, text);

  /* A card that was seen but comes back counts for half. */
  gtk_progress_bar_set_fraction (self->progress_bar, (done + seen) / (2.0 * total));
}

static void
show_intervals (DrillReviewPage *self)
{
  const DrillRules *rules = drill_study_get_rules (self->study);
  gint64            now = wall_ms (self);
  DrillCard         answers[DRILL_N_RATINGS];

  drill_session_preview (self->session, now, answers);
  for (guint i = 0; i < DRILL_N_RATINGS; i++)
    {
      g_autofree char *text = NULL;

      text = drill_format_return (&answers[i], now, drill_rules_day (rules, now));
      drill_grade_bar_set_interval (self->grade_bar, DRILL_RATING_AGAIN + i, text);
    }
}

/* The bottom bar offers the next step of the card, or its grades. */
static void
update_bar (DrillReviewPage *self)
{
  const char *label = drill_card_face_get_action_label (self->face);
  gboolean    ready = drill_card_face_get_ready (self->face);

  if (ready && drill_card_face_get_fixed (self->face))
    label = _("_Continue");

  if (label != NULL)
    {
      gtk_button_set_label (self->action_button, label);
      gtk_stack_set_visible_child_name (self->bar, "action");
    }
  else if (ready)
    {
      show_intervals (self);
      drill_grade_bar_set_suggested (self->grade_bar, drill_card_face_get_suggested (self->face));
      gtk_stack_set_visible_child_name (self->bar, "grade");
    }
  gtk_widget_set_visible (self->bar_area, label != NULL || ready);

  /* Where the focus was may be gone. The face moves it on if it has more to do. */
  if (ready)
    gtk_widget_grab_focus (label != NULL ? GTK_WIDGET (self->action_button)
                                         : GTK_WIDGET (self->grade_bar));
}

static void
suggested_cb (DrillReviewPage *self)
{
  drill_grade_bar_set_suggested (self->grade_bar, drill_card_face_get_suggested (self->face));
}

static void
grade (DrillReviewPage *self,
       DrillRating      rating)
{
  const DrillQueueEntry  *entry = drill_session_get_current (self->session);
  g_autoptr (DrillAnswer) answer = NULL;
  gint64                  now = wall_ms (self);
  gint64                  duration;

  /* A key pressed twice must not answer the next card with this one's face. */
  if (entry == NULL || self->face == NULL || self->answered ||
      !drill_card_face_get_ready (self->face))
    return;

  duration = CLAMP (monotonic_ms (self) - self->shown_ms, 0, MAX_CARD_MS);
  answer = drill_answer_new (entry->key, DRILL_OCCASION_REVIEW, rating, now, duration);
  drill_card_face_fill (self->face, answer);
  drill_session_answer (self->session, rating, now, duration);
  drill_answer_saver_save (self->saver, answer);
  self->answered = TRUE;
  show_next (self);
}

static void
graded_cb (DrillReviewPage *self,
           int              rating)
{
  grade (self, rating);
}

static void
action_clicked_cb (DrillReviewPage *self)
{
  if (self->face == NULL)
    return;

  if (drill_card_face_get_ready (self->face))
    grade (self, drill_card_face_get_suggested (self->face));
  else
    drill_card_face_advance (self->face);
}

static void
asked_entry_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError)    error = NULL;
  DrillReviewPage      *self = data;

  entries = drill_study_load_queue_finish (DRILL_STUDY (source), result, &error);
  if (entries == NULL)
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  while (entries->len > 0)
    drill_session_ask_next (self->session, g_ptr_array_steal_index (entries, entries->len - 1));

  /* The last card may have been answered before this came. */
  if (drill_session_get_current (self->session) == NULL)
    show_next (self);
  else
    show_position (self);
}

static void
ask_next_cb (DrillReviewPage *self,
             const char      *key)
{
  const char *const keys[] = { key, NULL };

  drill_study_load_queue_async (self->study, keys, self->cancellable, asked_entry_cb, self);
}

static void
show_face (DrillReviewPage *self,
           DrillItemRecord *record)
{
  self->answered = FALSE;
  self->face = DRILL_CARD_FACE (drill_card_face_new (record));
  g_signal_connect_object (self->face, "notify::action-label", G_CALLBACK (update_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->face, "notify::ready", G_CALLBACK (update_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->face, "notify::suggested", G_CALLBACK (suggested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->face, "ask-next", G_CALLBACK (ask_next_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->place, GTK_WIDGET (self->face));
  show_position (self);
  update_bar (self);
  self->shown_ms = monotonic_ms (self);

  if (drill_card_face_get_action_label (self->face) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->action_button));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->face), GTK_DIR_TAB_FORWARD);
}

static void
show_summary (DrillReviewPage *self)
{
  DrillSessionSummary summary = drill_session_get_summary (self->session);
  gint64              returns = drill_session_get_return_ms (self->session);
  GtkWidget          *page;

  self->face = NULL;
  page = drill_session_summary_new (&summary, returns > 0 ? MAX (returns - wall_ms (self), 1) : 0);
  adw_bin_set_child (self->place, page);
  gtk_widget_set_visible (self->bar_area, FALSE);
  gtk_label_set_label (self->position_label, _("Review"));
  gtk_progress_bar_set_fraction (self->progress_bar, 1);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
record_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DrillItemRecord) record = NULL;
  g_autoptr (GError)          error = NULL;
  DrillReviewPage            *self = data;

  record = drill_library_load_item_finish (DRILL_LIBRARY (source), result, &error);
  if (record != NULL)
    {
      show_face (self, record);
      return;
    }

  /* An item that an import has just taken away is no reason to stop. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || drill_report_error (GTK_WIDGET (self), error))
    {
      drill_session_skip (self->session);
      show_next (self);
    }
}

static void
show_next (DrillReviewPage *self)
{
  if (!drill_session_advance (self->session, wall_ms (self)))
    {
      show_summary (self);
      return;
    }

  drill_library_load_item_async (self->library,
                                 drill_session_get_current (self->session)->key,
                                 self->cancellable,
                                 record_cb,
                                 self);
}

static void
queue_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;
  DrillReviewPage   *self = data;
  GPtrArray         *entries;

  entries = drill_study_load_queue_finish (DRILL_STUDY (source), result, &error);
  if (entries == NULL)
    {
      if (drill_report_error (GTK_WIDGET (self), error))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.end-session", NULL);
      return;
    }

  self->session = drill_session_new (entries, drill_study_get_rules (self->study));
  show_next (self);
}

static void
pending_cb (DrillReviewPage *self)
{
  gboolean pending = drill_answer_saver_get_pending (self->saver) > 0;
  gboolean failed = drill_answer_saver_get_failed (self->saver) > 0;

  gtk_label_set_label (self->saved_label, pending ? _("Saving…") : failed ? "" : _("Saved"));
}

static void
failed_cb (DrillReviewPage *self)
{
  guint            failed = drill_answer_saver_get_failed (self->saver);
  g_autofree char *text = NULL;

  if (failed > 0)
    {
      /* Translators: how many answers, then the reason */
      text = g_strdup_printf (ngettext ("%u answer could not be saved: %s",
                                        "%u answers could not be saved: %s",
                                        failed),
                              failed,
                              drill_answer_saver_get_message (self->saver));
      gtk_label_set_label (self->failure_label, text);
    }
  gtk_info_bar_set_revealed (self->failure_bar, failed > 0);
}

static void
failure_response_cb (DrillReviewPage *self)
{
  drill_answer_saver_retry (self->saver);
}

/* Whether Space means something to the widget with the focus. */
static gboolean
focus_uses_space (DrillReviewPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  /* The button does the same, but only after showing itself pressed. */
  if (focus == NULL || focus == GTK_WIDGET (self->action_button))
    return FALSE;
  if (GTK_IS_TEXT_VIEW (focus))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (focus));
  if (GTK_IS_LABEL (focus))
    return FALSE;

  return gtk_widget_class_get_activate_signal (GTK_WIDGET_GET_CLASS (focus)) != 0;
}

static gboolean
go_on (DrillReviewPage *self)
{
  if (drill_card_face_get_ready (self->face))
    grade (self, drill_card_face_get_suggested (self->face));
  else if (drill_card_face_get_action_label (self->face) != NULL)
    drill_card_face_advance (self->face);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* The card scrolls by these keys even while the focus is in the bar below it. */
static gboolean
scroll_card (DrillReviewPage *self,
             GtkScrollType    type)
{
  gboolean scrolled = FALSE;

  g_signal_emit_by_name (adw_bin_get_child (ADW_BIN (self->face)), "scroll-child", type, FALSE, &scrolled);

  return scrolled;
}

static gboolean
key_pressed_cb (DrillReviewPage *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if (self->face == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      return focus_uses_space (self) ? GDK_EVENT_PROPAGATE : go_on (self);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return scroll_card (self, GTK_SCROLL_PAGE_DOWN);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return scroll_card (self, GTK_SCROLL_PAGE_UP);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
drill_review_page_dispose (GObject *object)
{
  DrillReviewPage *self = DRILL_REVIEW_PAGE (object);

  self->face = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->saver);
  g_clear_object (&self->library);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (drill_review_page_parent_class)->dispose (object);
}

static void
drill_review_page_finalize (GObject *object)
{
  drill_session_free (DRILL_REVIEW_PAGE (object)->session);

  G_OBJECT_CLASS (drill_review_page_parent_class)->finalize (object);
}

static void
drill_review_page_class_init (DrillReviewPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_review_page_dispose;
  object_class->finalize = drill_review_page_finalize;

  g_type_ensure (DRILL_TYPE_GRADE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_ROOT "/ui/review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, position_label);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, saved_label);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, failure_bar);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, failure_label);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, place);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, bar_area);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, bar);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, action_button);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, grade_bar);
  gtk_widget_class_bind_template_callback (widget_class, action_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, graded_cb);
  gtk_widget_class_bind_template_callback (widget_class, failure_response_cb);
}

static void
drill_review_page_init (DrillReviewPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  drill_clean_button_names (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* @keys: (nullable): the items to study; NULL for what is due and new */
GtkWidget *
drill_review_page_new (DrillLibrary      *library,
                       DrillStudy        *study,
                       const char *const *keys)
{
  DrillReviewPage *self = g_object_new (DRILL_TYPE_REVIEW_PAGE, NULL);

  self->library = g_object_ref (library);
  self->study = g_object_ref (study);
  self->saver = drill_answer_saver_new (study);
  g_signal_connect_object (self->saver, "notify::pending", G_CALLBACK (pending_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "notify::failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  drill_study_load_queue_async (study, keys, self->cancellable, queue_cb, self);

  return GTK_WIDGET (self);
}
