/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Sets up GTK and GTest.  Without a display it says so in TAP and ends. */
void       ui_test_init            (int               *argc,
                                    char            ***argv);

/* A window that shows @child, laid out at @width pixels. */
GtkWidget *ui_test_show            (GtkWidget         *child,
                                    int                width,
                                    int                height);

/* Draws @widget, which is shown. */
void       ui_test_frame           (GtkWidget         *widget);

/* Runs the main loop until nothing is left to do at once. */
void       ui_test_settle          (void);

/* Runs the main loop until @done points at TRUE. */
void       ui_test_wait            (const gboolean    *done);

/* What pressing @keyval in the window would do through a shortcut or
 * binding of @widget;
 * FALSE when there is none or it does not apply. */
gboolean   ui_test_press           (GtkWidget         *widget,
                                    guint              keyval,
                                    GdkModifierType    modifiers);

/* First descendant of @widget, or itself, of @type; the @n-th from 0. */
GtkWidget *ui_test_find            (GtkWidget         *widget,
                                    GType              type,
                                    guint              n);

/* Counts emissions of "notify" for @property into @count. */
void       ui_test_count_notify    (gpointer           object,
                                    const char        *property,
                                    guint             *count);

int        ui_test_minimum_width   (GtkWidget         *widget);

G_END_DECLS
