/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A recording on an even grid, and written out as CSV.
 *
 * Where the source is denser than the grid, a grid value is the mean of the
 * samples around it; where it is sparser, it lies on the line between its
 * neighbours. Gaps stay gaps, and a hole in the rows that is much longer than
 * both the step and the source's usual distance becomes one.
 */

#include "config.h"

#include "incident/samples.h"

#include <math.h>
#include <string.h>

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
usual_distance (DrillSamples *self)
{
  g_autofree double *distances = NULL;

  if (self->n_rows < 2)
    return 0;

  distances = g_new (double, self->n_rows - 1);
  for (guint i = 1; i < self->n_rows; i++)
    distances[i - 1] = self->times[i] - self->times[i - 1];
  qsort (distances, self->n_rows - 1, sizeof (double), compare_doubles);

  return distances[(self->n_rows - 1) / 2];
}

static double
grid_value (DrillSamples *self,
            guint         column_index,
            double        time,
            double        step,
            double        longest)
{
  DrillSamplesColumn *column = g_ptr_array_index (self->columns, column_index);
  guint               begin = drill_samples_first_after (self, time - step / 2);
  guint               end = drill_samples_first_after (self, time + step / 2);
  guint               next;
  double              sum = 0;
  guint               n = 0;

  if (end - begin >= 2)
    {
      for (guint i = begin; i < end; i++)
        {
          if (!isnan (column->values[i]))
            {
              sum += column->values[i];
              n++;
            }
        }
      return n > 0 ? sum / n : NAN;
    }

  next = drill_samples_first_after (self, time);
  if (next > 0 && next < self->n_rows && self->times[next] - self->times[next - 1] > longest
      && self->times[next - 1] != time)
    return NAN;

  return drill_samples_value_at (self, column_index, time);
}

/**
 * drill_samples_resample:
 * @step: seconds from row to row of the result; it is made larger when there
 *   would be more rows than a recording may have
 *
 * Returns: (transfer full): a new recording that starts when @self does
 */
DrillSamples *
drill_samples_resample (DrillSamples *self,
                        double        step)
{
  g_autoptr (DrillSamples) out = NULL;
  double duration;
  double longest;
  guint  n_rows;

  g_return_val_if_fail (self != NULL && self->n_rows > 0, NULL);
  g_return_val_if_fail (step > 0, NULL);

  duration = self->times[self->n_rows - 1];
  step = MAX (step, duration / (DRILL_SAMPLES_MAX_ROWS - 1));
  n_rows = MIN ((guint) floor (duration / step * (1 + 1e-12)) + 1, DRILL_SAMPLES_MAX_ROWS);
  longest = 3 * MAX (step, usual_distance (self));

  out = drill_samples_new (n_rows);
  out->start = self->start;
  for (guint i = 0; i < n_rows; i++)
    out->times[i] = MIN (i * step, duration);
  for (guint c = 0; c < self->columns->len; c++)
    {
      DrillSamplesColumn *column = g_ptr_array_index (self->columns, c);
      double             *values = drill_samples_add_column (out, column->name);

      for (guint i = 0; i < n_rows; i++)
        values[i] = grid_value (self, c, out->times[i], step, longest);
      ((DrillSamplesColumn *) g_ptr_array_index (out->columns, c))->unit = g_strdup (column->unit);
    }
  drill_samples_finish (out);

  return g_steal_pointer (&out);
}

static void
append_cell (GString    *out,
             const char *cell)
{
  g_auto (GStrv) parts = NULL;

  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (out, cell);
      return;
    }

  parts = g_strsplit (cell, "\"", -1);
  g_string_append_c (out, '"');
  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "\"\"" : "", parts[i]);
  g_string_append_c (out, '"');
}

static void
append_number (GString *out,
               double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.12g", value));
}

/**
 * drill_samples_to_csv:
 * @names: (nullable): one heading a column, instead of the columns' own names
 *
 * Returns: (transfer full): the form that is kept beside a scenario
 */
char *
drill_samples_to_csv (DrillSamples      *self,
                      const char *const *names)
{
  g_autoptr (GString) out = g_string_new ("Time");

  g_return_val_if_fail (self != NULL, NULL);

  for (guint c = 0; c < self->columns->len; c++)
    {
      DrillSamplesColumn *column = g_ptr_array_index (self->columns, c);

      g_string_append_c (out, ',');
      append_cell (out, names != NULL ? names[c] : column->name);
    }
  g_string_append_c (out, '\n');

  for (guint row = 0; row < self->n_rows; row++)
    {
      append_number (out, self->start + self->times[row]);
      for (guint c = 0; c < self->columns->len; c++)
        {
          DrillSamplesColumn *column = g_ptr_array_index (self->columns, c);

          g_string_append_c (out, ',');
          if (!isnan (column->values[row]))
            append_number (out, column->values[row]);
        }
      g_string_append_c (out, '\n');
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
