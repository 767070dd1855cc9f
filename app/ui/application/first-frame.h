/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Notes when main() began; called first thing. */
void drill_first_frame_start (void);

/* With PAGERDRILL_BENCH=first-frame in the environment: prints one line of JSON
 * after the first frame of @window and quits @application. Else does nothing. */
void drill_first_frame_watch (GtkWindow    *window,
                              GApplication *application);

G_END_DECLS
