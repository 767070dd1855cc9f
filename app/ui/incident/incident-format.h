/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/result.h"
#include "study/run-record.h"

G_BEGIN_DECLS

/* What the engine says in numbers, as words for people, translated. Pure. */

char       *drill_incident_format_clock    (const DrillScenario *scenario,
                                            double               seconds) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_incident_format_duration (gint64               seconds) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_incident_format_reached  (gint64               seconds) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_incident_format_points   (double               points) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_incident_format_number   (double               number) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_incident_format_phase    (const char          *name) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_incident_format_levels   (const DrillScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_incident_format_date     (gint64               ms) G_GNUC_WARN_UNUSED_RESULT;
const char *drill_incident_format_ending   (DrillEnding          ending,
                                            gboolean             timed_out);
const char *drill_incident_format_word     (const char          *ending);
const char *drill_incident_format_harm     (DrillHarmSeverity    severity);
const char *drill_incident_format_severity (guint                level);

G_END_DECLS
