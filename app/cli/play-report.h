/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/random-play.h"
#include "incident/run.h"

G_BEGIN_DECLS

/* Where a run stands, beside the reference run; and what random play comes to. */
void drill_play_print_result       (DrillRun                *run,
                                    gboolean                 json);
void drill_play_print_distribution (DrillScenario           *scenario,
                                    const DrillDistribution *distribution,
                                    gboolean                 json);

G_END_DECLS
