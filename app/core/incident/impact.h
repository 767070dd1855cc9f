/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/timeline.h"

G_BEGIN_DECLS

double drill_impact (const DrillTimeline *timeline,
                     DrillScenario       *scenario,
                     gint64               clock);

G_END_DECLS
