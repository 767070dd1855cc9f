/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The curves of the progress page; each has a table of its numbers. */
typedef enum
{
  DRILL_PROGRESS_ANSWERS,
  DRILL_PROGRESS_TIME,
  DRILL_PROGRESS_RETENTION,
  DRILL_PROGRESS_FORECAST,
  DRILL_PROGRESS_QUIZZES,
  DRILL_PROGRESS_INCIDENTS,
  DRILL_N_PROGRESS_CHARTS,
} DrillProgressChart;

GtkWidget *drill_progress_chart_new    (DrillProgressChart     which);

/* Shows what it is about, or hides when there is nothing. */
void       drill_progress_chart_update (GtkWidget             *chart,
                                        DrillProgressChart     which,
                                        const DrillStatistics *statistics);

G_END_DECLS
