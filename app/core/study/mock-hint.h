/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which key points what was typed seems to make: suggestions, never marks.
 * @words: (nullable). @points: (array length=n_points): each nullable; at most 32.
 * Returns: bit set of them */
guint drill_mock_hints (const char        *words,
                        const char *const *points,
                        guint              n_points);

G_END_DECLS
