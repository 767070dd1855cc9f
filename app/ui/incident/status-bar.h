/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/incident/ticker.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Clock, elapsed time, whether the clock goes on by itself, how bad it is, and
 * whether it is saved. */
#define DRILL_TYPE_STATUS_BAR (drill_status_bar_get_type ())
G_DECLARE_FINAL_TYPE (DrillStatusBar, drill_status_bar, DRILL, STATUS_BAR, AdwBin)

GtkWidget *drill_status_bar_new      (DrillPlay      *play,
                                      DrillTicker    *ticker);
void       drill_status_bar_set_time (DrillStatusBar *self,
                                      double          time);

G_END_DECLS
