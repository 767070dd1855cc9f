/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Loading packs that the learner chose, and telling what came of it. */

#include "config.h"

#include "ui/window/window-private.h"

#include "ui/problems/problems-page.h"
#include "ui/widgets/toast.h"

#include <glib/gi18n.h>

static char *
summarize (const DrillImportReport *report)
{
  guint items = drill_import_report_get_items (report);
  guint problems = drill_diagnostics_get_length (report->problems);

  if (items == 0 && problems == 0)
    return g_strdup (_("Nothing to practise was found there"));
  if (problems == 0)
    return g_strdup_printf (ngettext ("%u item loaded", "%u items loaded", items), items);

  /* Translators: items loaded, then problems found */
  return g_strdup_printf (_("%u items loaded, %u problems"), items, problems);
}

static void
show_problems_cb (AdwToast    *toast,
                  DrillWindow *self)
{
  DrillDiagnostics *problems = g_object_get_data (G_OBJECT (toast), "problems");

  drill_window_push_detail (self, drill_problems_page_new (problems));
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (DrillWindow)       self = data;
  g_autoptr (DrillImportReport) report = NULL;
  g_autoptr (GError)            error = NULL;
  g_autofree char              *text = NULL;
  AdwToast                     *toast;

  report = drill_library_import_finish (DRILL_LIBRARY (source), result, &error);
  if (report == NULL)
    {
      drill_window_show_error (self, error->message);
      return;
    }

  text = summarize (report);
  toast = drill_toast_new (text);
  if (drill_diagnostics_get_length (report->problems) > 0)
    {
      adw_toast_set_button_label (toast, _("_Details"));
      g_object_set_data_full (G_OBJECT (toast),
                              "problems",
                              g_steal_pointer (&report->problems),
                              (GDestroyNotify) drill_diagnostics_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (show_problems_cb), self, 0);
    }
  drill_window_add_toast (self, toast);
}

/* Loads packs that the learner chose; they are read again if the library is lost. */
void
drill_window_import (DrillWindow       *self,
                     const char *const *paths)
{
  DrillLibrary *library;

  g_return_if_fail (DRILL_IS_WINDOW (self));
  g_return_if_fail (paths != NULL);

  library = drill_window_get_library (self);
  if (library == NULL || paths[0] == NULL)
    return;

  drill_study_add_sources (drill_window_get_study (self), paths);
  drill_library_import_async (library, paths, NULL, imported_cb, g_object_ref (self));
}
