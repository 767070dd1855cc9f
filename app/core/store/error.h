/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DrillStoreError:
 * @DRILL_STORE_ERROR_FAILED: anything that SQLite said and that is not below
 * @DRILL_STORE_ERROR_FULL: no space left; nothing of the transaction was kept
 * @DRILL_STORE_ERROR_CORRUPT: the file is damaged or not a database
 * @DRILL_STORE_ERROR_NEWER: written by a newer version of the program
 * @DRILL_STORE_ERROR_FOREIGN: a database, but not this program's
 * @DRILL_STORE_ERROR_BUSY: another process held the lock for too long
 * @DRILL_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @DRILL_STORE_ERROR_CONSTRAINT: a uniqueness or check rule was broken
 */
typedef enum
{
  DRILL_STORE_ERROR_FAILED,
  DRILL_STORE_ERROR_FULL,
  DRILL_STORE_ERROR_CORRUPT,
  DRILL_STORE_ERROR_NEWER,
  DRILL_STORE_ERROR_FOREIGN,
  DRILL_STORE_ERROR_BUSY,
  DRILL_STORE_ERROR_READ_ONLY,
  DRILL_STORE_ERROR_CONSTRAINT,
} DrillStoreError;

#define DRILL_STORE_ERROR (drill_store_error_quark ())
GQuark drill_store_error_quark (void);

G_END_DECLS
