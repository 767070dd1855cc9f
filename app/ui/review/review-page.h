/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "library/library.h"
#include "study/study.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A review session: one card after the other, graded and stored, and a summary at
 * its end. Takes the whole window; leaves it by win.end-session. */
#define DRILL_TYPE_REVIEW_PAGE (drill_review_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillReviewPage, drill_review_page, DRILL, REVIEW_PAGE, AdwBin)

GtkWidget *drill_review_page_new (DrillLibrary      *library,
                                  DrillStudy        *study,
                                  const char *const *keys);

G_END_DECLS
