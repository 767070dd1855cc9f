/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The options of a multiple-choice question, as rows A, B, C, ...
 *
 * Sets of options are bit sets, bit 0 for A. With "multiple" every row ticks by
 * itself, else choosing one takes the choice from the others. Keys A to Z
 * choose from anywhere in the window while the list is shown; arrow keys move,
 * Space and Enter choose.
 *
 * drill_option_list_reveal() shows what was right and why, and ends choosing.
 *
 * Signals:
 *  chosen (guint index, gboolean chosen)  the user chose or, with "multiple",
 *                                         took back an option */

#define DRILL_OPTION_LIST_MAX 26

#define DRILL_TYPE_OPTION_LIST (drill_option_list_get_type ())

G_DECLARE_FINAL_TYPE (DrillOptionList, drill_option_list, DRILL, OPTION_LIST, GtkWidget)

GtkWidget *drill_option_list_new           (void);

gboolean   drill_option_list_get_multiple  (DrillOptionList   *self);
void       drill_option_list_set_multiple  (DrillOptionList   *self,
                                            gboolean           multiple);
guint      drill_option_list_get_n_options (DrillOptionList   *self);
guint      drill_option_list_get_chosen    (DrillOptionList   *self);
void       drill_option_list_set_chosen    (DrillOptionList   *self,
                                            guint              options);
gboolean   drill_option_list_get_revealed  (DrillOptionList   *self);

void       drill_option_list_append        (DrillOptionList   *self,
                                            const char        *markdown);
void       drill_option_list_clear         (DrillOptionList   *self);
void       drill_option_list_reveal        (DrillOptionList   *self,
                                            guint              correct,
                                            const char *const *reasons);

G_END_DECLS
