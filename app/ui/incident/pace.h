/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How fast the clock of a run goes on by itself: real seconds that a simulated
 * minute takes, 0 for not at all. The player's last choice is remembered. */

guint      drill_pace_get_last     (void);
char      *drill_pace_describe     (guint pace) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *drill_pace_chooser_new  (void);

G_END_DECLS
