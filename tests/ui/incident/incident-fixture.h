/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"
#include "study/study.h"
#include "ui/incident/play.h"

G_BEGIN_DECLS

/* The incident "leak" of the fixtures in a library of its own, and an empty
 * study, in a temporary folder. */
typedef struct
{
  char          *folder;
  DrillDatabase *database;
  DrillClock    *clock;
  DrillLibrary  *library;
  DrillStudy    *study;
  DrillScenario *scenario;
  char          *key;
} IncidentFixture;

void       incident_fixture_set_up    (IncidentFixture *fixture,
                                       gconstpointer    data);
void       incident_fixture_tear_down (IncidentFixture *fixture,
                                       gconstpointer    data);

/* The runs on the disk, newest first, once what @play has to save is there. */
GPtrArray *incident_fixture_list_runs (IncidentFixture *fixture,
                                       DrillPlay       *play) G_GNUC_WARN_UNUSED_RESULT;

/* Plays the author's reference run, with every key point made. */
void       incident_play_reference    (DrillPlay       *play);

/* Enters the section, which must be on offer. */
void       incident_act               (DrillPlay       *play,
                                       const char      *slug);
guint      incident_section           (DrillPlay       *play,
                                       const char      *slug);

G_END_DECLS
