/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/incident/play.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What can be done now, in the author's groups, each with its cost and its key.
 *
 * Signals:
 *  chosen (const char *slug)  the player wants to do this */
#define DRILL_TYPE_ACTIONS_VIEW (drill_actions_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillActionsView, drill_actions_view, DRILL, ACTIONS_VIEW, AdwBin)

GtkWidget *drill_actions_view_new        (DrillPlay        *play);
void       drill_actions_view_refresh    (DrillActionsView *self);
void       drill_actions_view_update     (DrillActionsView *self);
void       drill_actions_view_set_narrow (DrillActionsView *self,
                                          gboolean          narrow);
gboolean   drill_actions_view_press      (DrillActionsView *self,
                                          guint             keyval);

/* The keys that may stand for actions, in order; NULL-terminated by 0. */
const guint *drill_actions_view_get_keys (void);

G_END_DECLS
