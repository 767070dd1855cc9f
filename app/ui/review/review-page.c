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
 * What is on screen is in review-cards.c, undo in review-steps.c, the menu and the keys
 * of the card in review-actions.c.
 */

#include "config.h"

#include "ui/review/review-page-private.h"

#include "study/leech.h"
#include "ui/format/format.h"
#include "ui/widgets/button-names.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

#define MINUTE_MS     G_GINT64_CONSTANT (60000)
#define TOAST_SECONDS 4

G_DEFINE_FINAL_TYPE (DrillReviewPage, drill_review_page, ADW_TYPE_BIN)

gint64
drill_review_page_wall_ms (DrillReviewPage *self)
{
  return drill_clock_wall_ms (drill_study_get_clock (self->study));
}

static gint64
monotonic_ms (DrillReviewPage *self)
{
  return drill_clock_monotonic_ms (drill_study_get_clock (self->study));
}

/* The watch runs while the card can be seen in the window that is used. */
void
drill_review_page_update_watch (DrillReviewPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean runs;

  runs = self->face != NULL && !self->paused && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root));
  drill_card_timer_run (&self->timer, runs, monotonic_ms (self));
}

/* @button, @action_name: (nullable) */
void
drill_review_page_toast (DrillReviewPage *self,
                         const char      *text,
                         const char      *button,
                         const char      *action_name)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast        *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action_name);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What a card of this session is called. Returns: (transfer full) */
char *
drill_review_page_dup_title (DrillReviewPage *self,
                             const char      *key)
{
  const char *title = g_hash_table_lookup (self->titles, key);

  return g_strdup (title != NULL ? title : key);
}

void
drill_review_page_show_flag (DrillReviewPage *self)
{
  const DrillQueueEntry *entry = drill_session_get_current (self->session);
  guint                  flag = entry != NULL ? entry->flag : 0;
  g_autofree char       *text = g_strdup_printf ("⚑ %u", flag);
  g_autofree char       *name = NULL;

  /* Translators: a card can have one of seven flags */
  name = g_strdup_printf (_("Flag %u"), flag);
  gtk_label_set_label (self->flag_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->flag_label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flag_label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->flag_label), flag > 0);
}

/* What needs a card is offered while there is one. */
void
drill_review_page_update_actions (DrillReviewPage *self)
{
  static const char *const names[] = { "review.history", "review.edit", "review.bury", "review.suspend",
                                       "review.flag", "review.reset", "review.set-due" };
  gboolean                 has_card = self->face != NULL && !self->paused;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], has_card);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.pause", self->face != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.undo", !self->paused);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.redo", !self->paused);
}

/* An estimate by the second would be a lie. */
static gint64
round_to_minutes (gint64 ms)
{
  return MAX ((ms + MINUTE_MS / 2) / MINUTE_MS, 1) * MINUTE_MS;
}

void
drill_review_page_show_position (DrillReviewPage *self)
{
  guint            done = drill_session_get_done (self->session);
  guint            seen = drill_session_get_summary (self->session).cards;
  guint            total = done + drill_session_get_remaining (self->session);
  g_autofree char *text = NULL;
  g_autofree char *left = NULL;

  left = drill_format_duration (round_to_minutes (
      drill_session_get_left_ms (self->session, drill_review_page_wall_ms (self))));

  /* Translators: "3 of 12" cards, then how long the rest takes: "9 min" */
  text = g_strdup_printf (_("%u of %u · %s left"),
                          seen + !drill_session_is_returning (self->session),
                          total,
                          left);
  gtk_label_set_label (self->position_label, text);

  /* A card that was seen but comes back counts for half. */
  gtk_progress_bar_set_fraction (self->progress_bar, (done + seen) / (2.0 * total));
}

static void
show_intervals (DrillReviewPage *self)
{
  const DrillRules *rules = drill_study_get_rules (self->study);
  gint64            now = drill_review_page_wall_ms (self);
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
void
drill_review_page_update_bar (DrillReviewPage *self)
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

void
drill_review_page_show_suggested (DrillReviewPage *self)
{
  drill_grade_bar_set_suggested (self->grade_bar, drill_card_face_get_suggested (self->face));
}

static void
grade (DrillReviewPage *self,
       DrillRating      rating)
{
  const DrillRules       *rules = drill_study_get_rules (self->study);
  const DrillQueueEntry  *entry = self->session != NULL ? drill_session_get_current (self->session) : NULL;
  g_autoptr (DrillAnswer) answer = NULL;
  gint64                  now = drill_review_page_wall_ms (self);
  gint64                  duration;
  guint                   lapses;

  /* A key pressed twice must not answer the next card with this one's face. */
  if (entry == NULL || self->face == NULL || self->answered || self->paused ||
      !drill_card_face_get_ready (self->face))
    return;

  duration = drill_card_timer_get_ms (&self->timer, monotonic_ms (self), rules->max_answer_ms);
  answer = drill_answer_new (entry->key, DRILL_OCCASION_REVIEW, rating, now, duration);
  drill_card_face_fill (self->face, answer);
  lapses = entry->card.lapses;
  drill_session_answer_as (self->session, answer->uuid, rating, now, duration);
  drill_answer_saver_save (self->saver, answer);
  self->answered = TRUE;
  self->older_undone = 0;
  gtk_info_bar_set_revealed (self->leech_bar, FALSE);
  if (entry->card.lapses > lapses && drill_leech_reached (rules, entry->card.lapses))
    drill_review_page_offer_leech (self, answer->key, entry->card.lapses);
  drill_review_page_show_next (self);
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
  if (self->face == NULL || self->answered)
    return;

  if (drill_card_face_get_ready (self->face))
    grade (self, drill_card_face_get_suggested (self->face));
  else
    drill_card_face_advance (self->face);
}

static void
overview_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DrillReviewPage) self = data;
  DrillOverview               overview;

  if (drill_study_load_overview_finish (DRILL_STUDY (source), result, &overview, NULL) && self->session != NULL)
    {
      drill_session_set_pace (self->session, overview.pace_ms);
      if (self->face != NULL)
        drill_review_page_show_position (self);
    }
}

/* Settings may change while a session runs; the next card follows them. */
static void
rules_changed_cb (DrillReviewPage *self)
{
  const DrillRules *rules = drill_study_get_rules (self->study);

  drill_grade_bar_set_two_buttons (self->grade_bar, rules->two_buttons);
  if (self->session != NULL)
    drill_session_set_rules (self->session, rules);
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
  drill_study_load_overview_async (self->study, self->cancellable, overview_cb, g_object_ref (self));
  drill_review_page_show_next (self);
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

static void
leech_response_cb (DrillReviewPage *self)
{
  gtk_info_bar_set_revealed (self->leech_bar, FALSE);
}

static void
continue_clicked_cb (DrillReviewPage *self)
{
  drill_review_page_set_paused (self, FALSE);
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
  if (self->face == NULL || self->paused || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
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
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->record, drill_item_record_unref);
  g_clear_pointer (&self->ahead, drill_item_record_unref);
  g_clear_object (&self->saver);
  g_clear_object (&self->library);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (drill_review_page_parent_class)->dispose (object);
}

static void
drill_review_page_finalize (GObject *object)
{
  DrillReviewPage *self = DRILL_REVIEW_PAGE (object);

  drill_session_free (self->session);
  g_hash_table_unref (self->titles);
  g_free (self->leech_key);

  G_OBJECT_CLASS (drill_review_page_parent_class)->finalize (object);
}

static void
drill_review_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (drill_review_page_parent_class)->map (widget);

  drill_review_page_update_watch (DRILL_REVIEW_PAGE (widget));
}

static void
drill_review_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (drill_review_page_parent_class)->unmap (widget);

  drill_review_page_update_watch (DRILL_REVIEW_PAGE (widget));
}

static void
drill_review_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (drill_review_page_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget),
                           "notify::is-active",
                           G_CALLBACK (drill_review_page_update_watch),
                           widget,
                           G_CONNECT_SWAPPED);
}

static void
drill_review_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), drill_review_page_update_watch, widget);

  GTK_WIDGET_CLASS (drill_review_page_parent_class)->unroot (widget);
}

static void
drill_review_page_class_init (DrillReviewPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = drill_review_page_dispose;
  object_class->finalize = drill_review_page_finalize;
  widget_class->map = drill_review_page_map;
  widget_class->unmap = drill_review_page_unmap;
  widget_class->root = drill_review_page_root;
  widget_class->unroot = drill_review_page_unroot;

  g_type_ensure (DRILL_TYPE_GRADE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_ROOT "/ui/review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, position_label);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, flag_label);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, leech_bar);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, leech_label);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, states);
  gtk_widget_class_bind_template_child (widget_class, DrillReviewPage, continue_button);
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
  gtk_widget_class_bind_template_callback (widget_class, leech_response_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_clicked_cb);
  drill_review_page_install_actions (widget_class);
}

static void
drill_review_page_init (DrillReviewPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  drill_clean_button_names (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  drill_card_timer_reset (&self->timer);
  drill_review_page_update_actions (self);
  drill_review_page_add_keys (self);
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
  g_signal_connect_object (study, "changed", G_CALLBACK (rules_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "changed", G_CALLBACK (drill_review_page_forget_ahead), self, G_CONNECT_SWAPPED);
  rules_changed_cb (self);
  drill_study_load_queue_async (study, keys, self->cancellable, queue_cb, self);

  return GTK_WIDGET (self);
}
