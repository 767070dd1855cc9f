/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* From SQLite's result codes to the few cases in which a caller acts differently. */

#include "config.h"

#include "store/connection-private.h"

#include <sqlite3.h>

G_DEFINE_QUARK (drill-store-error-quark, drill_store_error)

static DrillStoreError
code_from_sqlite (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return DRILL_STORE_ERROR_FULL;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return DRILL_STORE_ERROR_CORRUPT;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return DRILL_STORE_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return DRILL_STORE_ERROR_READ_ONLY;
    case SQLITE_CONSTRAINT:
      return DRILL_STORE_ERROR_CONSTRAINT;
    default:
      return DRILL_STORE_ERROR_FAILED;
    }
}

/* @message is SQLite's; the extended code is kept in the text for reports. */
void
drill_store_set_error (GError    **error,
                       int         code,
                       const char *path,
                       const char *message)
{
  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The operation was cancelled");
      return;
    }

  g_set_error (error,
               DRILL_STORE_ERROR,
               code_from_sqlite (code),
               "%s: %s (SQLite %d)",
               path,
               message,
               code);
}
