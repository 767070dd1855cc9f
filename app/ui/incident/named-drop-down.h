/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A drop-down of strings that a screen reader can name. @model: (transfer full).
 * Returns: a floating widget */
GtkWidget *drill_named_drop_down_new (GtkStringList *model,
                                      const char    *name);

G_END_DECLS
