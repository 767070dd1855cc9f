/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* In GTK 4.8 the focus of a drop-down goes to a button inside it, which has no
 * name of its own. */

#include "config.h"

#include "ui/incident/named-drop-down.h"

#include <glib/gi18n.h>

static void
name_button_cb (GtkWidget *drop_down)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down));
  g_autofree char *name = NULL;

  /* Translators: what is chosen from, then what is chosen */
  name = g_strdup_printf (C_("drop-down", "%s: %s"),
                          gtk_widget_get_tooltip_text (drop_down),
                          chosen != NULL ? gtk_string_object_get_string (chosen) : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

GtkWidget *
drill_named_drop_down_new (GtkStringList *model,
                           const char    *name)
{
  GtkWidget *drop_down;

  g_return_val_if_fail (GTK_IS_STRING_LIST (model), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  drop_down = gtk_drop_down_new (G_LIST_MODEL (model), NULL);
  gtk_widget_set_tooltip_text (drop_down, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (name_button_cb), NULL);
  name_button_cb (drop_down);

  return drop_down;
}
