/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* libadwaita leaves the list of choices behind a combo row without a name. */

#include "config.h"

#include "ui/widgets/combo-row.h"

static void
name_lists (GtkWidget  *widget,
            const char *name)
{
  if (GTK_IS_LIST_VIEW (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

/* An #AdwComboRow whose list of choices is called like the row. */
GtkWidget *
drill_combo_row_new (const char    *title,
                     GtkStringList *choices)
{
  GtkWidget *row;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (GTK_IS_STRING_LIST (choices), NULL);

  row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  name_lists (row, title);

  return row;
}
