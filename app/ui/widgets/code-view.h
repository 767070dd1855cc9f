/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DRILL_TYPE_CODE_VIEW (drill_code_view_get_type ())

G_DECLARE_FINAL_TYPE (DrillCodeView, drill_code_view, DRILL, CODE_VIEW, GtkWidget)

/**
 * drill_code_view_new:
 * @code: text, a trailing newline is dropped
 * @language: (nullable): word after a Markdown fence, such as "js" or "sh"
 */
GtkWidget  *drill_code_view_new            (const char    *code,
                                            const char    *language);

const char *drill_code_view_get_code       (DrillCodeView *self);
const char *drill_code_view_get_language   (DrillCodeView *self);

G_END_DECLS
