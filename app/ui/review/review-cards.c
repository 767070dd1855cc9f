/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From the session's current card to what is on screen.
 *
 * While one thinks about a card the record of the next one is read, so that it is on
 * screen with the frame after the grade.
 */

#include "config.h"

#include "ui/review/review-page-private.h"

#include "ui/review/session-summary-view.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

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
    drill_review_page_show_next (self);
  else
    drill_review_page_show_position (self);
}

static void
ask_next_cb (DrillReviewPage *self,
             const char      *key)
{
  const char *const keys[] = { key, NULL };

  drill_study_load_queue_async (self->study, keys, self->cancellable, asked_entry_cb, self);
}

/* While one thinks about a card, the next one is read. */
static void
ahead_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (DrillReviewPage) self = data;
  DrillItemRecord            *record;

  record = drill_library_load_item_finish (DRILL_LIBRARY (source), result, NULL);
  if (record == NULL)
    return;

  g_clear_pointer (&self->ahead, drill_item_record_unref);
  self->ahead = record;
}

static void
read_ahead (DrillReviewPage *self)
{
  const char *key = drill_session_peek (self->session, drill_review_page_wall_ms (self));

  if (key != NULL && (self->ahead == NULL || !g_str_equal (self->ahead->key, key)))
    drill_library_load_item_async (self->library, key, self->cancellable, ahead_cb, g_object_ref (self));
}

/* What was read ahead may have been changed by an import. */
void
drill_review_page_forget_ahead (DrillReviewPage *self)
{
  g_clear_pointer (&self->ahead, drill_item_record_unref);
}

/* Puts the focus where one goes on with the card. */
void
drill_review_page_focus_card (DrillReviewPage *self)
{
  if (drill_card_face_get_ready (self->face) && !drill_card_face_get_fixed (self->face))
    gtk_widget_grab_focus (GTK_WIDGET (self->grade_bar));
  else if (drill_card_face_get_ready (self->face) || drill_card_face_get_action_label (self->face) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->action_button));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->face), GTK_DIR_TAB_FORWARD);
}

/* @record: (transfer full) */
static void
show_face (DrillReviewPage *self,
           DrillItemRecord *record)
{
  self->answered = FALSE;
  g_clear_pointer (&self->record, drill_item_record_unref);
  self->record = record;
  g_hash_table_replace (self->titles, g_strdup (record->key), g_strdup (record->item->title));
  self->face = DRILL_CARD_FACE (drill_card_face_new (record));
  g_signal_connect_object (self->face, "notify::action-label", G_CALLBACK (drill_review_page_update_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->face, "notify::ready", G_CALLBACK (drill_review_page_update_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->face, "notify::suggested", G_CALLBACK (drill_review_page_show_suggested), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->face, "ask-next", G_CALLBACK (ask_next_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->place, GTK_WIDGET (self->face));
  drill_card_timer_reset (&self->timer);
  drill_review_page_update_watch (self);
  drill_review_page_update_actions (self);
  drill_review_page_show_flag (self);
  drill_review_page_show_position (self);
  drill_review_page_update_bar (self);
  drill_review_page_focus_card (self);
  read_ahead (self);
}

static void
plan_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;
  DrillReviewPage   *self = data;
  DrillStudyPlan     plan;
  GtkWidget         *summary;

  if (!drill_study_load_plan_finish (DRILL_STUDY (source), result, &plan, &error))
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  /* An undo may have left the summary meanwhile. */
  summary = adw_bin_get_child (self->place);
  if (DRILL_IS_SESSION_SUMMARY_VIEW (summary))
    drill_session_summary_view_set_tomorrow (DRILL_SESSION_SUMMARY_VIEW (summary), plan.tomorrow);
}

static void
show_summary (DrillReviewPage *self)
{
  gint64     returns = drill_session_get_return_ms (self->session);
  gint64     now = drill_review_page_wall_ms (self);
  GtkWidget *page;

  self->face = NULL;
  g_clear_pointer (&self->record, drill_item_record_unref);
  page = drill_session_summary_view_new (self->session, now, returns > 0 ? MAX (returns - now, 1) : 0, self->titles);
  adw_bin_set_child (self->place, page);
  gtk_widget_set_visible (self->bar_area, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->flag_label), FALSE);
  gtk_label_set_label (self->position_label, _("Review"));
  gtk_progress_bar_set_fraction (self->progress_bar, 1);
  drill_review_page_update_watch (self);
  drill_review_page_update_actions (self);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  drill_study_load_plan_async (self->study, self->cancellable, plan_cb, self);
}

static void
record_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  DrillReviewPage   *self = data;
  DrillItemRecord   *record;

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
      drill_review_page_show_next (self);
    }
}

/* Brings the session's current card on screen. */
void
drill_review_page_show_current (DrillReviewPage *self)
{
  const char *key = drill_session_get_current (self->session)->key;

  /* Whatever was being read is not wanted any more. */
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->ahead != NULL && g_str_equal (self->ahead->key, key))
    {
      show_face (self, g_steal_pointer (&self->ahead));
      return;
    }

  self->loading = g_cancellable_new ();
  drill_library_load_item_async (self->library, key, self->loading, record_cb, self);
}

void
drill_review_page_show_next (DrillReviewPage *self)
{
  if (drill_session_get_current (self->session) != NULL ||
      drill_session_advance (self->session, drill_review_page_wall_ms (self)))
    drill_review_page_show_current (self);
  else
    show_summary (self);
}
