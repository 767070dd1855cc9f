/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The part of a trace's time that one span took. */
#define DRILL_TYPE_SPAN_BAR (drill_span_bar_get_type ())
G_DECLARE_FINAL_TYPE (DrillSpanBar, drill_span_bar, DRILL, SPAN_BAR, GtkWidget)

GtkWidget *drill_span_bar_new (void);
void       drill_span_bar_set (DrillSpanBar *self,
                               double        start,
                               double        length,
                               gboolean      failed);

G_END_DECLS
