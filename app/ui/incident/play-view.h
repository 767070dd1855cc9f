/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/incident/ticker.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The simulation: status, conversation, dashboards and actions of a run. */
#define DRILL_TYPE_PLAY_VIEW (drill_play_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillPlayView, drill_play_view, DRILL, PLAY_VIEW, AdwBin)

GtkWidget   *drill_play_view_new           (DrillPlay     *play);
DrillTicker *drill_play_view_get_ticker    (DrillPlayView *self);
void         drill_play_view_show_evidence (DrillPlayView *self,
                                            guint          evidence);
void         drill_play_view_focus         (DrillPlayView *self);
gboolean     drill_play_view_is_moving     (DrillPlayView *self);

G_END_DECLS
