/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/scenario.h"
#include "study/run-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The runs of a scenario. A row activates "incident.open-run" with the run's
 * uuid. Returns: a floating widget, or NULL when there is no run to show. */
GtkWidget            *drill_run_history_new             (GPtrArray           *runs,
                                                         const DrillScenario *scenario,
                                                         const char          *except);

/* Returns: (transfer none) (nullable): the newest run that can go on */
const DrillRunRecord *drill_run_history_find_unfinished (GPtrArray           *runs,
                                                         const char          *hash);

/* "74 of 100 · Resolved", "Not finished · 7 moves" */
char                 *drill_run_history_describe        (const DrillRunRecord *record) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
