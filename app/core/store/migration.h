/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

/**
 * DrillSchema:
 * @name: attached schema it lives in: "main" or the name given to attach
 * @application_id: stored in the file, to know our own files
 * @prefix: SQL resources "<prefix>/0001", "<prefix>/0002", ... bring it up to date
 * @version: number of the last one
 */
typedef struct
{
  const char *name;
  gint32      application_id;
  const char *prefix;
  int         version;
} DrillSchema;

/* Refuses a file of another program or of a newer version. Changes nothing, so it
 * can look at a file before anything does. */
gboolean drill_schema_check   (const DrillSchema *schema,
                               DrillConnection   *connection,
                               const char        *path,
                               GError           **error);

/* Brings the schema up to date, one transaction per step; copies an existing
 * file to "<path>.before-<version>" first. Refuses a newer or foreign file. */
gboolean drill_schema_migrate (const DrillSchema *schema,
                               DrillConnection   *connection,
                               const char        *path,
                               GError           **error);

G_END_DECLS
