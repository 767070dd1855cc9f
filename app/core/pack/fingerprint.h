/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/item.h"

G_BEGIN_DECLS

void drill_item_take_fingerprint (DrillItem *self);

G_END_DECLS
