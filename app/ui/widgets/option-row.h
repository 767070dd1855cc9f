/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One row of a DrillOptionList. */

#define DRILL_TYPE_OPTION_ROW (drill_option_row_get_type ())

G_DECLARE_FINAL_TYPE (DrillOptionRow, drill_option_row, DRILL, OPTION_ROW, GtkListBoxRow)

GtkWidget *drill_option_row_new        (guint           index,
                                        gboolean        multiple,
                                        const char     *markdown);

void       drill_option_row_set_chosen (DrillOptionRow *self,
                                        gboolean        chosen);
void       drill_option_row_reveal     (DrillOptionRow *self,
                                        gboolean        correct,
                                        gboolean        answered,
                                        const char     *reason);

G_END_DECLS
