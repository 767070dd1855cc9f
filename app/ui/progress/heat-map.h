/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A calendar of answers: a column for each week, a square for each day.
 *
 * Keys: the arrows go from day to day, Home and End to the ends; Enter or Space
 * asks for the day. Signals:
 *  activated (int day)  a study day was asked for */
#define DRILL_TYPE_HEAT_MAP (drill_heat_map_get_type ())
G_DECLARE_FINAL_TYPE (DrillHeatMap, drill_heat_map, DRILL, HEAT_MAP, GtkWidget)

GtkWidget *drill_heat_map_new        (void);

/* @answers: by study day, @last_day being the last of them */
void       drill_heat_map_set_values (DrillHeatMap *self,
                                      const guint  *answers,
                                      guint         n_days,
                                      int           last_day);

G_END_DECLS
