/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "ui/incident/play.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* An open question of a run: first one's own words, then the key points to tick.
 * The answer is then a move of the run.
 *
 * Signals:
 *  grown ()  the key points have appeared below the words */
#define DRILL_TYPE_QUESTION_VIEW (drill_question_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillQuestionView, drill_question_view, DRILL, QUESTION_VIEW, AdwBin)

GtkWidget *drill_question_view_new         (DrillPlay         *play,
                                            guint              section);
guint      drill_question_view_get_section (DrillQuestionView *self);
void       drill_question_view_advance     (DrillQuestionView *self);
void       drill_question_view_focus       (DrillQuestionView *self);

G_END_DECLS
