/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "store/connection.h"
#include "store/error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* What connection.c, statement.c and migration.c share. */
struct _DrillConnection
{
  sqlite3      *handle;
  GThread      *owner;
  char         *path;
  GHashTable   *statements;
  GCancellable *cancellable;
  guint         savepoints;
  GHashTable   *data; /* (nullable): name to ConnectionData */
};

void     drill_store_set_error         (GError         **error,
                                        int              code,
                                        const char      *path,
                                        const char      *message);
void     drill_connection_set_error    (DrillConnection *self,
                                        int              code,
                                        GError         **error);
gboolean drill_connection_execute      (DrillConnection *self,
                                        const char      *sql,
                                        GError         **error);
void     drill_statement_free_cached   (gpointer         data);

G_END_DECLS
