/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/dialects/composer.h"

G_BEGIN_DECLS

gboolean drill_gift_is (const char *name, const char *text, gsize length);
void     drill_gift_read (DrillComposer *composer, const char *text, gsize length);

G_END_DECLS
