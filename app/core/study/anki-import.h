/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "study/rules.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* Keeps the answers of an Anki collection as facts, all or nothing. Those that are here
 * already are passed over, so that a collection can be imported again as it grows.
 * @n_new: (out): how many were new */
gboolean drill_anki_import_run (DrillConnection  *connection,
                                const DrillRules *rules,
                                const char       *path,
                                guint            *n_new,
                                GError          **error);

G_END_DECLS
