/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The header bar of an incident's page; what changes later is given out.
 * Returns: a floating widget */
GtkWidget *drill_incident_header_new (AdwWindowTitle **title,
                                      GtkWidget      **undo_button,
                                      GtkWidget      **save_button);

G_END_DECLS
