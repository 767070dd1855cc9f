/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A temporary folder that a test fills with packs and databases. Everything in
 * it goes with it. A failing call fails the test. */
typedef struct
{
  char *folder;
} Scratch;

Scratch *scratch_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void     scratch_free     (Scratch    *self);

char    *scratch_path     (Scratch    *self,
                           const char *name) G_GNUC_WARN_UNUSED_RESULT;
void     scratch_write    (Scratch    *self,
                           const char *name,
                           const char *text);
void     scratch_write_bytes (Scratch       *self,
                              const char    *name,
                              gconstpointer  bytes,
                              gsize          length);
GBytes  *scratch_read     (Scratch    *self,
                           const char *name) G_GNUC_WARN_UNUSED_RESULT;
void     scratch_delete   (Scratch    *self,
                           const char *name);
void     scratch_move     (Scratch    *self,
                           const char *from,
                           const char *to);

/* A look into the database @name over a connection of its own: the first column
 * of the first row. Text is NULL for SQL's NULL or no row. */
gint64   scratch_sql_int  (Scratch    *self,
                           const char *name,
                           const char *sql);
char    *scratch_sql_text (Scratch    *self,
                           const char *name,
                           const char *sql) G_GNUC_WARN_UNUSED_RESULT;

/* All rows, a line each; equal for tables that are equal to the bit. */
char    *scratch_sql_dump (Scratch    *self,
                           const char *name,
                           const char *sql) G_GNUC_WARN_UNUSED_RESULT;
void     scratch_sql_run  (Scratch    *self,
                           const char *name,
                           const char *sql);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scratch, scratch_free)

/* A scenario without anything that a scenario must not lack. */
#define SCRATCH_SCENARIO \
  "# An outage\n" \
  "\n" \
  "Requests fail.\n" \
  "\n" \
  "```sim\n" \
  "format 1\n" \
  "scenario outage\n" \
  "level senior\n" \
  "clock 03:00\n" \
  "limit 30m\n" \
  "start page\n" \
  "pass 50\n" \
  "phase mitigate 100\n" \
  "```\n" \
  "\n" \
  "## Page\n" \
  "\n" \
  "> **Interviewer:** What now?\n" \
  "\n" \
  "- [Restart](#restart)\n" \
  "\n" \
  "## Restart\n" \
  "\n" \
  "It is back.\n" \
  "\n" \
  "```sim\n" \
  "cost 5m\n" \
  "ending resolved\n" \
  "score mitigate +100 : It was the smallest step.\n" \
  "```\n" \
  "\n" \
  "## Debrief\n" \
  "\n" \
  "**Reference run:**\n" \
  "\n" \
  "1. [Restart](#restart)\n"

G_END_DECLS
