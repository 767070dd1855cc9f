/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How study goes: activity by day, and topics with what one can recall of them. */
#define DRILL_TYPE_PROGRESS_PAGE (drill_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillProgressPage, drill_progress_page, DRILL, PROGRESS_PAGE, AdwBin)

GtkWidget *drill_progress_page_new     (void);
void       drill_progress_page_start   (DrillProgressPage *self,
                                        DrillStudy        *study);
void       drill_progress_page_refresh (DrillProgressPage *self);

G_END_DECLS
