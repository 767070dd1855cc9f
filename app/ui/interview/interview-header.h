/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/interview/interview-play.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The header bar of an interview: place, the time that is left in all and for the
 * question, and what one can do. */
#define DRILL_TYPE_INTERVIEW_HEADER (drill_interview_header_get_type ())
G_DECLARE_FINAL_TYPE (DrillInterviewHeader, drill_interview_header, DRILL, INTERVIEW_HEADER, AdwBin)

GtkWidget *drill_interview_header_new        (void);
void       drill_interview_header_set_play   (DrillInterviewHeader *self,
                                              DrillInterviewPlay   *play);
void       drill_interview_header_show_title (DrillInterviewHeader *self,
                                              const char           *title,
                                              gboolean              result);

G_END_DECLS
