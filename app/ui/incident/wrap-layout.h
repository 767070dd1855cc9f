/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children side by side at their natural width, in as many lines as it takes. */
#define DRILL_TYPE_WRAP_LAYOUT (drill_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DrillWrapLayout, drill_wrap_layout, DRILL, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *drill_wrap_layout_new (int spacing);

G_END_DECLS
