/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longest simulated time, and so the longest duration that can be written. */
#define DRILL_VALUE_MAX_SECONDS (24 * 60 * 60)

gboolean drill_value_parse_duration (const char *text,
                                     gint64     *seconds);
gboolean drill_value_parse_clock    (const char *text,
                                     gint64     *seconds);
gboolean drill_value_parse_number   (const char *text,
                                     double     *value);
gboolean drill_value_parse_integer  (const char *text,
                                     gint64      min,
                                     gint64      max,
                                     gint64     *value);

double   drill_value_unit_factor    (const char *suffix);

gboolean drill_value_is_word        (const char *text);
char    *drill_value_make_anchor    (const char *heading) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
