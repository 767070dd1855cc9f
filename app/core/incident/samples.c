/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A recording of metrics, and how it is read between its rows.
 *
 * Between two neighbouring values the line is straight; next to a gap there is
 * no value. Before the first row there is nothing. After the last row the last
 * value stays, because an incident may last longer than its recording and a
 * chart that ends would tell the learner where the author stopped.
 */

#include "config.h"

#include "incident/samples.h"

#include <math.h>
#include <string.h>

static void
column_free (gpointer data)
{
  DrillSamplesColumn *column = data;

  g_free (column->name);
  g_free (column->values);
  g_free (column->unit);
  g_free (column);
}

/* A recording of @n_rows rows, whose times and values the caller fills in
 * before drill_samples_finish(). */
DrillSamples *
drill_samples_new (guint n_rows)
{
  DrillSamples *self = g_new0 (DrillSamples, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_rows = n_rows;
  self->times = g_new0 (double, n_rows);
  self->columns = g_ptr_array_new_with_free_func (column_free);

  return self;
}

DrillSamples *
drill_samples_ref (DrillSamples *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
drill_samples_unref (DrillSamples *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->columns);
  g_free (self->times);
  g_free (self);
}

/* Adds a column of gaps. Returns: (transfer none): its values, to be filled in */
double *
drill_samples_add_column (DrillSamples *self,
                          const char   *name)
{
  DrillSamplesColumn *column;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  column = g_new0 (DrillSamplesColumn, 1);
  column->name = g_strdup (name);
  column->values = g_new (double, self->n_rows);
  for (guint i = 0; i < self->n_rows; i++)
    column->values[i] = NAN;
  g_ptr_array_add (self->columns, column);

  return column->values;
}

/* Notes the last value of each column; the recording is immutable from now on. */
void
drill_samples_finish (DrillSamples *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      DrillSamplesColumn *column = g_ptr_array_index (self->columns, i);

      column->last = NAN;
      for (guint row = self->n_rows; row > 0 && isnan (column->last); row--)
        column->last = column->values[row - 1];
    }
}

/* Reads either format: an answer of Prometheus starts with a brace. */
DrillSamples *
drill_samples_parse (const char       *name,
                     const char       *data,
                     gsize             length,
                     DrillDiagnostics *diagnostics,
                     GError          **error)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);

  for (gsize i = length >= 3 && memcmp (data, "\357\273\277", 3) == 0 ? 3 : 0; i < length; i++)
    {
      if (data[i] == '{')
        return drill_samples_parse_prometheus (data, length, error);
      if (!g_ascii_isspace (data[i]))
        break;
    }

  return drill_samples_parse_csv (name, data, length, diagnostics, error);
}

/* Returns the index of the column with exactly that heading, or -1. */
int
drill_samples_find_column (DrillSamples *self,
                           const char   *name)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (name != NULL, -1);

  for (guint i = 0; i < self->columns->len; i++)
    {
      DrillSamplesColumn *column = g_ptr_array_index (self->columns, i);

      if (strcmp (column->name, name) == 0)
        return i;
    }

  return -1;
}

/* Without white space, so that {a="b", c="d"} equals {a="b",c="d"}. */
static char *
squeeze (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isspace (*text))
        g_string_append_c (out, *text);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * drill_samples_match_metric:
 * @metric: a metric as a scenario's series line writes it, with or without labels
 *
 * An equal name with equal labels wins; else the bare metric name, when only
 * one column has it.
 *
 * Returns: the column's index, or -1 when no column or more than one matches
 */
int
drill_samples_match_metric (DrillSamples *self,
                            const char   *metric)
{
  g_autofree char *wanted = NULL;
  gsize            bare;
  int              found = -1;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (metric != NULL, -1);

  wanted = squeeze (metric);
  bare = strcspn (wanted, "{");
  if (bare == 0)
    return -1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      DrillSamplesColumn *column = g_ptr_array_index (self->columns, i);
      g_autofree char    *name = squeeze (column->name);

      if (strcmp (name, wanted) == 0)
        return i;
      if (strcspn (name, "{") == bare && strncmp (name, wanted, bare) == 0)
        found = found == -1 ? (int) i : -2;
    }

  return MAX (found, -1);
}

/* Index of the first row later than @position, n_rows when there is none. */
guint
drill_samples_first_after (DrillSamples *self,
                           double        position)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->n_rows;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->times[middle] > position)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/* The value @position seconds after the first row; NaN in a gap. */
double
drill_samples_value_at (DrillSamples *self,
                        guint         column,
                        double        position)
{
  DrillSamplesColumn *data;
  guint               next;
  double              left;
  double              share;

  g_return_val_if_fail (self != NULL, NAN);
  g_return_val_if_fail (column < self->columns->len, NAN);

  data = g_ptr_array_index (self->columns, column);
  next = drill_samples_first_after (self, position);
  if (next == 0)
    return NAN;
  if (next == self->n_rows)
    return data->last;

  left = data->values[next - 1];
  if (self->times[next - 1] == position)
    return left;

  share = (position - self->times[next - 1]) / (self->times[next] - self->times[next - 1]);
  return left + (data->values[next] - left) * share;
}
