/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Wraps AdwMessageDialog, which libadwaita 1.6 replaced. The task is owned by
 * the dialog's signal handlers, and the dialog always answers, at the latest
 * when it is destroyed with its parent, so the task always returns.
 */

#include "config.h"

#include "ui/compat/confirm.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  gulong   cancelled_handler;
  gboolean answered;
} Question;

static void
answer (GTask    *task,
        gboolean  accepted)
{
  Question     *question = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  /* The dialog is destroyed after it has responded: only the first counts. */
  if (question->answered)
    return;

  question->answered = TRUE;
  if (question->cancelled_handler != 0)
    g_signal_handler_disconnect (cancellable, question->cancelled_handler);

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, accepted);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  answer (user_data, g_str_equal (response, "accept"));
}

static void
destroy_cb (AdwMessageDialog *dialog,
            gpointer          user_data)
{
  answer (user_data, FALSE);
}

static void
drop_task_cb (gpointer  data,
              GClosure *closure)
{
  g_object_unref (data);
}

/* The cancellable may outlive the question: it must not keep the dialog, which
 * is destroyed when nobody does. */
static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

/* Closing inside "cancelled" would disconnect that very handler and deadlock. */
static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  GtkWindow *dialog = g_weak_ref_get (user_data);

  if (dialog != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, dialog, g_object_unref);
}

void
drill_confirm_async (GtkWidget           *parent,
                     const char          *heading,
                     const char          *body,
                     const char          *accept_label,
                     DrillConfirmStyle    style,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GtkRoot          *root;
  AdwMessageDialog *dialog;
  GTask            *task;
  Question         *question;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (heading != NULL && accept_label != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  root = gtk_widget_get_root (parent);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "accept", accept_label, NULL);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, style == DRILL_CONFIRM_DESTRUCTIVE ? "cancel" : "accept");
  adw_message_dialog_set_response_appearance (dialog, "accept",
                                              style == DRILL_CONFIRM_DESTRUCTIVE ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, drill_confirm_async);
  question = g_new0 (Question, 1);
  g_task_set_task_data (task, question, g_free);

  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), task, drop_task_cb, 0);
  g_signal_connect_data (dialog, "destroy", G_CALLBACK (destroy_cb), g_object_ref (task), drop_task_cb, 0);
  if (cancellable != NULL)
    {
      GWeakRef *weak_dialog = g_new0 (GWeakRef, 1);

      g_weak_ref_init (weak_dialog, dialog);
      question->cancelled_handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), weak_dialog, weak_ref_free);
    }

  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
drill_confirm_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, drill_confirm_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
