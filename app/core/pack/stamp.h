/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/chapter.h"

G_BEGIN_DECLS

void    drill_stamp_take_ids (const DrillChapter *chapter,
                              GHashTable         *taken);
GBytes *drill_stamp          (const char         *name,
                              GBytes             *text,
                              GHashTable         *taken,
                              guint              *n_stamped,
                              DrillDiagnostics   *problems) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
