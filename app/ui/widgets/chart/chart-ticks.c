/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Where an axis is marked. A step is chosen in the unit that the labels are
 * written in: an axis up to 1.6 GB is marked at 0.5, 1 and 1.5 GB, not at half
 * a thousand million bytes.
 */

#include "config.h"

#include "ui/widgets/chart/chart-ticks.h"

#include <math.h>

/* Seconds. Past the last, whole multiples of it. */
static const double time_steps[] = {
  1, 2, 5, 10, 15, 30,
  60, 120, 300, 600, 900, 1800,
  3600, 7200, 10800, 21600, 43200,
  86400, 172800, 604800, 1209600, 2419200, 7257600, 14515200, 31536000,
};

/* Smallest of 1, 2 and 5 times a power of ten that is not below @least. */
static double
decimal_step (double least)
{
  double power = pow (10, floor (log10 (least)));

  for (int i = 0; i < 3; i++)
    {
      static const double mantissas[] = { 1, 2, 5 };

      /* Rounding of pow() must not push a fitting step out. */
      if (mantissas[i] * power >= least * (1 - 1e-9))
        return mantissas[i] * power;
    }

  return 10 * power;
}

static double
listed_step (const double *steps,
             double        least)
{
  for (; *steps > 0; steps++)
    {
      if (*steps >= least)
        return *steps;
    }

  return decimal_step (least);
}

/* An axis of one value, or of none, still needs two ends. */
static void
repair_range (double *low,
              double *high)
{
  if (!isfinite (*low) || !isfinite (*high) || *high < *low)
    {
      *low = 0;
      *high = 1;
    }
  else if (*high - *low <= fabs (*high) * 1e-12)
    {
      *high = *low == 0 ? 1 : *low + fabs (*low);
    }
}

/**
 * drill_chart_value_ticks:
 * @max_ticks: how many labels have room, at least 2
 *
 * Ticks that enclose @low and @high: the axis runs from the first to the last.
 */
DrillChartTicks
drill_chart_value_ticks (DrillChartUnit unit,
                         double         low,
                         double         high,
                         guint          max_ticks)
{
  const DrillChartScaleUnit *scale_unit;
  DrillChartTicks            ticks;
  double                     least;
  double                     first, last;

  max_ticks = CLAMP (max_ticks, 2, DRILL_CHART_MAX_TICKS);
  repair_range (&low, &high);
  scale_unit = drill_chart_unit_for_magnitude (unit, MAX (fabs (low), fabs (high)));
  least = (high - low) / (max_ticks - 1) / scale_unit->factor;

  /* The ends are moved outwards to whole steps, which may need one step more
   * than there is room for; then the next larger step is tried. */
  for (;;)
    {
      ticks.step = (scale_unit->steps != NULL && least >= 1 ? listed_step (scale_unit->steps, least) : decimal_step (least)) * scale_unit->factor;
      first = floor (low / ticks.step + 1e-9);
      last = ceil (high / ticks.step - 1e-9);
      ticks.first = first * ticks.step;
      ticks.n_ticks = (guint) (last - first) + 1;
      if (ticks.n_ticks <= max_ticks || max_ticks == 2)
        break;

      least = ticks.step / scale_unit->factor * 1.01;
    }

  if (ticks.n_ticks < 2)
    ticks.n_ticks = 2;

  return ticks;
}

/**
 * drill_chart_time_ticks:
 * @start: seconds since 1970
 *
 * Ticks on round times of the clock, between @start and @end; at least one step
 * is returned even where no tick falls in between (then @n_ticks is 0).
 */
DrillChartTicks
drill_chart_time_ticks (double start,
                        double end,
                        guint  max_ticks)
{
  DrillChartTicks ticks;
  double          least;
  double          longest = time_steps[G_N_ELEMENTS (time_steps) - 1];

  max_ticks = CLAMP (max_ticks, 1, DRILL_CHART_MAX_TICKS);
  repair_range (&start, &end);
  least = (end - start) / max_ticks;

  ticks.step = longest * ceil (least / longest);
  for (gsize i = 0; i < G_N_ELEMENTS (time_steps); i++)
    {
      if (time_steps[i] >= least)
        {
          ticks.step = time_steps[i];
          break;
        }
    }

  ticks.first = ceil (start / ticks.step) * ticks.step;
  ticks.n_ticks = ticks.first > end ? 0 : MIN ((guint) floor ((end - ticks.first) / ticks.step) + 1, DRILL_CHART_MAX_TICKS);

  return ticks;
}

double
drill_chart_ticks_get (const DrillChartTicks *ticks,
                       guint                  index)
{
  g_return_val_if_fail (ticks != NULL, 0);

  return ticks->first + index * ticks->step;
}

/* The label of a value tick; all labels of an axis have the same unit and the
 * same number of digits. */
char *
drill_chart_ticks_format (const DrillChartTicks *ticks,
                          DrillChartUnit         unit,
                          guint                  index)
{
  const DrillChartScaleUnit *scale_unit;
  double                     last;
  double                     step;
  int                        decimals = 0;

  g_return_val_if_fail (ticks != NULL, NULL);

  last = drill_chart_ticks_get (ticks, ticks->n_ticks - 1);
  scale_unit = drill_chart_unit_for_magnitude (unit, MAX (fabs (ticks->first), fabs (last)));
  step = ticks->step / scale_unit->factor;

  while (decimals < 9 && fabs (step - round (step)) > 1e-6 * step)
    {
      step *= 10;
      decimals++;
    }

  return drill_chart_unit_format (scale_unit, drill_chart_ticks_get (ticks, index), decimals);
}
