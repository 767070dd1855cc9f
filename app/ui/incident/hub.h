/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/run.h"

G_BEGIN_DECLS

/* Returns: index of the section that lists the actions, or -1 when none does */
int      drill_hub_find       (DrillScenario *scenario);

gboolean drill_hub_is_passage (DrillRun      *run,
                               int            hub,
                               guint          index);

G_END_DECLS
