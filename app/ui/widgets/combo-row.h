/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *drill_combo_row_new (const char    *title,
                                GtkStringList *choices) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
