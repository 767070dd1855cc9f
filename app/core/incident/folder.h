/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/error.h"

G_BEGIN_DECLS

gboolean drill_folder_is_inside (const char *file);
char    *drill_folder_resolve   (const char *folder,
                                 const char *file,
                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *drill_folder_read      (const char *folder,
                                 const char *file,
                                 gsize       max_bytes,
                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
