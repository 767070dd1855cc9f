/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/quiz.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The pieces of a result. Each returns a floating widget, or %NULL when there is nothing to
 * show. They show a quiz that outlives them. */

GtkWidget *drill_quiz_score_new      (const DrillQuiz *quiz);
GtkWidget *drill_quiz_confidence_new (const DrillQuiz *quiz);
GtkWidget *drill_quiz_parts_new      (const char      *title,
                                      GPtrArray       *parts);
GtkWidget *drill_quiz_questions_new  (const DrillQuiz *quiz);

G_END_DECLS
