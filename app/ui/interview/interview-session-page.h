/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study-mock.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A mock interview, from its first question to its scorecard. Takes the whole window. */
#define DRILL_TYPE_INTERVIEW_SESSION_PAGE (drill_interview_session_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillInterviewSessionPage, drill_interview_session_page, DRILL, INTERVIEW_SESSION_PAGE, AdwBin)

GtkWidget *drill_interview_session_page_new_start (DrillStudy           *study,
                                                   const DrillMockSetup *setup,
                                                   const char *const    *keys);
GtkWidget *drill_interview_session_page_new_open  (DrillStudy           *study,
                                                   const guint8          uuid[DRILL_UUID_SIZE]);

G_END_DECLS
