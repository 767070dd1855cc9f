/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children in rows of equal columns, as many as fit. With one column it is a
 * list, with several the grid of a dashboard. */
#define DRILL_TYPE_PANEL_LAYOUT (drill_panel_layout_get_type ())
G_DECLARE_FINAL_TYPE (DrillPanelLayout, drill_panel_layout, DRILL, PANEL_LAYOUT, GtkLayoutManager)

GtkLayoutManager *drill_panel_layout_new (int column_width,
                                          int max_columns,
                                          int spacing);

G_END_DECLS
