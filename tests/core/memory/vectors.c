/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Reads the tables that the tests are driven by. Values hold no commas; notes
 * are in quotes, which are kept. A missing file, column or field is a broken
 * test, so it aborts.
 */

#include "config.h"

#include "vectors.h"

#include <math.h>
#include <string.h>

struct _Vectors
{
  char     **header;
  GPtrArray *rows;
};

char *
vectors_read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

Vectors *
vectors_load (const char *name)
{
  g_autofree char *text = vectors_read_file (name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Vectors *self = g_new0 (Vectors, 1);

  self->header = g_strsplit (lines[0], ",", -1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      char **fields = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (fields),
                        ==,
                        g_strv_length (self->header));
      g_ptr_array_add (self->rows, fields);
    }
  g_assert_cmpuint (self->rows->len, >, 0);

  return self;
}

void
vectors_free (Vectors *self)
{
  g_strfreev (self->header);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

guint
vectors_n_rows (const Vectors *self)
{
  return self->rows->len;
}

const char *
vectors_text (const Vectors *self,
              guint          row,
              const char    *column)
{
  char **fields = g_ptr_array_index (self->rows, row);

  for (guint i = 0; self->header[i] != NULL; i++)
    {
      if (g_str_equal (self->header[i], column))
        return fields[i];
    }

  g_error ("There is no column %s", column);
}

double
vectors_number (const Vectors *self,
                guint          row,
                const char    *column)
{
  return g_ascii_strtod (vectors_text (self, row, column), NULL);
}

/* Whether a row opens a new sequence: its column "step" says 1. */
gboolean
vectors_starts_run (const Vectors *self,
                    guint          row)
{
  return g_str_equal (vectors_text (self, row, "step"), "1");
}

void
assert_near (double      actual,
             double      expected,
             double      tolerance,
             const char *where)
{
  if (!(fabs (actual - expected) <= tolerance * MAX (fabs (expected), 1e-12)))
    g_error ("%s: %.12g instead of %.12g", where, actual, expected);
}
