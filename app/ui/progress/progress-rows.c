/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Rows of numbers. A number that says something of items is a query for them. */

#include "config.h"

#include "ui/progress/progress-rows.h"

#include "ui/format/format.h"

#include <glib/gi18n.h>

/* The share is that surely within so many standard deviations. */
#define DEVIATIONS 1.96

static GtkWidget *
number_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_xalign (GTK_LABEL (label), 1);

  return label;
}

/* A row that is activated looks for @query. */
static void
lead_to (GtkWidget  *row,
         const char *query)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.search-for");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", query);
}

static void
add_practise (GtkWidget  *row,
              const char *title,
              const char *query)
{
  GtkWidget       *button = gtk_button_new_with_mnemonic (_("Practise"));
  g_autofree char *name = g_strdup_printf (_("Practise %s"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.practise");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", query);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
row_new (const char *title,
         const char *subtitle)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

/* Why it is weak, in the words of whoever is to do something about it. */
static const char *
reason_text (const DrillGroupStatistics *group)
{
  if (group->weakness < 0.1)
    return _("strong");

  switch (group->reason)
    {
    case DRILL_WEAK_UNSEEN:
      return _("much was never seen");
    case DRILL_WEAK_QUIZ:
      return _("wrong in quizzes");
    case DRILL_WEAK_INCIDENT:
      return _("missed in incidents");
    case DRILL_WEAK_FORGOTTEN:
    case DRILL_N_WEAKNESSES:
    default:
      return _("fading");
    }
}

static char *
recall_text (const DrillGroupStatistics *group)
{
  if (group->seen == 0)
    return g_strdup (_("not seen"));

  /* Translators: an expected share, and how far off it may be */
  return g_strdup_printf (_("%.0f %% ± %.0f"), group->recall * 100, MIN (group->spread * DEVIATIONS, 1) * 100);
}

GtkWidget *
drill_progress_group_row_new (const DrillGroupStatistics *group)
{
  g_autofree char *title = NULL;
  g_autofree char *query = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *recall = recall_text (group);
  GtkWidget       *row;

  if (group->slug != NULL)
    {
      title = drill_format_topic (group->slug);
      query = g_strconcat ("topic:", group->slug, NULL);
    }
  else
    {
      title = g_strdup (drill_format_level (group->level));
      query = g_strconcat ("level:", drill_level_to_word (group->level), NULL);
    }
  /* Translators: items that were seen, of how many, why the topic is weak */
  subtitle = g_strdup_printf (_("%u of %u seen · %s"), group->seen, group->items, reason_text (group));
  row = row_new (title, subtitle);
  lead_to (row, query);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number_new (recall));
  add_practise (row, title, query);

  return row;
}

GtkWidget *
drill_progress_phase_row_new (const DrillPhasePoint *phase)
{
  g_autofree char *subtitle = NULL;
  g_autofree char *share = g_strdup_printf (_("%.0f %%"), phase->share * 100);
  GtkWidget       *row;

  subtitle = g_strdup_printf (ngettext ("in %u run", "in %u runs", phase->runs), phase->runs);
  row = row_new (phase->name, subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.search-for");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", "kind:incident");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number_new (share));

  return row;
}

GtkWidget *
drill_progress_link_row_new (const char *title,
                             const char *subtitle,
                             const char *value,
                             const char *query,
                             const char *practise)
{
  GtkWidget *row = row_new (title, subtitle);

  lead_to (row, query);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number_new (value));
  if (practise != NULL)
    add_practise (row, title, practise);

  return row;
}
