/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "ui/incident/skeleton-work.h"

#include "incident/skeleton-folder.h"

typedef struct
{
  DrillSamples *samples;
  GPtrArray    *all; /* keeps alive what is in kept */
  GPtrArray    *kept;
  char         *folder;
  char         *title;
  gint64        history;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  drill_samples_unref (writing->samples);
  g_ptr_array_unref (writing->kept);
  g_ptr_array_unref (writing->all);
  g_free (writing->folder);
  g_free (writing->title);
  g_free (writing);
}

/* The problems say more, and where; @error alone tells what they do not. */
static GError *
explain (GError           *error,
         DrillDiagnostics *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GError             *whole;

  for (guint i = 0; i < drill_diagnostics_get_length (problems); i++)
    {
      g_autofree char *line = drill_diagnostic_format (drill_diagnostics_get (problems, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (text->len == 0)
    return error;

  whole = g_error_new_literal (error->domain, error->code, text->str);
  g_error_free (error);

  return whole;
}

static void
read_cb (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  g_autoptr (DrillDiagnostics) problems = drill_diagnostics_new ();
  GError                      *error = NULL;
  DrillSamples                *samples = drill_skeleton_read_export (task_data, problems, &error);

  if (samples != NULL)
    g_task_return_pointer (task, samples, (GDestroyNotify) drill_samples_unref);
  else
    g_task_return_error (task, explain (error, problems));
}

void
drill_skeleton_read_async (const char          *path,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, drill_skeleton_read_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_cb);
}

/* Returns: (transfer full) */
DrillSamples *
drill_skeleton_read_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, drill_skeleton_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
write_cb (GTask        *task,
          gpointer      source,
          gpointer      task_data,
          GCancellable *cancellable)
{
  Writing *writing = task_data;
  GError  *error = NULL;

  if (drill_skeleton_write (writing->samples, writing->kept, writing->folder, writing->title, writing->history, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* @kept: (element-type DrillSkeletonSeries): owned by @all; nobody may change them
 * before the callback */
void
drill_skeleton_write_async (DrillSamples        *samples,
                            GPtrArray           *all,
                            GPtrArray           *kept,
                            const char          *folder,
                            const char          *title,
                            gint64               history,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Writing          *writing = g_new0 (Writing, 1);

  writing->samples = drill_samples_ref (samples);
  writing->all = g_ptr_array_ref (all);
  writing->kept = g_ptr_array_ref (kept);
  writing->folder = g_strdup (folder);
  writing->title = g_strdup (title);
  writing->history = history;
  g_task_set_source_tag (task, drill_skeleton_write_async);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_cb);
}

gboolean
drill_skeleton_write_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, drill_skeleton_write_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
