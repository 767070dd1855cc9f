/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/fsrs.h"

#include <glib.h>

G_BEGIN_DECLS

/* How cards fared that got @rating at first and came back @elapsed_days later. */
typedef struct
{
  DrillRating rating;
  int         elapsed_days;
  guint       n_items;
  guint       n_passed;
} DrillFirstGroup;

double drill_initial_stability_search (const DrillFirstGroup *groups,
                                       gsize                  n_groups,
                                       DrillRating            rating,
                                       double                 mean_recall);
void   drill_initial_stability_order  (double                 stability[4],
                                       const guint            counts[4]);
void   drill_initial_stability_fit    (const DrillFirstGroup *groups,
                                       gsize                  n_groups,
                                       double                 mean_recall,
                                       double                 stability[4],
                                       guint                  counts[4]);

G_END_DECLS
