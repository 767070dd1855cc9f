/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/*
 * One folder with everything that Pagerdrill keeps:
 *
 *   progress.db   what the learner did; precious
 *   library.db    what the packs hold; can be made again from their files
 */

char            *drill_workspace_default_folder (void) G_GNUC_WARN_UNUSED_RESULT;
DrillConnection *drill_workspace_open           (const char         *folder,
                                                 DrillConnectionMode mode,
                                                 gboolean           *library_is_new,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean         drill_workspace_add_sources    (DrillConnection    *connection,
                                                 const char *const  *paths,
                                                 gint64              now_ms,
                                                 GError            **error);
char           **drill_workspace_list_sources   (DrillConnection    *connection,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
