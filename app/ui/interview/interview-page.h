/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"
#include "study/study-mock.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The destination "Interview": level and length, what would come, and what was taken. */
#define DRILL_TYPE_INTERVIEW_PAGE (drill_interview_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillInterviewPage, drill_interview_page, DRILL, INTERVIEW_PAGE, AdwBin)

GtkWidget *drill_interview_page_new     (void);
void       drill_interview_page_start   (DrillInterviewPage *self,
                                         DrillLibrary       *library,
                                         DrillStudy         *study);
void       drill_interview_page_refresh (DrillInterviewPage *self);

G_END_DECLS
