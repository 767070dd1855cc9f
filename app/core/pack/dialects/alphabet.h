/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets of alphabets are bits, so that a run of letters can be followed in all the
 * alphabets that it may be written in at once. */
typedef guint64 DrillAlphabets;

DrillAlphabets drill_alphabets_of (gunichar letter, guint order);
int            drill_alphabets_get_order (DrillAlphabets self, gunichar letter);
gboolean       drill_alphabet_is_letter (gunichar letter);

G_END_DECLS
