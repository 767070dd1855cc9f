/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "incident/samples.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  double      start;
  guint       n_rows;
  const char *column;   /* of the first series */
  double      last_time;
  double      first;    /* first and last value of that column; NaN is a gap */
  double      last;
} Good;

static const Good good[] = {
  { "plain", "Time,a\n1700000000,1\n1700000015,2.5\n", 1700000000, 2, "a", 15, 1, 2.5 },
  { "milliseconds", "Time,a\n1700000000000,1\n1700000015500,2\n", 1700000000, 2, "a", 15.5, 1, 2 },
  { "nanoseconds", "Time,a\n1700000000000000000,1\n1700000015000000000,2\n", 1700000000, 2, "a", 15, 1, 2 },
  { "quoted, CRLF", "\"Time\",\"a \"\"x\"\"\"\r\n\"1700000000\",\"1\"\r\n\"1700000015\",\"2\"\r\n", 1700000000, 2, "a \"x\"", 15, 1, 2 },
  { "sep=, trailing blank", "sep=;\r\nTime;a\r\n1700000000;1\r\n1700000015;2\r\n\r\n", 1700000000, 2, "a", 15, 1, 2 },
  { "quoted sep=", "\"sep=,\"\nTime,a\n1700000000,1\n1700000015,2", 1700000000, 2, "a", 15, 1, 2 },
  { "decimal comma", "Time;a\n1700000000;0,5\n1700000015;1.234,5\n", 1700000000, 2, "a", 15, 0.5, 1234.5 },
  { "thousands", "Time,a\n1700000000,\"1,234\"\n1700000015,\"1,234.5\"\n", 1700000000, 2, "a", 15, 1234, 1234.5 },
  { "units", "Time,a\n1700000000,1.5 GB\n1700000015,200 MiB\n", 1700000000, 2, "a", 15, 1.5e9, 209715200 },
  { "seconds with units", "Time,a\n1700000000,200 ms\n1700000015,1.5 mins\n", 1700000000, 2, "a", 15, 0.2, 90 },
  { "percent", "Time,a\n1700000000,60%\n1700000015,0.1 %\n", 1700000000, 2, "a", 15, 0.6, 0.001 },
  { "gaps", "Time,a\n1700000000,\n1700000015,NaN\n1700000030,null\n1700000045,undefined\n", 1700000000, 4, "a", 45, NAN, NAN },
  { "short row", "Time,a,b\n1700000000,1,1\n1700000015\n", 1700000000, 2, "a", 15, 1, NAN },
  { "dates", "Time,a\n2023-11-14 22:13:20,1\n2023-11-14 22:13:35,2\n", 1700000000, 2, "a", 15, 1, 2 },
  { "dates with zone", "time,a\n2023-11-14T23:13:20+01:00,1\n2023-11-14T22:13:35Z,2\n", 1700000000, 2, "a", 15, 1, 2 },
  { "time not first", "a,Time\n1,1700000000\n2,1700000015\n", 1700000000, 2, "a", 15, 1, 2 },
  { "byte order mark", "\357\273\277Time,a\n1700000000,1\n1700000015,2\n", 1700000000, 2, "a", 15, 1, 2 },
  { "tabs", "Time\ta\n1700000000\t1\n1700000015\t2\n", 1700000000, 2, "a", 15, 1, 2 },
  { "signs", "Time,a\n1700000000,-1\n1700000015,+.5\n", 1700000000, 2, "a", 15, -1, 0.5 },
  { "spaces", "Time, a \n1700000000, 1 \n 1700000015 ,2\n", 1700000000, 2, "a", 15, 1, 2 },
  { "relative time", "Time,a\n0,1\n15,2\n", 0, 2, "a", 15, 1, 2 },
  { "old line ends", "Time,a\r1700000000,1\r1700000015,2\r", 1700000000, 2, "a", 15, 1, 2 },
  { "label with comma", "Time,\"m{x=\"\"1\"\", y=\"\"2\"\"}\"\n0,1\n15,2\n", 0, 2, "m{x=\"1\", y=\"2\"}", 15, 1, 2 },
};

static void
assert_value (double value,
              double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, fabs (expected) * 1e-12 + 1e-15);
}

static void
assert_good (DrillSamples *samples,
             const Good   *expected)
{
  const DrillSamplesColumn *column;

  g_assert_cmpfloat (samples->start, ==, expected->start);
  g_assert_cmpuint (samples->n_rows, ==, expected->n_rows);
  g_assert_cmpfloat (samples->times[0], ==, 0);
  g_assert_cmpfloat (samples->times[samples->n_rows - 1], ==, expected->last_time);
  column = g_ptr_array_index (samples->columns, 0);
  g_assert_cmpstr (column->name, ==, expected->column);
  assert_value (column->values[0], expected->first);
  assert_value (column->values[samples->n_rows - 1], expected->last);
}

static void
test_csv (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (DrillSamples) samples = NULL;

      g_test_message ("%s", good[i].name);
      samples = drill_samples_parse ("x.csv", good[i].text, strlen (good[i].text), diagnostics, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (drill_diagnostics_get_length (diagnostics), ==, 0);
      assert_good (samples, &good[i]);
    }
}

/* The same texts as UTF-16, as a spreadsheet stores them. */
static void
test_utf16 (void)
{
  static const char *const charsets[] = { "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      for (guint c = 0; c < G_N_ELEMENTS (charsets); c++)
        {
          const char      *text = good[i].text + (good[i].text[0] == '\357' ? 3 : 0);
          gsize            length;
          g_autofree char *plain = g_convert (text, -1, charsets[c], "UTF-8", NULL, &length, NULL);
          g_autofree char *marked = g_malloc (length + 2);
          g_autoptr (DrillSamples) bare = NULL;
          g_autoptr (DrillSamples) with_mark = NULL;

          g_test_message ("%s %s", charsets[c], good[i].name);
          marked[0] = c == 0 ? '\377' : '\376';
          marked[1] = c == 0 ? '\376' : '\377';
          memcpy (marked + 2, plain, length);
          bare = drill_samples_parse_csv ("x.csv", plain, length, NULL, NULL);
          with_mark = drill_samples_parse_csv ("x.csv", marked, length + 2, NULL, NULL);
          assert_good (bare, &good[i]);
          assert_good (with_mark, &good[i]);
        }
    }
}

static void
test_csv_bad (void)
{
  static const struct
  {
    const char *text;
    guint       line; /* of the diagnostic, 0 when there is none */
  } cases[] = {
    { "", 0 },
    { "Time,a\n", 0 },
    { "Time\n1\n2\n", 0 },
    { "When,a\n1,1\n2,2\n", 0 },
    { "Time,a\n2,1\n1,2\n", 3 },
    { "Time,a\n1,1\n1,2\n", 3 },
    { "Time,a\nnoon,1\n", 2 },
    { "Time,a\n1 s,1\n", 2 },
    { "Time,a\n\n1,1\n\n,2\n", 5 },
    { "Time,\n1,1\n", 0 },
    { "\xff\xfeT", 0 },
    { "Time,\xe9\n1,1\n", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (DrillSamples) samples = NULL;

      g_test_message ("case %u", i);
      samples = drill_samples_parse_csv ("x.csv", cases[i].text, strlen (cases[i].text), diagnostics, &error);
      g_assert_null (samples);
      g_assert_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_FORMAT);
      g_assert_cmpuint (drill_diagnostics_get_length (diagnostics), ==, cases[i].line > 0);
      if (cases[i].line > 0)
        g_assert_cmpuint (drill_diagnostics_get (diagnostics, 0)->line, ==, cases[i].line);
    }
}

/* A cell that is no number is a gap, with a diagnostic that names its line. */
static void
test_bad_cell (void)
{
  static const char text[] = "Time,a,b\n0,1,2\n15,oops,3\n";
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillSamples) samples = drill_samples_parse_csv ("x.csv", text, strlen (text), diagnostics, NULL);
  const DrillSamplesColumn *a = g_ptr_array_index (samples->columns, 0);

  g_assert_true (isnan (a->values[1]));
  g_assert_cmpfloat (a->last, ==, 1);
  g_assert_cmpuint (drill_diagnostics_get_length (diagnostics), ==, 1);
  g_assert_cmpstr (drill_diagnostics_get (diagnostics, 0)->code, ==, "S042");
  g_assert_cmpuint (drill_diagnostics_get (diagnostics, 0)->line, ==, 3);
}

/* A number beyond what a double holds is no value. */
static void
test_overflow (void)
{
  g_autofree char *digits = g_strnfill (400, '9');
  g_autofree char *text = g_strconcat ("Time,a\n0,", digits, "\n15,1\n", NULL);
  g_autoptr (DrillDiagnostics) diagnostics = drill_diagnostics_new ();
  g_autoptr (DrillSamples) samples = drill_samples_parse_csv ("x.csv", text, strlen (text), diagnostics, NULL);

  g_assert_true (isnan (((DrillSamplesColumn *) g_ptr_array_index (samples->columns, 0))->values[0]));
  g_assert_cmpuint (drill_diagnostics_get_length (diagnostics), ==, 1);
}

static void
test_limits (void)
{
  g_autoptr (GString) rows = g_string_new ("Time,a\n");
  g_autofree char *huge = g_strnfill (DRILL_SAMPLES_MAX_BYTES + 1, '1');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < DRILL_SAMPLES_MAX_ROWS; i++)
    g_string_append_printf (rows, "%u,1\n", i);
  drill_samples_unref (drill_samples_parse_csv ("x.csv", rows->str, rows->len, NULL, &error));
  g_assert_no_error (error);
  g_string_append (rows, "20000,1\n");
  g_assert_null (drill_samples_parse_csv ("x.csv", rows->str, rows->len, NULL, &error));
  g_assert_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (drill_samples_parse_csv ("x.csv", huge, strlen (huge), NULL, &error));
  g_assert_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_TOO_LARGE);
}

static void
test_prometheus (void)
{
  static const char text[] =
    "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
    "{\"metric\":{\"__name__\":\"rss\",\"job\":\"gw\",\"az\":\"b\"},"
    "\"values\":[[1700000000,\"1\"],[1700000015,\"2\"],[1700000030.5,\"NaN\"]]},"
    "{\"metric\":{\"__name__\":\"lag\"},\"values\":[[1700000015,\"0.5\"],[1700000060,\"+Inf\"]]},"
    "{\"metric\":{},\"values\":[[1700000000,\"7\"]]}]}}";
  g_autoptr (GError) error = NULL;
  g_autoptr (DrillSamples) samples = drill_samples_parse ("x", text, strlen (text), NULL, &error);
  const DrillSamplesColumn *rss;
  const DrillSamplesColumn *lag;

  g_assert_no_error (error);
  g_assert_cmpuint (samples->n_rows, ==, 4);
  g_assert_cmpfloat (samples->start, ==, 1700000000);
  g_assert_cmpfloat (samples->times[2], ==, 30.5);
  rss = g_ptr_array_index (samples->columns, 0);
  lag = g_ptr_array_index (samples->columns, 1);
  g_assert_cmpstr (rss->name, ==, "rss{az=\"b\",job=\"gw\"}");
  g_assert_cmpfloat (rss->values[1], ==, 2);
  g_assert_true (isnan (rss->values[2]));
  g_assert_true (isnan (lag->values[0]));
  g_assert_cmpfloat (lag->values[1], ==, 0.5);
  g_assert_true (isnan (lag->values[3]));
  g_assert_cmpstr (((DrillSamplesColumn *) g_ptr_array_index (samples->columns, 2))->name, ==, "value");

  g_assert_cmpint (drill_samples_match_metric (samples, "rss{ az=\"b\", job=\"gw\" }"), ==, 0);
  g_assert_cmpint (drill_samples_match_metric (samples, "rss"), ==, 0);
  g_assert_cmpint (drill_samples_match_metric (samples, "rss{job=\"other\"}"), ==, 0);
  g_assert_cmpint (drill_samples_match_metric (samples, "rs"), ==, -1);
}

static void
test_prometheus_bad (void)
{
  static const char *const cases[] = {
    "{", "{}", "[]", "{\"status\":\"error\",\"error\":\"x\"}",
    "{\"data\":{\"resultType\":\"vector\",\"result\":[]}}",
    "{\"data\":{\"resultType\":\"matrix\",\"result\":[]}}",
    "{\"data\":{\"resultType\":\"matrix\",\"result\":[{\"values\":[[1]]}]}}",
    "{\"data\":{\"resultType\":\"matrix\",\"result\":[{\"values\":[[\"x\",\"1\"]]}]}}",
    "{\"data\":{\"resultType\":\"matrix\",\"result\":{}}}",
    "{\"data\":{\"resultType\":\"matrix\",\"result\":[7,null,[]]}}",
  };
  g_autofree char *deep = g_strnfill (100000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i]);
      g_assert_null (drill_samples_parse_prometheus (cases[i], strlen (cases[i]), &error));
      g_assert_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_FORMAT);
    }
  g_assert_null (drill_samples_parse_prometheus (deep, strlen (deep), NULL));
}

/* Two columns of one metric cannot be told apart by its bare name. */
static void
test_ambiguous_metric (void)
{
  static const char text[] = "Time,\"m{i=\"\"1\"\"}\",\"m{i=\"\"2\"\"}\",n\n0,1,2,3\n15,1,2,3\n";
  g_autoptr (DrillSamples) samples = drill_samples_parse_csv ("x.csv", text, strlen (text), NULL, NULL);

  g_assert_cmpint (drill_samples_match_metric (samples, "m"), ==, -1);
  g_assert_cmpint (drill_samples_match_metric (samples, "m{i=\"2\"}"), ==, 1);
  g_assert_cmpint (drill_samples_match_metric (samples, "n{i=\"9\"}"), ==, 2);
  g_assert_cmpint (drill_samples_find_column (samples, "n"), ==, 2);
  g_assert_cmpint (drill_samples_find_column (samples, "m"), ==, -1);
}

static void
test_value_at (void)
{
  static const char text[] = "Time,a\n0,1\n10,3\n20,\n30,5\n40,7\n";
  static const struct
  {
    double position;
    double value;
  } cases[] = {
    { -1, NAN }, { 0, 1 }, { 5, 2 }, { 10, 3 }, { 15, NAN }, { 20, NAN }, { 25, NAN }, { 30, 5 }, { 35, 6 }, { 40, 7 }, { 99, 7 },
  };
  g_autoptr (DrillSamples) samples = drill_samples_parse_csv ("x.csv", text, strlen (text), NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%g", cases[i].position);
      assert_value (drill_samples_value_at (samples, 0, cases[i].position), cases[i].value);
    }
}

static void
test_resample (void)
{
  static const struct
  {
    const char *text;
    double      step;
    guint       n;
    double      values[6];
  } cases[] = {
    /* sparser than the grid: on the line between neighbours */
    { "Time,a\n0,0\n30,30\n60,0\n", 15, 5, { 0, 15, 30, 15, 0 } },
    /* denser: the mean of what lies around */
    { "Time,a\n0,0\n5,5\n10,10\n15,15\n20,20\n25,25\n30,30\n", 15, 3, { 2.5, 15, 27.5 } },
    /* a gap stays one */
    { "Time,a\n0,1\n15,\n30,1\n", 15, 3, { 1, NAN, 1 } },
    /* a long hole becomes one */
    { "Time,a\n0,1\n15,1\n30,1\n120,1\n", 15, 9, { 1, 1, 1, NAN, NAN, NAN } },
    /* uneven times */
    { "Time,a\n0,0\n14,14\n31,31\n45,45\n", 15, 4, { 0, 15, 30, 45 } },
    /* a single row */
    { "Time,a\n7,3\n", 15, 1, { 3 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DrillSamples) samples =
        drill_samples_parse_csv ("x.csv", cases[i].text, strlen (cases[i].text), NULL, NULL);
      g_autoptr (DrillSamples) even = drill_samples_resample (samples, cases[i].step);
      const DrillSamplesColumn *column = g_ptr_array_index (even->columns, 0);

      g_test_message ("case %u", i);
      g_assert_cmpuint (even->n_rows, ==, cases[i].n);
      for (guint row = 0; row < MIN (cases[i].n, G_N_ELEMENTS (cases[i].values)); row++)
        {
          g_assert_cmpfloat (even->times[row], ==, row * cases[i].step);
          if (i == 4)
            g_assert_cmpfloat_with_epsilon (column->values[row], cases[i].values[row], 1);
          else
            assert_value (column->values[row], cases[i].values[row]);
        }
    }
}

/* What is written can be read again, and is the same. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (DrillSamples) samples =
        drill_samples_parse_csv ("x.csv", good[i].text, strlen (good[i].text), NULL, NULL);
      g_autofree char *csv = drill_samples_to_csv (samples, NULL);
      g_autoptr (DrillSamples) again = drill_samples_parse_csv ("x.csv", csv, strlen (csv), NULL, NULL);

      g_test_message ("%s", good[i].name);
      assert_good (again, &good[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/incident/samples/csv", test_csv);
  g_test_add_func ("/incident/samples/utf16", test_utf16);
  g_test_add_func ("/incident/samples/csv-bad", test_csv_bad);
  g_test_add_func ("/incident/samples/bad-cell", test_bad_cell);
  g_test_add_func ("/incident/samples/overflow", test_overflow);
  g_test_add_func ("/incident/samples/limits", test_limits);
  g_test_add_func ("/incident/samples/prometheus", test_prometheus);
  g_test_add_func ("/incident/samples/prometheus-bad", test_prometheus_bad);
  g_test_add_func ("/incident/samples/ambiguous-metric", test_ambiguous_metric);
  g_test_add_func ("/incident/samples/value-at", test_value_at);
  g_test_add_func ("/incident/samples/resample", test_resample);
  g_test_add_func ("/incident/samples/round-trip", test_round_trip);

  return g_test_run ();
}
