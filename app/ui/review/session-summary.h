/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a session came to. @returns_in_ms: until the first card that is still
 * being learned comes back, 0 for none. */
GtkWidget *drill_session_summary_new (const DrillSessionSummary *summary,
                                      gint64                     returns_in_ms);

G_END_DECLS
