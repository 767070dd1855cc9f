/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DRILL_INCIDENT_ERROR (drill_incident_error_quark ())

/**
 * DrillIncidentError:
 * @DRILL_INCIDENT_ERROR_INVALID: the scenario has errors; the diagnostics list them
 * @DRILL_INCIDENT_ERROR_NOT_OFFERED: the choice is not on offer in this state
 * @DRILL_INCIDENT_ERROR_OVER: the run has ended
 * @DRILL_INCIDENT_ERROR_NO_QUESTION: no such question is open in this run
 * @DRILL_INCIDENT_ERROR_FORMAT: a file is not in the format that was asked for
 * @DRILL_INCIDENT_ERROR_TOO_LARGE: a file is over one of the limits
 */
typedef enum
{
  DRILL_INCIDENT_ERROR_INVALID,
  DRILL_INCIDENT_ERROR_NOT_OFFERED,
  DRILL_INCIDENT_ERROR_OVER,
  DRILL_INCIDENT_ERROR_NO_QUESTION,
  DRILL_INCIDENT_ERROR_FORMAT,
  DRILL_INCIDENT_ERROR_TOO_LARGE,
} DrillIncidentError;

GQuark drill_incident_error_quark (void);

G_END_DECLS
