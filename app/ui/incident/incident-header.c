/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The header bar of an incident's page. All it does are actions of the page and
 * the window. */

#include "config.h"

#include "ui/incident/incident-header.h"

#include <glib/gi18n.h>

static GtkWidget *
icon_button_new (const char *icon_name,
                 const char *name,
                 const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
menu_button_new (const char *icon_name,
                 const char *name,
                 GMenu      *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon_name);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

GtkWidget *
drill_incident_header_new (AdwWindowTitle **title,
                           GtkWidget      **undo_button,
                           GtkWidget      **save_button)
{
  GtkWidget        *header = adw_header_bar_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) save_menu = g_menu_new ();

  g_menu_append (menu, _("_Briefing and Earlier Runs"), "incident.start-page");
  g_menu_append (menu, _("Start _Anew"), "incident.play");
  g_menu_append (menu, _("_Keyboard Shortcuts"), "win.show-help-overlay");
  g_menu_append (save_menu, _("As _PDF…"), "incident.save-pdf");
  g_menu_append (save_menu, _("As _Markdown…"), "incident.save-markdown");

  *title = ADW_WINDOW_TITLE (adw_window_title_new (_("Incident"), NULL));
  *undo_button = icon_button_new ("edit-undo-symbolic", _("Undo the Last Decision"), "incident.undo");
  *save_button = menu_button_new ("document-save-symbolic", _("Save the Debrief"), save_menu);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             icon_button_new ("go-previous-symbolic", _("Leave the Incident"), "win.end-session"));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (*title));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), menu_button_new ("view-more-symbolic", _("Incident Menu"), menu));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), *undo_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), *save_button);

  return header;
}
