/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/incident/play.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The pieces of a conversation. Each returns a floating widget. What leads to
 * evidence activates the action "incident.show-evidence" with its index. */

GtkWidget *drill_conversation_briefing_new (DrillScenario      *scenario);
GtkWidget *drill_conversation_step_new     (DrillPlay          *play,
                                            const DrillRunStep *step,
                                            gboolean            newest);
void       drill_conversation_step_wait_on (GtkWidget          *entry,
                                            DrillScenario      *scenario,
                                            const DrillRunStep *step);

G_END_DECLS
