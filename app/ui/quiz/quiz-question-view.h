/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/quiz.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A question of a quiz, its options in the order on screen.
 *
 * Signals:
 *  chosen (guint options)  what is chosen now, by the user */
#define DRILL_TYPE_QUIZ_QUESTION_VIEW (drill_quiz_question_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillQuizQuestionView, drill_quiz_question_view, DRILL, QUIZ_QUESTION_VIEW, AdwBin)

GtkWidget *drill_quiz_question_view_new    (const DrillQuizQuestion *question,
                                            guint                    chosen);
void       drill_quiz_question_view_reveal (DrillQuizQuestionView   *self);
gboolean   drill_quiz_question_view_get_revealed (DrillQuizQuestionView *self);
gboolean   drill_quiz_question_view_has_focused_option (DrillQuizQuestionView *self);
void       drill_quiz_question_view_focus  (DrillQuizQuestionView   *self);

/* What a question shows once it is answered, for any page: the options with reasons, the
 * explanation and the sources. Appended to @column. @options: (nullable): a list that has
 * been filled already */
GtkWidget *drill_quiz_options_new    (const DrillQuizQuestion *question,
                                      guint                    chosen);
void       drill_quiz_options_reveal (GtkWidget               *options,
                                      const DrillQuizQuestion *question,
                                      GtkBox                  *column);

G_END_DECLS
