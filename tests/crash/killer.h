/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs "WRITER DATA PACK SEED", lets it write some lines, or none, and kills it at
 * whatever it is doing a moment later. Returns: (transfer full): what it wrote */
char *killer_run (const char *writer,
                  const char *data,
                  const char *pack) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
