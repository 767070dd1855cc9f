/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the numbers of a series are. Values are in base units: bytes, seconds,
 * days, ratios from 0 to 1. */
typedef enum
{
  DRILL_CHART_COUNT,
  DRILL_CHART_BYTES,
  DRILL_CHART_SECONDS,
  DRILL_CHART_RATIO,
  DRILL_CHART_PER_SECOND,
  DRILL_CHART_DAYS,
} DrillChartUnit;

#define DRILL_CHART_N_UNITS 6

/**
 * DrillChartScaleUnit:
 * @factor: how much of the base unit one of it is: 1048576 for MB
 * @suffix: what follows the number, with its space: " MB"; a static string
 * @steps: (nullable): step sizes that read well, ascending, ended by 0; %NULL
 *   when 1, 2 and 5 times a power of ten do
 */
typedef struct
{
  double        factor;
  const char   *suffix;
  const double *steps;
} DrillChartScaleUnit;

const DrillChartScaleUnit *drill_chart_unit_for_magnitude (DrillChartUnit             unit,
                                                           double                     magnitude);
char                      *drill_chart_unit_format        (const DrillChartScaleUnit *scale_unit,
                                                           double                     value,
                                                           int                        decimals) G_GNUC_WARN_UNUSED_RESULT;
char                      *drill_chart_unit_format_value  (DrillChartUnit             unit,
                                                           double                     value) G_GNUC_WARN_UNUSED_RESULT;
char                      *drill_chart_format_time        (double                     time,
                                                           double                     step) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
