/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DRILL_STUDY_DAY_ROLLOVER_DEFAULT 4

int    drill_study_day_number  (gint64     wall_ms,
                                GTimeZone *time_zone,
                                int        rollover_hour);
gint64 drill_study_day_start   (int        day,
                                GTimeZone *time_zone,
                                int        rollover_hour);
int    drill_study_day_elapsed (int        last_day,
                                int        today);
int    drill_study_day_weekday (int        day);

G_END_DECLS
