/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Interviews taken before. */

#include "config.h"

#include "ui/interview/interview-history.h"

#include "ui/interview/interview-format.h"
#include "ui/item/item-sections.h"
#include "ui/widgets/chart/chart.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define TREND_HEIGHT 220

static GtkWidget *
row_new (const DrillMockRow *mock,
         const char         *verb)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_button_new_with_label (verb);
  g_autofree char *title = drill_interview_format_setup (&mock->setup);
  g_autofree char *subtitle = drill_interview_format_row (mock);
  g_autofree char *uuid = drill_interview_format_uuid (mock->uuid);
  g_autofree char *name = NULL;

  /* Translators: what a button does, then with which interview, then more about it */
  name = g_strdup_printf (_("%s: %s, %s"), verb, title, subtitle);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-interview");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uuid);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-interview");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uuid);

  return row;
}

static GtkWidget *
list_new (GPtrArray  *rows,
          gboolean    ended,
          const char *title,
          const char *verb)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const DrillMockRow *mock = g_ptr_array_index (rows, i);

      if ((mock->ended_ms != 0) != ended)
        continue;
      if (list == NULL)
        {
          list = gtk_list_box_new ();
          gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
          gtk_widget_add_css_class (list, "boxed-list");
        }
      gtk_list_box_append (GTK_LIST_BOX (list), row_new (mock, verb));
    }

  return list != NULL ? drill_item_section_new (title, list) : NULL;
}

GtkWidget *
drill_interview_unfinished_new (GPtrArray *rows)
{
  return list_new (rows, FALSE, _("Unfinished"), _("Resume"));
}

GtkWidget *
drill_interview_cards_new (GPtrArray *rows)
{
  return list_new (rows, TRUE, _("Scorecards"), _("Show"));
}

GtkWidget *
drill_interview_trend_new (GPtrArray *rows)
{
  g_autoptr (GArray)           times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray)           values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (DrillChartSeries) series = NULL;
  GtkWidget                   *chart;
  double                       last = -1;

  for (guint i = rows->len; i > 0; i--)
    {
      const DrillMockRow *mock = g_ptr_array_index (rows, i - 1);
      double              time = (double) mock->started_ms / 1000;
      double              value = mock->percent / 100.0;

      if (mock->ended_ms == 0 || time <= last)
        continue;
      last = time;
      g_array_append_val (times, time);
      g_array_append_val (values, value);
    }
  if (times->len < 2)
    return NULL;

  series = drill_chart_series_new ("score", _("Score"), DRILL_CHART_RATIO,
                                   (const double *) (gpointer) times->data,
                                   (const double *) (gpointer) values->data,
                                   times->len, NAN);
  chart = drill_chart_new (_("Score"));
  drill_chart_set_series (DRILL_CHART (chart), &series, 1);
  gtk_widget_set_size_request (chart, -1, TREND_HEIGHT);

  return drill_item_section_new (_("Over Time"), chart);
}
