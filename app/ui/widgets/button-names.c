/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Buttons with a mnemonic have two names in GTK 4.8: the text as it was set, with
 * its underscore, and the label inside. A screen reader says both. Without the
 * first it says what is seen.
 */

#include "config.h"

#include "ui/widgets/button-names.h"

static void
clean_cb (GtkButton *button)
{
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
clean (GtkButton *button)
{
  if (!gtk_button_get_use_underline (button) || gtk_button_get_icon_name (button) != NULL)
    return;

  clean_cb (button);
  g_signal_handlers_disconnect_by_func (button, clean_cb, NULL);
  g_signal_connect (button, "notify::label", G_CALLBACK (clean_cb), NULL);
}

/* Cleans the names of the buttons in @root, now and when their labels change. */
void
drill_clean_button_names (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_BUTTON (root))
    {
      clean (GTK_BUTTON (root));
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    drill_clean_button_names (child);
}
