/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Points.
 *
 * Credit is for a few key features of good incident work, each counted once,
 * half after its deadline. A phase cannot give more than its maximum or less
 * than nothing, so that one phase's blunders do not eat another's merits; harm
 * is taken from the total instead, where it hurts wherever it was done. After
 * critical harm nobody passes.
 */

#include "config.h"

#include "incident/score.h"

/* What @line gives at @clock. Deadlines halve credit, never a penalty. */
double
drill_score_credit (const DrillScenarioScore *line,
                    gint64                    clock,
                    gboolean                 *late)
{
  *late = line->by >= 0 && clock > line->by && line->points > 0;

  return *late ? line->points / 2.0 : line->points;
}

double
drill_score_harm (DrillHarmSeverity severity)
{
  switch (severity)
    {
    case DRILL_HARM_MINOR:
      return 3;
    case DRILL_HARM_MAJOR:
      return 10;
    case DRILL_HARM_CRITICAL:
    default:
      /* It caps the total; taking points as well would count it twice. */
      return 0;
    }
}

/* The bit set in which every key point of @section is ticked. */
guint
drill_score_all_ticks (const DrillScenarioSection *section)
{
  guint n = section->key_points->len;

  return n >= 32 ? G_MAXUINT32 : (1u << n) - 1;
}

double
drill_score_answer (const DrillScenarioSection *section,
                    guint                       ticks)
{
  guint n = section->key_points->len;
  guint ticked = 0;

  for (ticks &= drill_score_all_ticks (section); ticks != 0; ticks &= ticks - 1)
    ticked++;

  return n > 0 ? (double) section->answer * ticked / n : 0;
}

double
drill_score_phase (double                    points,
                   const DrillScenarioPhase *phase)
{
  return CLAMP (points, 0, (double) phase->max);
}

double
drill_score_total (double   sum,
                   double   harm,
                   gboolean critical)
{
  double total = CLAMP (sum - harm, 0, (double) DRILL_SCORE_MAX);

  return critical ? MIN (total, (double) DRILL_SCORE_CRITICAL_CAP) : total;
}
