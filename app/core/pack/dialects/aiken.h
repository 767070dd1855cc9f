/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/dialects/composer.h"

G_BEGIN_DECLS

gboolean drill_aiken_is (const DrillSource *source);
void     drill_aiken_read (DrillComposer *composer);

G_END_DECLS
