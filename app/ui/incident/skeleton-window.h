/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* From an export of one's own metrics to a scenario that can be edited and played. */
#define DRILL_TYPE_SKELETON_WINDOW (drill_skeleton_window_get_type ())
G_DECLARE_FINAL_TYPE (DrillSkeletonWindow, drill_skeleton_window, DRILL, SKELETON_WINDOW, AdwWindow)

GtkWidget *drill_skeleton_window_new   (GtkWidget           *owner);
void       drill_skeleton_window_read  (DrillSkeletonWindow *self,
                                        const char          *path);
void       drill_skeleton_window_write (DrillSkeletonWindow *self,
                                        const char          *parent);

G_END_DECLS
