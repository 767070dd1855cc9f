/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Any bytes as JSON: an answer of Prometheus, a trace.
 */

#include "config.h"

#include "incident/evidence.h"
#include "incident/samples.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  const char *text = size > 0 ? (const char *) data : "";
  g_autoptr (GError) error = NULL;
  g_autoptr (DrillSamples) samples = drill_samples_parse_prometheus (text, size, &error);
  g_autoptr (DrillTrace) trace = drill_trace_parse (text, size, NULL);

  if ((samples == NULL) != (error != NULL))
    abort ();
  for (guint i = 0; trace != NULL && i < trace->spans->len; i++)
    {
      const DrillSpanRow *row = g_ptr_array_index (trace->spans, i);

      if (row->start < 0 || row->duration < 0)
        abort ();
    }

  return 0;
}
