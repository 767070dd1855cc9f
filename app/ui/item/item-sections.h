/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/item-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The pieces that an item is shown with, wherever it is shown. Each returns a
 * floating widget, or NULL when the item has nothing of the kind. */

GtkWidget *drill_item_header_new     (const DrillItemRecord *record);
GtkWidget *drill_item_part_new       (const DrillItemRecord *record,
                                      DrillPartRole          role);
GtkWidget *drill_item_section_new    (const char            *title,
                                      GtkWidget             *child);
GtkWidget *drill_item_key_points_new (const DrillItemRecord *record);
GtkWidget *drill_item_mistakes_new   (const DrillItemRecord *record);
GtkWidget *drill_item_references_new (const DrillItemRecord *record);

/* A vertical column of readable width with a margin all around. @column: (out):
 * the box to fill. Returns: a floating scrolled window. */
GtkWidget *drill_item_column_new     (GtkBox               **column);

/* Appends @child unless it is NULL. */
void       drill_item_append         (GtkBox                *column,
                                      GtkWidget             *child);

G_END_DECLS
