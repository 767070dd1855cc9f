/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Interviews taken before. @rows: (element-type DrillMockRow): newest first. Each returns
 * a floating widget, or NULL when there is nothing of the kind. */

GtkWidget *drill_interview_unfinished_new (GPtrArray *rows);
GtkWidget *drill_interview_trend_new      (GPtrArray *rows);
GtkWidget *drill_interview_cards_new      (GPtrArray *rows);

G_END_DECLS
