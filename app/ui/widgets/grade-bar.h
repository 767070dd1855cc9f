/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Four buttons with which the learner grades a recall: 1 Again, 2 Hard, 3 Good,
 * 4 Easy, each with the interval that it leads to.
 *
 * Keys 1 to 4 grade from anywhere in the window while the bar is shown, unless
 * the focus is in a text field. With "two-buttons" only Again and Good are
 * shown and answer to keys 1 and 2; the grades stay 1 and 3.
 *
 * Signals:
 *  graded (int grade)  1 to 4 */

#define DRILL_GRADE_BAR_N_GRADES 4

#define DRILL_TYPE_GRADE_BAR (drill_grade_bar_get_type ())

G_DECLARE_FINAL_TYPE (DrillGradeBar, drill_grade_bar, DRILL, GRADE_BAR, GtkWidget)

GtkWidget *drill_grade_bar_new             (void);

/* @text (nullable): when the item comes back after this grade, "10 min" */
void       drill_grade_bar_set_interval    (DrillGradeBar *self,
                                            int            grade,
                                            const char    *text);
int        drill_grade_bar_get_suggested   (DrillGradeBar *self);
void       drill_grade_bar_set_suggested   (DrillGradeBar *self,
                                            int            grade);
gboolean   drill_grade_bar_get_two_buttons (DrillGradeBar *self);
void       drill_grade_bar_set_two_buttons (DrillGradeBar *self,
                                            gboolean       two_buttons);

G_END_DECLS
