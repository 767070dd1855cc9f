/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/item-summary.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One item in a list: what it is, its title, its levels and topics. */
#define DRILL_TYPE_ITEM_ROW (drill_item_row_get_type ())
G_DECLARE_FINAL_TYPE (DrillItemRow, drill_item_row, DRILL, ITEM_ROW, AdwBin)

GtkWidget *drill_item_row_new  (void);
void       drill_item_row_bind (DrillItemRow     *self,
                                DrillItemSummary *summary);

G_END_DECLS
