/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *drill_explain_code (const char *code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
