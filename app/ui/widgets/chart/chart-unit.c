/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * How numbers are written. Bytes go by 1024 and are written KB, MB, GB, as
 * dashboards and `top` do; all else goes by 1000, and times by 60 from the
 * minute on.
 */

#include "config.h"

#include "ui/widgets/chart/chart-unit.h"

#include <math.h>

#define SECONDS_PER_DAY 86400.0

static const double sixty_steps[] = { 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 0 };
static const double hour_steps[] = { 1, 2, 3, 6, 12, 24, 48, 120, 240, 480, 960, 2400, 0 };

/* Each list from the smallest to the largest; the first takes all below. */
static const DrillChartScaleUnit counts[] = {
  { 1, "", NULL }, { 1e3, " k", NULL }, { 1e6, " M", NULL }, { 1e9, " G", NULL }, { 1e12, " T", NULL },
};
static const DrillChartScaleUnit rates[] = {
  { 1, "/s", NULL }, { 1e3, " k/s", NULL }, { 1e6, " M/s", NULL }, { 1e9, " G/s", NULL }, { 1e12, " T/s", NULL },
};
static const DrillChartScaleUnit bytes[] = {
  { 1, " B", NULL },
  { 1024.0, " KB", NULL },
  { 1048576.0, " MB", NULL },
  { 1073741824.0, " GB", NULL },
  { 1099511627776.0, " TB", NULL },
  { 1125899906842624.0, " PB", NULL },
};
static const DrillChartScaleUnit seconds[] = {
  { 1e-9, " ns", NULL },
  { 1e-6, " µs", NULL },
  { 1e-3, " ms", NULL },
  { 1, " s", NULL },
  { 60, " min", sixty_steps },
  { 3600, " h", hour_steps },
};
static const DrillChartScaleUnit days[] = { { 1, " d", NULL }, { 365.25, " y", NULL } };
static const DrillChartScaleUnit ratios[] = { { 0.01, " %", NULL } };

static const struct
{
  const DrillChartScaleUnit *units;
  gsize                      n_units;
  double                     reach; /* how many of a unit before the next one is used */
} families[] = {
  [DRILL_CHART_COUNT] = { counts, G_N_ELEMENTS (counts), 10 },
  [DRILL_CHART_BYTES] = { bytes, G_N_ELEMENTS (bytes), 1 },
  [DRILL_CHART_SECONDS] = { seconds, G_N_ELEMENTS (seconds), 1 },
  [DRILL_CHART_RATIO] = { ratios, G_N_ELEMENTS (ratios), 1 },
  [DRILL_CHART_PER_SECOND] = { rates, G_N_ELEMENTS (rates), 10 },
  [DRILL_CHART_DAYS] = { days, G_N_ELEMENTS (days), 2 },
};

/* The unit in which numbers up to @magnitude read best. Counts stay whole up to
 * 9,999; minutes and hours start at two, because "90 s" says more than
 * "1.5 min". */
const DrillChartScaleUnit *
drill_chart_unit_for_magnitude (DrillChartUnit unit,
                                double         magnitude)
{
  const DrillChartScaleUnit *best;

  g_return_val_if_fail (unit < G_N_ELEMENTS (families), NULL);

  best = families[unit].units;
  magnitude = fabs (magnitude);

  for (gsize i = 1; i < families[unit].n_units; i++)
    {
      const DrillChartScaleUnit *candidate = &families[unit].units[i];
      double                     reach = candidate->steps != NULL ? 2 : families[unit].reach;

      if (magnitude >= candidate->factor * reach)
        best = candidate;
    }

  /* Nothing at all is "0 s", not "0 ns". */
  if (magnitude == 0 && unit == DRILL_CHART_SECONDS)
    best = &seconds[3];

  return best;
}

/* @decimals digits after the point; a value that rounds to zero has no sign. */
char *
drill_chart_unit_format (const DrillChartScaleUnit *scale_unit,
                         double                     value,
                         int                        decimals)
{
  double shown;

  g_return_val_if_fail (scale_unit != NULL, NULL);
  g_return_val_if_fail (decimals >= 0, NULL);

  shown = value / scale_unit->factor;
  if (fabs (shown) < 0.5 * pow (10, -decimals))
    shown = 0;

  return g_strdup_printf ("%.*f%s", decimals, shown, scale_unit->suffix);
}

/* A value by itself, to three digits: "1.46 GB", "180 ms", "0.4 %". */
char *
drill_chart_unit_format_value (DrillChartUnit unit,
                               double         value)
{
  const DrillChartScaleUnit *scale_unit;
  double                     shown;
  int                        decimals;

  if (!isfinite (value))
    return g_strdup ("–");

  scale_unit = drill_chart_unit_for_magnitude (unit, value);
  shown = fabs (value / scale_unit->factor);
  decimals = shown >= 100 || shown == 0 ? 0 : shown >= 10 ? 1 : 2;

  /* Whole things stay whole. */
  if (fabs (shown - round (shown)) < 1e-9)
    decimals = 0;

  return drill_chart_unit_format (scale_unit, value, decimals);
}

/**
 * drill_chart_format_time:
 * @time: seconds since 1970, UTC
 * @step: seconds between neighbouring labels; decides how much is said
 *
 * A time of day, or the date where labels are a day apart or more.
 */
char *
drill_chart_format_time (double time,
                         double step)
{
  g_autoptr (GDateTime) date = NULL;
  gint64                whole = (gint64) floor (time);

  if (!isfinite (time) || fabs (time) > 2e11)
    return g_strdup ("–");

  date = g_date_time_new_from_unix_utc (whole);
  if (date == NULL)
    return g_strdup ("–");

  if (step >= SECONDS_PER_DAY)
    return g_date_time_format (date, "%-e %b");
  if (step >= 60)
    return g_date_time_format (date, "%H:%M");

  return g_date_time_format (date, "%H:%M:%S");
}
