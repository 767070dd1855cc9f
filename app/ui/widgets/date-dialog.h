/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * drill_date_dialog_async:
 * @parent: widget in the window that asks
 * @title: what the date is for, a few words
 * @accept_label: the verb of the button that agrees, with a mnemonic: "_Set"
 * @day: what is chosen at first, days since 1 January 1970
 * @first_day: the earliest that can be chosen
 *
 * Asks for a date. Days are calendar days, without a time zone.
 */
void drill_date_dialog_async  (GtkWidget          *parent,
                               const char         *title,
                               const char         *accept_label,
                               int                 day,
                               int                 first_day,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);

/* Returns: days since 1 January 1970; 0 when the dialog was left */
int  drill_date_dialog_finish (GAsyncResult       *result);

G_END_DECLS
