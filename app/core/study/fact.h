/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DRILL_UUID_SIZE 16

/* Names a fact, on whichever device; random, so that two never meet. */
void drill_uuid_fill (guint8 uuid[DRILL_UUID_SIZE]);

G_END_DECLS
