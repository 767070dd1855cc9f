/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/skeleton.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One series of an export: what it looks like, whether it is kept, its unit and
 * its objective. Writes what is chosen into the series that it was made for.
 *
 * Signals:
 *  changed ()  something was chosen or typed */
#define DRILL_TYPE_SKELETON_ROW (drill_skeleton_row_get_type ())
G_DECLARE_FINAL_TYPE (DrillSkeletonRow, drill_skeleton_row, DRILL, SKELETON_ROW, AdwBin)

GtkWidget           *drill_skeleton_row_new        (DrillSamples        *samples,
                                                    GPtrArray           *list,
                                                    guint                index);
DrillSkeletonSeries *drill_skeleton_row_get_series (DrillSkeletonRow    *self);
gboolean             drill_skeleton_row_get_kept   (DrillSkeletonRow    *self);
gboolean             drill_skeleton_row_is_valid   (DrillSkeletonRow    *self);
void                 drill_skeleton_row_set_start  (DrillSkeletonRow    *self,
                                                    double               seconds);

G_END_DECLS
