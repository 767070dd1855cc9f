/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void drill_clean_button_names (GtkWidget *root);

G_END_DECLS
