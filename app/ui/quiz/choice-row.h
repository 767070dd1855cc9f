/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row that opens to a list of things to choose from; none chosen means all.
 *
 * Signals:
 *  changed ()  the user chose or took back one */
#define DRILL_TYPE_CHOICE_ROW (drill_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (DrillChoiceRow, drill_choice_row, DRILL, CHOICE_ROW, AdwExpanderRow)

GtkWidget *drill_choice_row_new        (const char     *title);
void       drill_choice_row_append     (DrillChoiceRow *self,
                                        const char     *id,
                                        const char     *label,
                                        guint           items,
                                        gboolean        chosen);
/* The list inside a row that opens has no name of its own in this version. */
void       drill_name_inner_list       (GtkWidget      *row,
                                        const char     *name);

GStrv      drill_choice_row_get_chosen (DrillChoiceRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
