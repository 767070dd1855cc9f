/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Any bytes as a log of JSON lines, all of it and from warnings up.
 */

#include "config.h"

#include "incident/evidence.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  const char *text = size > 0 ? (const char *) data : "";
  g_autoptr (DrillLog) all = drill_log_parse (text, size, 0, NULL);
  g_autoptr (DrillLog) warnings = drill_log_parse (text, size, 40, NULL);

  if ((all == NULL) != (warnings == NULL))
    abort ();
  if (all != NULL && all->lines->len != warnings->lines->len + warnings->n_hidden)
    abort ();
  for (guint i = 0; all != NULL && i < all->lines->len; i++)
    {
      const DrillLogLine *line = g_ptr_array_index (all->lines, i);

      if (!g_utf8_validate (line->message, -1, NULL))
        abort ();
    }

  return 0;
}
