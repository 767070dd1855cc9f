/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *drill_html_to_markdown (const char *html) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
