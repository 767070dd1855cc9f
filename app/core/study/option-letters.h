/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DRILL_OPTION_LETTERS_MAX 26

/* Letters in a text that name options of a question: "A and C", "option B",
 * "D is wrong because". Pure. Sets of letters are bit sets. */

guint drill_option_letters_taken   (const char *markdown,
                                    guint       n_options);
guint drill_option_letters_named   (const char *markdown,
                                    guint       n_options,
                                    gboolean    is_option,
                                    guint       taken);
char *drill_option_letters_replace (const char *markdown,
                                    const char *letters,
                                    guint       n_options,
                                    gboolean    is_option,
                                    guint       taken) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
