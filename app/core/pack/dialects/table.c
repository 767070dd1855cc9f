/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * CSV and TSV with a header: question, options, key, explanation, level, topic, in
 * any order and under many names. Without a header the columns of the first row
 * have to tell by themselves: a question, options, and a letter behind them.
 */

#include "config.h"

#include "pack/dialects/table.h"

#include "pack/dialects/cells.h"
#include "pack/dialects/record.h"

#include <string.h>

static gboolean
has_suffix (const char *name, const char *suffix)
{
  gsize length = strlen (name);
  gsize wide = strlen (suffix);

  return length > wide && g_ascii_strcasecmp (name + length - wide, suffix) == 0;
}

static GArray *
read_header (GPtrArray *cells)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (DrillColumn));

  for (guint i = 0; i < cells->len; i++)
    {
      DrillColumn column = drill_column_parse (g_ptr_array_index (cells, i));

      g_array_append_val (columns, column);
    }

  return columns;
}

/* "Which?,one,two,three,B,because": a single letter behind two options or more. */
static GArray *
guess_columns (GPtrArray *cells)
{
  GArray  *columns = g_array_new (FALSE, TRUE, sizeof (DrillColumn));
  guint    key = 0;
  gboolean letter = FALSE;

  for (guint i = 3; i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);

      if (strlen (cell) != 1)
        continue;
      letter |= g_ascii_isalpha (*cell) && g_ascii_toupper (*cell) <= 'H';
      if ((g_ascii_isalpha (*cell) && g_ascii_toupper (*cell) <= 'H')
          || (!letter && *cell >= '1' && *cell <= '8'))
        key = i;
    }
  for (guint i = 0; i < cells->len; i++)
    {
      DrillColumn column = i == 0       ? DRILL_COLUMN_QUESTION :
                           key == 0     ? (i == 1 ? DRILL_COLUMN_ANSWER : DRILL_COLUMN_NONE) :
                           i < key      ? DRILL_COLUMN_OPTION :
                           i == key     ? DRILL_COLUMN_KEY :
                           i == key + 1 ? DRILL_COLUMN_EXPLANATION :
                                          DRILL_COLUMN_NONE;

      g_array_append_val (columns, column);
    }

  return columns;
}

static char
separator_of (const char *text, gsize length)
{
  return drill_cells_guess (text, MIN (length, 65536));
}

/* Whether the file is a table that is meant as a bank. */
gboolean
drill_table_is (const char *name, const char *text, gsize length)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) columns = NULL;
  DrillCells walk;
  guint      line;

  if (!has_suffix (name, ".csv") && !has_suffix (name, ".tsv") && !has_suffix (name, ".txt")
      && !has_suffix (name, ".tab"))
    return FALSE;
  drill_cells_init (&walk, text, length, separator_of (text, length));
  if (!drill_cells_next (&walk, cells, &line) || cells->len < 2)
    return FALSE;
  columns = read_header (cells);
  if (drill_columns_make_sense (columns))
    return TRUE;

  /* Without a header only a key tells a bank from any other table. */
  g_array_unref (columns);
  columns = guess_columns (cells);
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, DrillColumn, i) == DRILL_COLUMN_KEY)
      return !has_suffix (name, ".txt");

  return FALSE;
}

static gboolean
is_empty (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);

      if (strspn (cell, " \t\r") != strlen (cell))
        return FALSE;
    }

  return TRUE;
}

void
drill_table_read (DrillComposer *composer, const char *text, gsize length)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) columns = NULL;
  DrillCells walk;
  guint      line;

  drill_cells_init (&walk, text, length, separator_of (text, length));
  while (drill_cells_next (&walk, cells, &line) && !composer->reader.full)
    {
      if (walk.unclosed)
        {
          drill_source_error (composer->source,
                              line,
                              "E052",
                              "a quote in this row is never closed, so the row is left out; end "
                              "the "
                              "cell with \"");
          continue;
        }
      if (is_empty (cells))
        continue;
      if (columns == NULL)
        {
          columns = read_header (cells);
          if (drill_columns_make_sense (columns))
            continue;
          g_array_unref (columns);
          columns = guess_columns (cells);
        }
      drill_record_read (composer, columns, cells, line, FALSE);
    }
}
