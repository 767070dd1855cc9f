/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

#include "config.h"

#include "incident/evidence.h"
#include "support.h"

#include <string.h>

static void
test_log (void)
{
  static const char text[] =
    "{\"level\":30,\"time\":1700000000000,\"msg\":\"hello\",\"reqId\":\"r-1\",\"res\":{\"statusCode\":200}}\n"
    "\n"
    "    at Object.<anonymous> (gateway.js:1)\r\n"
    "{\"level\":\"ERROR\",\"time\":\"2023-11-14T22:13:20.250Z\",\"message\":\"bad\",\"err\":{\"a\":{\"b\":1}}}\n"
    "{\"msg\":7,\"list\":[1,2]}";
  static const struct
  {
    guint       number;
    guint       level;
    gint64      time;
    const char *message;
    gboolean    raw;
    const char *fields;
  } lines[] = {
    { 1, 30, 1700000000000, "hello", FALSE, "reqId=r-1 res.statusCode=200 " },
    { 3, 0, -1, "    at Object.<anonymous> (gateway.js:1)", TRUE, "" },
    { 4, 50, 1700000000250, "bad", FALSE, "err.a={\"b\":1} " },
    { 5, 0, -1, "7", FALSE, "list=[1,2] " },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (DrillLog) log = drill_log_parse (text, strlen (text), 0, &error);
  g_autoptr (DrillLog) errors = drill_log_parse (text, strlen (text), 40, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (log->lines->len, ==, G_N_ELEMENTS (lines));
  g_assert_cmpuint (log->n_raw, ==, 1);
  for (guint i = 0; i < log->lines->len; i++)
    {
      const DrillLogLine *line = g_ptr_array_index (log->lines, i);
      g_autoptr (GString) fields = g_string_new (NULL);

      for (guint f = 0; f < line->fields->len; f++)
        {
          const DrillLogField *field = g_ptr_array_index (line->fields, f);

          g_string_append_printf (fields, "%s=%s ", field->name, field->value);
        }
      g_assert_cmpuint (line->number, ==, lines[i].number);
      g_assert_cmpuint (line->level, ==, lines[i].level);
      g_assert_cmpint (line->time, ==, lines[i].time);
      g_assert_cmpstr (line->message, ==, lines[i].message);
      g_assert_cmpint (line->raw, ==, lines[i].raw);
      g_assert_cmpstr (fields->str, ==, lines[i].fields);
    }

  g_assert_cmpuint (errors->lines->len, ==, 3);
  g_assert_cmpuint (errors->n_hidden, ==, 1);
}

static void
test_log_bad (void)
{
  static const char *const cases[] = { "", "\n\n", "plain text\n", "[1]\n", "{\n}\n" };
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GError) large = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (drill_log_parse (cases[i], strlen (cases[i]), 0, &error));
      g_assert_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_FORMAT);
    }

  for (guint i = 0; i <= DRILL_EVIDENCE_MAX_ROWS; i++)
    g_string_append (many, "{}\n");
  g_assert_null (drill_log_parse (many->str, many->len, 0, &large));
  g_assert_error (large, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_TOO_LARGE);
}

static void
test_trace (void)
{
  g_autofree char *path = g_build_filename (FIXTURES, "leak", "traces", "slow.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DrillTrace) trace = NULL;
  static const struct
  {
    const char *name;
    guint       depth;
    gint64      start;
    gint64      duration;
    gboolean    failed;
  } spans[] = {
    { "GET /thumbnails", 0, 0, 900000000, TRUE },
    { "fetch source", 1, 10000000, 40000000, FALSE },
    { "resize", 1, 60000000, 830000000, FALSE },
  };

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  trace = drill_trace_parse (text, strlen (text), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (trace->n_traces, ==, 1);
  g_assert_cmpuint (trace->spans->len, ==, G_N_ELEMENTS (spans));
  for (guint i = 0; i < trace->spans->len; i++)
    {
      const DrillSpanRow *row = g_ptr_array_index (trace->spans, i);

      g_assert_cmpstr (row->name, ==, spans[i].name);
      g_assert_cmpstr (row->service, ==, "gateway");
      g_assert_cmpuint (row->depth, ==, spans[i].depth);
      g_assert_cmpint (row->start, ==, spans[i].start);
      g_assert_cmpint (row->duration, ==, spans[i].duration);
      g_assert_cmpint (row->failed, ==, spans[i].failed);
    }
  {
    const DrillSpanRow  *root = g_ptr_array_index (trace->spans, 0);
    const DrillSpanRow  *resize = g_ptr_array_index (trace->spans, 2);
    const DrillLogField *event = g_ptr_array_index (resize->events, 0);
    const DrillLogField *route = g_ptr_array_index (root->attributes, 0);

    g_assert_cmpstr (root->status, ==, "415");
    g_assert_cmpstr (route->value, ==, "/thumbnails");
    g_assert_cmpstr (event->name, ==, "exception");
    g_assert_cmpstr (event->value, ==, "100000000");
  }
}

/* Spans without a parent in the file, in a ring, and of several traces all
 * have a place. */
static void
test_trace_shapes (void)
{
  static const struct
  {
    const char *name;
    const char *spans; /* trace id parent, start */
    const char *order; /* id:depth */
    guint       n_traces;
  } cases[] = {
    { "orphan", "t 2 9 5", "2:0", 1 },
    { "ring", "t 1 2 0|t 2 1 5|t 3 2 7", "1:0 2:1 3:2", 1 },
    { "own parent", "t 1 1 0", "1:0", 1 },
    { "two traces", "b 1 - 9|a 1 - 0|a 2 1 1", "1:0 2:1 1:0", 2 },
    { "children by time", "t 1 - 0|t 3 1 8|t 2 1 4", "1:0 2:1 3:1", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) json = g_string_new ("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[");
      g_auto (GStrv) spans = g_strsplit (cases[i].spans, "|", -1);
      g_autoptr (GString) order = g_string_new (NULL);
      g_autoptr (DrillTrace) trace = NULL;

      for (guint s = 0; spans[s] != NULL; s++)
        {
          g_auto (GStrv) parts = g_strsplit (spans[s], " ", 4);

          g_string_append_printf (json,
                                  "%s{\"traceId\":\"%s\",\"spanId\":\"%s\",\"parentSpanId\":\"%s\","
                                  "\"startTimeUnixNano\":\"%s\",\"endTimeUnixNano\":\"99\"}",
                                  s > 0 ? "," : "",
                                  parts[0],
                                  parts[1],
                                  *parts[2] == '-' ? "" : parts[2],
                                  parts[3]);
        }
      g_string_append (json, "]}]}]}");
      trace = drill_trace_parse (json->str, json->len, NULL);
      for (guint s = 0; s < trace->spans->len; s++)
        {
          const DrillSpanRow *row = g_ptr_array_index (trace->spans, s);

          g_string_append_printf (order, "%s%s:%u", s > 0 ? " " : "", row->id, row->depth);
        }

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (order->str, ==, cases[i].order);
      g_assert_cmpuint (trace->n_traces, ==, cases[i].n_traces);
    }
}

static void
test_trace_bad (void)
{
  static const char *const cases[] = {
    "", "[]", "{}", "{\"resourceSpans\":{}}", "{\"resourceSpans\":[]}", "{\"resourceSpans\":[null,3]}",
    "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[1]}]}]}", "var x = {\"resourceSpans\":[]}",
    "{\"resourceSpans\":[]} // x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i]);
      g_assert_null (drill_trace_parse (cases[i], strlen (cases[i]), &error));
      g_assert_error (error, DRILL_INCIDENT_ERROR, DRILL_INCIDENT_ERROR_FORMAT);
    }
}

static void
test_table (void)
{
  static const char text[] = "route,requests,share\n/a,10,60%\n/b, 20 ,\n/c,30,1%,extra\n";
  g_autoptr (DrillTable) table = drill_table_parse (text, strlen (text), NULL);
  GPtrArray *second = g_ptr_array_index (table->rows, 1);
  GPtrArray *third = g_ptr_array_index (table->rows, 2);

  g_assert_cmpuint (table->columns->len, ==, 3);
  g_assert_cmpuint (table->rows->len, ==, 3);
  g_assert_false (table->numeric[0]);
  g_assert_true (table->numeric[1]);
  g_assert_true (table->numeric[2]);
  g_assert_cmpstr (g_ptr_array_index (second, 1), ==, "20");
  g_assert_cmpstr (g_ptr_array_index (second, 2), ==, "");
  g_assert_cmpuint (third->len, ==, 3);
}

static void
test_heap (void)
{
  static const char both[] = "Constructor,# Delta,Objects delta,Size delta,Retained delta\n"
                             "Map,x,1,64,412 MB\n(string),x,2041,0.19 MB,0.2 MB\n";
  static const char *const bad[] = { "", "a,b\n1,2\n", "class,count\nx,1\n" };
  g_autofree char *path = g_build_filename (FIXTURES, "leak", "heap", "diff.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (DrillHeapDiff) diff = NULL;
  g_autoptr (DrillHeapDiff) sizes = drill_heap_diff_parse (both, strlen (both), NULL);
  const DrillHeapRow *row;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  diff = drill_heap_diff_parse (text, strlen (text), NULL);
  g_assert_cmpuint (diff->rows->len, ==, 3);
  g_assert_true (diff->has_retained);
  g_assert_false (diff->has_shallow);
  row = g_ptr_array_index (diff->rows, 1);
  g_assert_cmpstr (row->name, ==, "JSArrayBufferData");
  g_assert_cmpfloat (row->count, ==, 118);
  g_assert_cmpfloat (row->retained, ==, 411000000);

  row = g_ptr_array_index (sizes->rows, 0);
  g_assert_true (sizes->has_shallow);
  g_assert_cmpfloat (row->shallow, ==, 64);
  g_assert_cmpfloat (row->count, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (drill_heap_diff_parse (bad[i], strlen (bad[i]), NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/incident/evidence/log", test_log);
  g_test_add_func ("/incident/evidence/log-bad", test_log_bad);
  g_test_add_func ("/incident/evidence/trace", test_trace);
  g_test_add_func ("/incident/evidence/trace-shapes", test_trace_shapes);
  g_test_add_func ("/incident/evidence/trace-bad", test_trace_bad);
  g_test_add_func ("/incident/evidence/table", test_table);
  g_test_add_func ("/incident/evidence/heap", test_heap);

  return g_test_run ();
}
