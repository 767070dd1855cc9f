/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/scenario.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Before a run: what happened, what to expect, and what was played before.
 * Its buttons activate "incident.play" and "incident.continue". */
#define DRILL_TYPE_START_VIEW (drill_start_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillStartView, drill_start_view, DRILL, START_VIEW, AdwBin)

GtkWidget *drill_start_view_new   (DrillScenario  *scenario,
                                   GPtrArray      *runs);
void       drill_start_view_focus (DrillStartView *self);

G_END_DECLS
