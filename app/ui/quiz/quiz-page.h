/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"
#include "study/study-quiz.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The destination "Quiz": ways to begin one, what is unfinished, and how it went so far. */
#define DRILL_TYPE_QUIZ_PAGE (drill_quiz_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillQuizPage, drill_quiz_page, DRILL, QUIZ_PAGE, AdwBin)

GtkWidget *drill_quiz_page_new     (void);
void       drill_quiz_page_start   (DrillQuizPage *self,
                                    DrillLibrary  *library,
                                    DrillStudy    *study);
void       drill_quiz_page_refresh (DrillQuizPage *self);

G_END_DECLS
