/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/quiz/quiz-play.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A quiz while it is taken: the question, the navigator, the next step. It asks for
 * more by the actions of the page it is in, see quiz-session-page.c. */
#define DRILL_TYPE_QUIZ_TAKE_VIEW (drill_quiz_take_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillQuizTakeView, drill_quiz_take_view, DRILL, QUIZ_TAKE_VIEW, AdwBin)

GtkWidget *drill_quiz_take_view_new   (DrillQuizPlay     *play);
void       drill_quiz_take_view_focus (DrillQuizTakeView *self);
void       drill_quiz_take_view_next  (DrillQuizTakeView *self);
void       drill_quiz_take_view_previous (DrillQuizTakeView *self);
void       drill_quiz_take_view_toggle_unsure (DrillQuizTakeView *self);

G_END_DECLS
