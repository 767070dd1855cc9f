/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/skeleton.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What there is to choose about an export before it becomes a scenario.
 *
 * Signals:
 *  changed ()  something was chosen or typed */
#define DRILL_TYPE_SKELETON_FORM (drill_skeleton_form_get_type ())
G_DECLARE_FINAL_TYPE (DrillSkeletonForm, drill_skeleton_form, DRILL, SKELETON_FORM, AdwBin)

GtkWidget  *drill_skeleton_form_new         (DrillSamples      *samples,
                                             const char        *title);
const char *drill_skeleton_form_get_title   (DrillSkeletonForm *self);
gint64      drill_skeleton_form_get_history (DrillSkeletonForm *self);
GPtrArray  *drill_skeleton_form_get_all     (DrillSkeletonForm *self);
GPtrArray  *drill_skeleton_form_get_kept    (DrillSkeletonForm *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    drill_skeleton_form_is_valid    (DrillSkeletonForm *self);
void        drill_skeleton_form_set_message (DrillSkeletonForm *self,
                                             const char        *message);

G_END_DECLS
