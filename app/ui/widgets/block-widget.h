/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/blocks.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pixels between blocks. */
#define DRILL_BLOCK_SPACING 12

/* One widget for one block and all that it holds; a floating reference. It does
 * not keep @block. Text that is not @interactive can be neither selected nor
 * followed. */
GtkWidget *drill_block_widget_new (const DrillBlock *block,
                                   gboolean          interactive);

G_END_DECLS
