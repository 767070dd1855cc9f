/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/diagnostic.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What was wrong in files that were loaded, as "file:line: error E012: text". */
GtkWidget *drill_problems_page_new (const DrillDiagnostics *problems);

G_END_DECLS
