/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes a single key work from anywhere in the window of @widget. The focused
 * widget comes first, so typing in a text field stays typing. @callback gets
 * @args, whose floating reference is taken. */
void     drill_key_shortcut_add     (GtkWidget       *widget,
                                     guint            keyval,
                                     GtkShortcutFunc  callback,
                                     GVariant        *args);

/* Whether @widget can be seen and used just now; a callback asks this first,
 * because GTK also calls those of hidden pages. */
gboolean drill_key_shortcut_applies (GtkWidget       *widget);

G_END_DECLS
