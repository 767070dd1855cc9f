/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/interview/interview-play.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is asked: first to be answered, then with the model answer to be marked. Space,
 * Enter or Ctrl+Enter go on. */
#define DRILL_TYPE_INTERVIEW_STEP_VIEW (drill_interview_step_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillInterviewStepView, drill_interview_step_view, DRILL, INTERVIEW_STEP_VIEW, AdwBin)

GtkWidget *drill_interview_step_view_new     (DrillInterviewPlay     *play);
void       drill_interview_step_view_advance (DrillInterviewStepView *self);
void       drill_interview_step_view_skip    (DrillInterviewStepView *self);
void       drill_interview_step_view_flush   (DrillInterviewStepView *self);
void       drill_interview_step_view_focus   (DrillInterviewStepView *self);

G_END_DECLS
