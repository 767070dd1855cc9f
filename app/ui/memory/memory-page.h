/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"
#include "study/study.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How this learner's memory works, and what follows: the interview and the days to
 * come, desired retention, training, leeches, the log. */
#define DRILL_TYPE_MEMORY_PAGE (drill_memory_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillMemoryPage, drill_memory_page, DRILL, MEMORY_PAGE, AdwBin)

GtkWidget *drill_memory_page_new (DrillLibrary *library,
                                  DrillStudy   *study);

G_END_DECLS
