/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/attempt.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The questions of an attempt in a row, each with how it stands. One stop of the Tab key;
 * arrow keys move, Enter and Space go.
 *
 * Signals:
 *  go (guint question)  the user chose one */
#define DRILL_TYPE_QUIZ_NAVIGATOR (drill_quiz_navigator_get_type ())
G_DECLARE_FINAL_TYPE (DrillQuizNavigator, drill_quiz_navigator, DRILL, QUIZ_NAVIGATOR, AdwBin)

GtkWidget *drill_quiz_navigator_new    (guint               n_questions);
void       drill_quiz_navigator_update (DrillQuizNavigator *self,
                                        const DrillAttempt *attempt);

G_END_DECLS
