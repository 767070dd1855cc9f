/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* A scenario folder as one item of the library. */

#include "config.h"

#include "library/scenario-chapter.h"

#include "incident/error.h"

static void
add_briefing (DrillItem           *item,
              const DrillScenario *scenario)
{
  DrillPart *part;

  if (scenario->briefing == NULL || *scenario->briefing == '\0')
    return;

  part = g_new0 (DrillPart, 1);
  part->role = DRILL_PART_BODY;
  part->markdown = g_strdup (scenario->briefing);
  part->line = scenario->title_line;
  g_ptr_array_add (item->parts, part);
}

static DrillItem *
item_new (const DrillScenario *scenario)
{
  DrillItem *item = drill_item_new (DRILL_ITEM_SCENARIO);

  item->id = g_strdup (scenario->id);
  g_free (item->title);
  item->title = g_strdup (scenario->title);
  g_free (item->title_markdown);
  item->title_markdown = g_strdup (scenario->title);
  g_free (item->fingerprint);
  item->fingerprint = g_strdup (scenario->hash);
  item->line = item->end_line = scenario->title_line;
  for (guint i = 0; i < scenario->levels->len; i++)
    item->levels |= drill_level_from_word (g_ptr_array_index (scenario->levels, i));
  for (guint i = 0; i < scenario->topics->len; i++)
    g_ptr_array_add (item->topics, g_strdup (g_ptr_array_index (scenario->topics, i)));
  add_briefing (item, scenario);

  return item;
}

DrillChapter *
drill_scenario_chapter_new (DrillScenario *scenario)
{
  g_autoptr (DrillDiagnostics) none = drill_diagnostics_new ();
  DrillChapter                *chapter = drill_chapter_parse ("", "", 0, none);

  if (scenario != NULL)
    {
      chapter->title = g_strdup (scenario->title);
      g_ptr_array_add (chapter->items, item_new (scenario));
    }

  return chapter;
}

DrillChapter *
drill_scenario_chapter_load (const char       *path,
                             const char       *name,
                             DrillDiagnostics *diagnostics,
                             GError          **error)
{
  g_autoptr (DrillScenario) scenario = NULL;
  g_autoptr (GError)        local = NULL;

  g_return_val_if_fail (path != NULL && name != NULL && diagnostics != NULL, NULL);

  scenario = drill_scenario_load (path, name, diagnostics, &local);
  if (scenario == NULL && !g_error_matches (local, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  return drill_scenario_chapter_new (scenario);
}
