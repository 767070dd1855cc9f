/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Id of the GtkSourceView language that a fence's word means; NULL for plain
 * text. Not every id that comes out exists: the word may be anything. */
char *drill_code_language_id (const char *word) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
