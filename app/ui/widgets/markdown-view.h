/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DRILL_TYPE_MARKDOWN_VIEW (drill_markdown_view_get_type ())

G_DECLARE_FINAL_TYPE (DrillMarkdownView, drill_markdown_view, DRILL, MARKDOWN_VIEW, GtkWidget)

GtkWidget  *drill_markdown_view_new             (const char        *markdown);

const char *drill_markdown_view_get_markdown    (DrillMarkdownView *self);
void        drill_markdown_view_set_markdown    (DrillMarkdownView *self,
                                                 const char        *markdown);

/* FALSE makes the text a picture of itself: nothing to select, follow, focus or
 * click, for text inside a row or button that is itself clicked. Default TRUE. */
gboolean    drill_markdown_view_get_interactive (DrillMarkdownView *self);
void        drill_markdown_view_set_interactive (DrillMarkdownView *self,
                                                 gboolean           interactive);

G_END_DECLS
