/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What was typed in a run, by section slug: the "words" of a run's record. */

GHashTable *drill_words_from_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char       *drill_words_to_text   (GHashTable *words) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
