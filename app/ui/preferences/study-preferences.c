/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The preferences of study: rows bound to settings, which the application follows. */

#include "config.h"

#include "ui/preferences/study-preferences.h"

#include <glib/gi18n.h>

static GtkWidget *
row_new (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         GtkWidget           *control)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  adw_preferences_group_add (group, row);

  return row;
}

static void
add_number (AdwPreferencesGroup *group,
            GSettings           *settings,
            const char          *key,
            const char          *title,
            const char          *subtitle,
            double               low,
            double               high,
            double               step)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (low, high, step);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), step < 1 ? 2 : 0);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  g_settings_bind (settings, key, gtk_spin_button_get_adjustment (GTK_SPIN_BUTTON (spin)), "value",
                   G_SETTINGS_BIND_DEFAULT);
  row_new (group, title, subtitle, spin);
}

static void
add_switch (AdwPreferencesGroup *group,
            GSettings           *settings,
            const char          *key,
            const char          *title,
            const char          *subtitle)
{
  GtkWidget *control = gtk_switch_new ();

  g_settings_bind (settings, key, control, "active", G_SETTINGS_BIND_DEFAULT);
  row_new (group, title, subtitle, control);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (page, group);

  return group;
}

AdwPreferencesPage *
drill_study_preferences_new (GSettings *settings)
{
  AdwPreferencesPage  *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *day;
  AdwPreferencesGroup *memory;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  adw_preferences_page_set_title (page, _("Study"));
  adw_preferences_page_set_icon_name (page, "alarm-symbolic");

  day = add_group (page, _("A Day"));
  add_number (day, settings, "new-cards-per-day", _("New cards a day"), NULL, 0, 9999, 1);
  add_number (day, settings, "reviews-per-day", _("Reviews a day"), _("What is left waits for the next days"), 0,
              9999, 10);
  add_number (day, settings, "day-begins-at", _("The day begins at"),
              _("The hour up to which answers count for the evening before"), 0, 23, 1);

  memory = add_group (page, _("Memory"));
  add_number (memory, settings, "desired-retention", _("Desired retention"),
              _("The share you want to know when a card is asked: more of it means more reviews"), 0.70, 0.97, 0.01);
  add_switch (memory, settings, "two-buttons", _("Grade with two buttons"), _("Again and Good, in place of all four"));
  add_number (memory, settings, "leech-lapses", _("A card is a leech when forgotten"),
              _("So many times; 0 for never"), 0, 99, 1);
  add_switch (memory, settings, "suspend-leeches", _("Put leeches aside"), NULL);

  return page;
}
