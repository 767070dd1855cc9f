/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  DRILL_CHARACTERS_INVISIBLE = 1 << 0,
  DRILL_CHARACTERS_SPACE = 1 << 1,
  DRILL_CHARACTERS_LOOK_ALIKE = 1 << 2,
} DrillCharacters;

guint drill_characters_append_line (GString    *out,
                                    const char *line,
                                    gsize       length,
                                    gboolean    verbatim);

G_END_DECLS
