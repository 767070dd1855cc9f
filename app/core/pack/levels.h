/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/slice.h"

G_BEGIN_DECLS

guint drill_levels_parse (DrillSlice  list,
                          DrillSlice *unknown);
guint drill_levels_cut   (DrillSlice *title,
                          DrillSlice *unknown);

G_END_DECLS
