/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* AdwPreferencesWindow, which is AdwPreferencesDialog after libadwaita 1.6. */

#include "config.h"

#include "ui/compat/preferences.h"

GtkWindow *
drill_preferences_window_new (GtkWindow *parent)
{
  GtkWindow *window = GTK_WINDOW (adw_preferences_window_new ());

  gtk_window_set_modal (window, TRUE);
  gtk_window_set_transient_for (window, parent);

  return window;
}

void
drill_preferences_window_add (GtkWindow          *window,
                              AdwPreferencesPage *page)
{
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
}
