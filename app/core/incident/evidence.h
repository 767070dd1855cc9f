/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/scenario.h"

G_BEGIN_DECLS

/* Most lines of a log, spans of a trace and rows of a table that are shown. */
#define DRILL_EVIDENCE_MAX_ROWS 20000

/**
 * DrillLogField:
 * @name: such as "reqId", or "err.code" for a nested value
 * @value: as text
 */
typedef struct
{
  char *name;
  char *value;
} DrillLogField;

/**
 * DrillLogLine:
 * @number: line of the file, from 1
 * @level: in pino's numbers (30 is info, 40 a warning, 50 an error), 0 when not given
 * @time: milliseconds since 1970, or -1
 * @message: its text; the raw line when @raw
 * @raw: whether the line is not JSON
 * @fields: (element-type DrillLogField): the rest, in order
 */
typedef struct
{
  guint      number;
  guint      level;
  gint64     time;
  char      *message;
  gboolean   raw;
  GPtrArray *fields;
} DrillLogLine;

/**
 * DrillLog:
 * @lines: (element-type DrillLogLine): those that passed the filter
 * @n_hidden: how many did not
 * @n_raw: how many are not JSON
 */
typedef struct
{
  GPtrArray *lines;
  guint      n_hidden;
  guint      n_raw;
} DrillLog;

/**
 * DrillSpanRow:
 * @trace: trace id, @id span id, @parent (nullable) parent span id, in hex
 * @service: name of the service, may be empty
 * @depth: 0 for a root
 * @start: nanoseconds since the trace's first span
 * @duration: nanoseconds
 * @failed: whether its status is an error
 * @status: (nullable): message of the status
 * @attributes: (element-type DrillLogField)
 * @events: (element-type DrillLogField): name, and nanoseconds since the trace's start
 *
 * One bar of a waterfall.
 */
typedef struct
{
  char      *trace;
  char      *id;
  char      *parent;
  char      *name;
  char      *service;
  guint      depth;
  gint64     start;
  gint64     duration;
  gboolean   failed;
  char      *status;
  GPtrArray *attributes;
  GPtrArray *events;
} DrillSpanRow;

/**
 * DrillTrace:
 * @spans: (element-type DrillSpanRow): trace by trace, a parent before its
 *   children, children by time
 * @n_traces: how many traces there are
 */
typedef struct
{
  GPtrArray *spans;
  guint      n_traces;
} DrillTrace;

/**
 * DrillTable:
 * @columns: (element-type utf8): headings
 * @numeric: (array): for each column whether all its cells are numbers or empty
 * @rows: (element-type GPtrArray): cells as text, as many as there are columns
 */
typedef struct
{
  GPtrArray *columns;
  gboolean  *numeric;
  GPtrArray *rows;
} DrillTable;

/**
 * DrillHeapRow:
 * @name: the class, as the tool printed it
 * @count: how many more objects there are
 * @shallow: how many more bytes they take themselves
 * @retained: how many more bytes they keep alive
 */
typedef struct
{
  char  *name;
  double count;
  double shallow;
  double retained;
} DrillHeapRow;

/* @rows: (element-type DrillHeapRow): most retained first; @has_shallow and
 * @has_retained tell which of the sizes the file gives */
typedef struct
{
  GPtrArray *rows;
  gboolean   has_shallow;
  gboolean   has_retained;
} DrillHeapDiff;

DrillLog      *drill_log_parse        (const char     *data,
                                       gsize           length,
                                       guint           min_level,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void           drill_log_free         (DrillLog       *self);
DrillTrace    *drill_trace_parse      (const char     *data,
                                       gsize           length,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void           drill_trace_free       (DrillTrace     *self);
DrillTable    *drill_table_parse      (const char     *data,
                                       gsize           length,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void           drill_table_free       (DrillTable     *self);
DrillHeapDiff *drill_heap_diff_parse  (const char     *data,
                                       gsize           length,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void           drill_heap_diff_free   (DrillHeapDiff  *self);

DrillLogField *drill_log_field_new    (const char     *name,
                                       char           *value) G_GNUC_WARN_UNUSED_RESULT;
void           drill_log_field_free   (DrillLogField  *self);

gboolean       drill_evidence_check   (DrillScenario  *scenario,
                                       guint           evidence,
                                       GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillLog, drill_log_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillTrace, drill_trace_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillTable, drill_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillHeapDiff, drill_heap_diff_free)

G_END_DECLS
