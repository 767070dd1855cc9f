/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One bar per day, the last one being today; each day is split into answers that
 * were recalled and answers that were not. */
#define DRILL_TYPE_DAY_BARS (drill_day_bars_get_type ())
G_DECLARE_FINAL_TYPE (DrillDayBars, drill_day_bars, DRILL, DAY_BARS, GtkWidget)

GtkWidget *drill_day_bars_new        (void);
void       drill_day_bars_set_values (DrillDayBars *self,
                                      const guint  *answers,
                                      const guint  *recalled,
                                      guint         n_days);

G_END_DECLS
