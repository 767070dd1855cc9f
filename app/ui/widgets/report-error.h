/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tells the user through the window's action win.report-error that something has
 * failed. What was cancelled, or came too late for a closed database, is no
 * failure: then nothing happens and FALSE is returned, and @widget is not
 * touched, because it may be gone. */
gboolean drill_report_error (GtkWidget    *widget,
                             const GError *error);

G_END_DECLS
