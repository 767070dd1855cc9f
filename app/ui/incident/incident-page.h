/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"
#include "study/study.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* An incident, from its briefing through the simulation to the debrief. */
#define DRILL_TYPE_INCIDENT_PAGE (drill_incident_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillIncidentPage, drill_incident_page, DRILL, INCIDENT_PAGE, AdwBin)

GtkWidget *drill_incident_page_new (DrillLibrary *library,
                                    DrillStudy   *study,
                                    const char   *key,
                                    gboolean      resume);

G_END_DECLS
