/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/run.h"
#include "store/connection.h"

G_BEGIN_DECLS

typedef struct
{
  char  *name;
  double score;
  guint  max;
} DrillMockIncidentPhase;

/* @phase: (nullable). @text: what was missed, or what did harm; CommonMark */
typedef struct
{
  char *phase;
  char *text;
} DrillMockIncidentGap;

/**
 * DrillMockIncident:
 * @run: uuid of the run
 * @over: whether it came to an ending
 * @phases: (element-type DrillMockIncidentPhase)
 * @gaps: (element-type DrillMockIncidentGap): at most some dozens
 *
 * How the incident of an interview went: what the scorecard needs of a run, so that it
 * goes on saying so when the scenario has changed.
 */
typedef struct
{
  char      *run;
  double     score;
  guint      max;
  gboolean   over;
  GPtrArray *phases;
  GPtrArray *gaps;
} DrillMockIncident;

DrillMockIncident *drill_mock_incident_new       (DrillRun                *run,
                                                  const char              *uuid) G_GNUC_WARN_UNUSED_RESULT;
DrillMockIncident *drill_mock_incident_load      (DrillConnection         *connection,
                                                  const char              *key,
                                                  gint64                   since_ms,
                                                  GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
void               drill_mock_incident_free      (DrillMockIncident       *self);

char              *drill_mock_incident_to_text   (const DrillMockIncident *self) G_GNUC_WARN_UNUSED_RESULT;
DrillMockIncident *drill_mock_incident_from_text (const char              *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillMockIncident, drill_mock_incident_free)

G_END_DECLS
