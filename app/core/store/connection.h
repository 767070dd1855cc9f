/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One SQLite connection and its cache of prepared statements. It belongs to the
 * thread that opened it; every function asserts that. Not reference counted. */
typedef struct _DrillConnection DrillConnection;

/* One prepared statement, checked out of the cache of its connection. */
typedef struct _DrillStatement DrillStatement;

typedef enum
{
  DRILL_CONNECTION_READ_WRITE,
  DRILL_CONNECTION_READ_ONLY,
} DrillConnectionMode;

typedef enum
{
  DRILL_STEP_ERROR,
  DRILL_STEP_ROW,
  DRILL_STEP_DONE,
} DrillStep;

DrillConnection *drill_connection_open   (const char          *path,
                                          DrillConnectionMode  mode,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void             drill_connection_close  (DrillConnection     *self);
gboolean         drill_connection_attach (DrillConnection     *self,
                                          const char          *path,
                                          const char          *schema,
                                          GError             **error);
gboolean         drill_connection_detach (DrillConnection     *self,
                                          const char          *schema,
                                          GError             **error);
void             drill_connection_set_cancellable (DrillConnection *self,
                                                   GCancellable    *cancellable);
gboolean         drill_connection_check_integrity (DrillConnection *self,
                                                   const char      *schema,
                                                   GError         **error);
gboolean         drill_connection_copy_to (DrillConnection *self,
                                           const char      *path,
                                           GError         **error);

/* Transactions. begin is IMMEDIATE; savepoints nest inside. */
gboolean drill_connection_begin    (DrillConnection *self,
                                    GError         **error);
gboolean drill_connection_commit   (DrillConnection *self,
                                    GError         **error);
void     drill_connection_rollback (DrillConnection *self);
gboolean drill_connection_savepoint          (DrillConnection *self,
                                              GError         **error);
gboolean drill_connection_release_savepoint  (DrillConnection *self,
                                              GError         **error);
void     drill_connection_rollback_savepoint (DrillConnection *self);

/* Runs a whole SQL resource, such as "library/schema". */
gboolean drill_connection_run_script (DrillConnection *self,
                                      const char      *name,
                                      GError         **error);
gboolean drill_connection_pragma_int (DrillConnection *self,
                                      const char      *pragma,
                                      gint64          *value,
                                      GError         **error);
guint64  drill_connection_get_version (DrillConnection *self,
                                       const char      *schema,
                                       GError         **error);
gint64   drill_connection_last_rowid (DrillConnection *self);
guint    drill_connection_changes    (DrillConnection *self);

/**
 * drill_connection_statement:
 * @name: resource below sql/ without its suffix, such as "study/insert-review"
 *
 * Checks a statement out of the cache: reset, without bindings. A statement can
 * be out only once at a time; g_autoptr (DrillStatement) gives it back.
 *
 * Returns: (transfer full): never %NULL. SQL is part of the program and a test
 *   prepares all of it; a statement that cannot be prepared because the file is
 *   damaged or locked reports that at its first step.
 */
DrillStatement *drill_connection_statement (DrillConnection *self,
                                            const char      *name) G_GNUC_WARN_UNUSED_RESULT;
void            drill_statement_release    (DrillStatement  *self);

/* What is kept with the connection and lives as long: things that were read from it. */
gpointer drill_connection_get_data (DrillConnection *self,
                                    const char      *name);
void     drill_connection_set_data (DrillConnection *self,
                                    const char      *name,
                                    gpointer         data,
                                    GDestroyNotify   destroy);

/* Parameters by name without prefix: ":card" in SQL is "card" here. */
void drill_statement_bind_int    (DrillStatement *self,
                                  const char     *parameter,
                                  gint64          value);
void drill_statement_bind_double (DrillStatement *self,
                                  const char     *parameter,
                                  double          value);
void drill_statement_bind_text   (DrillStatement *self,
                                  const char     *parameter,
                                  const char     *value);
void drill_statement_bind_blob   (DrillStatement *self,
                                  const char     *parameter,
                                  gconstpointer   data,
                                  gsize           size);

DrillStep drill_statement_step (DrillStatement *self,
                                GError        **error);
gboolean  drill_statement_run  (DrillStatement *self,
                                GError        **error);
void      drill_statement_reset (DrillStatement *self);

/* Columns from 0, valid until the next step. Text is never NULL for a non-NULL column. */
gint64        drill_statement_int     (DrillStatement *self,
                                       int             column);
double        drill_statement_double  (DrillStatement *self,
                                       int             column);
const char   *drill_statement_text    (DrillStatement *self,
                                       int             column);
gconstpointer drill_statement_blob    (DrillStatement *self,
                                       int             column,
                                       gsize          *size);
gboolean      drill_statement_is_null (DrillStatement *self,
                                       int             column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillConnection, drill_connection_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillStatement, drill_statement_release)

G_END_DECLS
