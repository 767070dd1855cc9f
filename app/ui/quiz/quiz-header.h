/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/quiz/quiz-play.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The header bar of a quiz: place, remaining time and what one can do. Below it a line
 * says the pace, and what is worth saying about the time. */
#define DRILL_TYPE_QUIZ_HEADER (drill_quiz_header_get_type ())
G_DECLARE_FINAL_TYPE (DrillQuizHeader, drill_quiz_header, DRILL, QUIZ_HEADER, AdwBin)

GtkWidget *drill_quiz_header_new         (void);
void       drill_quiz_header_set_play    (DrillQuizHeader *self,
                                          DrillQuizPlay   *play);
void       drill_quiz_header_show_title  (DrillQuizHeader *self,
                                          const char      *title,
                                          gboolean         result);
void       drill_quiz_header_announce    (DrillQuizHeader *self,
                                          const char      *message);

G_END_DECLS
