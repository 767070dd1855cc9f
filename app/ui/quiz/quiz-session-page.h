/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"
#include "study/study-quiz.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A quiz from its first question to its result. */
#define DRILL_TYPE_QUIZ_SESSION_PAGE (drill_quiz_session_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillQuizSessionPage, drill_quiz_session_page, DRILL, QUIZ_SESSION_PAGE, AdwBin)

GtkWidget *drill_quiz_session_page_new_start (DrillStudy           *study,
                                              const char           *name,
                                              const DrillQuizSetup *setup,
                                              const char *const    *keys);
GtkWidget *drill_quiz_session_page_new_open  (DrillStudy           *study,
                                              const guint8          uuid[DRILL_UUID_SIZE]);

G_END_DECLS
