/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Single keys that answer a question. One controller per widget carries all of
 * them; it is found again by its name.
 */

#include "config.h"

#include "ui/widgets/key-shortcut.h"

#define CONTROLLER_KEY "drill-key-shortcuts"

static GtkShortcutController *
ensure_controller (GtkWidget *widget)
{
  GtkEventController *controller = g_object_get_data (G_OBJECT (widget), CONTROLLER_KEY);

  if (controller == NULL)
    {
      controller = gtk_shortcut_controller_new ();
      gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
      gtk_widget_add_controller (widget, controller);
      g_object_set_data (G_OBJECT (widget), CONTROLLER_KEY, controller);
    }

  return GTK_SHORTCUT_CONTROLLER (controller);
}

void
drill_key_shortcut_add (GtkWidget       *widget,
                        guint            keyval,
                        GtkShortcutFunc  callback,
                        GVariant        *args)
{
  GtkShortcut *shortcut;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (callback != NULL);

  shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, 0),
                               gtk_callback_action_new (callback, NULL, NULL));
  gtk_shortcut_set_arguments (shortcut, args);
  gtk_shortcut_controller_add_shortcut (ensure_controller (widget), shortcut);
}

gboolean
drill_key_shortcut_applies (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  return gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget);
}
