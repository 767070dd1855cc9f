/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "search/item-search.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Below an entry for queries: what is wrong with what stands in it, or what it can go
 * on with. */
#define DRILL_TYPE_QUERY_BAR (drill_query_bar_get_type ())
G_DECLARE_FINAL_TYPE (DrillQueryBar, drill_query_bar, DRILL, QUERY_BAR, AdwBin)

void     drill_query_bar_start        (DrillQueryBar           *self,
                                       GtkEditable             *entry,
                                       DrillItemSearch         *search);
gboolean drill_query_bar_check        (DrillQueryBar           *self);
void     drill_query_bar_show_problem (DrillQueryBar           *self,
                                       const DrillQueryProblem *problem);

G_END_DECLS
