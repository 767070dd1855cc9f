/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *drill_toast_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
