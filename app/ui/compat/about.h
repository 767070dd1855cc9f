/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows who made the program and under which licence. @parent: (nullable) */
void drill_show_about (GtkWindow *parent);

G_END_DECLS
