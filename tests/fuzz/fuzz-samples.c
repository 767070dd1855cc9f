/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Any bytes as CSV: a recording, a table, a heap difference. What is read as a
 * recording is put on a grid, written, read again and made into a skeleton.
 */

#include "config.h"

#include "incident/evidence.h"
#include "incident/skeleton.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
use (DrillSamples *samples)
{
  g_autoptr (GPtrArray) list = drill_skeleton_guess (samples);
  g_autofree char *csv = drill_skeleton_to_csv (samples, list);
  g_autofree char *markdown = drill_skeleton_to_markdown (samples, list, "x", "x", drill_skeleton_guess_history (samples));

  for (guint i = 1; i < samples->n_rows; i++)
    {
      if (!(samples->times[i] > samples->times[i - 1]))
        abort ();
    }
  for (guint i = 0; i < samples->columns->len; i++)
    drill_samples_value_at (samples, i, samples->times[samples->n_rows - 1] / 2);
  if (list->len > 0)
    {
      g_autoptr (DrillSamples) again = drill_samples_parse_csv ("x.csv", csv, strlen (csv), NULL, NULL);

      /* Written times have twelve digits, which a hostile date can exceed. */
      if (again != NULL && again->columns->len != list->len)
        abort ();
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  const char *text = size > 0 ? (const char *) data : "";
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillSamples) samples = drill_samples_parse_csv ("x.csv", text, size, diagnostics, NULL);
  g_autoptr (DrillTable) table = drill_table_parse (text, size, NULL);
  g_autoptr (DrillHeapDiff) diff = drill_heap_diff_parse (text, size, NULL);

  if (samples != NULL)
    use (samples);

  return 0;
}
