/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DRILL_JSON_MAX_DEPTH 64

gboolean drill_json_check (const char *data,
                           gsize       length);

G_END_DECLS
