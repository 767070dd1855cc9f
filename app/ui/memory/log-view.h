/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/study.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The log of reviews, in and out: reviews from Anki, everything as CSV. */
#define DRILL_TYPE_LOG_VIEW (drill_log_view_get_type ())
G_DECLARE_FINAL_TYPE (DrillLogView, drill_log_view, DRILL, LOG_VIEW, AdwBin)

GtkWidget *drill_log_view_new (DrillStudy *study);

G_END_DECLS
