/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The window that preferences are in. Add pages, then present it. */
GtkWindow *drill_preferences_window_new (GtkWindow          *parent);
void       drill_preferences_window_add (GtkWindow          *window,
                                         AdwPreferencesPage *page);

G_END_DECLS
