/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Severity by what users feel: by the series that have an objective, and by
 * nothing that the player believes or has fixed.
 *
 *   no objective is missed                                     none
 *   one is missed                                              SEV-3
 *   one by the factor 2, or half of several are missed         SEV-2
 *   one by the factor 10                                       SEV-1
 *
 * Companies draw these lines differently; the factors are ours.
 */

#include "config.h"

#include "incident/severity.h"

#include <math.h>

#define FACTOR_SEV_2 2
#define FACTOR_SEV_1 10

/**
 * drill_run_get_severity:
 * @time: seconds since the start, at most the clock of the run
 *
 * A gap in a series counts as not missed.
 */
DrillIncidentSeverity
drill_run_get_severity (DrillRun *run,
                        double    time)
{
  DrillScenario *scenario;
  double         worst = 0;
  guint          n_objectives = 0;
  guint          n_missed = 0;

  g_return_val_if_fail (run != NULL, DRILL_SEV_NONE);

  scenario = drill_run_get_scenario (run);
  for (guint i = 0; i < scenario->series->len; i++)
    {
      const DrillScenarioSeries *series = g_ptr_array_index (scenario->series, i);
      double                     value;

      if (isnan (series->slo))
        continue;
      n_objectives++;
      value = drill_run_sample (run, series->key, time);
      if (!(value > series->slo))
        continue;
      n_missed++;
      /* How far one is over nothing says nothing. */
      worst = fmax (worst, series->slo > 0 ? value / series->slo : 1);
    }

  if (n_missed == 0)
    return DRILL_SEV_NONE;
  if (worst >= FACTOR_SEV_1)
    return DRILL_SEV_1;
  if (worst >= FACTOR_SEV_2 || (n_objectives > 1 && n_missed * 2 >= n_objectives))
    return DRILL_SEV_2;

  return DRILL_SEV_3;
}
