/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  DRILL_CONFIRM_SUGGESTED,
  DRILL_CONFIRM_DESTRUCTIVE,
} DrillConfirmStyle;

/**
 * drill_confirm_async:
 * @parent: widget in the window that asks
 * @heading: the question, a few words: "Delete the pack?"
 * @body: (nullable): what will happen, in a sentence
 * @accept_label: the verb of the button that agrees, with a mnemonic: "_Delete"
 *
 * Asks before something is done. The other button is "Cancel"; it is also what
 * Escape and closing mean, and what Enter means when the deed is destructive.
 */
void     drill_confirm_async  (GtkWidget            *parent,
                               const char           *heading,
                               const char           *body,
                               const char           *accept_label,
                               DrillConfirmStyle     style,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);

/* Returns: whether the user agreed; FALSE with @error set only when cancelled
 * through the cancellable, which closes the question. */
gboolean drill_confirm_finish (GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
