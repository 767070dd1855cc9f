/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Whether an evidence file is what its link says, so that an author hears of it
 * before a learner opens an empty panel.
 */

#include "config.h"

#include "incident/evidence.h"

static gboolean
check_text (const char *data,
            gsize       size,
            GError    **error)
{
  if (g_utf8_validate_len (data, size, NULL))
    return TRUE;

  g_set_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_FORMAT, "The text is not UTF-8");
  return FALSE;
}

/* Reads the file of @evidence and parses it. Blocks on the disk. */
gboolean
drill_evidence_check (DrillScenario *scenario,
                      guint          evidence,
                      GError       **error)
{
  const DrillScenarioEvidence *item;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DrillLog) log = NULL;
  g_autoptr (DrillTrace) trace = NULL;
  g_autoptr (DrillTable) table = NULL;
  g_autoptr (DrillHeapDiff) heap = NULL;
  const char *data;
  gsize       size;

  g_return_val_if_fail (scenario != NULL, FALSE);
  g_return_val_if_fail (evidence < scenario->evidence->len, FALSE);

  bytes = drill_scenario_read (scenario, evidence, error);
  if (bytes == NULL)
    return FALSE;

  item = g_ptr_array_index (scenario->evidence, evidence);
  data = g_bytes_get_data (bytes, &size);
  if (data == NULL)
    data = "";
  switch (item->kind)
    {
    case DRILL_EVIDENCE_LOG:
      return (log = drill_log_parse (data, size, item->min_level, error)) != NULL;
    case DRILL_EVIDENCE_TRACE:
      return (trace = drill_trace_parse (data, size, error)) != NULL;
    case DRILL_EVIDENCE_TABLE:
      return (table = drill_table_parse (data, size, error)) != NULL;
    case DRILL_EVIDENCE_HEAP:
      return (heap = drill_heap_diff_parse (data, size, error)) != NULL;
    case DRILL_EVIDENCE_TEXT:
      return check_text (data, size, error);
    case DRILL_EVIDENCE_CHART:
    default:
      /* A chart shows live series; the file is for those who read on the web. */
      return TRUE;
    }
}
