/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What pages do with an error that ends an operation. */

#include "config.h"

#include "ui/widgets/report-error.h"

gboolean
drill_report_error (GtkWidget    *widget,
                    const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    return FALSE;

  gtk_widget_activate_action (widget, "win.report-error", "s", error->message);

  return TRUE;
}
