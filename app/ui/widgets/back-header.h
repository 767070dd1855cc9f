/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A header bar whose first button leads back. @action_name: what that button does;
 * @title: the window title to show. Returns: a floating AdwHeaderBar */
GtkWidget *drill_back_header_new (const char     *action_name,
                                  AdwWindowTitle *title);

G_END_DECLS
