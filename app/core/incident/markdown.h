/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <cmark.h>
#include <glib.h>

G_BEGIN_DECLS

/* Looking at a piece of the CommonMark tree. Nodes are borrowed. */

char       *drill_markdown_plain        (cmark_node *node) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_markdown_source       (cmark_node *node) G_GNUC_WARN_UNUSED_RESULT;
void        drill_markdown_append       (GString    *out,
                                         cmark_node *node);
guint       drill_markdown_line         (cmark_node *node);
cmark_node *drill_markdown_leading_link (cmark_node *item);
cmark_node *drill_markdown_label        (cmark_node *paragraph,
                                         char      **label);
GPtrArray  *drill_markdown_take_words   (cmark_node *item) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_markdown_rest         (cmark_node *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
