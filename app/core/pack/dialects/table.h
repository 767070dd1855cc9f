/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/dialects/composer.h"

G_BEGIN_DECLS

gboolean drill_table_is (const char *name, const char *text, gsize length);
void     drill_table_read (DrillComposer *composer, const char *text, gsize length);

/* anki-text.c */
gboolean drill_anki_text_is (const char *text, gsize length);
void     drill_anki_text_read (DrillComposer *composer, const char *text, gsize length);

G_END_DECLS
