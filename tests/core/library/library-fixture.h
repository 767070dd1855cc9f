/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "scratch.h"

#include "library/importer.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* A library in a temporary folder, for g_test_add(). */
typedef struct
{
  Scratch         *scratch;
  DrillConnection *connection;
} LibraryFixture;

void               library_set_up    (LibraryFixture    *fixture,
                                      gconstpointer      data);
void               library_tear_down (LibraryFixture    *fixture,
                                      gconstpointer      data);

/* Imports @name of the scratch folder, which must work. */
DrillImportReport *library_import    (LibraryFixture    *fixture,
                                      const char        *name) G_GNUC_WARN_UNUSED_RESULT;
void               library_reimport  (LibraryFixture    *fixture,
                                      const char        *name);

gint64             library_int       (LibraryFixture    *fixture,
                                      const char        *sql);
char              *library_text      (LibraryFixture    *fixture,
                                      const char        *sql) G_GNUC_WARN_UNUSED_RESULT;

/* All keys in byte order, joined by spaces. */
char              *library_keys      (LibraryFixture    *fixture) G_GNUC_WARN_UNUSED_RESULT;

/* What every import must leave behind: a sound file, no dangling row, a
 * full-text index that agrees with the items. */
void               library_check     (LibraryFixture    *fixture);

/* How often @code is in the problems of @report. */
guint              count_code        (DrillImportReport *report,
                                      const char        *code);

G_END_DECLS
