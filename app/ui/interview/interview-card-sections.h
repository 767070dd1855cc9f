/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/mock-score.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The pieces of a scorecard. Each returns a floating widget, or NULL when there is
 * nothing of the kind. */

GtkWidget *drill_interview_score_new      (const DrillMock      *mock,
                                           const DrillScorecard *card);
GtkWidget *drill_interview_dimensions_new (const DrillScorecard *card);
GtkWidget *drill_interview_gaps_new       (const DrillMock      *mock,
                                           const DrillScorecard *card);
GtkWidget *drill_interview_review_new     (const DrillMock      *mock,
                                           const DrillScorecard *card);
GtkWidget *drill_interview_steps_new      (const DrillMock      *mock);

G_END_DECLS
