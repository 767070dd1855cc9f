/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Recordings as the answer of Prometheus to a range query: a matrix, in which
 * every series has time stamps of its own. The rows of the recording are the
 * union of all time stamps; where a series has no sample there is a gap.
 */

#include "config.h"

#include "incident/json.h"
#include "incident/samples.h"

#include <math.h>
#include <string.h>

static DrillSamples *
fail (GError    **error,
      int         code,
      const char *text)
{
  g_set_error_literal (error, DRILL_INCIDENT_ERROR, code, text);
  return NULL;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* name{label="value",...} with the labels in alphabetical order. */
static char *
series_name (JsonObject *metric)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GList) members = NULL;
  const char *bare = drill_json_get_string (metric, "__name__");
  gboolean    first = TRUE;

  g_string_append (name, bare != NULL ? bare : "");
  members = metric != NULL ? json_object_get_members (metric) : NULL;
  members = g_list_sort (members, (GCompareFunc) strcmp);
  for (GList *l = members; l != NULL; l = l->next)
    {
      const char *value = drill_json_get_string (metric, l->data);

      if (strcmp (l->data, "__name__") == 0 || value == NULL)
        continue;
      g_string_append_printf (name, "%s%s=\"%s\"", first ? "{" : ",", (const char *) l->data, value);
      first = FALSE;
    }
  if (!first)
    g_string_append_c (name, '}');
  if (name->len == 0)
    g_string_append (name, "value");

  return g_string_free (g_steal_pointer (&name), FALSE);
}

static gboolean
read_pair (JsonNode *node,
           double   *time,
           double   *value)
{
  JsonArray *pair = drill_json_array (node);

  return pair != NULL
         && json_array_get_length (pair) == 2
         && drill_json_number (json_array_get_element (pair, 0), time)
         && isfinite (*time)
         && drill_json_number (json_array_get_element (pair, 1), value);
}

/* Collects the time stamps of all series, sorted, each once. */
static GArray *
collect_times (JsonArray *result,
               GError   **error)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint kept = 0;

  for (guint i = 0; i < json_array_get_length (result); i++)
    {
      JsonObject *series = drill_json_object (json_array_get_element (result, i));
      JsonArray  *values = drill_json_get_array (series, "values");
      double      time;
      double      value;

      for (guint v = 0; values != NULL && v < json_array_get_length (values); v++)
        {
          if (!read_pair (json_array_get_element (values, v), &time, &value))
            return (GArray *) fail (error,
                                    DRILL_INCIDENT_ERROR_FORMAT,
                                    "A sample is not a pair of time and value");
          g_array_append_val (times, time);
        }
    }

  g_array_sort (times, compare_doubles);
  for (guint i = 0; i < times->len; i++)
    {
      double time = g_array_index (times, double, i);

      if (kept == 0 || time > g_array_index (times, double, kept - 1))
        g_array_index (times, double, kept++) = time;
    }
  g_array_set_size (times, kept);

  return g_steal_pointer (&times);
}

static void
fill_column (DrillSamples *samples,
             JsonObject   *series)
{
  g_autofree char *name = series_name (drill_json_get_object (series, "metric"));
  JsonArray       *values = drill_json_get_array (series, "values");
  double          *column = drill_samples_add_column (samples, name);

  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    {
      double time;
      double value;
      guint  after;

      if (!read_pair (json_array_get_element (values, i), &time, &value) || !isfinite (value))
        continue;
      after = drill_samples_first_after (samples, time - samples->start);
      if (after > 0)
        column[after - 1] = value;
    }
}

/**
 * drill_samples_parse_prometheus:
 *
 * Reads the body of /api/v1/query_range. NaN and infinities become gaps.
 *
 * Returns: (transfer full): the recording, or %NULL with @error
 */
DrillSamples *
drill_samples_parse_prometheus (const char *data,
                                gsize       length,
                                GError    **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GArray) times = NULL;
  g_autoptr (DrillSamples) samples = NULL;
  JsonObject *object;
  JsonArray  *result;

  g_return_val_if_fail (data != NULL, NULL);

  if (length > DRILL_SAMPLES_MAX_BYTES)
    return fail (error, DRILL_INCIDENT_ERROR_TOO_LARGE, "The samples are over 5 MiB");

  root = drill_json_parse (data, length, error);
  if (root == NULL)
    return NULL;

  object = drill_json_object (root);
  if (g_strcmp0 (drill_json_get_string (object, "status"), "error") == 0)
    return fail (error, DRILL_INCIDENT_ERROR_FORMAT, "Prometheus answered with an error, not with samples");
  if (drill_json_get_object (object, "data") != NULL)
    object = drill_json_get_object (object, "data");
  result = drill_json_get_array (object, "result");
  if (result == NULL || g_strcmp0 (drill_json_get_string (object, "resultType"), "matrix") != 0)
    return fail (error, DRILL_INCIDENT_ERROR_FORMAT, "This is not the answer to a range query");
  if (json_array_get_length (result) > DRILL_SAMPLES_MAX_COLUMNS)
    return fail (error, DRILL_INCIDENT_ERROR_TOO_LARGE, "There are too many series");

  times = collect_times (result, error);
  if (times == NULL)
    return NULL;
  if (times->len == 0)
    return fail (error, DRILL_INCIDENT_ERROR_FORMAT, "The answer holds no samples");
  if (times->len > DRILL_SAMPLES_MAX_ROWS)
    return fail (error, DRILL_INCIDENT_ERROR_TOO_LARGE, "There are more than 20000 rows");

  samples = drill_samples_new (times->len);
  samples->start = g_array_index (times, double, 0);
  for (guint i = 0; i < times->len; i++)
    samples->times[i] = g_array_index (times, double, i) - samples->start;
  for (guint i = 1; i < samples->n_rows; i++)
    {
      if (!(samples->times[i] > samples->times[i - 1]))
        return fail (error, DRILL_INCIDENT_ERROR_FORMAT, "The time stamps are too far apart");
    }
  for (guint i = 0; i < json_array_get_length (result); i++)
    fill_column (samples, drill_json_object (json_array_get_element (result, i)));

  drill_samples_finish (samples);
  return g_steal_pointer (&samples);
}
