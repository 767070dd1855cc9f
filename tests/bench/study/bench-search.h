/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "large-bank.h"

G_BEGIN_DECLS

/* What the files of this program share. */

void   bench_search    (LargeBank    *bank,
                        gint64        now_ms);
void   print_measure   (const char   *measure,
                        double        value,
                        const char   *unit);
void   print_quantiles (const char   *name,
                        double       *values,
                        guint         n);
double ms_since        (gint64        start);
void   check           (gboolean      success,
                        const GError *error);

G_END_DECLS
