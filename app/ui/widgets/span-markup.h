/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * drill_spans_to_markup:
 * @spans: (element-type DrillSpan): text of one block
 * @with_links: whether links become links, else they are plain text
 *
 * Returns: (transfer full): markup that GtkLabel always accepts. Whatever the
 *   text holds is shown as it is: only the spans' style becomes markup.
 */
char    *drill_spans_to_markup   (GPtrArray  *spans,
                                  gboolean    with_links) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a link from a pack may be handed to another program. */
gboolean drill_url_may_be_opened (const char *url);

G_END_DECLS
