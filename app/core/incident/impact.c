/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What the incident cost its users: error ratio times request rate, integrated
 * from the start of the run to now.
 *
 * Both series are straight lines between points, so their product is a parabola
 * between the points of either, and Simpson's rule is exact. A gap counts as
 * nothing, and so does a value below zero.
 */

#include "config.h"

#include "incident/impact.h"

#include <math.h>

static void
collect (double   time,
         double   value,
         gpointer user_data)
{
  DrillPoint point = { time, value };

  g_array_append_val ((GArray *) user_data, point);
}

/* The value at @time on the line from point @i to the next. */
static double
between (GArray *points,
         guint   i,
         double  time)
{
  const DrillPoint *a = &g_array_index (points, DrillPoint, i);
  const DrillPoint *b = a + 1;

  if (time <= a->time)
    return a->value;
  if (time >= b->time)
    return b->value;

  return a->value + (b->value - a->value) * ((time - a->time) / (b->time - a->time));
}

static double
integrate (GArray *errors,
           guint   e,
           GArray *rate,
           guint   r,
           double  from,
           double  to)
{
  double times[] = { from, from + (to - from) / 2, to };
  double weights[] = { 1, 4, 1 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double ratio = between (errors, e, times[i]);
      double requests = between (rate, r, times[i]);

      if (isnan (ratio) || isnan (requests))
        return 0;
      sum += weights[i] * MAX (ratio, 0) * MAX (requests, 0);
    }

  return sum * (to - from) / 6;
}

/* Returns the number of failed requests; 0 when the scenario counts none. */
double
drill_impact (const DrillTimeline *timeline,
              DrillScenario       *scenario,
              gint64               clock)
{
  g_autoptr (GArray) errors = NULL;
  g_autoptr (GArray) rate = NULL;
  double total = 0;
  guint  e = 0;
  guint  r = 0;

  g_return_val_if_fail (timeline != NULL, 0);
  g_return_val_if_fail (scenario != NULL, 0);

  if (scenario->impact_label == NULL || clock <= 0)
    return 0;

  errors = g_array_new (FALSE, FALSE, sizeof (DrillPoint));
  rate = g_array_new (FALSE, FALSE, sizeof (DrillPoint));
  drill_timeline_walk (timeline, scenario, scenario->impact_errors, 0, clock, collect, errors);
  drill_timeline_walk (timeline, scenario, scenario->impact_rate, 0, clock, collect, rate);

  while (e + 1 < errors->len && r + 1 < rate->len)
    {
      double e_end = g_array_index (errors, DrillPoint, e + 1).time;
      double r_end = g_array_index (rate, DrillPoint, r + 1).time;
      double from = MAX (g_array_index (errors, DrillPoint, e).time, g_array_index (rate, DrillPoint, r).time);
      double to = MIN (e_end, r_end);

      if (to > from)
        total += integrate (errors, e, rate, r, from, to);
      if (e_end <= r_end)
        e++;
      if (r_end <= e_end)
        r++;
    }

  return total;
}
