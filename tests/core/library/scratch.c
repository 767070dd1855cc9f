/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "scratch.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

Scratch *
scratch_new (void)
{
  g_autoptr (GError) error = NULL;
  Scratch           *self = g_new0 (Scratch, 1);

  self->folder = g_dir_make_tmp ("drill-XXXXXX", &error);
  g_assert_no_error (error);

  return self;
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char      *name;

      g_assert_nonnull (dir);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }

  g_assert_cmpint (g_remove (path), ==, 0);
}

void
scratch_free (Scratch *self)
{
  if (self == NULL)
    return;

  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self);
}

char *
scratch_path (Scratch    *self,
              const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
scratch_write_bytes (Scratch      *self,
                     const char   *name,
                     gconstpointer bytes,
                     gsize         length)
{
  g_autofree char   *path = scratch_path (self, name);
  g_autofree char   *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

void
scratch_write (Scratch    *self,
               const char *name,
               const char *text)
{
  scratch_write_bytes (self, name, text, strlen (text));
}

GBytes *
scratch_read (Scratch    *self,
              const char *name)
{
  g_autofree char   *path = scratch_path (self, name);
  g_autoptr (GError) error = NULL;
  char              *text;
  gsize              length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

void
scratch_delete (Scratch    *self,
                const char *name)
{
  g_autofree char *path = scratch_path (self, name);

  remove_tree (path);
}

void
scratch_move (Scratch    *self,
              const char *from,
              const char *to)
{
  g_autofree char *old = scratch_path (self, from);
  g_autofree char *new = scratch_path (self, to);
  g_autofree char *folder = g_path_get_dirname (new);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (g_rename (old, new), ==, 0);
}

static sqlite3 *
open_database (Scratch    *self,
               const char *name)
{
  g_autofree char *path = scratch_path (self, name);
  sqlite3         *handle;

  g_assert_cmpint (sqlite3_open_v2 (path,
                                    &handle,
                                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                    NULL),
                   ==,
                   SQLITE_OK);
  sqlite3_busy_timeout (handle, 5000);

  return handle;
}

static void
check (sqlite3    *handle,
       int         code,
       const char *sql)
{
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
}

char *
scratch_sql_text (Scratch    *self,
                  const char *name,
                  const char *sql)
{
  sqlite3      *handle = open_database (self, name);
  sqlite3_stmt *statement;
  char         *text = NULL;
  int           code;

  check (handle, sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), sql);
  code = sqlite3_step (statement);
  check (handle, code, sql);
  if (code == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  return text;
}

gint64
scratch_sql_int (Scratch    *self,
                 const char *name,
                 const char *sql)
{
  g_autofree char *text = scratch_sql_text (self, name, sql);
  gint64           value;

  g_assert_nonnull (text);
  g_assert_true (g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &value, NULL));

  return value;
}

/* Numbers with a fraction are written in hexadecimal, which loses nothing. */
static void
append_column (GString      *text,
               sqlite3_stmt *statement,
               int           column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_FLOAT)
    g_string_append_printf (text, " %a", sqlite3_column_double (statement, column));
  else
    g_string_append_printf (text, " %s", sqlite3_column_text (statement, column));
}

char *
scratch_sql_dump (Scratch    *self,
                  const char *name,
                  const char *sql)
{
  sqlite3      *handle = open_database (self, name);
  sqlite3_stmt *statement;
  GString      *text = g_string_new (NULL);
  int           code;

  check (handle, sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), sql);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        append_column (text, statement, i);
      g_string_append_c (text, '\n');
    }
  check (handle, code, sql);
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  return g_string_free (text, FALSE);
}

void
scratch_sql_run (Scratch    *self,
                 const char *name,
                 const char *sql)
{
  sqlite3 *handle = open_database (self, name);

  check (handle, sqlite3_exec (handle, sql, NULL, NULL, NULL), sql);
  sqlite3_close (handle);
}
