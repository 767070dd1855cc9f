/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/run.h"

G_BEGIN_DECLS

/* How bad an incident is. SEV-1 is the worst. */
typedef enum
{
  DRILL_SEV_NONE,
  DRILL_SEV_3,
  DRILL_SEV_2,
  DRILL_SEV_1,
} DrillIncidentSeverity;

DrillIncidentSeverity drill_run_get_severity (DrillRun *run,
                                              double    time);

G_END_DECLS
