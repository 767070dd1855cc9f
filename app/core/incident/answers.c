/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Answers for runs that nobody sits at: all key points, none, or those that a
 * file lists, one question a line:
 *
 *   # the update forgot the time of the next one
 *   first-update: 1 3
 *   mechanism: all
 */

#include "config.h"

#include "incident/answers.h"
#include "incident/score.h"
#include "incident/value.h"

#include <string.h>

guint
drill_answer_full (const DrillScenarioSection *section,
                   gpointer                    user_data)
{
  return drill_score_all_ticks (section);
}

guint
drill_answer_none (const DrillScenarioSection *section,
                   gpointer                    user_data)
{
  return 0;
}

/* A question that the table does not name is left without a point. */
guint
drill_answer_table (const DrillScenarioSection *section,
                    gpointer                    user_data)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (user_data, section->slug));
}

static gboolean
read_ticks (const DrillScenarioSection *section,
            const char                 *text,
            guint                      *ticks)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,\t", -1);

  *ticks = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 number;

      if (*words[i] == '\0' || strcmp (words[i], "none") == 0)
        continue;
      if (strcmp (words[i], "all") == 0)
        *ticks = drill_score_all_ticks (section);
      else if (drill_value_parse_integer (words[i], 1, section->key_points->len, &number))
        *ticks |= 1u << (number - 1);
      else
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_line (DrillScenario *scenario,
           GHashTable    *table,
           char          *line)
{
  char *colon = strchr (line, ':');
  int   index;
  guint ticks;

  if (colon == NULL)
    return FALSE;
  *colon = '\0';
  index = drill_scenario_find_section (scenario, g_strchomp (line));
  if (index < 0 || drill_scenario_section (scenario, index)->answer == 0
      || !read_ticks (drill_scenario_section (scenario, index), colon + 1, &ticks))
    return FALSE;

  g_hash_table_insert (table, g_strdup (line), GUINT_TO_POINTER (ticks));
  return TRUE;
}

/* Returns: (transfer full): a table for drill_answer_table(), or %NULL when a
 * line names no question or no key point of it */
GHashTable *
drill_answers_parse (DrillScenario *scenario,
                     const char    *text,
                     GError       **error)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (scenario != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (*line == '\0' || *line == '#' || read_line (scenario, table, line))
        continue;
      g_set_error (error,
                   DRILL_INCIDENT_ERROR,
                   DRILL_INCIDENT_ERROR_FORMAT,
                   "Line %u of the answers names no question or key point; write SECTION: 1 3",
                   i + 1);
      return NULL;
    }

  return g_steal_pointer (&table);
}
