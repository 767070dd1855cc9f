/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "base/diagnostic.h"
#include "incident/error.h"

G_BEGIN_DECLS

#define DRILL_SAMPLES_MAX_ROWS 20000
#define DRILL_SAMPLES_MAX_BYTES (5 * 1024 * 1024)
#define DRILL_SAMPLES_MAX_COLUMNS 256

/**
 * DrillSamplesColumn:
 * @name: heading of the column, or metric name and labels of a Prometheus series
 * @values: one value a row in base units; NaN is a gap
 * @unit: (nullable): a unit that the values were written with, such as "MB"
 * @last: the last value that is not a gap, else NaN
 */
typedef struct
{
  char   *name;
  double *values;
  char   *unit;
  double  last;
} DrillSamplesColumn;

/**
 * DrillSamples:
 * @start: time of the first row, in seconds since 1970
 * @times: seconds since the first row, strictly increasing
 * @columns: (element-type DrillSamplesColumn)
 *
 * A recording: rows in time order with a value for each series. Reference
 * counted; immutable once it was returned, so any thread may read it.
 */
typedef struct
{
  gatomicrefcount ref_count;
  double          start;
  guint           n_rows;
  double         *times;
  GPtrArray      *columns;
} DrillSamples;

DrillSamples *drill_samples_new              (guint             n_rows) G_GNUC_WARN_UNUSED_RESULT;
DrillSamples *drill_samples_ref              (DrillSamples     *self);
void          drill_samples_unref            (DrillSamples     *self);
double       *drill_samples_add_column       (DrillSamples     *self,
                                              const char       *name);
void          drill_samples_finish           (DrillSamples     *self);

DrillSamples *drill_samples_parse_csv        (const char       *name,
                                              const char       *data,
                                              gsize             length,
                                              DrillDiagnostics *diagnostics,
                                              GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DrillSamples *drill_samples_parse_prometheus (const char       *data,
                                              gsize             length,
                                              GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DrillSamples *drill_samples_parse            (const char       *name,
                                              const char       *data,
                                              gsize             length,
                                              DrillDiagnostics *diagnostics,
                                              GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DrillSamples *drill_samples_resample         (DrillSamples     *self,
                                              double            step) G_GNUC_WARN_UNUSED_RESULT;
char         *drill_samples_to_csv           (DrillSamples     *self,
                                              const char *const *names) G_GNUC_WARN_UNUSED_RESULT;

int           drill_samples_find_column      (DrillSamples     *self,
                                              const char       *name);
int           drill_samples_match_metric     (DrillSamples     *self,
                                              const char       *metric);
guint         drill_samples_first_after      (DrillSamples     *self,
                                              double            position);
double        drill_samples_value_at         (DrillSamples     *self,
                                              guint             column,
                                              double            position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DrillSamples, drill_samples_unref)

G_END_DECLS
