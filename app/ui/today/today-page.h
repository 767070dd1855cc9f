/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "search/item-search.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What to do now, with one button that starts it.
 *
 * Properties: "due" (guint, read-only): how much there is to do today. */
#define DRILL_TYPE_TODAY_PAGE (drill_today_page_get_type ())
G_DECLARE_FINAL_TYPE (DrillTodayPage, drill_today_page, DRILL, TODAY_PAGE, AdwBin)

GtkWidget *drill_today_page_new     (void);
void       drill_today_page_start       (DrillTodayPage  *self,
                                         DrillStudy      *study,
                                         DrillItemSearch *search);
void       drill_today_page_set_waiting (DrillTodayPage  *self,
                                         gboolean         is_waiting);
void       drill_today_page_refresh (DrillTodayPage *self);

G_END_DECLS
