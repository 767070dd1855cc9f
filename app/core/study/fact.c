/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* What facts of every kind have in common: a name of their own. */

#include "config.h"

#include "study/fact.h"

#include <string.h>

void
drill_uuid_fill (guint8 uuid[DRILL_UUID_SIZE])
{
  guint32 random[DRILL_UUID_SIZE / sizeof (guint32)];

  for (guint i = 0; i < G_N_ELEMENTS (random); i++)
    random[i] = g_random_int ();
  memcpy (uuid, random, sizeof random);
}
