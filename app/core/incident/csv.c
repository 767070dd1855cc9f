/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Cells and rows, as spreadsheets and dashboards write them: quotes or not,
 * any line ending, comma, semicolon or tab, a "sep=" line, UTF-8 with or
 * without a mark, UTF-16 of either order. What a cell means is decided by
 * whoever asked for the rows.
 */

#include "config.h"

#include "incident/csv.h"

#include <string.h>

#define MAX_COLUMNS 1024

static void
row_free (gpointer data)
{
  DrillCsvRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

void
drill_csv_free (DrillCsv *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Returns the text as UTF-8 without a byte order mark. UTF-16 without a mark
 * is known by the zero that every ASCII character brings. */
static char *
to_utf8 (const char *data,
         gsize       length,
         gsize      *out_length,
         GError    **error)
{
  const guint8 *bytes = (const guint8 *) data;
  const char   *charset = NULL;

  if (length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    charset = "UTF-16LE";
  else if (length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    charset = "UTF-16BE";
  else if (length >= 2 && bytes[0] != 0 && bytes[1] == 0)
    charset = "UTF-16LE";
  else if (length >= 2 && bytes[0] == 0 && bytes[1] != 0)
    charset = "UTF-16BE";

  if (charset != NULL)
    {
      gboolean marked = bytes[0] >= 0xfe;
      char    *text = NULL;

      text = g_convert (data + (marked ? 2 : 0),
                        (length - (marked ? 2 : 0)) & ~(gsize) 1,
                        "UTF-8",
                        charset,
                        NULL,
                        out_length,
                        NULL);
      if (text == NULL || memchr (text, '\0', *out_length) != NULL)
        {
          g_free (text);
          g_set_error (error,
                       DRILL_INCIDENT_ERROR,
                       DRILL_INCIDENT_ERROR_FORMAT,
                       "The text is not valid %s",
                       charset);
          return NULL;
        }
      return text;
    }

  if (length >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (!g_utf8_validate_len (data, length, NULL))
    {
      g_set_error (error,
                   DRILL_INCIDENT_ERROR,
                   DRILL_INCIDENT_ERROR_FORMAT,
                   "The text is neither UTF-8 nor UTF-16");
      return NULL;
    }

  *out_length = length;
  return g_strndup (data, length);
}

/* The separator is the candidate that the first line holds most of, outside
 * quotes. */
static char
guess_separator (const char *text)
{
  guint    counts[3] = { 0, 0, 0 };
  char     candidates[] = { ',', ';', '\t' };
  gboolean quoted = FALSE;
  guint    best = 0;

  for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++)
    {
      if (*text == '"')
        quoted = !quoted;
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (candidates); i++)
        counts[i] += *text == candidates[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (candidates); i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  return candidates[best];
}

/* Reads the cell at *@position and leaves *@position on what ended it. */
static char *
read_cell (const char **position,
           char         separator,
           guint       *line)
{
  g_autoptr (GString) cell = NULL;
  const char *p = *position;
  const char *plain;

  if (*p == '"')
    {
      cell = g_string_new (NULL);
      for (p++; *p != '\0'; p++)
        {
          if (*p == '"' && p[1] == '"')
            p++;
          else if (*p == '"')
            break;
          else if (*p == '\n')
            (*line)++;
          g_string_append_c (cell, *p);
        }
      if (*p == '"')
        p++;
    }
  /* Text after a closing quote is damage; keeping it loses nothing. */
  plain = p;
  while (*p != '\0' && *p != separator && *p != '\n' && *p != '\r')
    p++;
  *position = p;
  if (cell == NULL)
    return g_strndup (plain, p - plain);

  g_string_append_len (cell, plain, p - plain);
  return g_string_free (g_steal_pointer (&cell), FALSE);
}

static gboolean
is_blank (DrillCsvRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const char *cell = g_ptr_array_index (row->cells, i);

      if (cell[strspn (cell, " \t")] != '\0')
        return FALSE;
    }

  return TRUE;
}

static void
skip_line_end (const char **position,
               guint       *line)
{
  if (**position == '\0')
    return;
  if (**position == '\r' && (*position)[1] == '\n')
    (*position)++;
  (*position)++;
  (*line)++;
}

/* Reads "sep=X" in the first line, which spreadsheets put there for each other. */
static char
read_separator (const char **text,
                guint       *line)
{
  const char *p = *text;

  if (g_ascii_strncasecmp (p, "\"sep=", 5) == 0)
    p++;
  if (g_ascii_strncasecmp (p, "sep=", 4) == 0 && strchr (",;\t", p[4]) != NULL && p[4] != '\0')
    {
      char separator = p[4];

      *text = p + 5 + (p[5] == '"');
      skip_line_end (text, line);
      return separator;
    }

  return guess_separator (*text);
}

/**
 * drill_csv_parse:
 * @max_rows: most rows to accept, the heading included
 *
 * Returns: (transfer full): the rows, or %NULL with %DRILL_INCIDENT_ERROR_FORMAT
 *   or %DRILL_INCIDENT_ERROR_TOO_LARGE
 */
DrillCsv *
drill_csv_parse (const char *data,
                 gsize       length,
                 guint       max_rows,
                 GError    **error)
{
  g_autoptr (DrillCsv) self = NULL;
  g_autofree char *text = NULL;
  const char      *p;
  gsize            text_length = 0;
  guint            line = 1;

  g_return_val_if_fail (data != NULL, NULL);

  text = to_utf8 (data, length, &text_length, error);
  if (text == NULL)
    return NULL;

  self = g_new0 (DrillCsv, 1);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  p = text;
  self->separator = read_separator (&p, &line);

  while (*p != '\0')
    {
      DrillCsvRow *row = g_new0 (DrillCsvRow, 1);

      row->line = line;
      row->cells = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->rows, row);
      g_ptr_array_add (row->cells, read_cell (&p, self->separator, &line));
      while (*p == self->separator && row->cells->len <= MAX_COLUMNS)
        {
          p++;
          g_ptr_array_add (row->cells, read_cell (&p, self->separator, &line));
        }
      if (row->cells->len > MAX_COLUMNS || self->rows->len > max_rows)
        {
          g_set_error (error,
                       DRILL_INCIDENT_ERROR,
                       DRILL_INCIDENT_ERROR_TOO_LARGE,
                       "There are more than %u rows or %u columns",
                       max_rows,
                       MAX_COLUMNS);
          return NULL;
        }
      if (is_blank (row))
        g_ptr_array_set_size (self->rows, self->rows->len - 1);
      skip_line_end (&p, &line);
    }

  return g_steal_pointer (&self);
}
