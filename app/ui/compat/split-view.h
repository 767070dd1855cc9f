/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A sidebar beside its content where the window is wide, and one of the two at
 * a time where it is narrow.
 *
 * When folded, the sidebar is the first page: Escape, Alt+Left and a swipe lead
 * from the content back to it. The content should then show a back button;
 * bind its visibility to "folded". */

#define DRILL_TYPE_SPLIT_VIEW (drill_split_view_get_type ())

G_DECLARE_FINAL_TYPE (DrillSplitView, drill_split_view, DRILL, SPLIT_VIEW, GtkWidget)

GtkWidget *drill_split_view_new              (void);

GtkWidget *drill_split_view_get_sidebar      (DrillSplitView *self);
void       drill_split_view_set_sidebar      (DrillSplitView *self,
                                              GtkWidget      *sidebar);
GtkWidget *drill_split_view_get_content      (DrillSplitView *self);
void       drill_split_view_set_content      (DrillSplitView *self,
                                              GtkWidget      *content);
gboolean   drill_split_view_get_folded       (DrillSplitView *self);
gboolean   drill_split_view_get_show_content (DrillSplitView *self);
void       drill_split_view_set_show_content (DrillSplitView *self,
                                              gboolean        show_content);

G_END_DECLS
