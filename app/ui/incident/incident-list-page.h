/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"
#include "study/study.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The incidents of the library, with what was played of each. */
#define DRILL_TYPE_INCIDENT_LIST_PAGE (drill_incident_list_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillIncidentListPage, drill_incident_list_page, DRILL, INCIDENT_LIST_PAGE, AdwBin)

GtkWidget *drill_incident_list_page_new     (void);
void       drill_incident_list_page_start   (DrillIncidentListPage *self,
                                             DrillLibrary          *library,
                                             DrillStudy            *study);
void       drill_incident_list_page_refresh (DrillIncidentListPage *self);

G_END_DECLS
