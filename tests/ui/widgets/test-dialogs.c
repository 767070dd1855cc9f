/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui-test.h"

#include "ui/compat/confirm.h"
#include "ui/compat/open-files.h"

#include <adwaita.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct
{
  gboolean done;
  gboolean accepted;
  GError  *error;
} Answer;

static void
confirmed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Answer *answer = user_data;

  answer->accepted = drill_confirm_finish (result, &answer->error);
  answer->done = TRUE;
}

static GtkWindow *
find_dialog (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (g_type_is_a (G_OBJECT_TYPE (l->data), type))
        return l->data;
    }

  return NULL;
}

static void
click (GtkWindow  *dialog,
       const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = ui_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, i)) != NULL; i++)
    {
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        {
          g_signal_emit_by_name (button, "clicked");
          return;
        }
    }

  g_assert_not_reached ();
}

typedef enum
{
  DO_ACCEPT,
  DO_CANCEL,
  DO_CLOSE,
  DO_CANCELLABLE,
  DO_DESTROY_PARENT,
  N_DEEDS,
} Deed;

static void
test_confirm (void)
{
  for (Deed deed = 0; deed < N_DEEDS; deed++)
    {
      GtkWidget              *parent = ui_test_show (gtk_label_new ("x"), 300, 200);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Answer                  answer = { 0 };
      GtkWindow              *dialog;

      drill_confirm_async (gtk_window_get_child (GTK_WINDOW (parent)), "Delete?", "It will be gone.", "_Delete",
                           DRILL_CONFIRM_DESTRUCTIVE, cancellable, confirmed_cb, &answer);
      dialog = find_dialog (ADW_TYPE_MESSAGE_DIALOG);
      g_assert_nonnull (dialog);
      g_assert_cmpstr (adw_message_dialog_get_default_response (ADW_MESSAGE_DIALOG (dialog)), ==, "cancel");

      if (deed == DO_ACCEPT)
        click (dialog, "_Delete");
      else if (deed == DO_CANCEL)
        click (dialog, "_Cancel");
      else if (deed == DO_CLOSE)
        gtk_window_close (dialog);
      else if (deed == DO_CANCELLABLE)
        g_cancellable_cancel (cancellable);
      else
        gtk_window_destroy (GTK_WINDOW (parent));

      ui_test_wait (&answer.done);
      while (find_dialog (ADW_TYPE_MESSAGE_DIALOG) != NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (answer.accepted, ==, deed == DO_ACCEPT);
      if (deed == DO_CANCELLABLE)
        g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      else
        g_assert_no_error (answer.error);
      g_clear_error (&answer.error);

      if (deed != DO_DESTROY_PARENT)
        gtk_window_destroy (GTK_WINDOW (parent));
    }
}

typedef struct
{
  gboolean    done;
  GListModel *files;
  GError     *error;
} Choice;

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Choice *choice = user_data;

  choice->files = drill_open_files_finish (result, &choice->error);
  choice->done = TRUE;
}

static void
open_and_cancel (gboolean late)
{
  GtkWidget                *parent = ui_test_show (gtk_label_new ("x"), 300, 200);
  g_autoptr (GListStore)    filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GCancellable)  cancellable = g_cancellable_new ();
  Choice                    choice = { 0 };

  gtk_file_filter_set_name (filter, "Markdown");
  gtk_file_filter_add_suffix (filter, "md");
  g_list_store_append (filters, filter);

  if (!late)
    g_cancellable_cancel (cancellable);
  drill_open_files_async (parent, "Open", late ? DRILL_OPEN_FILES : DRILL_OPEN_FOLDER, G_LIST_MODEL (filters),
                          cancellable, opened_cb, &choice);
  if (late)
    g_cancellable_cancel (cancellable);
  ui_test_wait (&choice.done);

  g_assert_null (choice.files);
  g_assert_error (choice.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&choice.error);
  gtk_window_destroy (GTK_WINDOW (parent));
}

static void
test_open_cancelled_before (void)
{
  open_and_cancel (FALSE);
}

/* A chooser that was shown goes on reading its folder in threads. Only the end
 * of a process stops them, so it gets one of its own, which waits for nothing. */
static void
test_open_cancelled_after (void)
{
  if (g_test_subprocess ())
    {
      open_and_cancel (TRUE);
      _exit (EXIT_SUCCESS);
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/dialogs/confirm", test_confirm);
  g_test_add_func ("/dialogs/open-cancelled-before", test_open_cancelled_before);
  g_test_add_func ("/dialogs/open-cancelled-after", test_open_cancelled_after);

  return g_test_run ();
}
