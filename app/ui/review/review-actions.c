/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What can be done with the card on screen besides grading it.
 *
 *   review.undo, redo      U, Shift+U (Ctrl+Z, Ctrl+Shift+Z)
 *   review.pause           P
 *   review.history         I   its reviews and its curve
 *   review.edit            E   its file, at its line, in an editor
 *   review.bury            -   not before tomorrow
 *   review.suspend         @   not any more
 *   review.flag i          Ctrl+0 to Ctrl+7
 *   review.reset               new again
 *   review.set-due             on another day
 *   review.leech-edit, -source, -suspend
 *                          about the card that was just forgotten once too often
 *
 * Decisions are stored as marks, never as reviews, and can be undone like answers.
 */

#include "config.h"

#include "ui/review/review-page-private.h"

#include "ui/compat/confirm.h"
#include "ui/item/source-editor.h"
#include "ui/widgets/date-dialog.h"
#include "ui/widgets/key-shortcut.h"
#include "ui/widgets/report-error.h"

#include <glib/gi18n.h>

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (DrillReviewPage) self = data;
  g_autoptr (GError)          error = NULL;

  if (!drill_study_mark_finish (DRILL_STUDY (source), result, &error) && self->study != NULL)
    drill_report_error (GTK_WIDGET (self), error);
}

/* Stores a decision. Returns: (transfer full): the fact */
static DrillMark *
store_mark (DrillReviewPage *self,
            const char      *key,
            DrillMarkKind    kind,
            gint64           value)
{
  DrillMark *mark = drill_mark_new (key, kind, value, drill_review_page_wall_ms (self));

  drill_study_mark_async (self->study, mark, marked_cb, g_object_ref (self));

  return mark;
}

/* Whether there is a card on screen that one can decide about. */
static gboolean
has_card (DrillReviewPage *self)
{
  return self->session != NULL && self->face != NULL && !self->paused &&
         drill_session_get_current (self->session) != NULL;
}

/* The card leaves the sitting with a decision; the next one comes. */
static void
leave_card (DrillReviewPage *self,
            DrillMarkKind    kind,
            gint64           value,
            const char      *text)
{
  g_autoptr (DrillMark) mark = NULL;
  g_autofree char      *key = NULL;

  if (!has_card (self))
    return;

  key = g_strdup (drill_session_get_current (self->session)->key);
  mark = store_mark (self, key, kind, value);
  drill_session_leave (self->session, key, mark->uuid);
  self->older_undone = 0;
  drill_review_page_show_next (self);
  drill_review_page_toast (self, text, _("_Undo"), "review.undo");
}

static int
today (DrillReviewPage *self)
{
  return drill_rules_day (drill_study_get_rules (self->study), drill_review_page_wall_ms (self));
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  drill_review_page_undo (DRILL_REVIEW_PAGE (widget));
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  drill_review_page_redo (DRILL_REVIEW_PAGE (widget));
}

/* While paused the card cannot be seen, so that nobody thinks about it off the clock. */
void
drill_review_page_set_paused (DrillReviewPage *self,
                              gboolean         paused)
{
  if (self->paused == paused || (paused && !has_card (self)))
    return;

  self->paused = paused;
  drill_review_page_update_watch (self);
  drill_review_page_update_actions (self);
  gtk_stack_set_visible_child_name (self->states, paused ? "paused" : "card");
  if (paused)
    {
      gtk_widget_set_visible (self->bar_area, FALSE);
      gtk_widget_grab_focus (self->continue_button);
    }
  else
    {
      drill_review_page_update_bar (self);
      drill_review_page_focus_card (self);
    }
}

static void
pause_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  DrillReviewPage *self = DRILL_REVIEW_PAGE (widget);

  drill_review_page_set_paused (self, !self->paused);
}

static void
history_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DrillReviewPage *self = DRILL_REVIEW_PAGE (widget);

  if (has_card (self))
    gtk_widget_activate_action (widget, "win.show-card", "s",
                                drill_session_get_current (self->session)->key);
}

static void
open_source (DrillReviewPage       *self,
             const DrillItemRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *name = g_path_get_basename (record->path);
  g_autofree char   *text = NULL;

  if (!drill_source_editor_open (record->path, record->item->line, &error))
    {
      drill_report_error (GTK_WIDGET (self), error);
      return;
    }

  /* Translators: name of a file, number of a line */
  text = g_strdup_printf (_("Opened %s, line %u"), name, record->item->line);
  drill_review_page_toast (self, text, NULL, NULL);
}

static void
edit_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  DrillReviewPage *self = DRILL_REVIEW_PAGE (widget);

  if (has_card (self) && self->record != NULL)
    open_source (self, self->record);
}

static void
bury_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  DrillReviewPage *self = DRILL_REVIEW_PAGE (widget);

  leave_card (self, DRILL_MARK_BURY, today (self) + 1, _("Left until tomorrow"));
}

static void
suspend_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  leave_card (DRILL_REVIEW_PAGE (widget), DRILL_MARK_SUSPEND, 0, _("Suspended"));
}

static void
flag_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  DrillReviewPage       *self = DRILL_REVIEW_PAGE (widget);
  int                    flag = g_variant_get_int32 (parameter);
  const DrillQueueEntry *entry;
  g_autoptr (DrillMark)  mark = NULL;

  if (!has_card (self) || flag < 0 || flag > DRILL_FLAG_MAX)
    return;

  entry = drill_session_get_current (self->session);
  if (entry->flag == (guint) flag)
    return;
  mark = store_mark (self, entry->key, DRILL_MARK_FLAG, flag);
  drill_session_flag (self->session, mark->uuid, (guint) flag);
  self->older_undone = 0;
  drill_review_page_show_flag (self);
}

static void
reset_confirmed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (DrillReviewPage) self = data;

  if (drill_confirm_finish (result, NULL) && self->study != NULL)
    leave_card (self, DRILL_MARK_RESET, 0, _("The card is new again"));
}

static void
reset_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  if (has_card (DRILL_REVIEW_PAGE (widget)))
    drill_confirm_async (widget,
                         _("Make This Card New Again?"),
                         _("It is asked as if it had never been seen. Its reviews stay in the log."),
                         _("_Reset"),
                         DRILL_CONFIRM_SUGGESTED,
                         NULL,
                         reset_confirmed_cb,
                         g_object_ref (widget));
}

static void
due_chosen_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (DrillReviewPage) self = data;
  int                         day = drill_date_dialog_finish (result);

  if (day > 0 && self->study != NULL)
    leave_card (self, DRILL_MARK_DUE, day, _("Due date set"));
}

static void
set_due_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  DrillReviewPage *self = DRILL_REVIEW_PAGE (widget);
  int              day = today (self);

  if (has_card (self))
    drill_date_dialog_async (widget, _("Set Due Date"), _("_Set"), day + 7, day, due_chosen_cb, g_object_ref (self));
}

/* A card was forgotten once too often: three ways out. @lapses: how often */
void
drill_review_page_offer_leech (DrillReviewPage *self,
                               const char      *key,
                               guint            lapses)
{
  g_autofree char *title = drill_review_page_dup_title (self, key);
  g_autofree char *text = NULL;
  gboolean         aside = drill_study_get_rules (self->study)->suspend_leeches;

  text = aside ? g_strdup_printf (ngettext ("Forgotten %u time, put aside: %s",
                                            "Forgotten %u times, put aside: %s",
                                            lapses),
                                  lapses,
                                  title)
               : g_strdup_printf (ngettext ("Forgotten %u time: %s", "Forgotten %u times: %s", lapses),
                                  lapses,
                                  title);
  g_free (self->leech_key);
  self->leech_key = g_strdup (key);
  gtk_label_set_label (self->leech_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.leech-suspend", !aside);
  gtk_info_bar_set_revealed (self->leech_bar, TRUE);
}

static void
leech_record_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (DrillReviewPage) self = data;
  g_autoptr (DrillItemRecord) record = NULL;
  g_autoptr (GError)          error = NULL;

  record = drill_library_load_item_finish (DRILL_LIBRARY (source), result, &error);
  if (self->study == NULL)
    return;
  if (record != NULL)
    open_source (self, record);
  else
    drill_report_error (GTK_WIDGET (self), error);
}

static void
leech_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  DrillReviewPage *self = DRILL_REVIEW_PAGE (widget);
  g_autofree char *key = g_steal_pointer (&self->leech_key);

  gtk_info_bar_set_revealed (self->leech_bar, FALSE);
  if (key == NULL)
    return;

  if (g_str_equal (name, "review.leech-edit"))
    {
      drill_library_load_item_async (self->library, key, NULL, leech_record_cb, g_object_ref (self));
    }
  else if (g_str_equal (name, "review.leech-source"))
    {
      gtk_widget_activate_action (widget, "win.open-item", "s", key);
    }
  else
    {
      const DrillQueueEntry *current = drill_session_get_current (self->session);
      gboolean               shown = current != NULL && g_str_equal (current->key, key);
      g_autoptr (DrillMark)  mark = store_mark (self, key, DRILL_MARK_SUSPEND, 0);

      drill_session_leave (self->session, key, mark->uuid);
      self->older_undone = 0;
      if (shown)
        drill_review_page_show_next (self);
      drill_review_page_toast (self, _("Suspended"), _("_Undo"), "review.undo");
    }
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  DrillReviewPage *self = DRILL_REVIEW_PAGE (widget);
  const char      *action;
  int              letter;

  if (!drill_key_shortcut_applies (widget))
    return FALSE;

  /* A fifth option has the letter E. */
  g_variant_get (args, "(&si)", &action, &letter);
  if (letter != 0 && self->face != NULL && drill_card_face_uses_letter (self->face, letter))
    return FALSE;

  return gtk_widget_activate_action (widget, action, NULL);
}

static gboolean
flag_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  return drill_key_shortcut_applies (widget) &&
         gtk_widget_activate_action_variant (widget, "review.flag", args);
}

static void
add_shortcut (GtkShortcutController *controller,
              guint                  keyval,
              GdkModifierType        modifiers,
              GtkShortcutFunc        callback,
              GVariant              *args)
{
  GtkShortcut *shortcut;

  shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers),
                               gtk_callback_action_new (callback, NULL, NULL));
  gtk_shortcut_set_arguments (shortcut, args);
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/* Keys work from anywhere in the window; where one types, typing comes first. */
void
drill_review_page_add_keys (DrillReviewPage *self)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_u, 0, "review.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK, "review.undo" },
    { GDK_KEY_u, GDK_SHIFT_MASK, "review.redo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "review.redo" },
    { GDK_KEY_p, 0, "review.pause" },
    { GDK_KEY_i, 0, "review.history" },
    { GDK_KEY_e, 0, "review.edit" },
    { GDK_KEY_e, GDK_CONTROL_MASK, "review.edit" },
    { GDK_KEY_minus, 0, "review.bury" },
    { GDK_KEY_at, 0, "review.suspend" },
  };
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_shortcut_controller_set_scope (controller, GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gboolean is_letter = keys[i].modifiers == 0 && keys[i].keyval >= GDK_KEY_a && keys[i].keyval <= GDK_KEY_z;

      add_shortcut (controller,
                    keys[i].keyval,
                    keys[i].modifiers,
                    key_cb,
                    g_variant_new ("(si)", keys[i].action, is_letter ? (int) keys[i].keyval : 0));
    }
  for (int flag = 0; flag <= DRILL_FLAG_MAX; flag++)
    add_shortcut (controller,
                  GDK_KEY_0 + (guint) flag,
                  GDK_CONTROL_MASK,
                  flag_key_cb,
                  g_variant_new_int32 (flag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

void
drill_review_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "review.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "review.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "review.pause", NULL, pause_cb);
  gtk_widget_class_install_action (widget_class, "review.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "review.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "review.bury", NULL, bury_cb);
  gtk_widget_class_install_action (widget_class, "review.suspend", NULL, suspend_cb);
  gtk_widget_class_install_action (widget_class, "review.flag", "i", flag_cb);
  gtk_widget_class_install_action (widget_class, "review.reset", NULL, reset_cb);
  gtk_widget_class_install_action (widget_class, "review.set-due", NULL, set_due_cb);
  gtk_widget_class_install_action (widget_class, "review.leech-edit", NULL, leech_cb);
  gtk_widget_class_install_action (widget_class, "review.leech-source", NULL, leech_cb);
  gtk_widget_class_install_action (widget_class, "review.leech-suspend", NULL, leech_cb);
}
