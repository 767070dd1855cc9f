/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/incident/play.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the player has looked at so far: charts of the series, which live on, and
 * the files. */
#define DRILL_TYPE_DASHBOARD (drill_dashboard_get_type ())
G_DECLARE_FINAL_TYPE (DrillDashboard, drill_dashboard, DRILL, DASHBOARD, AdwBin)

GtkWidget *drill_dashboard_new      (DrillPlay      *play);
guint      drill_dashboard_refresh  (DrillDashboard *self);
void       drill_dashboard_set_time (DrillDashboard *self,
                                     double          time);
void       drill_dashboard_reveal   (DrillDashboard *self,
                                     guint           evidence);

G_END_DECLS
