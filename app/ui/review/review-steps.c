/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Undo and redo in a session.
 *
 * The sitting goes back at once, the facts follow in the writing lane. When the sitting
 * has nothing left, the facts go back alone, to days before this one, and the card of
 * the fact comes on screen. What was taken back last is the first to be redone, so older
 * steps are counted.
 */

#include "config.h"

#include "ui/review/review-page-private.h"

#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>
#include <string.h>

/* A step of this sitting on its way to the facts. */
typedef struct
{
  DrillReviewPage *page;
  guint8           uuid[DRILL_UUID_SIZE];
} Revocation;

static const char *
grade_name (DrillRating rating)
{
  switch (rating)
    {
    case DRILL_RATING_AGAIN:
      return C_ ("grade", "Again");
    case DRILL_RATING_HARD:
      return C_ ("grade", "Hard");
    case DRILL_RATING_GOOD:
      return C_ ("grade", "Good");
    case DRILL_RATING_EASY:
      return C_ ("grade", "Easy");
    case DRILL_RATING_MANUAL:
    default:
      return NULL;
    }
}

/* @rating: DRILL_RATING_MANUAL for a step that was no answer */
static void
tell (DrillReviewPage *self,
      DrillRating      rating,
      gboolean         undone)
{
  const char      *name = grade_name (rating);
  g_autofree char *text = NULL;

  if (name == NULL)
    text = g_strdup (undone ? _("Taken back") : _("Done again"));
  else if (undone)
    /* Translators: the grade of the answer, such as "Good" */
    text = g_strdup_printf (_("Answer taken back: %s"), name);
  else
    text = g_strdup_printf (_("Answer counts again: %s"), name);

  drill_review_page_toast (self,
                           text,
                           undone ? _("_Redo") : _("_Undo"),
                           undone ? "review.redo" : "review.undo");
}

/* Nothing was there to be taken back: a failed answer, or a database that was
 * changed meanwhile. */
static gboolean
is_nothing (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
revoked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Revocation                 *revocation = data;
  g_autoptr (DrillReviewPage) self = revocation->page;
  g_autoptr (DrillUndo)       undo = NULL;
  g_autoptr (GError)          error = NULL;

  undo = drill_study_undo_finish (DRILL_STUDY (source), result, &error);

  /* The answer could not be stored before: then there is nothing left to store. */
  if (undo == NULL && is_nothing (error) && drill_answer_saver_drop (self->saver, revocation->uuid))
    drill_session_forget_redo (self->session);
  else if (undo == NULL && self->study != NULL)
    drill_report_error (GTK_WIDGET (self), error);
  g_free (revocation);
}

static void
undo_here (DrillReviewPage *self)
{
  DrillRating rating;
  Revocation *revocation;
  guint8      uuid[DRILL_UUID_SIZE];

  drill_session_undo (self->session, uuid, &rating);
  if (drill_answer_saver_drop (self->saver, uuid))
    {
      drill_session_forget_redo (self->session);
    }
  else
    {
      revocation = g_new0 (Revocation, 1);
      revocation->page = g_object_ref (self);
      memcpy (revocation->uuid, uuid, sizeof uuid);
      drill_study_undo_async (self->study, uuid, revoked_cb, revocation);
    }
  drill_review_page_show_current (self);
  tell (self, rating, TRUE);
}

static void
older_entry_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (DrillReviewPage) self = data;
  g_autoptr (GPtrArray)       entries = NULL;
  g_autoptr (GError)          error = NULL;

  entries = drill_study_load_queue_finish (DRILL_STUDY (source), result, &error);
  if (self->study == NULL)
    return;
  if (entries == NULL || entries->len == 0)
    {
      if (is_nothing (error))
        drill_review_page_toast (self, _("Taken back; the card itself is gone"), _("_Redo"), "review.redo");
      else
        drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  drill_session_return_to (self->session, g_ptr_array_steal_index (entries, 0));
  drill_review_page_show_current (self);
}

static void
older_undone_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (DrillReviewPage) self = data;
  g_autoptr (DrillUndo)       undo = NULL;
  g_autoptr (GError)          error = NULL;
  const char                 *keys[2] = { NULL, NULL };

  undo = drill_study_undo_finish (DRILL_STUDY (source), result, &error);
  if (self->study == NULL)
    return;
  if (undo == NULL)
    {
      if (is_nothing (error))
        drill_review_page_toast (self, _("There is nothing to take back"), NULL, NULL);
      else
        drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  self->older_undone++;
  tell (self, undo->rating, TRUE);
  keys[0] = undo->key;
  drill_study_load_queue_async (self->study, keys, NULL, older_entry_cb, g_object_ref (self));
}

static void
redone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DrillReviewPage) self = data;
  g_autoptr (DrillUndo)       redo = NULL;
  g_autoptr (GError)          error = NULL;

  redo = drill_study_redo_finish (DRILL_STUDY (source), result, &error);
  if (redo == NULL && self->study != NULL)
    drill_report_error (GTK_WIDGET (self), error);
}

static void
older_redone_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (DrillReviewPage) self = data;
  g_autoptr (DrillUndo)       redo = NULL;
  g_autoptr (GError)          error = NULL;

  redo = drill_study_redo_finish (DRILL_STUDY (source), result, &error);
  if (self->study == NULL)
    return;
  if (redo == NULL)
    {
      if (is_nothing (error))
        drill_review_page_toast (self, _("There is nothing to do again"), NULL, NULL);
      else
        drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  if (self->older_undone > 0)
    self->older_undone--;
  drill_session_settle (self->session, redo->key, &redo->fold.card);
  if (drill_session_get_current (self->session) == NULL)
    drill_review_page_show_next (self);
  else
    drill_review_page_show_current (self);
  tell (self, redo->rating, FALSE);
}

/* Takes back the last answer or decision with all that followed from it, and brings its
 * card back on screen. */
void
drill_review_page_undo (DrillReviewPage *self)
{
  if (self->session == NULL || self->paused)
    return;

  if (drill_session_can_undo (self->session))
    undo_here (self);
  else
    drill_study_undo_async (self->study, NULL, older_undone_cb, g_object_ref (self));
}

/* Does again what was taken back last. */
void
drill_review_page_redo (DrillReviewPage *self)
{
  DrillRating rating;

  if (self->session == NULL || self->paused)
    return;

  if (self->older_undone > 0 || !drill_session_can_redo (self->session))
    {
      drill_study_redo_async (self->study, older_redone_cb, g_object_ref (self));
      return;
    }

  drill_session_redo (self->session, &rating);
  drill_study_redo_async (self->study, redone_cb, g_object_ref (self));
  if (drill_session_get_current (self->session) == NULL)
    drill_review_page_show_next (self);
  else
    drill_review_page_show_current (self);
  tell (self, rating, FALSE);
}
