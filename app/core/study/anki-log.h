/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "memory/review-log.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean drill_anki_log_is_collection (const char *path);
GArray  *drill_anki_log_load          (const char *path,
                                       GTimeZone  *time_zone,
                                       int         rollover_hour,
                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
