/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/incident/debrief.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The parts of a debrief. Each returns a floating widget, or NULL when the run
 * has nothing of the kind. */

GtkWidget *drill_debrief_headline_new (const DrillDebrief *debrief);
GtkWidget *drill_debrief_outcome_new  (const DrillDebrief *debrief);
GtkWidget *drill_debrief_harms_new    (const DrillDebrief *debrief);
GtkWidget *drill_debrief_phases_new   (const DrillDebrief *debrief);
GtkWidget *drill_debrief_steps_new    (const DrillDebrief *debrief);
GtkWidget *drill_debrief_gaps_new     (const DrillDebrief *debrief);
GtkWidget *drill_debrief_unopened_new (const DrillDebrief *debrief);

G_END_DECLS
