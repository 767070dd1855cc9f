/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "pack/slice.h"

G_BEGIN_DECLS

gboolean    drill_html_opens   (DrillSlice line,
                                gboolean   after_text,
                                int       *verbatim);
const char *drill_html_closing (int        verbatim);

G_END_DECLS
