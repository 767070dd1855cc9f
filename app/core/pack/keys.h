/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/draft.h"

G_BEGIN_DECLS

#define DRILL_KEYS_MAX 26

gboolean drill_keys_parse (const char *text,
                           GPtrArray  *options,
                           guint32    *keys,
                           char      **missing,
                           char      **rest);

G_END_DECLS
