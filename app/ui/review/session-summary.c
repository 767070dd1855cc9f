/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* The last page of a session. */

#include "config.h"

#include "ui/review/session-summary.h"

#include "ui/format/format.h"
#include "ui/widgets/button-names.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static char *
describe (const DrillSessionSummary *summary,
          gint64                     returns_in_ms)
{
  g_autofree char *duration = drill_format_duration (summary->duration_ms);
  g_autofree char *cards = NULL;
  g_autofree char *when = NULL;

  cards = g_strdup_printf (ngettext ("%u card", "%u cards", summary->cards), summary->cards);
  if (returns_in_ms <= 0)
    return g_strdup_printf ("%s · %s", cards, duration);

  when = drill_format_duration (returns_in_ms);

  /* Translators: "12 cards", "9 min", then how long until a card comes back */
  return g_strdup_printf (_("%s · %s\nThe next one comes back in %s."), cards, duration, when);
}

static GtkWidget *
grade_new (const char *name,
           guint       count)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *number;
  GtkWidget       *label = gtk_label_new (name);
  g_autofree char *text = g_strdup_printf ("%u", count);

  number = gtk_label_new (text);
  gtk_widget_add_css_class (number, "title-1");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

static GtkWidget *
grades_new (const DrillSessionSummary *summary)
{
  const char *const names[] = { _("Again"), _("Hard"), _("Good"), _("Easy") };
  GtkWidget        *grades = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget        *clamp = adw_clamp_new ();

  for (guint i = 0; i < DRILL_N_RATINGS; i++)
    gtk_box_append (GTK_BOX (grades), grade_new (names[i], summary->ratings[i]));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 420);
  adw_clamp_set_child (ADW_CLAMP (clamp), grades);

  return clamp;
}

GtkWidget *
drill_session_summary_new (const DrillSessionSummary *summary,
                           gint64                     returns_in_ms)
{
  GtkWidget       *page = adw_status_page_new ();
  GtkWidget       *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget       *done = gtk_button_new_with_mnemonic (_("_Done"));
  g_autofree char *description = NULL;

  g_return_val_if_fail (summary != NULL, NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (done), "win.end-session");
  gtk_widget_set_halign (done, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (done, "pill");
  gtk_widget_add_css_class (done, "suggested-action");

  if (summary->answers > 0)
    {
      description = describe (summary, returns_in_ms);
      adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "emblem-ok-symbolic");
      adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Session Complete"));
      adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
      gtk_box_append (GTK_BOX (content), grades_new (summary));
    }
  else
    {
      adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "emblem-ok-symbolic");
      adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing Is Due"));
      adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                       _("Choose something from the library if you want more."));
    }
  drill_clean_button_names (done);
  gtk_box_append (GTK_BOX (content), done);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), content);

  return page;
}
