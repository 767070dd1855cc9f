/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows of the progress page. Each leads to the items behind its numbers, and where it
 * helps, to a session of them. */
GtkWidget *drill_progress_group_row_new (const DrillGroupStatistics *group);
GtkWidget *drill_progress_phase_row_new (const DrillPhasePoint      *phase);

/* @practise: (nullable): query of what a button practises */
GtkWidget *drill_progress_link_row_new  (const char                 *title,
                                         const char                 *subtitle,
                                         const char                 *value,
                                         const char                 *query,
                                         const char                 *practise);

G_END_DECLS
