/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/incident/play.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets the clock of a run under time pressure go on while the player thinks.
 *
 * Properties:
 *  paused (boolean)   the player stopped it
 *  running (boolean)  read-only: it goes on just now */
#define DRILL_TYPE_TICKER (drill_ticker_get_type ())
G_DECLARE_FINAL_TYPE (DrillTicker, drill_ticker, DRILL, TICKER, GObject)

DrillTicker *drill_ticker_new         (DrillPlay   *play,
                                       GtkWidget   *widget) G_GNUC_WARN_UNUSED_RESULT;
gboolean     drill_ticker_get_paused  (DrillTicker *self);
void         drill_ticker_set_paused  (DrillTicker *self,
                                       gboolean     paused);
gboolean     drill_ticker_get_running (DrillTicker *self);
void         drill_ticker_tick        (DrillTicker *self);

G_END_DECLS
