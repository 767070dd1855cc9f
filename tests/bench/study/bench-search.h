/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "scratch.h"

#include "study/rules.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* What the files of this program share. */
typedef struct
{
  Scratch         *scratch;
  DrillConnection *connection;
  DrillRules      *rules;
  guint            n_cards;
} Bench;

void   bench_search    (Bench        *bench,
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
