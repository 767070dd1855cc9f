/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/* Colours @buffer as @language: at once when that language has been used
 * before, else as soon as nothing more urgent is to do. */
void drill_code_highlight (GtkSourceBuffer   *buffer,
                           GtkSourceLanguage *language);

G_END_DECLS
