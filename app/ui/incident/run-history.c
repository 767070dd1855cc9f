/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What was played before. A run that was played on another version of the
 * scenario is shown, but its moves may mean something else now: it stays closed. */

#include "config.h"

#include "ui/incident/run-history.h"

#include "ui/incident/incident-format.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More than one looks through. */
#define MAX_ROWS 20

static guint
count_moves (const char *moves)
{
  guint n = *moves != '\0';

  for (const char *p = moves; *p != '\0'; p++)
    n += *p == ' ';

  return n;
}

char *
drill_run_history_describe (const DrillRunRecord *record)
{
  guint n_moves;

  g_return_val_if_fail (record != NULL, NULL);

  if (record->finished || record->ending != NULL)
    /* Translators: score, best score, how it ended */
    return g_strdup_printf (_("%d of %d · %s"),
                            record->score,
                            record->max,
                            drill_incident_format_word (record->ending));

  n_moves = count_moves (record->moves);

  return g_strdup_printf (ngettext ("Not finished · %u move", "Not finished · %u moves", n_moves), n_moves);
}

const DrillRunRecord *
drill_run_history_find_unfinished (GPtrArray  *runs,
                                   const char *hash)
{
  g_return_val_if_fail (runs != NULL, NULL);
  g_return_val_if_fail (hash != NULL, NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const DrillRunRecord *record = g_ptr_array_index (runs, i);

      if (!record->finished && *record->moves != '\0' && g_str_equal (record->hash, hash))
        return record;
    }

  return NULL;
}

static GtkWidget *
row_new (const DrillRunRecord *record,
         const DrillScenario  *scenario)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *date = drill_incident_format_date (record->started_ms);
  g_autofree char *state = drill_run_history_describe (record);
  g_autofree char *text = NULL;
  gboolean         usable = g_str_equal (record->hash, scenario->hash);

  if (!usable)
    text = g_strdup_printf (_("%s · played on an earlier version"), state);
  else if (record->parent != NULL)
    text = g_strdup_printf (_("%s · tried again from a step"), state);
  else
    text = g_strdup (state);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_strchug (date));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  if (usable)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "incident.open-run");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", record->uuid);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }

  return row;
}

/* @runs: (element-type DrillRunRecord): newest first. @except: (nullable): uuid
 * of a run that is left out, because it is on screen */
GtkWidget *
drill_run_history_new (GPtrArray           *runs,
                       const DrillScenario *scenario,
                       const char          *except)
{
  GtkWidget *group = NULL;
  guint      n_rows = 0;

  g_return_val_if_fail (runs != NULL, NULL);
  g_return_val_if_fail (scenario != NULL, NULL);

  for (guint i = 0; i < runs->len && n_rows < MAX_ROWS; i++)
    {
      const DrillRunRecord *record = g_ptr_array_index (runs, i);

      if (*record->moves == '\0' || g_strcmp0 (record->uuid, except) == 0)
        continue;
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Runs of this incident"));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row_new (record, scenario));
      n_rows++;
    }

  return group;
}
