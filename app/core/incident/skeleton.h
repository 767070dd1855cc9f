/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */
#pragma once

#include "incident/samples.h"
#include "incident/scenario.h"

G_BEGIN_DECLS

/* Where the text expects the samples, below the scenario's folder. */
#define DRILL_SKELETON_SAMPLES "metrics/incident.csv"

/* Rows of the written samples are so many seconds apart. */
#define DRILL_SKELETON_STEP 15

/**
 * DrillSkeletonSeries:
 * @column: the column of the recording it comes from
 * @key: CSV column and name in the scenario, unique
 * @label: what a chart calls it
 * @metric: the metric's name, as in the recording
 * @slo: the objective in base units, NaN without one; never guessed
 *
 * A guess that the person who imports may correct.
 */
typedef struct
{
  guint     column;
  char     *key;
  char     *label;
  DrillUnit unit;
  char     *metric;
  double    slo;
} DrillSkeletonSeries;

GPtrArray *drill_skeleton_guess         (DrillSamples *samples) G_GNUC_WARN_UNUSED_RESULT;
gint64     drill_skeleton_guess_history (DrillSamples *samples);
gint64     drill_skeleton_max_history   (DrillSamples *samples);
char      *drill_skeleton_to_markdown   (DrillSamples *samples,
                                         GPtrArray    *series,
                                         const char   *id,
                                         const char   *title,
                                         gint64        history) G_GNUC_WARN_UNUSED_RESULT;
char      *drill_skeleton_to_csv        (DrillSamples *samples,
                                         GPtrArray    *series) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
