/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The about window; AdwAboutWindow is deprecated after libadwaita 1.5. */

#include "config.h"

#include "ui/compat/about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
drill_show_about (GtkWindow *parent)
{
  static const char *const developers[] = { "The Pagerdrill contributors", NULL };

  adw_show_about_window (parent,
                         "application-name", "Pagerdrill",
                         "application-icon", APP_ID,
                         "version", VERSION,
                         "developer-name", _("The Pagerdrill contributors"),
                         "developers", developers,
                         "comments",
                         _("Practise for incident interviews and on-call duty: questions, mock "
                           "incidents and spaced repetition."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your own name, for the about window */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
