/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * From a key to a scenario that can be played: the library knows the file, and
 * a thread of its own reads it, because recordings may have megabytes.
 */

#include "config.h"

#include "ui/incident/scenario-source.h"

#include <glib/gi18n.h>

void
drill_scenario_source_free (DrillScenarioSource *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->item, drill_item_record_unref);
  g_clear_pointer (&self->scenario, drill_scenario_unref);
  g_free (self);
}

/* An author wants to know what is wrong and where; the engine's own error only
 * says that something is. */
static GError *
explain (GError           *error,
         DrillDiagnostics *diagnostics)
{
  for (guint i = 0; i < drill_diagnostics_get_length (diagnostics); i++)
    {
      const DrillDiagnostic *diagnostic = drill_diagnostics_get (diagnostics, i);

      if (diagnostic->severity == DRILL_SEVERITY_ERROR)
        {
          g_autofree char *text = drill_diagnostic_format (diagnostic);

          return g_error_new_literal (error->domain, error->code, text);
        }
    }

  return g_error_copy (error);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  DrillItemRecord              *item = data;
  g_autoptr (DrillScenarioSource) self = g_new0 (DrillScenarioSource, 1);
  g_autoptr (DrillDiagnostics)  diagnostics = drill_diagnostics_new ();
  g_autoptr (GError)            error = NULL;
  g_autofree char              *name = g_path_get_basename (item->path);

  self->item = drill_item_record_ref (item);
  self->scenario = drill_scenario_load (item->path, name, diagnostics, &error);
  if (self->scenario == NULL)
    g_task_return_error (task, explain (error, diagnostics));
  else
    g_task_return_pointer (task,
                           g_steal_pointer (&self),
                           (GDestroyNotify) drill_scenario_source_free);
}

static void
item_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask)           task = data;
  g_autoptr (DrillItemRecord) item = NULL;
  g_autoptr (GError)          error = NULL;

  item = drill_library_load_item_finish (DRILL_LIBRARY (source), result, &error);
  if (item == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (item->item->kind != DRILL_ITEM_SCENARIO)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("This is not an incident"));
      return;
    }

  g_task_set_task_data (task, g_steal_pointer (&item), (GDestroyNotify) drill_item_record_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * drill_scenario_source_load_async:
 * @key: of an item of the library
 *
 * Finds and reads a scenario without blocking. %G_IO_ERROR_NOT_FOUND means that
 * the library does not have it.
 */
void
drill_scenario_source_load_async (DrillLibrary        *library,
                                  const char          *key,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DRILL_IS_LIBRARY (library));
  g_return_if_fail (key != NULL);

  task = g_task_new (library, cancellable, callback, user_data);
  g_task_set_source_tag (task, drill_scenario_source_load_async);
  drill_library_load_item_async (library, key, cancellable, item_cb, task);
}

/* Returns: (transfer full): free with drill_scenario_source_free() */
DrillScenarioSource *
drill_scenario_source_load_finish (DrillLibrary *library,
                                   GAsyncResult *result,
                                   GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
