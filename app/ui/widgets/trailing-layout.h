/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text and something short that belongs to it, such as a grade: at the end
 * of the line where the text keeps most of the width, below the text elsewhere.
 * The widget's first child is the text, the second the short one. */

#define DRILL_TYPE_TRAILING_LAYOUT (drill_trailing_layout_get_type ())

G_DECLARE_FINAL_TYPE (DrillTrailingLayout, drill_trailing_layout, DRILL, TRAILING_LAYOUT, GtkLayoutManager)

GtkLayoutManager *drill_trailing_layout_new (int spacing);

G_END_DECLS
