/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Recordings as wide CSV: one column of time, one column a series.
 *
 * The files beside a scenario are plain: "Time" in epoch seconds or
 * milliseconds, base units, an empty cell for a gap. Exports of dashboards are
 * read as well, so a cell may carry a unit and a time may be written as a date.
 */

#include "config.h"

#include "incident/csv.h"
#include "incident/samples.h"
#include "incident/value.h"

#include <math.h>
#include <string.h>

#define CODE_SAMPLES "S042"

/* A number of this size cannot be seconds: it is the year 5138. */
#define FIRST_MILLISECONDS 1e11
#define FIRST_MICROSECONDS 1e14
#define FIRST_NANOSECONDS 1e17

static void
report (DrillDiagnostics *diagnostics,
        const char       *name,
        guint             line,
        const char       *text,
        const char       *cell)
{
  g_autofree char *shown = NULL;

  if (diagnostics == NULL)
    return;

  shown = g_utf8_substring (cell, 0, MIN (g_utf8_strlen (cell, -1), 40));
  drill_diagnostics_add (diagnostics, name, line, 0, DRILL_SEVERITY_ERROR, CODE_SAMPLES, "%s: “%s”", text, shown);
}

/* Brings "1.234,5", "1,234.5" and "0,5" to a point and no grouping. A lone
 * comma groups thousands only where the comma also separates cells. */
static char *
normalize_number (const char *cell,
                  char        separator)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *comma = strrchr (cell, ',');
  const char *point = strrchr (cell, '.');
  char        decimal = '.';

  if (comma != NULL && point != NULL)
    decimal = comma > point ? ',' : '.';
  else if (comma != NULL)
    decimal = separator == ',' ? '.' : ',';

  for (; *cell != '\0'; cell++)
    {
      if (*cell == decimal)
        g_string_append_c (out, '.');
      else if (*cell != ',' && *cell != '.')
        g_string_append_c (out, *cell);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
is_gap (const char *cell)
{
  static const char *const words[] = { "", "nan", "null", "undefined", "-", "n/a", "none", "+inf", "-inf", "inf" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strcasecmp (cell, words[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Reads a time in seconds since 1970: a number of any size, or a date, which
 * is taken as UTC when it names no zone. */
static gboolean
parse_time (const char *cell,
            double     *seconds)
{
  g_autoptr (GTimeZone) utc = NULL;
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *iso = NULL;
  double           number;

  if (drill_value_parse_number (cell, &number))
    {
      if (!g_ascii_isdigit (cell[strlen (cell) - 1]) && !g_str_has_suffix (cell, "."))
        return FALSE;
      if (fabs (number) >= FIRST_NANOSECONDS)
        number /= 1e9;
      else if (fabs (number) >= FIRST_MICROSECONDS)
        number /= 1e6;
      else if (fabs (number) >= FIRST_MILLISECONDS)
        number /= 1e3;
      *seconds = number;
      return TRUE;
    }

  if (strlen (cell) > 40)
    return FALSE;
  utc = g_time_zone_new_utc ();
  iso = g_strdup (cell);
  if (strlen (iso) > 10 && iso[10] == ' ')
    iso[10] = 'T';
  date = g_date_time_new_from_iso8601 (iso, utc);
  if (date == NULL)
    return FALSE;

  *seconds = g_date_time_to_unix (date) + g_date_time_get_microsecond (date) / 1e6;
  return TRUE;
}

static void
note_unit (DrillSamplesColumn *column,
           const char         *cell)
{
  const char *unit = cell + strspn (cell, "+-0123456789.eE");

  if (column->unit == NULL && *unit != '\0')
    column->unit = g_strstrip (g_strdup (unit));
}

/* Reads what nearly every cell of a bundled file is: digits and one point. */
static gboolean
read_plain_number (const char *cell,
                   double     *value)
{
  char *end;

  if (*cell == '\0' || cell[strspn (cell, "+-.0123456789")] != '\0')
    return FALSE;

  *value = g_ascii_strtod (cell, &end);
  return *end == '\0' && isfinite (*value);
}

static void
read_value (DrillSamples     *samples,
            guint             column_index,
            guint             row,
            const char       *raw,
            char              separator,
            const char       *name,
            guint             line,
            DrillDiagnostics *diagnostics)
{
  DrillSamplesColumn *column = g_ptr_array_index (samples->columns, column_index);
  g_autofree char    *cell = NULL;
  g_autofree char    *number = NULL;
  double              value;

  if (read_plain_number (raw, &value))
    {
      column->values[row] = value;
      return;
    }

  cell = g_strstrip (g_strdup (raw));
  if (is_gap (cell))
    return;

  number = normalize_number (cell, separator);
  if (drill_value_parse_number (number, &column->values[row]))
    note_unit (column, number);
  else
    report (diagnostics, name, line, "The cell is not a number; leave it empty for a gap", cell);
}

static int
find_time_column (DrillCsvRow *heading)
{
  static const char *const names[] = { "time", "timestamp", "ts", "date", "datetime", "_time" };

  for (guint i = 0; i < heading->cells->len; i++)
    {
      g_autofree char *cell = g_strstrip (g_strdup (g_ptr_array_index (heading->cells, i)));

      for (guint n = 0; n < G_N_ELEMENTS (names); n++)
        {
          if (g_ascii_strcasecmp (cell, names[n]) == 0)
            return i;
        }
    }

  return -1;
}

static gboolean
read_times (DrillSamples     *samples,
            DrillCsv         *csv,
            guint             time_column,
            const char       *name,
            DrillDiagnostics *diagnostics)
{
  gboolean good = TRUE;

  for (guint i = 0; i < samples->n_rows; i++)
    {
      DrillCsvRow     *row = g_ptr_array_index (csv->rows, i + 1);
      const char      *raw = time_column < row->cells->len ? g_ptr_array_index (row->cells, time_column) : "";
      g_autofree char *cell = g_strstrip (g_strdup (raw));
      double           time = 0;

      if (!parse_time (cell, &time))
        {
          report (diagnostics, name, row->line, "The time is neither a number nor a date", cell);
          return FALSE;
        }
      if (i == 0)
        samples->start = time;
      samples->times[i] = time - samples->start;
      if (i > 0 && !(samples->times[i] > samples->times[i - 1]))
        {
          report (diagnostics, name, row->line, "The time is not after the row before it", cell);
          good = FALSE;
        }
    }

  return good;
}

static gboolean
set_format_error (GError    **error,
                  const char *text)
{
  g_set_error_literal (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_FORMAT, text);
  return FALSE;
}

static gboolean
check_shape (DrillCsv *csv,
             GError  **error)
{
  DrillCsvRow *heading;

  if (csv->rows->len < 2)
    return set_format_error (error, "There are no samples below the heading");

  heading = g_ptr_array_index (csv->rows, 0);
  if (heading->cells->len < 2)
    return set_format_error (error, "There is no column beside the time");
  if (heading->cells->len > DRILL_SAMPLES_MAX_COLUMNS + 1)
    return set_format_error (error, "There are too many columns");
  if (find_time_column (heading) < 0)
    return set_format_error (error, "No column is headed “Time”");

  return TRUE;
}

/**
 * drill_samples_parse_csv:
 * @name: the file's name in diagnostics
 * @diagnostics: (nullable): takes one S042 a bad cell
 *
 * Cells that are not numbers become gaps; times that do not increase are an error.
 *
 * Returns: (transfer full): the recording, or %NULL with @error
 */
DrillSamples *
drill_samples_parse_csv (const char       *name,
                         const char       *data,
                         gsize             length,
                         DrillDiagnostics *diagnostics,
                         GError          **error)
{
  g_autoptr (DrillCsv) csv = NULL;
  g_autoptr (DrillSamples) samples = NULL;
  DrillCsvRow *heading;
  guint        time_column;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  if (length > DRILL_SAMPLES_MAX_BYTES)
    {
      g_set_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_TOO_LARGE, "The samples are over 5 MiB");
      return NULL;
    }

  csv = drill_csv_parse (data, length, DRILL_SAMPLES_MAX_ROWS + 1, error);
  if (csv == NULL || !check_shape (csv, error))
    return NULL;

  heading = g_ptr_array_index (csv->rows, 0);
  time_column = find_time_column (heading);
  samples = drill_samples_new (csv->rows->len - 1);
  if (!read_times (samples, csv, time_column, name, diagnostics))
    {
      set_format_error (error, "The time does not increase from row to row");
      return NULL;
    }

  for (guint i = 0; i < heading->cells->len; i++)
    {
      g_autofree char *title = g_strstrip (g_strdup (g_ptr_array_index (heading->cells, i)));

      if (i == time_column || *title == '\0')
        continue;
      drill_samples_add_column (samples, title);
      for (guint row = 0; row < samples->n_rows; row++)
        {
          DrillCsvRow *cells = g_ptr_array_index (csv->rows, row + 1);

          if (i < cells->cells->len)
            read_value (samples,
                        samples->columns->len - 1,
                        row,
                        g_ptr_array_index (cells->cells, i),
                        csv->separator,
                        name,
                        cells->line,
                        diagnostics);
        }
    }
  if (samples->columns->len == 0)
    {
      set_format_error (error, "No column beside the time has a heading");
      return NULL;
    }

  drill_samples_finish (samples);
  return g_steal_pointer (&samples);
}
