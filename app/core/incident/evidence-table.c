/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Tables, and one kind of table that is read further: the difference between
 * two heap snapshots, class by class.
 */

#include "config.h"

#include "incident/csv.h"
#include "incident/evidence.h"
#include "incident/value.h"

#include <string.h>

#define MAX_TABLE_COLUMNS 64

void
drill_table_free (DrillTable *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self->numeric);
  g_free (self);
}

static GPtrArray *
copy_cells (const DrillCsvRow *row,
            guint              n_columns)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (cells, g_strstrip (g_strdup (i < row->cells->len ? g_ptr_array_index (row->cells, i) : "")));

  return cells;
}

static void
note_numbers (DrillTable      *self,
              const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);
      double      value;

      if (*cell != '\0' && !drill_value_parse_number (cell, &value))
        self->numeric[i] = FALSE;
    }
}

/* Reads a CSV file with a heading. Short rows are filled up, long ones cut. */
DrillTable *
drill_table_parse (const char *data,
                   gsize       length,
                   GError    **error)
{
  g_autoptr (DrillCsv) csv = NULL;
  DrillTable  *self;
  DrillCsvRow *heading;
  guint        n_columns;

  g_return_val_if_fail (data != NULL, NULL);

  csv = drill_csv_parse (data, length, DRILL_EVIDENCE_MAX_ROWS + 1, error);
  if (csv == NULL)
    return NULL;
  if (csv->rows->len < 1)
    {
      g_set_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_FORMAT, "The table is empty");
      return NULL;
    }

  heading = g_ptr_array_index (csv->rows, 0);
  n_columns = heading->cells->len;
  if (n_columns > MAX_TABLE_COLUMNS && csv->rows->len > DRILL_EVIDENCE_MAX_ROWS / 10)
    {
      g_set_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_TOO_LARGE, "The table has too many cells");
      return NULL;
    }

  self = g_new0 (DrillTable, 1);
  self->columns = copy_cells (heading, n_columns);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->numeric = g_new (gboolean, n_columns);
  for (guint i = 0; i < n_columns; i++)
    self->numeric[i] = csv->rows->len > 1;
  for (guint i = 1; i < csv->rows->len; i++)
    {
      GPtrArray *cells = copy_cells (g_ptr_array_index (csv->rows, i), n_columns);

      note_numbers (self, cells);
      g_ptr_array_add (self->rows, cells);
    }

  return self;
}

static void
heap_row_free (gpointer data)
{
  DrillHeapRow *row = data;

  g_free (row->name);
  g_free (row);
}

void
drill_heap_diff_free (DrillHeapDiff *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Index of the first column whose heading contains one of @words, or -1. */
static int
find_column (const DrillTable  *table,
             const char *const *words)
{
  for (guint w = 0; words[w] != NULL; w++)
    {
      for (guint i = 0; i < table->columns->len; i++)
        {
          g_autofree char *heading = g_ascii_strdown (g_ptr_array_index (table->columns, i), -1);

          if (strstr (heading, words[w]) != NULL)
            return i;
        }
    }

  return -1;
}

static double
cell_number (const GPtrArray *cells,
             int              column)
{
  double value = 0;

  if (column >= 0 && !drill_value_parse_number (g_ptr_array_index (cells, column), &value))
    value = 0;

  return value;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const DrillHeapRow *left = *(DrillHeapRow *const *) a;
  const DrillHeapRow *right = *(DrillHeapRow *const *) b;

  if (left->retained != right->retained)
    return left->retained > right->retained ? -1 : 1;
  if (left->shallow != right->shallow)
    return left->shallow > right->shallow ? -1 : 1;

  return strcmp (left->name, right->name);
}

/**
 * drill_heap_diff_parse:
 *
 * Reads a table with a column for the class, one for the difference in objects
 * and one or two for the difference in bytes. Headings are matched by words
 * such as "class", "count", "size" and "retained".
 *
 * Returns: (transfer full): the rows, most retained first
 */
DrillHeapDiff *
drill_heap_diff_parse (const char *data,
                       gsize       length,
                       GError    **error)
{
  static const char *const name_words[] = { "class", "constructor", "type", "name", NULL };
  static const char *const count_words[] = { "count", "objects", "instances", NULL };
  static const char *const shallow_words[] = { "shallow", "self", "size", NULL };
  static const char *const retained_words[] = { "retained", NULL };
  g_autoptr (DrillTable) table = drill_table_parse (data, length, error);
  DrillHeapDiff *self;
  int            name;
  int            count;
  int            shallow;
  int            retained;

  if (table == NULL)
    return NULL;

  name = find_column (table, name_words);
  count = find_column (table, count_words);
  retained = find_column (table, retained_words);
  shallow = find_column (table, shallow_words);
  if (shallow == retained)
    shallow = -1;
  if (name < 0 || count < 0 || (retained < 0 && shallow < 0))
    {
      g_set_error (error,
                   DRILL_INCIDENT_ERROR,
                   DRILL_INCIDENT_ERROR_FORMAT,
                   "A heap difference has columns for the class, the count and the retained size");
      return NULL;
    }

  self = g_new0 (DrillHeapDiff, 1);
  self->rows = g_ptr_array_new_with_free_func (heap_row_free);
  self->has_shallow = shallow >= 0;
  self->has_retained = retained >= 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const GPtrArray *cells = g_ptr_array_index (table->rows, i);
      DrillHeapRow    *row = g_new0 (DrillHeapRow, 1);

      row->name = g_strdup (g_ptr_array_index (cells, name));
      row->count = cell_number (cells, count);
      row->shallow = cell_number (cells, shallow);
      row->retained = cell_number (cells, retained);
      g_ptr_array_add (self->rows, row);
    }
  g_ptr_array_sort (self->rows, compare_rows);

  return self;
}
