/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Quizzes in lists. @rows: (element-type DrillQuizRow): newest first. Each returns a floating
 * widget, or %NULL when there is nothing to show. */

GtkWidget *drill_quiz_unfinished_new (GPtrArray *rows);
GtkWidget *drill_quiz_attempts_new   (GPtrArray *rows);

/* How well they went, over time: there have to be two. */
GtkWidget *drill_quiz_trend_new      (GPtrArray *rows);

G_END_DECLS
