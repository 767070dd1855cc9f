/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "store/connection.h"

G_BEGIN_DECLS

#define DRILL_TYPE_DATABASE (drill_database_get_type ())
G_DECLARE_FINAL_TYPE (DrillDatabase, drill_database, DRILL, DATABASE, GObject)

/* Opens one connection in the thread that is going to own it. */
typedef DrillConnection *(*DrillDatabaseOpener) (DrillConnectionMode mode,
                                                 gpointer            data,
                                                 GError            **error);

/* Work on a connection, in its thread. Must return @task exactly once. */
typedef void (*DrillDatabaseFunc) (GTask           *task,
                                   DrillConnection *connection,
                                   gpointer         task_data);

DrillDatabase *drill_database_new          (DrillDatabaseOpener opener,
                                            gpointer            data,
                                            GDestroyNotify      destroy) G_GNUC_WARN_UNUSED_RESULT;
void           drill_database_open_async   (DrillDatabase      *self,
                                            GCancellable       *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
gboolean       drill_database_open_finish  (DrillDatabase      *self,
                                            GAsyncResult       *result,
                                            GError            **error);
void           drill_database_write        (DrillDatabase      *self,
                                            GTask              *task,
                                            DrillDatabaseFunc   func);
void           drill_database_read         (DrillDatabase      *self,
                                            GTask              *task,
                                            DrillDatabaseFunc   func);
void           drill_database_close        (DrillDatabase      *self);

G_END_DECLS
