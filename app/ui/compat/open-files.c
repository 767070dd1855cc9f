/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Wraps GtkFileChooserNative, which GTK 4.10 deprecated. The chooser is the
 * task's data: it lives until the task has returned.
 */

#include "config.h"

#include "ui/compat/open-files.h"

#include <glib/gi18n.h>

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr (GTask) task = user_data;

  g_signal_handlers_disconnect_by_func (dialog, response_cb, task);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      if (g_list_model_get_n_items (files) > 0)
        {
          g_task_return_pointer (task, g_steal_pointer (&files), g_object_unref);
          return;
        }
    }

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing was chosen");
}

/* A chooser that is hidden by its owner answers nothing. */
static void
cancelled_cb (GCancellable    *cancellable,
              GtkNativeDialog *dialog)
{
  gtk_native_dialog_hide (dialog);
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
}

/* Returns: (transfer full) (nullable): NULL when the task was cancelled before it
 * began and has returned; making a chooser already starts it reading folders */
static GTask *
begin_task (GtkWidget           *parent,
            gpointer             source_tag,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (parent, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);

  return g_task_return_error_if_cancelled (task) ? NULL : g_steal_pointer (&task);
}

/* Takes @dialog and @task. */
static void
run_chooser (GtkFileChooserNative *dialog,
             GTask                *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_task_set_task_data (task, dialog, g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled_cb), dialog, 0);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static GtkFileChooserNative *
create_chooser (GtkWidget            *parent,
                const char           *title,
                GtkFileChooserAction  action,
                const char           *accept_label)
{
  GtkRoot *root = gtk_widget_get_root (parent);

  return gtk_file_chooser_native_new (title,
                                      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                      action, accept_label, _ ("_Cancel"));
}

void
drill_open_files_async (GtkWidget           *parent,
                        const char          *title,
                        DrillOpenMode        mode,
                        GListModel          *filters,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GtkFileChooserNative *dialog;
  GtkFileChooser       *chooser;
  GTask                *task;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (filters == NULL || G_IS_LIST_MODEL (filters));

  task = begin_task (parent, drill_open_files_async, cancellable, callback, user_data);
  if (task == NULL)
    return;

  dialog = create_chooser (parent, title,
                           mode == DRILL_OPEN_FOLDER ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN,
                           _ ("_Open"));
  chooser = GTK_FILE_CHOOSER (dialog);
  gtk_file_chooser_set_select_multiple (chooser, mode == DRILL_OPEN_FILES);

  for (guint i = 0; filters != NULL && i < g_list_model_get_n_items (filters); i++)
    {
      g_autoptr (GtkFileFilter) filter = g_list_model_get_item (filters, i);

      gtk_file_chooser_add_filter (chooser, filter);
      if (i == 0)
        gtk_file_chooser_set_filter (chooser, filter);
    }

  run_chooser (dialog, task);
}

GListModel *
drill_open_files_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, drill_open_files_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
drill_save_file_async (GtkWidget           *parent,
                       const char          *title,
                       const char          *suggested_name,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GtkFileChooserNative *dialog;
  GTask                *task;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  task = begin_task (parent, drill_save_file_async, cancellable, callback, user_data);
  if (task == NULL)
    return;

  dialog = create_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));
  if (suggested_name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested_name);

  run_chooser (dialog, task);
}

GFile *
drill_save_file_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_autoptr (GListModel) files = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, drill_save_file_async), NULL);

  files = g_task_propagate_pointer (G_TASK (result), error);

  return files != NULL ? g_list_model_get_item (files, 0) : NULL;
}
