/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children in equal columns: all in one row where each gets @column_width
 * pixels and fits, else in two rows, else below each other. */

#define DRILL_TYPE_COLUMNS_LAYOUT (drill_columns_layout_get_type ())

G_DECLARE_FINAL_TYPE (DrillColumnsLayout, drill_columns_layout, DRILL, COLUMNS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *drill_columns_layout_new (int column_width,
                                            int spacing);

G_END_DECLS
