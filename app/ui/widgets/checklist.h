/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Key points that the learner ticks when the own answer had them.
 *
 * Arrow keys move between the points, Space and Enter tick.
 *
 * Properties: "n-points", "n-ticked" (both read-only).
 *
 * Signals:
 *  changed (guint index, gboolean ticked)  the user or the program ticked one */

#define DRILL_TYPE_CHECKLIST (drill_checklist_get_type ())

G_DECLARE_FINAL_TYPE (DrillChecklist, drill_checklist, DRILL, CHECKLIST, GtkWidget)

GtkWidget *drill_checklist_new          (void);

/* @grade_text (nullable) is the word shown for @grade, translated. */
void       drill_checklist_append       (DrillChecklist    *self,
                                         const char        *markdown,
                                         DrillKeyPointGrade grade,
                                         const char        *grade_text);
void       drill_checklist_clear        (DrillChecklist    *self);
guint      drill_checklist_get_n_points (DrillChecklist    *self);
guint      drill_checklist_get_n_ticked (DrillChecklist    *self);
gboolean   drill_checklist_get_ticked   (DrillChecklist    *self,
                                         guint              index);
void       drill_checklist_set_ticked   (DrillChecklist    *self,
                                         guint              index,
                                         gboolean           ticked);

G_END_DECLS
